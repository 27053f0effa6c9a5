"""The file of a workspace's settings, which need not be read where enough of it is remembered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from cjm.source.document import Document
    from cjm.workspace.settings import Settings

Remember = Callable[[str, "SettingsFile"], Mapping[str, Any] | None]
"""From the root of a workspace and its settings file to their gist, where that is remembered."""


class SettingsFile(NamedTuple):
    """A file of settings that is not read yet.

    Attributes:
        path: Of the file; `None` where there is none.
        source: Its bytes.
        leaves: It is a link that leads out of the workspace, and is not followed.
    """

    path: str | None = None
    source: bytes = b""
    leaves: bool = False

    @property
    def paths(self) -> tuple[str, ...]:
        """Its path, where there is one."""
        return () if self.path is None else (self.path,)

    def read(self) -> tuple[Settings, tuple[Document, ...]]:
        """Return the settings, and the file as a document where there is one."""
        from cjm.model.read import read
        from cjm.source.yaml import parse
        from cjm.workspace.read_file import leaving, with_reading
        from cjm.workspace.settings import Settings

        if self.path is None:
            return Settings(), ()
        if self.leaves:
            return Settings(), (leaving(self.path),)
        document = parse(self.source, self.path)
        if document.data is None:
            # An empty cjm.yaml is a workspace with all defaults.
            if all(problem.rule == "missing-key" for problem in document.problems):
                document = replace(document, problems=())
            return Settings(), (document,)
        reading = read(Settings, document.data, noun="settings")
        return reading.item or Settings(), (with_reading(document, reading),)


def read_settings(
    file: SettingsFile, root: str, remember: Remember | None
) -> tuple[Settings, tuple[Document, ...]]:
    """Return the settings of the workspace at `root`; without documents where they are remembered."""
    known = remember(root, file) if remember is not None else None
    if known is None:
        return file.read()
    return cast("Settings", _Remembered(known, lambda: file.read()[0])), ()


def gist_of(settings: Settings) -> dict[str, Any]:
    """Return what finds the files of a workspace, and what a run of lint asks at its end."""
    return {
        "journeys": list(settings.journeys),
        "personas": list(settings.personas),
        "library": list(settings.library),
        "render": {"out": settings.render.out},
        "lint": {"fail_on": settings.lint.fail_on, "baseline": settings.lint.baseline},
    }


class _Remembered:
    """Settings of which some are known; for any other the file is read."""

    def __init__(self, known: Mapping[str, Any], whole: Callable[[], Any]) -> None:
        self._known = known
        self._whole = whole

    def __getattr__(self, name: str) -> Any:
        if name not in self._known:
            return getattr(self._whole(), name)
        value = self._known[name]
        if isinstance(value, dict):
            return _Remembered(value, lambda: getattr(self._whole(), name))
        return tuple(value) if isinstance(value, list) else value
