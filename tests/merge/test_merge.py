"""Two branches' edits of one map are put together by item."""

from __future__ import annotations

import random

import pytest

from cjm.merge.merge import merge
from cjm.merge.tree import UnsureError
from cjm.source import parse
from tests.merge.check import fault, pair

BASE = """\
# A map
cjm: journey/1
title: Upgrade   # the title
persona: Li Na
stages:
  - name: Learn
    steps:
      - name: Compares plans   # first
        touchpoints: Plan page
        feeling: -2
        pains: 27 plans, no side-by-side view

      # about asking
      - name: Asks a friend
        feeling: {level: 1, label: relieved}
        channels: [Web, App]
  - name: Buy
    steps:
      - name: Orders
      - id: pay
        name: Pays
        pains:
          - text: Queue
            severity: 3
          - Card refused
"""
PAY = """\
      - id: pay
        name: Pays
        pains:
          - text: Queue
            severity: 3
          - Card refused
"""


def edited(*changes: tuple[str, str], base: str = BASE) -> str:
    for old, new in changes:
        assert base.count(old) == 1
        base = base.replace(old, new)
    return base


def merged(ours: str, theirs: str, base: str = BASE) -> str:
    found = merge(base.encode(), ours.encode(), theirs.encode())
    assert found.conflicts == ()
    return found.content.decode()


def test_both_branches_add_a_step_in_one_place():
    ours = edited(("      # about asking", "      - name: Reads reviews\n\n      # about asking"))
    theirs = edited(("      # about asking", "      - name: Watches a video\n      # about asking"))

    found = merged(ours, theirs)

    both = "      - name: Reads reviews\n\n      - name: Watches a video\n      # about asking"
    assert found == edited(("      # about asking", both))


def test_one_renames_a_step_without_an_id_that_the_other_annotates():
    ours = edited(("Compares plans", "Looks at plans"))
    notes = "no side-by-side view\n        opportunities: A table"
    theirs = edited(
        ("feeling: -2", "feeling: {level: -2, label: lost}"), ("no side-by-side view", notes)
    )

    found = merged(ours, theirs)

    assert found == edited(
        ("Compares plans", "Looks at plans"),
        ("feeling: -2", "feeling: {level: -2, label: lost}"),
        ("no side-by-side view", notes),
    )


def test_both_reorder_different_stages():
    ours = edited((PAY, ""), ("      - name: Orders\n", PAY + "      - name: Orders\n"))
    asks = BASE[BASE.index("      # about asking") : BASE.index("  - name: Buy")]
    compares = BASE[BASE.index("      - name: Compares") : BASE.index("\n      # about asking")]
    theirs = edited((compares + "\n" + asks, asks + compares))

    found = parse(merged(ours, theirs).encode(), "").data

    names = [[step["name"] for step in stage["steps"]] for stage in found["stages"]]
    assert names == [["Asks a friend", "Compares plans"], ["Pays", "Orders"]]


def test_both_move_different_stages():
    base = "title: T\nstages:\n- name: A\n- name: B\n- name: C\n- name: D\n"
    ours = "title: T\nstages:\n- name: B\n- name: A\n- name: C\n- name: D\n"
    theirs = "title: T\nstages:\n- name: A\n- name: B\n- name: D\n- name: C\n"

    assert (
        merged(ours, theirs, base)
        == "title: T\nstages:\n- name: B\n- name: A\n- name: D\n- name: C\n"
    )


def test_both_move_one_stage_is_a_conflict():
    base = "title: T\nstages:\n- name: A\n- name: B\n- name: C\n- name: D\n- name: E\n"
    ours = "title: T\nstages:\n- name: C\n- name: A\n- name: B\n- name: D\n- name: E\n"
    theirs = "title: T\nstages:\n- name: A\n- name: B\n- name: D\n- name: E\n- name: C\n"

    found = merge(base.encode(), ours.encode(), theirs.encode())

    assert found.conflicts == (("stages", "order"),)


def test_one_field_changed_two_ways_is_a_conflict_around_that_field_alone():
    ours = edited(("feeling: -2", "feeling: -1"), ("title: Upgrade ", "title: Upgrading "))
    theirs = edited(("feeling: -2", "feeling: 0"), ("persona: Li Na", "persona: Wang"))

    found = merge(BASE.encode(), ours.encode(), theirs.encode())

    mark = "<<<<<<< ours\n        feeling: -1\n=======\n        feeling: 0\n>>>>>>> theirs\n"
    assert found.conflicts == (("stages", "Learn", "steps", "Compares plans", "feeling"),)
    assert found.content.decode() == edited(
        ("        feeling: -2\n", mark), ("Upgrade ", "Upgrading "), ("Li Na", "Wang")
    )


def test_in_brackets_both_sides_of_a_conflict_hold_what_is_agreed():
    ours = edited(("level: 1, label: relieved", "level: 2, label: relieved"))
    theirs = edited(("level: 1, label: relieved", "level: 0, label: happy"))

    found = merge(BASE.encode(), ours.encode(), theirs.encode()).content.decode()

    assert "<<<<<<< ours\n        feeling: {level: 2, label: happy}\n=======\n" in found
    assert "=======\n        feeling: {level: 0, label: happy}\n>>>>>>> theirs\n" in found


def test_a_step_moved_to_another_stage_takes_the_other_branchs_edit_with_it():
    ours = edited((PAY, ""), ("      # about asking", PAY + "      # about asking"))
    theirs = edited(("severity: 3", "severity: 5"))

    found = merged(ours, theirs)

    assert found == ours.replace("severity: 3", "severity: 5")


