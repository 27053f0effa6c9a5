"""Re-exported; see `cjm.source.plain`."""

from cjm.source.plain import Plain, to_number, to_truth

__all__ = ["Plain", "to_number", "to_truth"]
