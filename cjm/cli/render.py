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
    from collections.abc import Sequence

    from cjm.cli.draw import Drawn
    from cjm.cli.pictures import Picture
    from cjm.workspace.load import Loaded


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
    from cjm.cli.draw import Manner, drawn
    from cjm.cli.inputs import inputs
    from cjm.cli.looks import LookWishes, looks
    from cjm.cli.pictures import (
        Wishes,
        checked_formats,
        checked_languages,
        checked_views,
        pictures,
    )
    from cjm.cli.problems import tell_problems
    from cjm.workspace.load import no_map

    wishes = Wishes(
        checked_formats(split(formats)),
        checked_languages(split(lang)),
        split(lanes),
        checked_views(split(view)),
        out,
    )
    given = inputs(paths, stdin_name=stdin_filename, config=config)
    loaded = given.load_related()
    wanted = pictures(loaded, wishes)
    look = looks(loaded, LookWishes(theme, wide, id_prefix, templates), given.files)
    undrawn = tell_problems(loaded, given.files)
    if not wanted and not undrawn:
        raise no_map(paths or ())
    sink: Sink = Check() if check else Write(force=force)
    code = FOUND if undrawn else GOOD
    _tell_languages(loaded, wanted, wishes.languages)
    hidden = 0
    failed = _Undrawn()
    for group, result in drawn(loaded, wanted, Manner(look, wishes.lanes), given.load_related):
        hidden += _tell_notes(group[0].source, result, everything=notes)
        for picture, content in zip(group, result.contents, strict=False):
            if isinstance(content, CjmError):
                code = max(code, failed.add(picture, content))
            else:
                code = max(code, sink.take(picture, content))
        if result.failure is not None:
            code = BUG
    failed.tell()
    sink.close()
    if hidden and not notes:
        maps = "1 map holds" if hidden == 1 else f"{hidden} maps hold"
        tell(f"note: {maps} more than the lanes show; --notes lists it, --lanes chooses others")
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


def _tell_languages(loaded: Loaded, wanted: Sequence[Picture], languages: Sequence[str]) -> None:
    """Tell where a language that was asked for is not there."""
    from cjm.cli.pictures import carries

    for at in dict.fromkeys(picture.at for picture in wanted if languages):
        map = loaded.workspaces[at[0]].maps[at[1]]
        for language in languages:
            if not carries(map, language):
                tell(f"note: {map.path}: no text is in '{language}'; drawn in '{map.language}'")


def _tell_notes(source: str, result: Drawn, *, everything: bool) -> bool:
    """Tell what is odd about a map, and return whether it holds more than is drawn."""
    said: dict[str, list[str]] = {}
    for note in result.notes:
        what, _, why = note.partition(" is not drawn: ")
        said.setdefault(why, []).append(what)
    for note in said.pop("", []):
        tell(f"note: {source}: {note}")
    for why, whats in said.items() if everything else ():
        tell(f"note: {source}: not drawn, since {why}: {listed(whats)}")
    if result.failure is not None:
        tell_bug(f"'{source}' could not be drawn: {result.failure[0]}", result.failure[1])
    return bool(said)
