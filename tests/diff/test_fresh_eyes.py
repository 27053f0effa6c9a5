"""What people who tried `cjm diff` on their own maps found wrong."""

from __future__ import annotations

import textwrap

import pytest

from cjm.diff.chain import Run
from cjm.diff.change import Kind
from cjm.diff.compare import Comparison, compare
from cjm.diff.judge import Judgement, judge
from cjm.diff.levels import Level
from cjm.diff.side import Side
from cjm.report.diff.look import DiffLook
from cjm.report.diff.markdown import diff_markdown
from cjm.report.diff.numbers import time
from cjm.report.diff.text import diff_text
from cjm.workspace.files import MemoryFiles
from cjm.workspace.load import load

from .pairs import mermaid
from .sides import compared, side, sides, step

FLIGHT = {
    "Departure": ("Waits: 0: Traveller", "Boards: 1: Traveller"),
    "Connection": ("Waits: -2: Traveller", "Boards: -1: Traveller"),
}


def diagrams(old: dict[str, tuple[str, ...]], new: dict[str, tuple[str, ...]]) -> Judgement:
    """Compare two diagrams whose scores are −2…+2."""
    texts = {
        "old.mmd": mermaid("Flies", scored(old)),
        "new.mmd": mermaid("Flies", scored(new)),
    }
    found = {map.path: Side(map, workspace) for workspace, map in load(MemoryFiles(texts), []).maps}
    return judge(compare(found["old.mmd"], found["new.mmd"]))


def scored(stages: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    def one(text: str) -> str:
        name, level, who = text.split(": ")
        return f"{name}: {int(level) + 3}: {who}"

    return {stage: tuple(map(one, steps)) for stage, steps in stages.items()}


def kinds(comparison: Comparison) -> list[tuple[str, str]]:
    return [(each.kind.value, str(each.name)) for each in comparison.changes]


def first_line(judgement: Judgement) -> str:
    run = Run(judgement.comparison.old, judgement.comparison.new, judgement)
    return diff_text([run], DiffLook()).splitlines()[2]


def test_steps_of_one_name_are_matched_within_their_stages():
    turned = dict(reversed(FLIGHT.items()))

    (found,) = diagrams(FLIGHT, turned).comparison.changes

    assert (found.kind, str(found.name)) == (Kind.STAGE_MOVED, "Connection")


def test_of_two_steps_of_one_name_the_one_that_went_is_told():
    shorter = {"Departure": FLIGHT["Departure"][1:], "Connection": FLIGHT["Connection"]}

    found = diagrams(FLIGHT, shorter)

    assert [(each.kind, each.old) for each in found.comparison.changes] == [
        (Kind.STEP_REMOVED, ("stages", 0, "steps", 0))
    ]
    assert found.level is Level.NEUTRAL  # nobody felt anything there


def test_a_map_that_lost_its_worst_step_is_better_by_that_alone():
    shorter = {"Departure": FLIGHT["Departure"], "Connection": FLIGHT["Connection"][1:]}

    found = diagrams(FLIGHT, shorter)

    assert found.level is Level.BETTER
    assert first_line(found) == (
        "Better for the customer: mean feeling rises from −0.5 to 0.0 by steps that came or went."
    )


def test_maps_that_share_nothing_are_not_called_better():
    chinese = {
        "出发": ("排队: 1: 旅客", "登机: 2: 旅客"),
        "转机": ("再排队: 2: 旅客", "再登机: 2: 旅客"),
    }

    found = diagrams(FLIGHT, chinese)

    assert found.level is Level.NEUTRAL
    assert first_line(found) == (
        "The two maps have no step in common, too few to call one better: "
        "mean feeling is −0.5 in the one and +1.8 in the other."
    )


def test_a_future_map_may_have_no_step_of_its_baseline():
    new = (
        step("name: Orders\nfeeling: 2", head="baseline: old")
        .replace("pay", "x")
        .replace("shop", "y")
    )
    pair = sides(step("name: Pays\nfeeling: -1"), new.replace("Shop", "Home"))

    assert judge(compare(*pair)).level is Level.BETTER


@pytest.mark.parametrize(
    ("apart", "joined"),
    [
        (("Pays by card", "Prints the ticket"), "Pays by card and prints the ticket"),
        (("Enters the name", "Enters the address"), "Enters name and address"),
        (("Persönliche Daten eingeben", "Bankdaten eingeben"),
         "Persönliche Daten und Bankdaten eingeben"),
        (("选座", "付款"), "选座并付款"),
    ],
)  # fmt: skip
def test_a_step_that_says_both_stands_for_both(apart, joined):
    two = {"Shop": tuple(f"{name}: 0: Buyer" for name in apart), "Home": ("Eats: 1: Buyer",)}
    one = {"Shop": (f"{joined}: 0: Buyer",), "Home": ("Eats: 1: Buyer",)}

    there, back = diagrams(two, one).comparison, diagrams(one, two).comparison

    assert {Kind.STEP_MERGED} == {each.kind for each in there.changes if "step" in each.kind.value}
    assert {Kind.STEP_SPLIT} == {each.kind for each in back.changes if "step" in each.kind.value}


def test_what_shares_a_word_alone_is_not_merged():
    two = {"Shop": ("Pays by card: 0: Buyer", "Waits for the card: 0: Buyer")}
    one = {"Shop": ("Pays by card or app: 0: Buyer",)}

    found = {each.kind for each in diagrams(two, one).comparison.changes}

    assert Kind.STEP_REMOVED in found
    assert Kind.STEP_MERGED not in found


def test_each_persona_feels_what_is_at_their_own_steps():
    text = """
        cjm: journey/1
        title: Buys bread
        personas: [Ann, Bo]
        stages:
          - name: Shop
            steps:
              - {{id: choose, name: Chooses, personas: [Ann], feeling: {}}}
              - {{id: pay, name: Pays, personas: [Bo], feeling: {}}}
    """

    found = judge(compare(*sides(text.format(-1, 0), text.format(0, -2))))

    assert found.old.persona_means == {"Ann": -1, "Bo": 0}
    assert found.new.persona_means == {"Ann": 0, "Bo": -2}
    assert "1 persona (Ann) better" in first_line(found)


def test_what_got_worse_is_said_first_though_the_feeling_stayed():
    old = "name: Pays\nfeeling: 0\npains: [{id: queue, text: A long queue, severity: 2}]"
    more = "\n  - {name: Home, feeling: -1}"

    found = judge(compared(step(old) + more, step(old.replace("2", "4")) + more.replace("-1", "2")))

    assert first_line(found) == (
        "Better for the customer, with 1 step worse: mean feeling rises from −0.5 to +1.0, 1 pain is worse, "
        "but 'Pays' gets worse."
    )


@pytest.mark.parametrize(
    "where", ["", "opportunities: [{id: app, text: Pay in the app, owner: IT}]"]
)
def test_a_new_owner_is_no_wording_and_always_shown(where):
    old = step(f"name: Pays\n{where}", head="owner: {department: IT, person: Ann}")

    found = judge(
        compared(
            old,
            old.replace("department: IT", "department: Sales").replace("owner: IT", "owner: Sales"),
        )
    )

    assert {each.change.kind for each in found.changes} == {Kind.DETAIL_CHANGED}
    run = Run(found.comparison.old, found.comparison.new, found)
    assert "owner 'IT, Ann' → 'Sales, Ann'" in diff_text([run], DiffLook())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("15 d 1 h 40 min", "15 d 2 h"),
        ("25 min", "25 min"),
        ("23 h 59 min 40 s", "1 d"),
        ("0 min", "0 min"),
    ],
)
def test_a_long_time_is_rounded_to_two_units(text, told):
    seconds = {
        "15 d 1 h 40 min": 15 * 86400 + 6000,
        "25 min": 1500,
        "23 h 59 min 40 s": 86380,
        "0 min": 0,
    }

    assert time(seconds[text]) == told