def test_what_one_deletes_and_the_other_changes_is_a_conflict():
    ours = edited(("      - name: Orders\n", ""))
    theirs = edited(("- name: Orders\n", "- name: Orders\n        feeling: 1\n"))

    found = merge(BASE.encode(), ours.encode(), theirs.encode()).content.decode()

    assert (
        "<<<<<<< ours\n=======\n      - name: Orders\n        feeling: 1\n>>>>>>> theirs" in found
    )


def test_a_shorthand_and_its_long_form_are_one():
    ours = edited(("pains: 27 plans, no side-by-side view", "pains: 27 plans and no table"))
    long = "pains:\n          - text: 27 plans, no side-by-side view\n            severity: 4\n          - Other"
    theirs = edited(("pains: 27 plans, no side-by-side view", long))

    found = merged(ours, theirs)

    assert (
        "pains:\n          - text: 27 plans and no table\n            severity: 4\n          - Other"
        in found
    )


def test_both_branches_comments_stay():
    ours = edited(("# about asking", "# about asking (ours)"), ("# first", "# 1st"))
    theirs = edited(
        ("# about asking", "# about asking\n      # and more"), ("# first", "# eins"),
        ("feeling: -2", "feeling: -2 # bad"),
    )  # fmt: skip

    found = merged(ours, theirs)

    for comment in ("# about asking (ours)\n      # and more", "# 1st", "# eins", "-2 # bad"):
        assert comment in found


def test_line_ends_and_the_byte_order_mark_of_ours_stay():
    ours = "\ufeff" + edited(("feeling: -2", "feeling: -1")).replace("\n", "\r\n")
    theirs = edited(("severity: 3", "severity: 5"))

    found = merge(BASE.encode(), ours.encode(), theirs.encode()).content.decode()

    assert found == ours.replace("severity: 3", "severity: 5")


def test_a_library_is_merged_by_its_keys():
    base = "cjm: library/1\nchannels:\n  web: Web\n  app: {name: App}\n"
    ours = (
        "cjm: library/1\nchannels:\n  web: Web\n  app: {name: App, kind: digital}\n  shop: Shop\n"
    )
    theirs = "cjm: library/1\nchannels:\n  web: The web\n  app: {name: The app}\n  call: Hotline\n"

    found = merged(ours, theirs, base)

    assert found == (
        "cjm: library/1\nchannels:\n  web: The web\n  app: {name: The app, kind: digital}\n"
        "  call: Hotline\n  shop: Shop\n"
    )


def test_both_branches_add_the_file():
    ours = "cjm: persona/1\nname: Li Na\nage: 3\n"
    theirs = "cjm: persona/1\nname: Li Na\nrole: Teacher\n"

    assert merged(ours, theirs, "") == "cjm: persona/1\nname: Li Na\nrole: Teacher\nage: 3\n"


@pytest.mark.parametrize(
    ("ours", "reason"),
    [
        (edited(("feeling: -2", "feeling: &low -2"), ("severity: 3", "severity: *low")), "anchors"),
        (edited(("title: Upgrade", "title: [Upgrade")), "cannot be read"),
        (edited(("name: Orders", "id: pay\n        name: Orders")), "twice"),
        ("journey\n  title A\n", "cannot be read"),
        (BASE.replace("\n", "\r\n", 3).replace("-2", "-1"), "line ends"),
    ],
)
def test_where_it_cannot_be_sure_it_says_so(ours: str, reason: str):
    theirs = edited(("- name: Orders\n", "- name: Orders now\n"))

    with pytest.raises(UnsureError, match=reason):
        merge(BASE.encode(), ours.encode(), theirs.encode())


def test_an_untouched_branch_leaves_the_other_as_it_is():
    broken = b"stages: ["

    assert merge(BASE.encode(), BASE.encode(), broken).content == broken
    assert merge(BASE.encode(), broken, BASE.encode()).content == broken


@pytest.mark.parametrize("seed", range(160))
def test_no_edit_is_lost_and_none_invented(seed: int):
    """Edits of different fields or items both count; of one field, each side keeps its own.

    The same is asked of a thousand pairs by `benchmarks/merge.py`.
    """
    two = pair(random.Random(seed), ("any", "near", "any", "same")[seed % 4])

    found = merge(*two.texts)

    assert fault(two, found) == ""


def test_a_merge_of_two_moves_is_the_same_whoever_merges():
    """What is ours and what is theirs decides no order that both gave."""
    base = "title: T\nstages:\n- name: A\n- name: B\n- name: C\n- name: D\n"
    one = "title: T\nstages:\n- name: D\n- name: A\n- name: B\n- name: C\n"
    other = "title: T\nstages:\n- name: B\n- name: A\n- name: C\n- name: D\n"

    assert merged(one, other, base) == merged(other, one, base)


def test_what_neither_branch_touched_stays_byte_for_byte():
    odd = (
        'title:   T  \nscenario: >-\n   a\n\n   b\n"tags": { a:   [x,y ,z], "b":{c: 1} }   # odd\n   \nstages:\n'
        "-   name: A\n    steps:\n       -  name: B\n    \n          pains:   [ p,q ]\n\n\n- name: C\n  goal: 1\n# end\n"
    )
    ours = odd.replace("name: C", "name: D").replace("   a\n", "   a a\n")
    theirs = odd.replace("goal: 1", "goal: 2")

    found = merged(ours, theirs, odd)

    assert found == ours.replace("goal: 1", "goal: 2")
