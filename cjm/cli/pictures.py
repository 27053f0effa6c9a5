"""Which pictures a run makes of the maps, and where each of them goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cjm.cli.options import listed, nearest_word, one_of
from cjm.errors import UsageError
from cjm.workspace.choices import PICTURES, VIEWS

if TYPE_CHECKING:
    from cjm.workspace.load import Loaded
    from cjm.workspace.workspace import Map, Workspace

STDOUT = "-"
# A name that ends like this was meant to be a file.
_OTHERS = frozenset("png pdf jpg jpeg gif webp md txt json xml csv xlsx pptx".split())


class Wishes(NamedTuple):
    """What the command line asks for; empty is what the workspace says.

    Attributes:
        formats: Names of formats.
        languages: Tags.
        lanes: Ids of lanes or presets.
        views: Names of views.
        out: A folder, a file, or `-` for stdout.
    """

    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    views: tuple[str, ...] = ()
    out: str = ""


class Picture(NamedTuple):
    """One file to make.

    Attributes:
        at: `(workspace, map)`, both counted from 0 among what is shown.
        language: Tag of its language.
        format: Name of its format.
        path: Where it goes; `None` for stdout.
        within: The folder that it must not leave by a link.
        source: Path of the map's file.
        view: Name of its view.
        others: Tags of the languages that its reader may choose besides, where the format can offer
            that.
    """

    at: tuple[int, int]
    language: str
    format: str
    path: Path | None
    within: Path | None
    source: str
    view: str = VIEWS[0]
    others: tuple[str, ...] = ()


def pictures(loaded: Loaded, wishes: Wishes) -> list[Picture]:
    """Return what to draw, map by map.

    Raises:
        UsageError: The wishes do not fit together, or name what there is not.
    """
    maps = shown_maps(loaded)
    single = single_format(wishes)
    if single is None or not maps:
        return [each for place in maps for each in _in_folder(place, wishes)]
    if len(maps) > 1:
        raise UsageError(
            f"{len(maps)} maps do not fit into one file", help="name one map, or a folder with -o"
        )
    at, workspace, map = maps[0]
    path = None if wishes.out == STDOUT else Path(wishes.out)
    language, *others = _languages(map, workspace, wishes.languages)
    within = path.parent if path else None
    view = (*wishes.views, VIEWS[0])[0]
    return [Picture(at, language, single, path, within, map.path, view, tuple(others))]


def shown_maps(loaded: Loaded) -> list[tuple[tuple[int, int], Workspace, Map]]:
    """Return the maps that the user asked about, each with its place in `loaded`."""
    return [
        ((number, index), workspace, map)
        for number, workspace in enumerate(loaded.workspaces)
        for index, map in enumerate(workspace.maps)
        if loaded.shows(map.path)
    ]


def checked_formats(words: Sequence[str]) -> tuple[str, ...]:
    """Return `words`, if each is a format.

    Raises:
        UsageError: One is not.
    """
    for word in words:
        if word.lower() not in PICTURES:
            raise UsageError(f"cjm draws no '{word}'", help=f"there are {listed(PICTURES)}")
    return tuple(word.lower() for word in words)


def checked_views(words: Sequence[str]) -> tuple[str, ...]:
    """Return `words`, if each is a view.

    Raises:
        UsageError: One is not.
    """
    return tuple(one_of("--view", word, VIEWS) for word in words)


def checked_languages(words: Sequence[str]) -> tuple[str, ...]:
    """Return `words` as tags are usually spelt.

    Raises:
        UsageError: One is no language tag.
    """
    from cjm.model.languages import is_language, normalise_tag

    for word in words:
        if not is_language(word):
            raise UsageError(
                f"'{word}' is no language tag", help="write one such as en, zh or zh-Hant"
            )
    return tuple(normalise_tag(word) for word in words)


def carries(map: Map, language: str) -> bool:
    """Whether `map` has a text in `language`."""
    from cjm.model.walk import texts

    base = language.partition("-")[0]
    if base == map.language.partition("-")[0]:
        return True
    return any(
        tag.partition("-")[0] == base for _, text in texts(map.journey) for tag in text.languages
    )


def single_format(wishes: Wishes) -> str | None:
    """Return the format of the one file asked for; `None` where it is a folder."""
    ending = Path(wishes.out).suffix.lower().lstrip(".")
    if wishes.out != STDOUT:
        if not wishes.out or Path(wishes.out).is_dir():
            return None
        if ending not in PICTURES:
            if ending in _OTHERS:
                raise UsageError(f"cjm draws no '{ending}'", help=f"there are {listed(PICTURES)}")
            return None
        if wishes.formats and wishes.formats != (ending,):
            raise UsageError(f"'{wishes.out}' ends in another format than -f asks for")
    single = ending if wishes.out != STDOUT else (*wishes.formats, PICTURES[0])[0]
    counts = [len(wishes.formats), len(wishes.views)]
    if not _offers_languages(single):
        counts.append(len(wishes.languages))
    if max(counts) > 1:
        raise UsageError(
            "several pictures do not fit into one file",
            help="ask for one format, language and view, or name a folder with -o",
        )
    return single


def _offers_languages(format: str) -> bool:
    from cjm.render.formats import FORMATS

    return FORMATS[format].offers_languages


def _in_folder(place: tuple[tuple[int, int], Workspace, Map], wishes: Wishes) -> Iterator[Picture]:
    at, workspace, map = place
    root = Path(workspace.root or ".")
    settings = workspace.settings.render
    folder = Path(wishes.out) if wishes.out else root / (settings.out or "maps")
    languages = _languages(map, workspace, wishes.languages)
    views = wishes.views or settings.views or VIEWS[:1]
    formats = wishes.formats or settings.formats or PICTURES
    for view, language, format in product(views, languages, formats):
        # A map's first view and own language need no mark: most have no other, and links stay right.
        marks = (view if view != VIEWS[0] else "", language if language != map.language else "")
        path = folder / ".".join(filter(None, (map.id, *marks, format)))
        others = tuple(tag for tag in languages if tag != language and carries(map, tag))
        within = folder if wishes.out else root
        yield Picture(at, language, format, path, within, map.path, view, others)


def _languages(map: Map, workspace: Workspace, asked: tuple[str, ...]) -> tuple[str, ...]:
    if asked:
        return asked
    others = (tag for tag in workspace.settings.languages if carries(map, tag))
    bases = {map.language.partition("-")[0]}
    return (map.language, *(tag for tag in others if tag.partition("-")[0] not in bases))


def own_lanes(loaded: Loaded) -> frozenset[str]:
    """Return the ids of the lanes that maps define themselves."""
    return frozenset(str(lane.id) for _, _, map in shown_maps(loaded) for lane in map.journey.lanes)


def check_lanes(lanes: Sequence[str], own: Iterable[str]) -> None:
    """Refuse lanes that no map has; those that a map defines itself count for all, as presets do.

    Raises:
        UsageError: There is no such lane.
    """
    if not lanes:
        return
    from cjm.model.lanes import LANES, PRESETS, lane_named

    known = [*PRESETS, *LANES, *sorted(own)]
    for lane in lanes:
        if lane_named(lane, known) is None:
            near = nearest_word(lane, known)
            raise UsageError(
                f"there is no lane '{lane}'" + (f"; did you mean '{near}'?" if near else ""),
                help=f"there are the presets {listed(list(PRESETS))}, "
                f"and the lanes {listed(list(LANES))}",
            )
