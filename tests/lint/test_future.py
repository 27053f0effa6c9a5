"""Cases of the rules about maps of what is to come that their pages do not show."""

from __future__ import annotations

import pytest

from cjm.findings import Finding

from .workspaces import linted

PAIN = "{id: queue, text: Long queue, severity: 5}"
RULES = ("future", "format", "touchpoint")


def current(stages: str, more: str = "") -> str:
    return f"cjm: journey/1\ntitle: Now\nid: now\nstate: current\n{more}stages: [{stages}]\n"


def change(stages: str = "{id: use, name: Use}", more: str = "", id: str = "soon", base: str = "now",
           state: str = "future") -> str:  # fmt: skip
    return (
        f"cjm: journey/1\ntitle: {id}\nid: {id}\nstate: {state}\nbaseline: {base}\n{more}"
        f"stages: [{stages}]\n"
    )


def found_in(rule: str, *maps: str, library: str = "", **options: object) -> list[Finding]:
    texts = {f"{at}.journey.yaml": text for at, text in enumerate(maps)}
    if library:
        texts["shared.library.yaml"] = f"cjm: library/1\n{library}"
    found = linted(texts, **{"select": RULES, **options}).findings
    return [each for each in found if each.rule == rule]


# missing-baseline


@pytest.mark.parametrize("state", ["future", "transition"])
def test_a_map_of_what_is_to_come_changes_a_map(state):
    alone = change(state=state).replace("baseline: now\n", "")

    (found,) = found_in("missing-baseline", alone)

    assert found.message == f"the map is of the state '{state}' and changes no map"
    assert found.place.start.line == 4


@pytest.mark.parametrize(
    "text", [current("{name: Use}"), change(), change(base="[a, b]"), change(base="lost.yaml")]
)
def test_a_current_map_and_one_whose_baseline_is_not_found_are_left_alone(text):
    assert found_in("missing-baseline", text) == []


# forgotten-pain

NOW = current(f"{{id: choose, name: Choose, steps: [{{id: waits, name: Waits, pains: {PAIN}}}]}}, "
              "{id: use, name: Use}")  # fmt: skip


def forgotten(*maps: str, **options: object) -> list[str]:
    return [each.message for each in found_in("forgotten-pain", *maps, **options)]


def test_a_forgotten_pain_is_told_with_its_place_and_shown_in_its_file():
    (found,) = found_in("forgotten-pain", NOW, change())

    assert found.message == (
        "the pain 'Long queue' (severity 5) at step 'Waits' in stage 'Choose' of 'now' is forgotten"
    )
    assert found.place.path == "1.journey.yaml"
    assert [(each.path, each.label) for each in found.related] == [("0.journey.yaml", "forgotten")]


@pytest.mark.parametrize(
    ("stages", "line"),
    [
        ("{id: choose, name: Choose, steps: [{id: waits, name: Books}]}", 6),
        ("{id: choose, name: Choose}", 6),
        ("{id: book, name: Book, steps: [{name: Books, replaces: waits}]}", 6),
        ("{id: use, name: Use}", 5),
    ],
    ids=["the step", "its stage", "what replaces it", "else the baseline"],
)
def test_it_points_where_the_pain_would_be_settled(stages, line):
    (found,) = found_in("forgotten-pain", NOW, change(stages))

    assert found.place.start.line == line


@pytest.mark.parametrize(
    "text",
    [
        change(more="resolves: queue\n"),
        change(more="resolves: [Long queue]\n"),
        change("{id: use, name: Use, resolves: queue}"),
        change("{id: use, name: Use, steps: [{name: Books, resolves: queue}]}"),
        change(more="defers: {pain: queue, reason: Next year}\n"),
        change("{id: use, name: Use, pains: {id: queue, text: Still a queue, severity: 2}}"),
        change(more="pains: {id: QUEUE, text: Still a queue}\n"),
        change("{id: use, name: Use, pains: {text: Two queues, replaces: queue}}"),
        change("{id: choose, same: true}"),
        change(more="resolves: queueue\n"),
        change(more="resolves: [{a: b}]\n"),
        change("{id: use, name: Use, pains: [{text: x, severity: 9}]}"),
        change(base="then"),
        change(state="current"),
    ],
    ids=["resolved", "by its words", "at a stage", "at a step", "deferred", "kept", "kept in capitals",
         "replaced", "in a stage that is the same", "a reference to nothing", "unreadable resolves",
         "unreadable pain", "no such baseline", "a current map"],
)  # fmt: skip
def test_a_pain_that_is_kept_resolved_replaced_or_deferred_is_not_forgotten(text):
    assert forgotten(NOW, text) == []


