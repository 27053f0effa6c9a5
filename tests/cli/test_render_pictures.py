"""Pictures that maps name are drawn by every process, and one that cannot be read costs no map."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cjm.cli import draw_shares
from tests.cli.conftest import Run
from tests.images.pictures import drawing, encoded

MAP = """cjm: journey/1
title: Map {0}
id: m{0}
language: en
persona: {{name: Li Na, photo: face.png, alt: A woman}}
stages: [{{name: a, steps: [{{name: b, storyboard: {{image: desk.png, alt: A desk}}}}]}}]
"""


def write(folder: Path, count: int, desk: bytes) -> None:
    for number in range(count):
        (folder / f"m{number}.journey.yaml").write_text(MAP.format(number), encoding="utf-8")
    (folder / "face.png").write_bytes(encoded(drawing()))
    (folder / "desk.png").write_bytes(desk)


@pytest.mark.parametrize("start", ["alone", "fork", "spawn"])
def test_every_process_draws_pictures(
    cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    if start == "fork" and sys.platform != "linux":
        pytest.skip("only Linux forks")
    write(here, 2 * draw_shares.PER_WORKER, encoded(drawing(300, 200)))
    monkeypatch.setattr(draw_shares, "cores", lambda: 1 if start == "alone" else 2)
    if start == "spawn":
        monkeypatch.setattr(sys, "platform", "elsewhere")

    done = cjm("render", "-f", "svg")

    assert done.code == 0
    found = {path.read_text(encoding="utf-8").count("data:image/jpeg;base64,")
             for path in (here / "maps").glob("*.svg")}  # fmt: skip
    assert found == {2}


def test_a_broken_picture_is_told_and_the_map_is_drawn(cjm: Run, here: Path) -> None:
    write(here, 1, encoded(drawing())[:70])

    done = cjm("render", "-f", "svg,html")

    assert done.code == 0
    assert "the picture 'desk.png' is a broken PNG; save it once more" in done.err
    assert "Traceback" not in done.err
    assert "A desk" in (here / "maps" / "m0.svg").read_text(encoding="utf-8")
    assert "A desk" in (here / "maps" / "m0.html").read_text(encoding="utf-8")


def test_a_picture_that_is_not_there_is_told_once(cjm: Run, here: Path) -> None:
    write(here, 1, b"")
    (here / "desk.png").unlink()

    done = cjm("render", "-f", "svg")

    assert done.err.count("desk.png'") == 1
    assert (here / "maps" / "m0.svg").is_file()


def test_the_name_of_a_picture_writes_nothing_to_the_terminal(cjm: Run, here: Path) -> None:
    write(here, 1, encoded(drawing()))
    text = MAP.format(0).replace("desk.png", '"\\x1b]0;hi\\x07.png"')
    (here / "m0.journey.yaml").write_text(text, encoding="utf-8")
    (here / "\x1b]0;hi\x07.png").write_bytes(b"%PDF")

    done = cjm("render", "-f", "svg")

    assert "\x1b" not in done.err
    assert "is a PDF" in done.err
