"""A journey as a flow: cards, ways with conditions and shares, the happy path, ends."""

from __future__ import annotations

from tests.layout.flow.maps import flow_of, steps_of

FORK = steps_of(
    "id: a, name: Compares, touchpoints: {name: Plan page, channels: Web}, feeling: -2",
    "id: b, name: Asks, next: [{to: c, when: unsure, share: 30},"
    " {to: d, share: 60}, {to: exit, name: Gives up, share: 10}]",
    "id: c, name: Calls, next: [{to: b, share: 50}, {to: d, share: 50}]",
    "id: d, name: Signs, moment_of_truth: true",
)


def test_a_card_holds_name_place_feeling_and_moment() -> None:
    flow = flow_of(FORK)

    first, last = flow.cards[0], flow.cards[-1]

    assert (first.name, first.place, first.level, first.is_assumed) == (
        "Compares",
        "Plan page · Web",
        -2,
        True,
    )
    assert last.moment == "moment of truth"


def test_an_edge_holds_condition_share_and_how_many_of_all_go_it() -> None:
    flow = flow_of(FORK)

    edge = flow.edges[1]

    assert (edge.start, edge.end, edge.when, edge.share) == (1, 2, "unsure", "30\u202f%")
    assert edge.passing is not None
    assert 0.3 < edge.passing < 0.36


def test_the_happy_path_takes_the_largest_share_and_never_a_way_out() -> None:
    flow = flow_of(FORK)

    happy = [(edge.start, edge.end) for edge in flow.edges if edge.is_on_happy_path]

    assert happy == [(0, 1), (1, 3)]
    assert flow.main == (0, 1, 3)


def test_without_shares_the_first_way_is_the_happy_path() -> None:
    flow = flow_of(steps_of("id: a, name: A, next: [c, b]", "id: b, name: B", "id: c, name: C"))

    assert flow.main == (0, 2)
    assert not flow.has_shares


def test_the_straight_line_goes_on_where_most_have_reached_the_goal() -> None:
    flow = flow_of(
        steps_of(
            "id: a, name: A, next: [{to: b, share: 20}, {to: end, share: 80}]", "id: b, name: B"
        )
    )

    assert flow.main == (0, 1)
    assert [edge.is_on_happy_path for edge in flow.edges] == [False]
    assert [end.is_on_happy_path for end in flow.ends if end.start == 0] == [True]


def test_a_way_to_an_earlier_step_is_a_loop() -> None:
    flow = flow_of(FORK)

    assert [(edge.start, edge.end) for edge in flow.edges if edge.is_loop] == [(2, 1)]


def test_ends_are_told_from_exits_and_the_last_step_ends_by_itself() -> None:
    flow = flow_of(FORK)

    told = [(end.start, end.kind, end.name, end.is_alone) for end in flow.ends]

    assert told == [(1, "exit", "Gives up", False), (3, "end", "", True)]


def test_a_step_from_which_no_way_leads_on_is_a_dead_end() -> None:
    flow = flow_of(steps_of("name: A, next: nowhere", "name: B, next: B", "name: C"))

    assert [card.is_dead_end for card in flow.cards] == [True, True, False]
    assert flow.notes == ("1 'next' leads to no known step and is not drawn",)


def test_a_step_to_which_no_way_leads_is_a_start_only_in_the_first_stage() -> None:
    flow = flow_of(
        "title: T\nstages:\n  - {name: S, steps: [{name: A, next: C}, B]}\n"
        "  - {name: T, steps: [{name: C, next: end}, D]}\n"
    )

    assert [card.is_start for card in flow.cards] == [True, True, False, False]
    assert [card.is_unreached for card in flow.cards] == [False, False, False, True]


def test_figures_stand_in_the_header_only_where_every_share_is_written() -> None:
    known = flow_of(FORK)
    unknown = flow_of(FORK.replace("{to: d, share: 60}", "d"))

    assert [figure.id for figure in known.header.figures] == ["goal", "leaving"]
    assert [figure.value for figure in known.header.figures] == ["88\u202f%", "12\u202f%"]
    assert unknown.header.figures == ()


def test_a_flow_speaks_chinese() -> None:
    flow = flow_of(FORK.replace("name: Compares", "name: {en: Compares, zh: 比较}"), "zh")

    assert flow.cards[0].name == "比较"
    assert flow.header.goals[0][0] == "流程"
    assert "4 个步骤" in flow.description


def test_a_map_of_one_step_and_one_of_no_steps_are_flows() -> None:
    one = flow_of("title: T\nstages:\n  - name: Only\n")

    assert (len(one.cards), one.edges, one.main) == (1, (), (0,))


def test_one_way_is_said_only_of_a_flow_that_has_one() -> None:
    plain = flow_of(steps_of("id: a, name: A", "id: b, name: B"))
    broken = flow_of(steps_of("id: a, name: A, next: nowhere", "id: b, name: B", "id: c, name: C"))

    assert plain.header.goals[0][1] == "One way through, from start to end"
    assert broken.header.goals[0][1] == "The straight line is the main path"