def test_the_comment_shows_first_what_got_worse_though_the_feeling_stayed():
    old = "name: Pays\nfeeling: 0\npains: [{id: queue, text: A long queue, severity: 2}]"
    found = judge(compared(step(old), step(old.replace("2", "4"))))
    run = Run(found.comparison.old, found.comparison.new, found)

    assert "- ▼ Shop › Pays: pain worse: 'A long queue', severity 2 → 4" in diff_markdown(
        [run], DiffLook()
    )


LIBRARY = """
cjm: library/1
touchpoints:
  till: {name: Till, channels: [shop], needs: [speed], owner: sales}
channels: {shop: {name: Shop}}
needs: {speed: {text: Quick}}
departments: {sales: {name: Sales}}
"""


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("name: Till", "touchpoint"),
        ("name: Shop", "channel"),
        ("text: Quick", "need"),
        ("name: Sales", "department"),
    ],
)
def test_what_changes_in_a_library_shows_in_a_journey_that_uses_it_however_far(word, told):
    text = step("name: Pays\ntouchpoints: [till]")
    changed = LIBRARY.replace(word, f"{word} again")

    (found,) = compare(
        side(text, **{"x.library.yaml": LIBRARY}), side(text, **{"x.library.yaml": changed})
    ).changes

    assert (found.kind, found.what) == (Kind.WORDING, told)


def test_of_two_steps_as_like_as_each_other_the_one_that_feels_so_is_the_same():
    old = {
        "Shop": ("Looks at xxx bread: -2: Buyer", "Eats: 0: Buyer", "Looks at yyy bread: 2: Buyer")
    }
    new = {"Shop": ("Sings: 0: Buyer", "Looks at zzz bread: 2: Buyer", "Sleeps: 0: Buyer")}

    found = diagrams(old, new).comparison.matches.steps.by_new["stages", 0, "steps", 1]

    assert found.old == ("stages", 0, "steps", 2)


def test_the_headline_tells_of_pains_that_eased():
    old = "name: Pays\npains: [{id: queue, text: A long queue, severity: 4}]"

    found = judge(compared(step(old), step(old.replace("4", "2"))))

    assert first_line(found) == "Better for the customer: 1 pain is eased."


def test_what_is_merged_took_its_times_together():
    old = """
        - {id: order, name: Orders online, wait: 3 days}
        - {id: sign, name: Signs the paper, duration: 30 min, wait: 12 min}
    """
    new = "- {id: sign, name: Signs in the app, duration: 4 min, replaces: [order, sign]}"
    head = "cjm: journey/1\ntitle: Buys\nstages:\n  - id: buy\n    name: Buy\n    steps:\n"

    for before, after in ((old, new), (new.replace(", replaces: [order, sign]", ""), old)):
        texts = [
            head + textwrap.indent(textwrap.dedent(each), "      ") for each in (before, after)
        ]
        if before is not old:
            texts[1] = texts[1].replace("wait: 3 days", "wait: 3 days, replaces: sign")
            texts[1] = texts[1].replace("wait: 12 min", "wait: 12 min, replaces: sign")
        changes = compared(*texts).changes
        found = {each.kind: (each.before, each.after) for each in changes}
        times = [*found[Kind.DURATION_CHANGED], *found[Kind.WAIT_CHANGED]]

        assert sorted(str(each) for each in times) == ["3 days + 12 min", "30 min", "4 min", "None"]
