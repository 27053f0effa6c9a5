"""`cjm doctor`: what cjm found on this machine."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from cjm.cli.console import put_line
from cjm.cli.exit_codes import FOUND, GOOD

# Distribution, and what it is for.
_NEEDED = ("pydantic", "ruamel.yaml", "jinja2", "typer", "rapidfuzz", "regex", "pathspec")
_SCRIPTS = (("Latin", "en"), ("Chinese", "zh"), ("Japanese", "ja"), ("Korean", "ko"),
            ("Arabic", "ar"), ("Devanagari", "hi"), ("Thai", "th"))  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A thing that was looked for.

    Attributes:
        topic: What.
        found: What was found.
        is_good: Whether cjm can work with that.
    """

    topic: str
    found: str
    is_good: bool = True


def command() -> int:
    """Show versions, and what cjm found on this machine."""
    from cjm import __version__

    lines = [Line("cjm", __version__), *_python(), *_packages(), *_shipped(), *_machine()]
    wide = max(len(line.topic) for line in lines)
    for line in lines:
        mark = "ok  " if line.is_good else "MISS"
        put_line(f"{mark}  {line.topic:<{wide}}  {line.found}")
    return GOOD if all(line.is_good for line in lines) else FOUND


def _python() -> Iterator[Line]:
    version = f"{platform.python_implementation()} {platform.python_version()}"
    yield Line("Python", f"{version} on {platform.system()} {platform.machine()}",
               sys.version_info >= (3, 11))  # fmt: skip


def _packages() -> Iterator[Line]:
    from importlib import metadata

    for name in _NEEDED:
        try:
            yield Line(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Line(name, "not installed; install cjm-toolkit anew", is_good=False)
    yield _yaml_parser()


def _yaml_parser() -> Line:
    from importlib import metadata

    try:
        from cjm.source.events import c_parser, parser_name
    except ImportError as error:
        return Line("YAML parser", f"none: {error}", is_good=False)
    if c_parser() is None:
        return Line(
            "YAML parser", f"{parser_name()}; 'pip install ruamel.yaml.clib' is 30 × faster"
        )
    try:
        return Line("YAML parser", f"{parser_name()} {metadata.version('ruamel.yaml.clib')}")
    except metadata.PackageNotFoundError:
        return Line("YAML parser", parser_name())


def _shipped() -> Iterator[Line]:
    from cjm.resources import folder

    for name in ("templates", "schemas", "examples"):
        try:
            yield Line(name, str(folder(name)))
        except FileNotFoundError as error:
            yield Line(name, str(error), is_good=False)


def _machine() -> Iterator[Line]:
    yield Line("Graphviz", _graphviz())
    yield Line("git", shutil.which("git") or "none; not needed to lint or draw")
    yield Line("fonts", "not needed to draw: widths come with cjm; for viewing, see below")
    yield from _fonts()
    yield Line("terminal", _terminal())


def _graphviz() -> str:
    """Return which Graphviz places flows, and which would in its stead."""
    from cjm.cli.cache import keep_compiled
    from cjm.layout.graphviz import NoEngineError, dot_program, engine

    keep_compiled()
    try:
        found = engine()
    except NoEngineError as error:
        return f"none, so '--view flow' cannot be drawn, all else can; {error.help}"
    spare = dot_program()
    rest = f"; {spare} would take its place" if spare not in (None, found.name) else ""
    return f"{found.version}, {found.name}{rest}"


def _fonts() -> Iterator[Line]:
    """Yield a font for each script, as fontconfig tells; elsewhere the system brings its own."""
    lister = shutil.which("fc-list") if os.name == "posix" else None
    if lister is None:
        yield Line("  by script", "unknown: there is no fontconfig here to ask")
        return
    for script, language in _SCRIPTS:
        families = _families(lister, language)
        count = len(families)
        more = f" and {count - 1} more" if count > 1 else ""
        yield Line(f"  {script}", f"{families[0]}{more}" if families else "none")


def _families(lister: str, language: str) -> list[str]:
    import subprocess

    try:
        asked = subprocess.run(
            [lister, f":lang={language}", "family"],
            capture_output=True, timeout=10, check=True, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return []
    lines = asked.stdout.decode("utf-8", "replace").splitlines()
    return sorted({line.partition(",")[0].strip() for line in lines if line.strip()})


def _terminal() -> str:
    kind = "a terminal" if sys.stdout.isatty() else "no terminal"
    names = [name for name in ("NO_COLOR", "FORCE_COLOR") if os.environ.get(name)]
    return ", ".join([f"stdout is {kind}", f"encoding {sys.stdout.encoding}", *names])
