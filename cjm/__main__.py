"""`python -m cjm` is `cjm`."""

from __future__ import annotations

import sys

from cjm.cli import main

if __name__ == "__main__":
    sys.exit(main())
