"""A comparison shows both maps on one grid, and what becomes of everything in them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.sheet import Sheet
from cjm.sheet.change_words import change_words
from cjm.sheet.sheet import (
    Detail,
    GaugeChange,
    MarkChange,
    NoteChange,
    StageHead,
    StepChange,
)
from tests.sheet.builders import lane_of
from tests.sheet.comparisons import AFTER, BEFORE, PAIRS, blocks_of, change_sheet


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return change_sheet(BEFORE, AFTER)


def notes(sheet: Sheet, lane: str) -> dict[str, NoteChange]:
    found = blocks_of(lane_of(sheet, lane))
    return {block.text: block for block in found if isinstance(block, NoteChange)}


def steps(sheet: Sheet) -> list[StepChange]:
    return [each for each in blocks_of(lane_of(sheet, "step")) if isinstance(each, StepChange)]


def marks(sheet: Sheet, lane: str) -> list[tuple[str, str, str]]:
    found = blocks_of(lane_of(sheet, lane))
    return [(each.before, each.after, each.turn) for each in found if isinstance(each, MarkChange)]


def told(more: Iterable[Detail]) -> dict[str, str]:
    return {each.label: each.text for each in more}


def step(name: str, fields: str = "", *, state: str = "current") -> str:
    return (
        f"title: Buys bread\nstate: {state}\nstages: [{{id: a, name: A, steps: [{{id: x, name: {name}"
        f"{', ' + fields if fields else ''}}}]}}]\n"
    )


def test_the_columns_are_the_steps_of_both_maps_stage_by_stage(sheet: Sheet) -> None:
    assert [column.name for column in sheet.columns] == [
        "Opens the box", "Taps on return", "Packs lamp and label", "Stands in a queue",
        "Gets the money", "A tree is planted",
    ]  # fmt: skip
    assert [(each.name, each.start, each.end) for each in sheet.stages] == [
        ("Notice", 0, 2), ("Return", 2, 5), ("Afterwards", 5, 6),
    ]  # fmt: skip


def test_a_stage_of_one_map_alone_says_so(sheet: Sheet) -> None:
    heads = [each for each in blocks_of(lane_of(sheet, "stage")) if isinstance(each, StageHead)]

    assert [head.name for head in heads] == ["Notice", "Return", "Afterwards (added)"]


def test_each_step_says_what_becomes_of_it(sheet: Sheet) -> None:
    assert [(each.badge, each.turn, each.was) for each in steps(sheet)] == [
        ("changed", "changed", ""),
        ("changed", "changed", "was: Calls the shop"),
        ("merged", "changed", "from: Prints a label, Packs the lamp"),
        ("removed", "removed", ""),
        ("split", "changed", ""),
        ("added", "added", ""),
    ]


def test_more_about_a_step_tells_old_and_new_text_and_the_rules(sheet: Sheet) -> None:
    more = told(steps(sheet)[1].more)

    assert (more["Before"], more["Now"]) == ("Calls the shop", "Taps on return")
    assert more["description"] == "In the lunch break → From the sofa"
    assert "pain-resolved" in more["Better"]
    assert more["Worse"] == "feeling-fell, pain-introduced"


def test_a_step_that_looks_like_another_says_how_much() -> None:
    (alike,) = steps(
        change_sheet(
            "title: T\nstages: [{name: A, steps: [{name: Pays at the till}]}]\n",
            "title: T\nstages: [{name: A, steps: [{name: Pays at a till}]}]\n",
        )
    )

    assert alike.badge == "looks alike"
    assert told(alike.more)["Likeness"].endswith("%")


def test_pains_say_whether_they_go_stay_or_come(sheet: Sheet) -> None:
    found = {text: (each.badge, each.turn, each.is_gone, each.is_new)
             for text, each in notes(sheet, "pains").items()}  # fmt: skip

    assert found == {
        "Nine menus": ("resolved", "better", True, False),
        "The clerk is cross": ("deferred", "changed", False, False),
        "Asked for the number twice": ("eased", "better", False, False),
        "The password is forgotten": ("new", "worse", False, True),
        "Nobody says when the money comes": ("resolved", "better", True, False),
    }


def test_more_about_a_pain_tells_both_forms_of_it(sheet: Sheet) -> None:
    more = told(notes(sheet, "pains")["Asked for the number twice"].more)

    assert more == {
        "Before": "Asked for everything twice · severity 3 of 5",
        "Now": "Asked for the number twice · severity 1 of 5",
        "Better": "pain-eased",
    }


def test_more_about_a_resolved_pain_tells_where_it_is_settled(sheet: Sheet) -> None:
    more = told(notes(sheet, "pains")["Nine menus"].more)

    assert more["Now in"] == "Taps on return"
    assert "Now" not in more


def test_delights_that_go_are_worse_and_itches_that_are_met_are_better(sheet: Sheet) -> None:
    delights, itches = notes(sheet, "delights"), notes(sheet, "itches")

    assert (delights["The box says it all"].turn, delights["The box says it all"].is_gone) == ("worse", True)  # fmt: skip
    assert delights["Something good comes of it"].turn == "better"
    assert (itches["Pick it up"].badge, itches["Pick it up"].turn) == ("met", "better")


def test_opportunities_are_realised_dropped_or_new(sheet: Sheet) -> None:
    found = {text: each.badge for text, each in notes(sheet, "opportunities").items()}

    assert found == {
        "Let people send it back online": "realised",
        "A robot that answers": "dropped",
        "Log in by face": "new",
    }


def test_what_is_replaced_stands_before_what_replaces_it(sheet: Sheet) -> None:
    assert ("Hotline", "Shop app", "changed") in marks(sheet, "touchpoints")
    assert ("Counter", "", "removed") in marks(sheet, "touchpoints")
    assert ("", "Phone", "added") in marks(sheet, "channels")
    assert ("Finance", "Finance", "kept") in marks(sheet, "owner")
    assert marks(sheet, "time") == [
        ("25\xa0min", "2\xa0min", "changed"), ("20\xa0min", "", "removed"),
    ]  # fmt: skip


def test_a_merged_step_took_the_times_of_all_its_parts() -> None:
    old = (
        "title: T\nstages: [{id: a, name: A, steps: [{id: x, name: Orders, wait: 3 days},"
        " {id: y, name: Signs, duration: 30 min, wait: 12 min}]}]\n"
    )
    new = (
        "title: T\nstate: future\nstages: [{id: a, name: A, steps: ["
        "{id: y, name: Signs, duration: 4 min, replaces: [x, y]}]}]\n"
    )

    sheet = change_sheet(old, new)

    assert marks(sheet, "time") == [
        ("30\xa0min", "4\xa0min", "changed"), ("3\xa0days", "", "removed"),
    ]  # fmt: skip
    assert all(
        each.is_amount for each in blocks_of(lane_of(sheet, "time")) if isinstance(each, MarkChange)
    )


def test_only_pains_are_severe() -> None:
    changed = step(
        "X",
        "delights: [{id: d, text: Warm, severity: 3}], pains: [{id: p, text: Cold, severity: 2}]",
    )
    sheet = change_sheet(changed, changed.replace("current", "future").replace("Warm", "Very warm"))

    assert [each.dots_label for each in notes(sheet, "delights").values()] == ["strength"]
    assert [each.dots_label for each in notes(sheet, "pains").values()] == ["severity"]


def test_a_promoter_score_keeps_its_sign() -> None:
    old = step("X", "metrics: [{name: NPS, kind: nps, actual: 31}]")
    new = step("X", "metrics: [{name: NPS, kind: nps, actual: -3}]", state="future")

    (found,) = blocks_of(lane_of(change_sheet(old, new), "metrics"))

    assert isinstance(found, GaugeChange)
    assert (found.before, found.after) == ("+31", "−3")


def test_metrics_say_which_way_they_go(sheet: Sheet) -> None:
    found = [
        (each.name, each.before, each.after, each.turn, each.note)
        for each in blocks_of(lane_of(sheet, "metrics"))
        if isinstance(each, GaugeChange)
    ]

    assert ("Days to refund", "9 days", "2 days", "better", "target") in found
    assert ("Content", "3.9", "3.7", "worse", "") in found
    assert ("Letters", "400", "", "changed", "gone") in found


def test_both_curves_and_the_gain_or_loss_at_each_step_stand_in_the_lane(sheet: Sheet) -> None:
    curve = lane_of(sheet, "feeling").curve

    assert curve is not None
    assert [line.name for line in curve.lines] == ["future state"]
    assert [line.name for line in curve.before] == ["current state"]
    assert [(gain.at, gain.number) for gain in curve.gains] == [
        (1.5, "+1"), (2.5, "+1.5"), (4.5, "−0.8"),
    ]  # fmt: skip


def test_a_point_that_moved_tells_of_each_persona(sheet: Sheet) -> None:
    curve = lane_of(sheet, "feeling").curve
    assert curve is not None
    moved = next(point for point in curve.lines[0].points if point.start == 1)
    still = next(point for point in curve.lines[0].points if point.start == 0)

    more = told(moved.more)

    assert (more["Before"], more["Now"], more["Difference"]) == ("−1.5", "−0.5", "+1")
    assert more["王强"] == "−1 → −2"
    assert still.more == ()


def test_a_chain_draws_a_curve_for_each_state_between() -> None:
    between = BEFORE.replace("state: current", "state: transition").replace("feeling: -2", "feeling: -1")  # fmt: skip
    sheet = change_sheet(BEFORE, AFTER, between=between)
    curve = lane_of(sheet, "feeling").curve

    assert curve is not None
    assert [line.name for line in curve.before] == ["current state", "transition state"]
    assert [entry.text for entry in sheet.legend if entry.sign == "before"] == [
        "current state", "transition state",
    ]  # fmt: skip


def test_the_header_tells_the_states_and_the_figures(sheet: Sheet) -> None:
    header = sheet.header

    assert [badge.text for badge in header.badges] == ["CURRENT STATE", "→", "FUTURE STATE"]
    assert header.goals == (("Steps", "1 added, 1 removed, 1 merged, 4 changed"),)
    assert [(each.id, each.value, each.turn) for each in header.figures] == [
        ("mean", "−0.4 → +0.7", "better"),
        ("pains", "2 / 4", "better"),
        ("realised", "1 / 2", "better"),
        ("channels", "1 → 2", "kept"),
        ("worse", "2", "worse"),
    ]


def test_states_of_one_name_are_called_by_what_the_maps_are_or_before_and_after() -> None:
    old, new = step("Pays"), step("Pays by card")

    assert change_sheet(old, new, names=("HEAD", "working tree")).states == ("HEAD", "working tree")
    assert change_sheet(old, new).states == ("before", "after")
    assert change_sheet(old, new, language="zh").states == ("之前", "之后")


def test_signs_that_do_not_occur_are_not_explained() -> None:
    sheet = change_sheet(*PAIRS["changes-none"])

    assert {entry.sign for entry in sheet.legend} == {"line", "before"}


def test_a_map_beside_itself_has_nothing_to_tell() -> None:
    sheet = change_sheet(*PAIRS["changes-none"])
    blocks = [block for lane in sheet.lanes for cell in lane.cells for block in cell.blocks]

    assert {getattr(block, "turn", "kept") for block in blocks} == {"kept"}
    assert [block for block in blocks if getattr(block, "more", ())] == []
    assert sheet.header.goals == (("Steps", "as they were"),)


def test_what_a_stage_says_whose_steps_all_went_elsewhere_is_told_of_the_whole_map() -> None:
    old = (
        "title: T\nstages:\n  - {id: a, name: A, pains: {id: p, text: Too long}, steps: [{id: x, name: Asks}]}\n"
        "  - {id: b, name: B, steps: [{id: y, name: Pays}]}\n"
    )
    new = (
        "title: T\nstages: [{id: b, name: B, steps: [{id: x, name: Asks}, {id: y, name: Pays}]}]\n"
    )

    (cell,) = lane_of(change_sheet(old, new), "pains").cells

    assert (cell.start, cell.end) == (0, 2)
    assert [getattr(block, "text", "") for block in cell.blocks] == ["Too long"]


def test_what_stays_asks_for_no_attention_and_what_changes_tells_more(sheet: Sheet) -> None:
    for lane in sheet.lanes:
        for block in blocks_of(lane):
            turn = getattr(block, "turn", "")
            assert bool(getattr(block, "more", ())) == (turn not in ("", "kept")), block


def test_other_words_alone_are_told_where_somebody_asks_and_nowhere_else() -> None:
    old, new = step("Pays", "description: With coins"), step("Pays", "description: With notes")

    (block,) = steps(change_sheet(old, new))

    assert (block.badge, block.turn) == ("", "kept")
    assert told(block.more) == {"description": "With coins → With notes"}


def test_a_step_of_which_nothing_is_better_or_worse_tells_more_too() -> None:
    old, new = step("Pays", "touchpoints: Till"), step("Pays", "touchpoints: App")

    (block,) = steps(change_sheet(old, new))

    assert block.badge == "changed"
    assert told(block.more) == {"Neutral": "changed ×2"}


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ar", "de"])
def test_every_word_is_there_in_every_language(language: str) -> None:
    english, own = change_words("en").words, change_words(language).words

    assert set(english) <= set(own)
    fields = {
        key: {part.split("}")[0] for part in text.split("{")[1:]} for key, text in own.items()
    }
    assert all(
        fields[key] == {part.split("}")[0] for part in english[key].split("{")[1:]}
        for key in english if key.startswith(("change", "figure", "now", "more", "said", "legend", "describe.change"))
    )  # fmt: skip


def test_a_map_in_chinese_speaks_chinese() -> None:
    sheet = change_sheet(BEFORE, AFTER, language="zh")

    assert [block.badge for block in steps(sheet)] == [
        "有变化",
        "有变化",
        "合并",
        "取消",
        "拆分",
        "新增",
    ]
    assert sheet.header.goals == (("步骤", "新增 1 步、取消 1 步、合并 1 步、4 步有变化"),)


def test_an_arrow_points_the_way_the_language_runs() -> None:
    old, new = PAIRS["changes-rtl"]
    sheet = change_sheet(old, new.replace("title: الترقية", "title: ترقية جديدة"))

    assert sheet.header.title == "الترقية ← ترقية جديدة"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(-2, 2)), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.integers(-2, 2)), min_size=1, max_size=6),
)
def test_every_step_of_both_maps_has_a_column_and_no_cell_is_used_twice(
    old: list[tuple[int, int]], new: list[tuple[int, int]]
) -> None:
    names = ["Pays", "Waits", "Asks", "Leaves", "Calls", "Writes"]
    before, after = (
        "title: T\nstages:\n  - name: A\n    steps:\n"
        + "".join(f"      - {{name: {names[at]}, feeling: {level}}}\n" for at, level in dict(each).items())
        for each in (old, new)
    )  # fmt: skip

    sheet = change_sheet(before, after)

    shown = {name for each in steps(sheet) for name in (each.text, each.before) if name}
    assert shown == {names[at] for at, _ in (*old, *new)}
    assert len(sheet.columns) == len(steps(sheet)) <= len(dict(old)) + len(dict(new))
    for lane in sheet.lanes:
        for row in lane.rows:
            taken = [at for cell in row for at in range(cell.start, cell.end)]
            assert len(taken) == len(set(taken))
            assert all(0 <= at < len(sheet.columns) for at in taken)


def test_what_was_dismissed_already_could_not_be_realised() -> None:
    held = "opportunities: [{id: a, text: Say why}, {id: b, text: Send it, status: dismissed}]"
    old = step("X", held)
    new = step("X", held.replace("Say why", "Say why, status: done"), state="future")

    figures = {each.id: each.value for each in change_sheet(old, new).header.figures}

    assert figures["realised"] == "1 / 1"
