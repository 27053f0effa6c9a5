"""A small workspace, and an editor on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.lsp.client import Editor

FILES = {
    "cjm.yaml": "cjm: workspace/1\nlanguage: en\n",
    "journeys/buy.journey.yaml": """\
cjm: journey/1
id: buy
title: Buying a 旅程 😀
state: current
personas: [li-na]
owner: sales
stages:
  - id: choose
    name: Choose
    steps:
      - id: compare
        name: Compares plans
        touchpoints: [app]
        channels: web
        feeling: {level: -1, evidence: survey}
        pains:
          - id: too-many
            text: 27 plans 😀, no comparison
            severity: 4
          - Nobody answers the phone
        opportunities:
          - text: Side by side
            addresses: [too-many]
      - id: pay
        name: Pays
        touchpoints: Till
        next: end
""",
    "journeys/buy-later.journey.yaml": """\
cjm: journey/1
id: buy-later
title: Buying, later
state: future
baseline: buy
personas: [li-na]
resolves: [too-many]
stages:
  - {id: choose, same: true}
  - id: pay-first
    name: Pay first
    steps:
      - id: pay
        name: Pays at once
        touchpoints: [{ref: app, usage: desired}]
        journey: buy#pay
""",
    "library/shared.library.yaml": """\
cjm: library/1
touchpoints:
  app:
    name: Carrier app
    description: The app [of](javascript:alert) all <b>customers</b>
    owner: sales
    channels: web
channels:
  web: {name: Web, kind: digital}
departments:
  sales: {name: Sales}
evidence:
  survey: {title: A survey, method: survey, date: 2026-08-01, sample: 1204}
""",
    "personas/li-na.persona.yaml": "cjm: persona/1\nname: Li Na\nrole: Commuter\n",
    "compose.yaml": "services:\n  web: {image: nginx}\n",
}


def write_files(folder: Path, files: dict[str, str] = FILES) -> Path:
    """Write a workspace and return its folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def start() -> Iterator[Callable[..., Editor]]:
    """Starts editors, and ends them."""
    editors: list[Editor] = []

    def begin(*arguments: object, **options: object) -> Editor:
        editors.append(Editor(*arguments, **options))  # type: ignore[arg-type]
        return editors[-1]

    yield begin
    for editor in editors:
        editor.kill()


@pytest.fixture(scope="module")
def shared_editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """One session for many questions."""
    folder = write_files(tmp_path_factory.mktemp("maps"))
    editor = Editor(folder)
    editor.folder = folder
    yield editor
    editor.kill()


class Desk:
    """An editor with the map `buy` open, as it is on disk."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.folder: Path = editor.folder
        self.buy = self.fresh("journeys/buy.journey.yaml")

    def fresh(self, name: str) -> str:
        """Return the address of a file that is open, as on disk."""
        uri = (self.folder / name).as_uri()
        if uri not in self.editor.texts:
            return self.editor.open(self.folder / name)
        if self.editor.texts[uri] != FILES[name]:
            self.editor.write(uri, FILES[name])
        return uri


@pytest.fixture
def desk(shared_editor: Editor) -> Desk:
    """An editor with the map `buy` open, as it is on disk."""
    return Desk(shared_editor)