@pytest.mark.parametrize(
    "pain",
    [
        "{id: queue, text: Long queue, severity: 3}",
        "{id: queue, text: Long queue}",
        "{id: queue, text: Long queue, severity: 5, status: refuted}",
    ],
)
def test_mild_and_refuted_pains_may_be_forgotten(pain):
    assert forgotten(NOW.replace(PAIN, pain), change()) == []


def test_delights_and_itches_may_be_forgotten():
    assert forgotten(NOW.replace("pains:", "delights:"), change()) == []


def test_from_which_severity_on_is_a_setting():
    mild = NOW.replace("severity: 5", "severity: 3")

    assert forgotten(mild, change(), settings={"pain.severe": "3"})


def test_a_pain_of_a_stage_or_the_whole_journey_is_not_kept_with_another_stage():
    of_stage = current(f"{{id: choose, name: Choose, pains: {PAIN}}}, {{id: use, name: Use}}")
    of_journey = current("{id: use, name: Use}", f"pains: {PAIN}\n")
    same = change("{id: use, same: true}")

    assert forgotten(of_stage, same) == [
        "the pain 'Long queue' (severity 5) at stage 'Choose' of 'now' is forgotten"
    ]
    assert forgotten(of_journey, same) == [
        "the pain 'Long queue' (severity 5) at the journey of 'now' is forgotten"
    ]


def later(*, transition: str, future: str = "{id: use, name: Use}") -> dict[str, int]:
    """Return path → how many pains are forgotten there, of a chain of three maps."""
    maps = (NOW, transition, change(future, id="later", base="soon"))
    paths = [each.place.path for each in found_in("forgotten-pain", *maps)]
    return {path: paths.count(path) for path in paths}


STEP = change(state="transition")
KEEPS = "{{id: choose, name: Choose, pains: {{id: queue, text: Queue, severity: {}}}}}"


def test_a_pain_that_all_forget_is_told_to_all():
    assert later(transition=STEP) == {"1.journey.yaml": 1, "2.journey.yaml": 1}


def test_what_is_settled_on_the_way_is_settled():
    assert later(transition=change(more="resolves: queue\n", state="transition")) == {}
    replaced = "{id: use, name: Use, pains: {id: line, text: Line, severity: 2, replaces: queue}}"
    assert later(transition=change(replaced, state="transition")) == {}


def test_what_is_kept_on_the_way_counts_as_it_stands_there():
    assert later(transition=change(KEEPS.format(4), state="transition")) == {"2.journey.yaml": 1}
    assert later(transition=change(KEEPS.format(3), state="transition")) == {}


def test_what_is_deferred_on_the_way_is_still_to_be_done():
    deferred = change(more="defers: {pain: queue, reason: Next year}\n", state="transition")

    assert later(transition=deferred) == {"2.journey.yaml": 1}


def test_what_is_kept_with_a_stage_on_the_way_is_still_a_pain():
    same = change("{id: choose, same: true}", state="transition")

    assert later(transition=same) == {"2.journey.yaml": 1}
    assert later(transition=same, future="{id: choose, same: true}") == {}


def test_maps_that_are_each_other_s_baseline_are_told_by_another_rule():
    ring = {"0.journey.yaml": change(id="a", base="b"), "1.journey.yaml": change(id="b", base="a")}

    assert {each.rule for each in linted(ring, select=RULES).findings} == {"circular-reference"}


# orphaned-need

