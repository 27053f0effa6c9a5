"""Random edits of the examples: each is told, nothing else is, and the other way round it is turned."""

from __future__ import annotations

import json
import random
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from cjm.diff.change import Kind
from cjm.diff.compare import compare
from cjm.diff.judge import judge
from cjm.diff.side import Side
from cjm.workspace.files import DiskFiles, MemoryFiles
from cjm.workspace.load import load

from .test_properties import outline, turned

EXAMPLES = Path(__file__).parents[2] / "examples"
MAPS = sorted(
    path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.glob("*/**/*.journey.yaml")
)
LARGE = "5g-upgrade/journeys/upgrade.current.journey.yaml"


@cache
def example(path: str) -> Side:
    loaded = load(DiskFiles(EXAMPLES), [path])
    ((workspace, map),) = loaded.maps
    return Side(map, workspace)


def edited(path: str, data: dict[str, Any]) -> Side:
    """Return the example at `path` with other contents, among its own personas and libraries."""
    files = MemoryFiles({path: json.dumps(data, ensure_ascii=False)}, DiskFiles(EXAMPLES))
    ((workspace, map),) = load(files, [path]).maps
    return Side(map, workspace)


def data_of(path: str) -> dict[str, Any]:
    data = YAML(typ="safe", pure=True).load((EXAMPLES / path).read_text(encoding="utf-8"))
    return json.loads(json.dumps(data, default=str))


def steps_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for stage in data["stages"] for step in stage.get("steps", ())]


@pytest.mark.parametrize("path", MAPS)
def test_an_example_does_not_differ_from_itself(path):
    assert compare(example(path), example(path)).changes == ()


@pytest.mark.parametrize("path", MAPS)
def test_lists_whose_order_means_nothing_may_be_turned_round(path):
    data = data_of(path)
    for step in steps_of(data):
        for key in (
            "pains",
            "opportunities",
            "touchpoints",
            "metrics",
            "needs",
            "systems",
            "evidence",
        ):
            if isinstance(step.get(key), list):
                step[key].reverse()

    assert compare(example(path), edited(path, data)).changes == ()


SEEDS = range(15)


@pytest.mark.parametrize("seed", SEEDS)
def test_another_feeling_is_one_change(seed):
    data = data_of(LARGE)
    choose = random.Random(seed)
    step, level = choose.choice(steps_of(data)), choose.choice([-2, -1.5, 0, 0.5, 2])
    before = example(LARGE).item(example(LARGE).find("places", step["id"])).feeling
    step["feeling"] = [{"level": level}]

    found = compare(example(LARGE), edited(LARGE, data)).of_kind(Kind.FEELING_CHANGED)

    if tuple(each.level for each in before) == (level,):
        assert found == ()
    else:
        assert {(each.id, each.after) for each in found if not each.persona} == {
            (step["id"], level)
        }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_step_that_goes_is_told_with_its_pains_and_nothing_else_is_removed(seed):
    data, choose = data_of(LARGE), random.Random(seed)
    stage = choose.choice([each for each in data["stages"] if each.get("steps")])
    gone = stage["steps"].pop(choose.randrange(len(stage["steps"])))

    found = compare(example(LARGE), edited(LARGE, data))

    assert [each.id for each in found.of_kind(Kind.STEP_REMOVED)] == [gone["id"]]
    assert {each.id for each in found.of_kind(Kind.INSIGHT_REMOVED)} >= {
        each["id"] for each in gone.get("pains", ()) if "id" in each
    }
    assert not found.of_kind(Kind.STEP_ADDED, Kind.STEP_MERGED, Kind.STEP_SPLIT, Kind.STEP_MOVED)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_step_that_moves_is_told_as_moved_alone(seed):
    data, choose = data_of(LARGE), random.Random(seed)
    stages = [each for each in data["stages"] if each.get("steps")]
    source, target = choose.sample([each for each in stages if len(each["steps"]) > 1], 2)
    step = source["steps"].pop(choose.randrange(len(source["steps"])))
    target["steps"].insert(choose.randrange(len(target["steps"]) + 1), step)

    found = compare(example(LARGE), edited(LARGE, data))

    assert [each.id for each in found.of_kind(Kind.STEP_MOVED)] == [step["id"]]
    assert not found.of_kind(Kind.STEP_ADDED, Kind.STEP_REMOVED, Kind.INSIGHT_REMOVED,
                             Kind.INSIGHT_INTRODUCED, Kind.INSIGHT_MOVED)  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_many_edits_the_other_way_round_are_turned_and_name_what_is_there(seed):
    data = scrambled(data_of(LARGE), random.Random(seed))
    old, new = example(LARGE), edited(LARGE, data)

    there, back = compare(old, new), compare(new, old)

    assert outline(there) == Counter(map(turned, outline(back).elements()))
    known = {*old.ids.of.values(), *new.ids.of.values()}
    of_map = ("stage-", "step-", "insight-", "opportunity-", "solution-", "feeling-", "id-")
    for change in there.changes:
        if change.kind.value.startswith(of_map):
            assert change.id in known, change
    assert len(judge(there).changes) == len(there.changes)


def scrambled(data: dict[str, Any], choose: random.Random) -> dict[str, Any]:
    """Return a map with some steps moved, dropped, renamed, merged, with other feelings and pains."""
    stages = [each for each in data["stages"] if each.get("steps")]
    for _ in range(choose.randrange(1, 8)):
        stage = choose.choice([each for each in stages if each["steps"]])
        at = choose.randrange(len(stage["steps"]))
        step = stage["steps"][at]
        edit = choose.randrange(7)
        if edit == 0 and len(steps_of(data)) > 3 and len(stage["steps"]) > 1:
            stage["steps"].pop(at)
        elif edit == 1:
            choose.choice(stages)["steps"].append(stage["steps"].pop(at))
            if not stage["steps"]:
                stage["steps"].append({"name": f"Looks {choose.randrange(99)}"})
        elif edit == 2:
            step["name"] = f"Other words {choose.randrange(99)}"
        elif edit == 3:
            step.pop("id", None)
        elif edit == 4:
            step["feeling"] = choose.choice([-2, 0, 2])
        elif edit == 5:
            step["pains"] = [{"text": f"A new pain {choose.randrange(9)}", "severity": 3}]
        else:
            other = choose.choice(steps_of(data))
            if other is not step:
                step["wait"] = "3 min"
                choose.shuffle(stage["steps"])
    return data
