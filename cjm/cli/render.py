"""`cjm render`: maps as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.cli.console import tell, tell_bug, tell_error
from cjm.cli.exit_codes import BUG, FOUND, GOOD, USAGE
from cjm.cli.options import listed, split
from cjm.cli.parameters import Config, Force, Paths, StdinFilename
from cjm.cli.render_options import (
    CheckOnly,
    Formats,
    IdPrefix,
    Lanes,
    Languages,
    Notes,
    Out,
    TemplateFolder,
    Theme,
    Views,
    Wide,
)
from cjm.cli.sinks import Check, Sink, Write
from cjm.errors import CjmError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cjm.cli.draw import Drawn, Item
    from cjm.cli.pictures import Picture


def command(
    paths: Paths = None,
    out: Out = "",
    formats: Formats = None,
    lang: Languages = None,
    lanes: Lanes = None,
    view: Views = None,
    theme: Theme = "",
    wide: Wide = False,
    id_prefix: IdPrefix = "",
    templates: TemplateFolder = "",
    notes: Notes = False,
    check: CheckOnly = False,
    force: Force = False,
    config: Config = None,
    stdin_filename: StdinFilename = "",
) -> int:
    """Draw maps as SVG and HTML.

    Each picture is one file that stands alone, named ID[.VIEW][.LANGUAGE].FORMAT. What is wrong
    with a map is told on stderr; it is drawn all the same.
    """
    from cjm.cli.draw_shares import drawings
    from cjm.cli.inputs import inputs
    from cjm.cli.looks import LookWishes, looks
    from cjm.cli.pictures import (
        Wishes,
        check_lanes,
        checked_formats,
        checked_languages,
        checked_views,
    )
    from cjm.cli.report import tell_findings
    from cjm.workspace.load import no_map

    wishes = Wishes(
        checked_formats(split(formats)),
        checked_languages(split(lang)),
        split(lanes),
        checked_views(split(view)),
        out,
    )
    given = inputs(paths, stdin_name=stdin_filename, config=config)
    look = LookWishes(theme, wide, id_prefix, templates)
    sink: Sink = Check() if check else Write(force=force)
    failed, untold = _Undrawn(), _Untold(everything=notes)
    with drawings(given, wishes, lambda loaded: looks(loaded, look, given.files)) as (head, found):
        check_lanes(wishes.lanes, head.lanes)
        tell_findings(head.findings)
        if not head.pictures and not head.is_lost:
            raise no_map(paths or ())
        code = FOUND if head.is_lost else GOOD
        for note in head.notes:
            tell(note)
        code = max(code, _put(found, sink, failed, untold))
    failed.tell()
    sink.close()
    untold.tell()
    return code


def _put(found: Iterator[Item], sink: Sink, failed: _Undrawn, untold: _Untold) -> int:
    """Take what was drawn, map by map, and return the exit code that it asks for."""
    code = GOOD
    for group, result in found:
        untold.take(group[0].source, result)
        for picture, content in zip(group, result.contents, strict=False):
            if isinstance(content, CjmError):
                code = max(code, failed.add(picture, content))
            else:
                code = max(code, sink.take(picture, content))
        if result.failure is not None:
            code = BUG
    return code


class _Undrawn:
    """The pictures that could not be drawn, by the reason."""

    def __init__(self) -> None:
        self._by_reason: dict[str, tuple[CjmError, dict[str, None]]] = {}

    def add(self, picture: Picture, error: CjmError) -> int:
        """Note why `picture` is not drawn, and return the exit code that this asks for."""
        _, sources = self._by_reason.setdefault(str(error), (error, {}))
        sources[picture.source] = None
        return USAGE if isinstance(error, UsageError) else FOUND

    def tell(self) -> None:
        """Tell each reason once, with the maps that it is true of."""
        for error, found in self._by_reason.values():
            tell_error(str(error), error.help)
            first, *others = found
            more = f", and {len(others)} more" if others else ""
            tell(f"note: not drawn for this reason: {first}{more}")


class _Untold:
    """What maps hold that is not drawn: told for each map, or else only that there is some."""

    def __init__(self, *, everything: bool) -> None:
        self._everything = everything
        self._maps = 0

    def take(self, source: str, result: Drawn) -> None:
        """Tell what is odd about a map."""
        said: dict[str, list[str]] = {}
        for note in result.notes:
            what, _, why = note.partition(" is not drawn: ")
            said.setdefault(why, []).append(what)
        for note in said.pop("", []):
            tell(f"note: {source}: {note}")
        for why, whats in said.items() if self._everything else ():
            tell(f"note: {source}: not drawn, since {why}: {listed(whats)}")
        if result.failure is not None:
            tell_bug(f"'{source}' could not be drawn: {result.failure[0]}", result.failure[1])
        self._maps += bool(said)

    def tell(self) -> None:
        """Tell how many maps hold more than is drawn."""
        if self._maps and not self._everything:
            maps = "1 map holds" if self._maps == 1 else f"{self._maps} maps hold"
            tell(f"note: {maps} more than the lanes show; --notes lists it, --lanes chooses others")