LIBRARY = """\
touchpoints:
  hotline: {name: Hotline, owner: Shops, needs: [ask]}
  counter: {name: Counter, owner: Shops, needs: [prove]}
  chat: {name: Chat, owner: Shops, needs: [ask]}
  bot: {name: Bot, owner: Shops}
needs: {ask: Ask a person, prove: Prove who I am}
"""
BEFORE = current("{id: choose, name: Choose, steps: [{id: asks, name: Asks, touchpoints: [hotline, "
                 "counter]}]}")  # fmt: skip


def orphaned(stages: str, before: str = BEFORE, more: str = "") -> list[Finding]:
    return found_in("orphaned-need", before, change(stages, more), library=LIBRARY)


def test_the_need_the_touchpoint_and_both_places_are_told():
    (found,) = orphaned(
        "{id: choose, name: Choose, steps: [{id: asks, name: A, touchpoints: counter}]}"
    )

    assert found.message == (
        "nothing meets the need 'Ask a person' any more: 'Hotline' of 'now' did"
    )
    assert [(each.path, each.label) for each in found.related] == [
        ("0.journey.yaml", "met here before"),
        ("shared.library.yaml", "what is removed"),
    ]


@pytest.mark.parametrize(
    "touchpoints",
    [
        "touchpoints: [hotline, counter]",
        "touchpoints: [counter, {ref: hotline, importance: 2}]",
        "touchpoints: [counter, Hotline]",
        "touchpoints: [counter, chat]",
        "touchpoints: [counter, {name: Booth, needs: ask}]",
        "needs: ask, touchpoints: [counter, bot]",
        "touchpoints: [counter, {name: Booth, needs: [{text: {}}]}]",
        "touchpoints: [counter, {nmae: Booth}]",
        "channels: web",
    ],
    ids=["kept", "kept with overrides", "kept by name", "met by another", "met by a new one",
         "met at a step whose touchpoint says nothing", "unreadable need", "unreadable touchpoint",
         "no touchpoints yet"],
)  # fmt: skip
def test_the_need_is_met(touchpoints):
    assert orphaned(f"{{id: choose, name: Choose, {touchpoints}}}") == []


def test_a_stage_that_is_the_same_keeps_its_touchpoints():
    assert orphaned("{id: choose, same: true}, {name: Use, touchpoints: bot}") == []


def test_a_need_that_several_removed_touchpoints_met_is_told_once():
    before = current("{id: choose, name: Choose, touchpoints: [hotline, chat]}")

    (found,) = orphaned("{id: choose, name: Choose, touchpoints: counter}", before)

    assert "'Hotline' and 'Chat' of 'now' did" in found.message


# unready-touchpoint


def unready(touchpoints: str, library: str = LIBRARY) -> list[str]:
    text = change(f"{{id: use, name: Use, touchpoints: {touchpoints}}}")
    return [each.message for each in found_in("unready-touchpoint", BEFORE, text, library=library)]


@pytest.mark.parametrize(
    ("touchpoint", "missing"),
    [
        ("Kiosk", "no owner and no resources"),
        ("{name: Kiosk, owner: Shops}", "no resources"),
        ("{name: Kiosk, resources: {needed: Staff}}", "no owner"),
        ("{ref: bot, name: Kiosk}", "no resources"),
    ],
)
def test_what_a_new_touchpoint_lacks_is_named(touchpoint, missing):
    assert unready(f"[{touchpoint}]") == [
        f"the new touchpoint 'Kiosk' at stage 'Use' has {missing}"
    ]


@pytest.mark.parametrize(
    "touchpoint",
    [
        "hotline", "Hotline", "{ref: counter, importance: 3}", "{name: Kiosk, usage: current}",
        "{name: Kiosk, owner: Shops, resources: Staff}", "{ref: bot, resources: {owned: Rack}}",
        "{ref: nowhere}", "{name: Kiosk, owner: Shops, resources: {ownd: x}}",
    ],
)  # fmt: skip
def test_a_touchpoint_that_is_known_or_ready_is_fine(touchpoint):
    assert unready(f"[{touchpoint}]") == []


