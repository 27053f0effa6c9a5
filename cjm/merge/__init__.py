"""Two edits of one file put together, item by item rather than line by line."""

from cjm.merge.merge import Merged, merge
from cjm.merge.tree import UnsureError

__all__ = ["Merged", "UnsureError", "merge"]
