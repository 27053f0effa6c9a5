"""A comparison as annotations: beside the lines of the new map, each with the step it is about."""

from __future__ import annotations

from cjm.diff.chain import Role, Run
from cjm.diff.compare import compare
from cjm.diff.judge import judge
from cjm.diff.side import Side
from cjm.report.diff.github import diff_github
from cjm.report.diff.look import DiffLook
from tests.diff.sides import NEW, side

WALK = """\
cjm: journey/1
title: A walk
persona: Sam
stages:
  - name: First
    steps:
      - name: Looks around
        feeling: 1
        delights: {text: The view, severity: 4}
  - name: Last
    steps:
      - {name: Goes home, feeling: 0}
"""


def run(old: Side | None, new: Side | None, role: Role = "pair") -> Run:
    judged = judge(compare(old, new)) if old is not None and new is not None else None
    return Run(old, new, judged, role)


def told(*runs: Run) -> list[str]:
    return diff_github(runs, DiffLook()).splitlines()


def new_side(text: str) -> Side:
    return side(text, NEW)


def test_what_is_worse_stands_at_its_line_and_names_its_step() -> None:
    lines = told(run(side(WALK), new_side(WALK.replace("feeling: 1", "feeling: -2"))))

    assert lines[0] == (
        f"::warning file={NEW},line=8,col=18,endColumn=19,endLine=8,title=cjm%3A feeling-fell::"
        f"{NEW}:8:18: First › Looks around: feeling +1 → −2 [feeling-fell]%0A"
        "help: customers feel worse at a step"
    )
    assert lines[1].startswith("Worse for the customer")


def test_what_is_gone_stands_at_the_name_of_where_it_was() -> None:
    new = WALK.replace("        delights: {text: The view, severity: 4}\n", "")

    lines = told(run(side(WALK), new_side(new)))

    assert lines[0].startswith(f"::warning file={NEW},line=7,col=15,endColumn=26,endLine=7,")
    assert "First › Looks around: " in lines[0]
    assert "'The view'" in lines[0]


def test_each_of_many_maps_is_told_by_its_title_and_the_same_are_counted() -> None:
    same = run(side(WALK), new_side(WALK), "map")
    changed = run(side(WALK), new_side(WALK.replace("feeling: 1", "feeling: 2")), "map")

    lines = told(same, changed, run(None, side(WALK), "map"), run(side(WALK), None, "map"), same)

    assert lines[0].startswith("Map 'A walk': Better for the customer")
    assert lines[1:] == ["New map: 'A walk'", "Map gone: 'A walk'", "2 maps without a change"]


def test_two_maps_that_are_the_same_say_so() -> None:
    assert told(run(side(WALK), new_side(WALK))) == ["Nothing differs."]
    assert told(*[run(side(WALK), new_side(WALK), "map")] * 3) == ["Nothing differs."]


def test_maps_that_were_never_loaded_count_as_the_same() -> None:
    changed = run(side(WALK), new_side(WALK.replace("feeling: 1", "feeling: 2")), "map")

    lines = diff_github([changed], DiffLook(same=3)).splitlines()

    assert lines[-1] == "3 maps without a change"
    assert diff_github([], DiffLook(same=3)) == "Nothing differs.\n"


def test_of_a_chain_nothing_is_annotated_twice() -> None:
    worse, worst = (WALK.replace("feeling: 1", f"feeling: {level}") for level in (0, -1))
    states = [side(WALK), side(worse, "middle.journey.yaml"), new_side(worst)]

    lines = told(
        run(states[0], states[1], "step"),
        run(states[1], states[2], "step"),
        run(states[0], states[2], "whole"),
    )

    assert [line.partition(",")[0] for line in lines if line.startswith("::")] == [
        "::warning file=middle.journey.yaml", f"::warning file={NEW}",
    ]  # fmt: skip


def test_no_text_of_a_map_is_a_command() -> None:
    hostile = "::error::x ##[stop-commands]y"
    old = WALK.replace("A walk", f"'{hostile}'").replace("Looks around", f"'{hostile}\\n{hostile}'")
    new = old.replace("feeling: 1", "feeling: -2")

    lines = told(run(side(old), new_side(new), "map"), run(None, side(old), "map"))

    assert [line.partition(" ")[0] for line in lines] == ["::warning", "Map", "New"]
    assert not any("##[" in line for line in lines)


def test_more_than_github_shows_are_plain_lines_and_none_is_lost() -> None:
    steps = "".join(f"      - {{name: Step {number}, feeling: 1}}\n" for number in range(14))
    old = f"title: T\npersona: Sam\nstages:\n  - name: First\n    steps:\n{steps}"

    lines = told(run(side(old), new_side(old.replace("feeling: 1", "feeling: 0"))))

    assert sum(line.startswith("::warning ") for line in lines) == 10
    assert sum(line.startswith("warning: ") for line in lines) == 4
    assert "10 of 14 findings are annotations: GitHub shows 10 of a kind for a step" in lines