def test_many_new_touchpoints_are_one_finding_and_each_counts_once():
    assert unready("[Kiosk, Booth, kiosk, Robot]") == [
        "3 new touchpoints lack an owner or resources; the first is 'Kiosk' at stage 'Use'"
    ]


def test_a_new_touchpoint_without_an_owner_is_told_by_one_rule():
    text = change("{id: use, name: Use, touchpoints: [Kiosk]}")
    texts = {"0.journey.yaml": BEFORE, "1.journey.yaml": text, "a.library.yaml":
             f"cjm: library/1\n{LIBRARY}"}  # fmt: skip

    rules = {each.rule for each in linted(texts, select=RULES).findings
             if each.place.path == "1.journey.yaml"}  # fmt: skip

    assert "unready-touchpoint" in rules
    assert not rules & {"touchpoint-without-owner", "touchpoint-owner-incomplete"}


def test_the_owner_of_a_touchpoint_of_the_library_is_asked_for_there():
    bare = LIBRARY.replace("name: Bot, owner: Shops", "name: Bot")
    wished = bare.replace("name: Bot", "name: Bot, usage: desired")

    assert unready("[bot]", bare) == ["the new touchpoint 'Bot' at stage 'Use' has no resources"]
    assert unready("[{ref: bot, resources: Rack}]", bare) == []
    assert unready("[bot]", wished) == [
        "the new touchpoint 'Bot' at stage 'Use' has no owner and no resources"
    ]


@pytest.mark.parametrize("entry", ["resources: {x: 1}", "owner: {a: b}, resources: Rack"])
def test_what_a_library_says_and_could_not_be_read_is_not_called_missing(entry):
    library = LIBRARY.replace("name: Bot, owner: Shops", f"name: Bot, usage: desired, owner: Shops, {entry}"
                              if "owner" not in entry else f"name: Bot, usage: desired, {entry}")  # fmt: skip

    assert unready("[bot]", library) == []


def test_needs_of_a_library_that_could_not_be_read_may_meet_the_need():
    library = LIBRARY.replace("needs: [prove]", "needs: [{txt: Ask a person}]")
    stages = "{id: choose, name: Choose, touchpoints: counter}"

    found = found_in("orphaned-need", BEFORE, change(stages), library=library)

    assert found == []


# unmoved-target

METRICS = """\
metrics:
  csat: {name: CSAT, kind: csat, scale: [1, 5], better: higher, formula: mean, actual: 3.4}
  nps: {name: NPS, kind: nps}
"""


def unmoved(more: str, before: str = "") -> list[str]:
    maps = current("{id: use, name: Use}", before), change(more=more)
    return [each.message for each in found_in("unmoved-target", *maps, library=METRICS)]


@pytest.mark.parametrize(
    ("more", "before", "message"),
    [
        ("metrics: {ref: csat, target: 3.4}\n", "metrics: csat\n",
         "no target differs from the values of 'now'"),
        ("metrics: {ref: csat, target: 3.6}\n", "metrics: {ref: csat, actual: 3.6}\n",
         "no target differs from the values of 'now'"),
        ("metrics: [csat, nps]\n", "", "no metric of the map has a target"),
        ("goal: {business: More, metrics: nps}\n", "", "no metric of the map has a target"),
    ],
)  # fmt: skip
def test_a_future_without_a_number_to_reach_is_told(more, before, message):
    assert unmoved(more, before) == [message]


@pytest.mark.parametrize(
    ("more", "before"),
    [
        ("metrics: [nps, {ref: csat, target: 4}]\n", "metrics: csat\n"),
        ("metrics: {ref: csat, target: 4}\n", "metrics: {ref: csat, target: 4}\n"),
        ("metrics: {ref: csat, target: +10%}\n", "metrics: csat\n"),
        ("metrics: {ref: nps, target: 4}\n", ""),
        ("", "metrics: csat\n"),
        ("metrics: {ref: csat, target: a lot}\n", "metrics: csat\n"),
    ],
    ids=["moved", "the target that now has too", "relative", "not measured now", "no metric",
         "unreadable"],
)  # fmt: skip
def test_a_future_with_a_number_to_reach_is_fine(more, before):
    assert unmoved(more, before) == []
