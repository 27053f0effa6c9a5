"""Where reports go: one to standard output, the others into files."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from cjm.cli.lint_options import FORMATS
from cjm.cli.options import one_of
from cjm.errors import OutputError, UsageError

_BEGINNINGS = {
    "json": ("{",), "sarif": ("{",), "rdjson": ("{",), "gitlab": ("[",),
    "junit": ("<?xml",), "markdown": ("<!-- cjm ",),
}  # fmt: skip
"""Format → how a file begins that may be replaced by it."""


WITH_EDITS = ("json", "rdjson", "sarif")
"""Formats that tell how a finding is mended; the others count what can be."""


class Output(NamedTuple):
    """One report.

    Attributes:
        format: One of `FORMATS`.
        path: The file it goes into; `None` is standard output.
    """

    format: str
    path: Path | None = None


def outputs(asked: Sequence[str] | None, environment: Mapping[str, str]) -> tuple[Output, ...]:
    """Return the outputs for `--output-format` as it was typed, each `FORMAT` or `FORMAT:FILE`.

    Args:
        asked: As typed; none is `text`, or `github` in a step of GitHub Actions.
        environment: Of the process.

    Raises:
        UsageError: A format does not exist, or two outputs want the same place.
    """
    if not asked:
        return (Output("github" if environment.get("GITHUB_ACTIONS") == "true" else "text"),)
    found = tuple(_output(each) for each in asked)
    plain = [each.format for each in found if each.path is None]
    if len(plain) > 1:
        raise UsageError(
            f"{' and '.join(map(repr, plain))} cannot both go to standard output",
            help=f"give all but one a file, such as '{plain[1]}:lint.{_ending(plain[1])}'",
        )
    places = [os.path.abspath(each.path).casefold() for each in found if each.path is not None]
    for at, place in enumerate(places):
        if place in places[:at]:
            raise UsageError(f"two formats cannot go into the same file '{Path(place).name}'")
    return found


def _output(typed: str) -> Output:
    # Only the first colon parts: `sarif:C:\lint.sarif` goes to a drive.
    name, colon, path = typed.partition(":")
    form = one_of("--output-format", name, FORMATS)
    if colon and not path.strip():
        raise UsageError(
            f"'{typed}' names no file", help=f"write '{form}:lint.{_ending(form)}', or '{form}'"
        )
    return Output(form, Path(path) if colon and path != "-" else None)


def _ending(form: str) -> str:
    endings = {"sarif": "sarif", "junit": "xml", "markdown": "md", "json": "json"}
    return endings.get(form, "json" if form in ("gitlab", "rdjson") else "txt")


def write_report(output: Output, text: str) -> None:
    """Put a report into its file.

    Raises:
        OutputError: It cannot be written, or something else stands there.
    """
    from cjm.workspace.write import write_file

    assert output.path is not None
    write_file(output.path, text.encode("utf-8", "replace"), guard=_guard(output))


def _guard(output: Output) -> Callable[[bytes], None]:
    """Return what keeps a report from taking the place of a map: a slip must not cost one."""

    def guard(beginning: bytes) -> None:
        start = beginning.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
        expected = _BEGINNINGS.get(output.format)
        is_ours = start.startswith(expected) if expected else not _is_input(output, beginning)
        if start and not is_ours:
            raise OutputError(
                f"'{output.path}' is there already, and is no report as '{output.format}' is",
                help="name another file after the colon, or remove that one",
            )

    return guard


def _is_input(output: Output, beginning: bytes) -> bool:
    from cjm.workspace.discover import SETTINGS_NAMES, kind_by_content, kind_by_name

    name = output.path.name if output.path is not None else ""
    return bool(kind_by_name(name) or name in SETTINGS_NAMES or kind_by_content(beginning))
