"""How the pictures of a run look: what the command line asks for, else what the workspace says."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from cjm.cli.console import tell
from cjm.cli.options import listed, nearest_word
from cjm.errors import UsageError
from cjm.workspace.choices import THEMES
from cjm.workspace.discover import kind_by_name

if TYPE_CHECKING:
    from cjm.layout.contrast import Pair
    from cjm.layout.theme import Theme
    from cjm.render.look import Look
    from cjm.workspace.files import Files
    from cjm.workspace.load import Loaded
    from cjm.workspace.workspace import Workspace

    Themes = tuple[Theme, Theme | None]


class LookWishes(NamedTuple):
    """What the command line asks for; empty is what the workspace says.

    Attributes:
        theme: Name of a theme, or path of a theme file.
        wide: Whether wide maps stay in one band.
        id_prefix: What ids begin with.
        templates: A folder.
    """

    theme: str = ""
    wide: bool = False
    id_prefix: str = ""
    templates: str = ""


_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")


def looks(loaded: Loaded, wishes: LookWishes, files: Files) -> tuple[Look, ...]:
    """Return how the maps of each workspace look.

    What is wrong in a theme file is told on stderr, and left out.

    Raises:
        CjmError: A theme or a folder of templates is not there, or a prefix is none.
    """
    from cjm.render.look import Look
    from cjm.render.templating import templates_in

    if wishes.id_prefix and not _PREFIX.fullmatch(wishes.id_prefix):
        raise UsageError(
            f"'{wishes.id_prefix}' cannot begin an id",
            help="write letters, digits, '-' and '_', a letter first, such as shop-",
        )
    templates = templates_in(wishes.templates) if wishes.templates else None
    found = _Themes(files)
    made = []
    for workspace in loaded.workspaces:
        theme, dark = found.named(wishes.theme) if wishes.theme else found.of(workspace)
        made.append(Look(theme, dark, wishes.wide, wishes.id_prefix, templates))
    return tuple(made)


class _Themes:
    """Themes by name and by path; each file is read, and spoken of, once."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._read: dict[str, Themes] = {}

    def named(self, name: str) -> Themes:
        """Return the themes that the command line names: for light, and for the dark."""
        word = name.strip()
        if word.lower() in THEMES:
            return _shipped(word.lower())
        if not self._files.is_file(word):
            looks_like_file = word.lower().endswith((".yaml", ".yml")) or "/" in word
            raise _no_file(word, self._files) if looks_like_file else _no_theme(word)
        return self._file(word)

    def of(self, workspace: Workspace) -> Themes:
        """Return the themes that a workspace names."""
        from cjm.workspace.files import join

        name = workspace.settings.render.theme or THEMES[0]
        if name in THEMES:
            return _shipped(name)
        path = join(workspace.root, name)
        if not self._files.is_file(path):
            raise _no_file(path, self._files)
        if self._files.leaves(path, workspace.root or "."):
            raise UsageError(
                f"the theme '{name}' of 'cjm.yaml' is a link that leaves the workspace",
                help="put the file itself into the workspace, or name it with --theme",
            )
        return self._file(path)

    def _file(self, path: str) -> Themes:
        if path not in self._read:
            self._read[path] = _themes_in(path, self._files)
        return self._read[path]


def _shipped(name: str) -> Themes:
    from cjm.layout.themes import SHIPPED

    # A page in the light theme turns dark where its reader's system is.
    return SHIPPED[name], SHIPPED["dark"] if name == THEMES[0] else None


def _themes_in(path: str, files: Files) -> Themes:
    from cjm.cli.report import tell_findings
    from cjm.layout.own_theme import themes_of
    from cjm.lint.problems import findings_of
    from cjm.workspace.files import UnreadableFile
    from cjm.workspace.read_file import read_file
    from cjm.workspace.settings import Settings

    try:
        source = files.read(path)
    except UnreadableFile as error:
        raise UsageError(f"the theme '{path}' {error}") from None
    reading = read_file(path, source, "theme", Settings())
    for document in reading.documents:
        tell_findings(findings_of(document))
    if reading.kind != "theme" or reading.item is None:
        raise UsageError(
            f"the theme '{path}' cannot be read",
            help="begin it with 'cjm: theme/1'; 'cjm schema theme' says what may stand in it",
        )
    themes = themes_of(reading.item)  # type: ignore[arg-type]
    _tell_weak(path, themes)
    return themes


def _tell_weak(path: str, themes: Themes) -> None:
    """Tell what can hardly be seen in a theme of the user's own."""
    from cjm.layout.contrast import pairs

    for theme, whose in zip(themes, ("", "dark: "), strict=True):
        for pair, others in _worst(pairs(theme)) if theme is not None else ():
            more = f" (and on {others} more)" if others else ""
            tell(
                f"warning: {path}: {whose}'{pair.what}' on '{pair.ground}'{more} has a contrast of "
                f"{pair.ratio:.1f} to 1; {pair.kind} need {pair.needed:g} to 1"
            )


def _worst(found: Iterator[Pair]) -> Iterator[tuple[Pair, int]]:
    """Yield for each colour in front the ground that it is weakest on, and how many others."""
    weak: dict[str, list[Pair]] = {}
    for pair in found:
        if pair.is_weak:
            weak.setdefault(pair.what, []).append(pair)
    for pairs in weak.values():
        yield min(pairs, key=lambda pair: pair.ratio), len(pairs) - 1


def _no_theme(name: str) -> UsageError:
    near = nearest_word(name.lower(), THEMES)
    return UsageError(
        f"there is no theme '{name}'" + (f"; did you mean '{near}'?" if near else ""),
        help=f"choose {listed(THEMES, 'or')}, or name a theme file",
    )


def _no_file(path: str, files: Files) -> UsageError:
    folder = posixpath.dirname(path) or "."
    beside = files.walk(folder, lambda _: False) if files.is_folder(folder) else ()
    near = nearest_word(path, [each for each in beside if kind_by_name(each) == "theme"])
    return UsageError(
        f"there is no theme file '{path}'" + (f"; did you mean '{near}'?" if near else ""),
        help=f"the themes that come with cjm are {listed(THEMES)}",
    )
