"""Doing a command again whenever a file of its workspaces is saved."""

from __future__ import annotations

import gc
import os
import posixpath
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from cjm.cli.console import flush, put, tell, tell_error
from cjm.cli.exit_codes import GOOD
from cjm.errors import CjmError, UsageError

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_ENDINGS = (
    ".yaml", ".yml", ".mmd", ".mermaid", ".md", ".markdown", ".json", ".png", ".jpg", ".jpeg",
    ".svg", ".webp", ".gif", ".gitignore",
)  # fmt: skip
_NO_REPORT = (
    "fix", "diff", "unsafe_fixes", "add_ignore", "show_settings", "coverage", "badge",
    "write_baseline", "prune_baseline",
)  # fmt: skip
_PAUSE = 200
"""Milliseconds after which the watch looks up: it has begun by then."""


def again_and_again(paths: Sequence[str], once: Callable[[], int]) -> int:
    """Call `once`, and again whenever something below the workspaces of `paths` changes.

    It ends with Ctrl-C, or when a folder that is watched is gone.

    Raises:
        UsageError: What watches folders is not installed, or the system lets nothing be watched.
    """
    folders = _folders(paths)
    try:
        for _ in _changes(folders):
            _do(once, folders)
    except KeyboardInterrupt:
        pass
    return GOOD


def only_reports(given: Mapping[str, object]) -> None:
    """Refuse what `--watch` cannot stand beside.

    Args:
        given: Name of a parameter of `cjm lint` → what was given.

    Raises:
        UsageError: Something else than a report is asked for.
    """
    for name in _NO_REPORT:
        if given.get(name):
            option = f"--{name.replace('_', '-')}"
            raise UsageError(
                f"--watch reports again and again, and {option} does something once",
                help=f"leave out --watch, or {option}",
            )
    paths = given.get("paths")
    if isinstance(paths, Sequence) and "-" in paths:
        raise UsageError("--watch cannot watch standard input", help="name a file or a folder")


def _do(once: Callable[[], int], folders: Sequence[str]) -> None:
    if _is_screen():
        put(_CLEAR)
    try:
        once()
    except CjmError as error:
        # A path that is gone may come back, and settings be mended.
        tell_error(str(error), error.help)
    flush()
    tell(f"watching {', '.join(repr(each) for each in folders)}; Ctrl-C ends")
    # A command keeps all that it makes, for it ends soon: this one does not.
    gc.collect()


def _is_screen() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _folders(paths: Sequence[str]) -> list[str]:
    """Return the roots of the workspaces that `paths` lie in, none within another."""
    from cjm.cli.inputs import disk
    from cjm.workspace.discover import is_glob, root_above

    files = disk()
    found = set()
    for path in paths or ["."]:
        while is_glob(path) or not files.is_folder(path):
            path = posixpath.dirname(path.replace("\\", "/").rstrip("/")) or "."
        found.add(files.absolute(root_above(files, path) or path))
    here = files.absolute(".")
    return [
        os.path.relpath(each, here)
        for each in sorted(found)
        if not any(each != other and each.startswith(other.rstrip("/") + "/") for other in found)
    ]


def _changes(folders: Sequence[str]) -> Iterator[None]:
    """Yield once at the start, when changes are seen from then on, and at each change that matters."""
    try:
        from watchfiles import watch
    except ImportError:
        raise UsageError(
            "--watch needs the package 'watchfiles'",
            help="install it: pip install 'cjm-toolkit[watch]'",
        ) from None
    tops = [os.path.abspath(each) for each in folders]
    seen = watch(
        *tops,
        watch_filter=lambda change, path: _matters(path, tops),
        rust_timeout=_PAUSE,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    )
    is_first = True
    try:
        for changes in seen:
            if changes or is_first:
                is_first = False
                yield
    except (OSError, RuntimeError) as error:
        raise UsageError(
            f"the folder cannot be watched: {str(error)[:200]}",
            help="WATCHFILES_FORCE_POLLING=true in the environment looks at it again and again",
        ) from None


def _matters(path: str, tops: Sequence[str]) -> bool:
    """Whether a change of `path` may change what is found; a name without an ending is a folder."""
    inner = next((path[len(top) :] for top in tops if path.startswith(top)), path)
    parts = inner.replace("\\", "/").strip("/").split("/")
    if any(part.startswith(".") or part in ("node_modules", "__pycache__") for part in parts[:-1]):
        return False
    name = parts[-1].lower()
    return name.endswith(_ENDINGS) if "." in name else True
