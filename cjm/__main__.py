"""`python -m cjm` is `cjm`."""

from __future__ import annotations

from cjm.cli import script

if __name__ == "__main__":
    script()
