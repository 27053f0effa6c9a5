from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest

from cjm.cli import draw
from cjm.cli.inputs import inputs
from cjm.cli.pictures import Wishes, pictures
from cjm.render.look import PLAIN
from tests.cli.conftest import Run, write_maps


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_many_cores_draw_the_same_bytes_in_the_same_order(
    here: Path, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    if start == "fork" and sys.platform != "linux":
        pytest.skip("only Linux forks")
    write_maps(here, 2 * draw.PER_WORKER)
    given = inputs([])
    loaded = given.load()
    wanted = pictures(loaded, Wishes(formats=("svg",)))
    manner = draw.Manner((PLAIN,))
    monkeypatch.setattr(draw, "cores", lambda: 1)
    alone = list(draw.drawn(loaded, wanted, manner, given.load))

    monkeypatch.setattr(draw, "cores", lambda: 2)
    if start == "spawn":
        monkeypatch.setattr(sys, "platform", "elsewhere")
    together = list(draw.drawn(loaded, wanted, manner, given.load))

    assert together == alone
    assert len(alone) == 2 * draw.PER_WORKER


def test_what_a_further_process_needs_can_be_sent_to_it(here: Path) -> None:
    write_maps(here, 1)
    given = pickle.loads(pickle.dumps(inputs([])))

    assert len(given.load().maps) == 1


def test_few_maps_start_no_process(cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_maps(here, 3)
    monkeypatch.setattr(draw, "_workers", lambda *_: pytest.fail("a process was started"))

    assert cjm("render", "-f", "svg").code == 0
