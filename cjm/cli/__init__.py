"""The command line."""

from __future__ import annotations

import sys

from cjm import __version__


def main(arguments: list[str] | None = None) -> int:
    """Run `cjm` with `arguments` (default: those of the process) and return its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given == ["--version"]:
        # Asked by hooks and scripts at every turn: nothing is imported for it.
        print(f"cjm {__version__}")
        return 0
    try:
        from cjm.cli.app import end_in_order, run

        end_in_order()
        return run(given)
    except KeyboardInterrupt:
        from cjm.cli.exit_codes import INTERRUPTED

        return INTERRUPTED
