from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest

from cjm.cli import draw_shares
from cjm.cli.draw import Item
from cjm.cli.draw_shares import Head, drawings
from cjm.cli.inputs import inputs
from cjm.cli.pictures import Wishes
from cjm.errors import UsageError
from cjm.render.look import PLAIN
from cjm.workspace.load import Loaded
from tests.cli.conftest import Run, write_maps

SVG = Wishes(formats=("svg",))


def drawn(wishes: Wishes = SVG) -> tuple[Head, list[Item]]:
    with drawings(inputs([]), wishes, lambda loaded: (PLAIN,)) as (head, found):
        return head, list(found)


@pytest.fixture(params=["fork", "spawn"])
def two_cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "fork" and sys.platform != "linux":
        pytest.skip("only Linux forks")
    if request.param == "spawn":
        monkeypatch.setattr(sys, "platform", "elsewhere")
    monkeypatch.setattr(draw_shares, "cores", lambda: 2)


def alone(monkeypatch: pytest.MonkeyPatch) -> tuple[Head, list[Item]]:
    with monkeypatch.context() as patch:
        patch.setattr(draw_shares, "cores", lambda: 1)
        return drawn()


def without_places(found: list[Item]) -> list[object]:
    """Leave out where a map stands among those that one process has read."""
    return [([(each.path, each.language) for each in group], result) for group, result in found]


@pytest.mark.usefixtures("two_cores")
def test_several_processes_draw_the_same_bytes_in_the_same_order(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_maps(here, 2 * draw_shares.PER_WORKER)
    (here / "wrong.journey.yaml").write_text("title: A map\nstages: [{nam: Shop}]\n")
    (here / "lost.journey.yaml").write_text("title: [\n")
    expected = alone(monkeypatch)

    head, found = drawn()

    assert head == expected[0]
    assert without_places(found) == without_places(expected[1])
    assert len(found) == 2 * draw_shares.PER_WORKER + 1
    assert {each.path for each in head.findings} == {"lost.journey.yaml", "wrong.journey.yaml"}


def test_maps_that_name_each_other_are_read_by_one_process(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_maps(here, 2 * draw_shares.PER_WORKER)
    first, second = sorted(here.glob("**/*.journey.yaml"))[:2]
    name = first.name.removesuffix(".journey.yaml")
    second.write_text(second.read_text() + f"baseline: {name}\nstate: future\n")
    expected = alone(monkeypatch)
    monkeypatch.setattr(draw_shares, "cores", lambda: 2)

    head, found = drawn()

    assert head == expected[0]
    assert without_places(found) == without_places(expected[1])


def test_what_goes_wrong_in_another_process_is_told_here(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(loaded: Loaded, wishes: Wishes) -> None:
        raise UsageError("no such thing")

    write_maps(here, 2 * draw_shares.PER_WORKER)
    monkeypatch.setattr(draw_shares, "cores", lambda: 2)
    monkeypatch.setattr(draw_shares, "pictures", fail)

    if sys.platform == "linux":
        with pytest.raises(UsageError, match="no such thing"):
            drawn()


def test_what_a_further_process_needs_can_be_sent_to_it(here: Path) -> None:
    write_maps(here, 1)
    given = pickle.loads(pickle.dumps(inputs([])))

    assert len(given.load().maps) == 1


def test_few_maps_start_no_process(cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_maps(here, 3)
    monkeypatch.setattr(draw_shares, "_processes", lambda *_: pytest.fail("a process was started"))

    assert cjm("render", "-f", "svg").code == 0
