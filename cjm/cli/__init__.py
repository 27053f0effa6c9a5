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
    if arguments is None:
        from cjm.cli.process import make_own

        make_own()
    try:
        from cjm.cli.app import end_in_order, run

        end_in_order()
        return run(given)
    except KeyboardInterrupt:
        from cjm.cli.exit_codes import INTERRUPTED

        return INTERRUPTED


def script() -> None:
    """Be the program `cjm`: run it, and end the process.

    It ends at once: to free every object first takes a sixth of a cold run, and seconds of a long
    one that was interrupted. With `--debug` it ends as Python does.
    """
    try:
        code: object = main()
    except SystemExit as end:
        code = end.code
    if not isinstance(code, int) or "--debug" in sys.argv:
        sys.exit(code)  # type: ignore[arg-type]
    import contextlib
    import os

    for stream in (sys.stdout, sys.stderr):
        # What could not be written has been told by now; a closed stream is none.
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
