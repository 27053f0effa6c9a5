"""What the pages of the touchpoint rules do not show."""

from __future__ import annotations

import pytest

from cjm.findings import Finding, Severity
from cjm.lint import RULES

from .workspaces import linted

CATEGORY = tuple(name for name, rule in RULES.items() if rule.category == "touchpoint")
HEAD = "cjm: journey/1\ntitle: Upgrading\nstate: current\npersona: Li Na\n"


def found(texts: dict[str, str] | str, *rules: str, **options: object) -> list[Finding]:
    """Return what the named rules find; a text alone is one map."""
    files = {"a.journey.yaml": HEAD + texts} if isinstance(texts, str) else texts
    asked = rules or CATEGORY
    result = linted(files, **{"select": asked, **options})
    return [each for each in result.findings if each.rule in asked]


def said(texts: dict[str, str] | str, *rules: str, **options: object) -> list[str]:
    return [each.message for each in found(texts, *rules, **options)]


def one_stage(*steps: str, stage: str = "") -> str:
    lines = "".join(f"      - {{{each}}}\n" for each in steps)
    return f"stages:\n  - name: Use\n{stage}    steps:\n{lines}"


def test_every_rule_of_the_category_is_there_and_none_asks_a_diagram():
    assert len(CATEGORY) == 12
    assert not any(RULES[name].mermaid for name in CATEGORY)


# Which file is judged


LIBRARY = "cjm: library/1\ntouchpoints: {counter: {name: Counter}, page: {name: Page}}\n"


def maps(count: int, steps: str, **more: str) -> dict[str, str]:
    text = HEAD + one_stage(steps)
    return {**{f"map-{n}.journey.yaml": text for n in range(count)}, **more}


@pytest.mark.parametrize(
    "rule",
    ["touchpoint-without-owner", "touchpoint-without-channel", "touchpoint-without-need",
     "touchpoint-without-importance"],
)  # fmt: skip
def test_a_shared_touchpoint_is_told_once_however_many_maps_use_it(rule):
    texts = maps(20, "name: Signs up, touchpoints: [counter, page]", **{"t.library.yaml": LIBRARY})

    (finding,) = found(texts, rule)

    assert finding.place.path == "t.library.yaml"
    assert finding.data == {"count": 2}
    assert finding.message.startswith("2 touchpoints ")
    assert len(finding.related) == 1


def test_what_a_map_defines_is_told_in_the_map_once_with_the_first_three_places():
    steps = [f"name: Step {n}, touchpoints: Point {n}" for n in range(5)]

    (finding,) = found(one_stage(*steps, "name: Again, touchpoints: Point 1"),
                       "touchpoint-without-importance")  # fmt: skip

    assert finding.data == {"count": 5}
    assert finding.message == (
        "5 touchpoints cannot be ranked: nothing says how much they matter; the first is 'Point 0'"
    )
    assert [each.start.line for each in (finding.place, *finding.related)] == [8, 9, 10]
    assert (
        finding.help
        == "write '{name: Point 0, importance: …}' in place of the name, 1 to 5, once for each"
    )


def test_a_map_says_what_its_own_entry_lacks_where_it_uses_it():
    body = one_stage("name: Signs up, touchpoints: [{ref: counter, owner: {department: Shops}}]")
    library = "library: {touchpoints: {counter: {name: Counter}}}\n"

    assert said(body + library, "touchpoint-without-owner") == []


def test_words_that_are_said_more_fully_elsewhere_are_one_touchpoint():
    body = one_stage(
        "name: Looks, touchpoints: Counter",
        "name: Signs up, touchpoints: {name: Counter, owner: {department: Shops}}",
        "name: Asks, touchpoints: {name: Counter, importance: 3}",
    )

    assert said(body, "touchpoint-without-owner", "touchpoint-without-importance") == []


def test_a_use_says_more_than_a_shared_entry_and_the_entry_is_still_asked():
    steps = "name: Signs up, touchpoints: [{ref: counter, owner: {department: Shops}}]"
    texts = maps(1, steps, **{"t.library.yaml": LIBRARY})

    assert [each.place.path for each in found(texts, "touchpoint-without-owner")] == [
        "t.library.yaml"
    ]


def test_what_was_written_and_not_valid_is_not_called_missing():
    body = one_stage(
        "name: Looks, touchpoints: {name: Counter, importance: 9, owner: [], needs: {x: 1}}"
    )

    rules = {each.rule for each in found(body, *CATEGORY, "wrong-type")}

    assert "wrong-type" in rules
    assert not {rule for rule in rules if rule.startswith("touchpoint-without-")} - {
        "touchpoint-without-channel"
    }


def test_a_reference_that_leads_to_nothing_is_told_as_that_alone():
    assert found(one_stage("name: Looks, touchpoints: {ref: gone}")) == []


# Owners


def test_a_person_is_no_department():
    body = one_stage("name: Looks, touchpoints: {name: Counter, owner: {person: Ma Hong}}")

    assert said(body, "touchpoint-without-owner") == [
        "touchpoint 'Counter' names Ma Hong, and no department that answers for it"
    ]


def test_what_is_only_wished_for_is_left_to_the_map_that_brings_it_in():
    body = one_stage("name: Looks, touchpoints: {name: Counter, usage: desired}")

    assert said(body, "touchpoint-without-owner") == []


@pytest.mark.parametrize(
    ("owner", "words"),
    [
        ("service", "the owner of touchpoint 'Counter', Service, has no region and no person"),
        ("shops", "the owner of touchpoint 'Counter', Shops, has no person"),
        ("{department: service, person: Ma}", "the owner of touchpoint 'Counter', Service, has no region"),
    ],
)  # fmt: skip
def test_the_region_of_the_department_counts(owner, words):
    body = one_stage(f"name: Looks, touchpoints: {{name: Counter, owner: {owner}}}")
    library = (
        "library: {departments: {service: {name: Service}, shops: {name: Shops, region: East}}}\n"
    )

    (message,) = said(body + library, "touchpoint-owner-incomplete")

    assert message.casefold() == words.casefold()


def test_no_owner_and_half_an_owner_are_one_finding():
    body = one_stage(
        "name: Looks, touchpoints: {name: Counter, owner: {person: Ma}}",
        "name: Buys, touchpoints: {name: Page, owner: {department: Shops, region: East, person: Ma}}",
    )
    rules = ("touchpoint-without-owner", "touchpoint-owner-incomplete")

    assert [each.rule for each in found(body, *rules)] == ["touchpoint-without-owner"]


FUTURE = """\
cjm: journey/1
title: Upgrading tomorrow
state: future
baseline: a
persona: Li Na
stages: [{name: Use, steps: [{name: Looks, touchpoints: {name: Finder%s}}]}]
"""


def test_a_new_touchpoint_that_is_not_ready_is_one_finding():
    texts = {"a.journey.yaml": HEAD + one_stage("name: Looks, touchpoints: Page"),
             "b.journey.yaml": FUTURE % ""}  # fmt: skip
    rules = ("touchpoint-without-owner", "touchpoint-owner-incomplete", "unready-touchpoint")

    told = [each.rule for each in found(texts, *rules) if each.place.path == "b.journey.yaml"]

    assert told == ["unready-touchpoint"]


@pytest.mark.parametrize(
    ("profile", "status", "severity"),
    [
        ("sketch", "draft", None),
        ("standard", "draft", Severity.WARNING),
        ("strict", "draft", Severity.ERROR),
        ("sketch", "live", Severity.NOTE),
        ("standard", "validated", Severity.ERROR),
    ],
)
def test_an_owner_weighs_more_on_a_map_that_is_relied_on(profile, status, severity):
    body = f"status: {status}\n" + one_stage("name: Looks, touchpoints: Counter")

    told = found(body, profile=profile, select=("touchpoint",))
    severities = {each.severity for each in told if each.rule == "touchpoint-without-owner"}

    assert severities == ({severity} if severity else set())


@pytest.mark.parametrize(
    ("used", "severity"), [("counter", Severity.ERROR), ("page", Severity.WARNING)]
)
def test_a_library_weighs_more_where_a_live_map_uses_what_nobody_owns(used, severity):
    library = LIBRARY.replace("{name: Page}", "{name: Page, owner: Digital}")
    steps = f"name: Signs up, touchpoints: {used}"
    texts = maps(1, steps, **{"t.library.yaml": library})
    texts["map-0.journey.yaml"] = "status: live\n" + texts["map-0.journey.yaml"]

    (finding,) = found(texts, "touchpoint-without-owner", profile="standard")

    assert finding.severity is severity


# Channels and needs


@pytest.mark.parametrize(
    "body",
    [
        one_stage("name: Looks, touchpoints: Page, channels: Web"),
        one_stage("name: Looks, touchpoints: Page", stage="    channels: Web\n"),
        one_stage("name: Looks, touchpoints: {name: Page, channels: Web}"),
        "stages: [{name: Use, touchpoints: Page, channels: Web}]\n",
    ],
)
def test_a_touchpoint_runs_in_the_channels_of_its_step_or_stage(body):
    assert said(body, "touchpoint-without-channel") == []


def test_one_use_without_a_channel_is_enough():
    body = one_stage(
        "name: Looks, touchpoints: Page, channels: Web", "name: Buys, touchpoints: Page"
    )

    [finding] = found(body, "touchpoint-without-channel")

    assert finding.message == (
        "touchpoint 'Page' runs in no channel at step 'Buys' in stage 'Use', and in one elsewhere"
    )
    assert finding.place.span.start.line == 9


def test_plain_words_serve_the_needs_of_their_step():
    assert said(one_stage("name: Looks, touchpoints: Page, needs: Compare"),
                "touchpoint-without-need") == []  # fmt: skip
    assert said(one_stage("name: Looks, touchpoints: {name: Page, importance: 3}, needs: Compare"),
                "touchpoint-without-need") == ["touchpoint 'Page' satisfies no need"]  # fmt: skip


# Steps


def test_a_step_without_a_touchpoint_is_told_with_the_count():
    (finding,) = found(one_stage("name: Looks", "name: Buys", "name: Uses, touchpoints: Phone"),
                       "step-without-touchpoint")  # fmt: skip

    assert finding.message == "2 steps name no touchpoint; the first is step 'Looks' in stage 'Use'"
    assert finding.data == {"count": 2}


def test_a_channel_alone_is_no_touchpoint():
    assert said(one_stage("name: Looks, channels: Web"), "step-without-touchpoint") == [
        "step 'Looks' in stage 'Use' has a channel, and no touchpoint in it"
    ]


@pytest.mark.parametrize(
    "body",
    [
        one_stage("name: Looks", stage="    touchpoints: Page\n"),
        one_stage("name: Checks the form, actor: Clerk"),
        "type: day-in-life\n" + one_stage("name: Has lunch"),
        "type: experience\n" + one_stage("name: Has lunch"),
        "type: blueprint\n" + one_stage("name: Asks, frontstage: Answers"),
        "stages: [{name: Empty}]\n",
        one_stage("name: Looks, touchpoints: [{nmae: Page}]"),
    ],
)
def test_steps_that_need_no_touchpoint(body):
    assert said(body, "step-without-touchpoint") == []


# Hand-offs


def handoff(first: str, second: str, library: str = "") -> list[str]:
    body = one_stage(f"name: Looks, {first}", f"name: Buys, {second}")
    return said(body + library, "unstated-handoff")


WEB, STORE = (
    "touchpoints: {name: Page, channels: Web}",
    "touchpoints: {name: Desk, channels: Store}",
)


def test_a_change_of_channel_names_both_steps_and_both_channels():
    assert handoff(WEB, STORE) == [
        "from step 'Looks' in stage 'Use' to step 'Buys' in stage 'Use' the channel changes from Web "
        "to Store, and no relation says how"
    ]


def test_a_change_of_channel_without_touchpoints_asks_for_them():
    body = one_stage("name: Looks, channels: Web", "name: Buys, channels: Store")

    (finding,) = found(body, "unstated-handoff")

    assert finding.help.startswith("name the 'touchpoints' of both steps")


@pytest.mark.parametrize(
    ("kind", "is_said"),
    [("hands-off-to", True), ("precedes", True), ("depends-on", True), ("alternative-to", False)],
)
def test_a_relation_says_how(kind, is_said):
    first = f"touchpoints: {{name: Page, channels: Web, relations: {{to: Desk, kind: {kind}}}}}"

    assert (handoff(first, STORE) == []) is is_said


def test_what_depends_on_what_came_before_says_how():
    second = "touchpoints: {name: Desk, channels: Store, relations: {to: Page, kind: depends-on}}"

    assert handoff(WEB, second) == []
    assert handoff(WEB, second.replace("depends-on", "precedes")) != []


def test_one_channel_in_common_is_no_change():
    both = "touchpoints: [{name: Desk, channels: Store}, {name: Screen, channels: Web}]"

    assert handoff(WEB, both) == []


def test_steps_whose_channel_nobody_knows_are_passed_over():
    assert handoff(WEB, "touchpoints: Desk") == []
    assert handoff(WEB, STORE + ", actor: Clerk") == []


def test_hand_offs_follow_the_ways_and_not_the_columns():
    body = one_stage(
        f"name: Looks, {WEB}, next: end",
        f"name: Buys, {STORE}",
    )

    assert said(body, "unstated-handoff") == []


def test_the_touchpoints_of_a_stage_are_there_at_each_of_its_steps():
    stage = "    touchpoints: {name: App, channels: App}\n"

    assert said(one_stage(f"name: Looks, {WEB}", f"name: Buys, {STORE}", stage=stage),
                "unstated-handoff") == []  # fmt: skip


# Usage


DESIRED = one_stage("name: Looks, touchpoints: {name: Page, usage: desired}")
RETIRING = one_stage("name: Looks, touchpoints: {name: Page, usage: retiring}")


@pytest.mark.parametrize(
    ("state", "body", "count"),
    [
        ("current", DESIRED, 1), ("current", RETIRING, 0), ("future", DESIRED, 0),
        ("future", RETIRING, 1), ("transition", DESIRED, 0), ("transition", RETIRING, 0),
    ],
)  # fmt: skip
def test_usage_fits_the_state(state, body, count):
    text = HEAD.replace("state: current", f"state: {state}") + body

    assert len(found({"a.journey.yaml": text}, "usage-conflict")) == count


def test_a_map_that_does_not_say_its_state_is_not_judged():
    text = HEAD.replace("state: current\n", "") + DESIRED

    assert found({"a.journey.yaml": text}, "usage-conflict") == []


def test_usage_is_told_once_a_touchpoint_and_shows_the_entry():
    library = "cjm: library/1\ntouchpoints: {page: {name: Page, usage: desired}}\n"
    body = one_stage("name: Looks, touchpoints: page", "name: Buys, touchpoints: page")

    (finding,) = found({"a.journey.yaml": HEAD + body, "t.library.yaml": library}, "usage-conflict")

    assert finding.message == (
        "touchpoint 'Page' at step 'Looks' in stage 'Use' is only wished for, and this map shows how "
        "things are"
    )
    assert [each.path for each in finding.related] == ["t.library.yaml"]


@pytest.mark.parametrize(("usage", "count"), [("current", 0), ("desired", 1)])
def test_the_usage_at_a_place_counts_more_than_the_entry(usage, count):
    library = "library: {touchpoints: {page: {name: Page, usage: desired}}}\n"
    body = one_stage(f"name: Looks, touchpoints: {{ref: page, usage: {usage}}}")

    assert len(found(body + library, "usage-conflict")) == count


def test_a_stage_that_is_taken_from_the_baseline_brings_what_retires():
    future = (
        "cjm: journey/1\ntitle: Tomorrow\nstate: future\nbaseline: a\npersona: Li Na\n"
        "stages: [{id: use, same: true}]\n"
    )
    current = HEAD + RETIRING.replace("name: Use", "id: use\n    name: Use")

    (finding,) = found({"a.journey.yaml": current, "b.journey.yaml": future}, "usage-conflict")

    assert finding.place.path == "b.journey.yaml"
    assert [each.path for each in finding.related][:1] == ["a.journey.yaml"]


# Isolated touchpoints


def test_a_shared_touchpoint_is_in_use_where_any_map_names_it():
    texts = maps(3, "name: Signs up, touchpoints: counter", **{"t.library.yaml": LIBRARY})

    assert said(texts, "isolated-touchpoint") == [
        "touchpoint 'Page' is in no step and in no relation"
    ]


@pytest.mark.parametrize(
    "library",
    [
        "{counter: {name: Counter, relations: page}, page: {name: Page}}",
        "{counter: {name: Counter}, page: {name: Page, relations: counter}}",
    ],
)
def test_a_relation_either_way_is_a_use(library):
    text = f"cjm: library/1\ntouchpoints: {library}\n"
    texts = maps(1, "name: Signs up, touchpoints: counter", **{"t.library.yaml": text})

    assert said(texts, "isolated-touchpoint") == []


@pytest.mark.parametrize(
    "broken", ["title: [", HEAD + one_stage("name: Buys, touchpoints: [{x: 1}]")]
)
def test_where_a_map_cannot_be_read_nothing_is_called_isolated(broken):
    texts = maps(1, "name: Signs up, touchpoints: counter",
                 **{"t.library.yaml": LIBRARY, "b.journey.yaml": broken})  # fmt: skip

    assert said(texts, "isolated-touchpoint") == []


def test_a_library_without_maps_is_not_called_isolated():
    assert said({"t.library.yaml": LIBRARY}, "isolated-touchpoint") == []


def test_several_isolated_touchpoints_are_one_finding():
    texts = maps(1, "name: Signs up", **{"t.library.yaml": LIBRARY})

    assert said(texts, "isolated-touchpoint") == [
        "2 touchpoints are in no step and in no relation; the first is 'Counter'"
    ]


def test_what_a_map_defines_where_it_uses_it_is_not_isolated():
    assert said(one_stage("name: Looks, touchpoints: {name: Page, importance: 3}"),
                "isolated-touchpoint") == []  # fmt: skip


# What matters


POOR = "importance: {customer: 2, business: 4}, satisfaction: 2"


def test_what_matters_and_satisfies_little_names_both_numbers():
    body = one_stage(f"name: Looks, touchpoints: {{name: Page, {POOR}}}")

    assert said(body, "important-but-poor") == [
        "touchpoint 'Page' matters 4 of 5 and satisfies 2 of 5, and no opportunity stands where it is "
        "used"
    ]


@pytest.mark.parametrize(
    "answer",
    [
        one_stage(f"name: Looks, touchpoints: {{name: Page, {POOR}}}, opportunities: Compare"),
        one_stage(f"name: Looks, touchpoints: {{name: Page, {POOR}}}, solutions: Compare"),
        one_stage(f"name: Looks, touchpoints: {{name: Page, {POOR}}}",
                  stage="    opportunities: Compare\n"),
        one_stage(f"name: Looks, touchpoints: {{name: Page, {POOR}}}, pains: {{id: p, text: Slow}}")
        + "opportunities: {text: Compare, addresses: p}\n",
        one_stage("name: Looks, opportunities: Compare",
                  stage=f"    touchpoints: {{name: Page, {POOR}}}\n"),
        one_stage(f"name: Looks, touchpoints: {{name: Page, {POOR}, usage: retiring}}"),
        one_stage("name: Looks, touchpoints: {name: Page, importance: 3, satisfaction: 1}"),
        one_stage("name: Looks, touchpoints: {name: Page, importance: 5}"),
    ],
)  # fmt: skip
def test_what_answers_a_poor_touchpoint(answer):
    assert said(answer, "important-but-poor") == []


@pytest.mark.parametrize(
    "no_answer",
    [
        one_stage(f"name: Looks, touchpoints: {{name: Page, {POOR}}}, "
                  "opportunities: {text: Compare, status: dismissed}"),
        one_stage(f"name: Looks, touchpoints: {{name: Page, {POOR}}}", "name: Buys, opportunities: X"),
        one_stage(f"name: Looks, touchpoints: {{name: Page, {POOR}}}") + "opportunities: Compare\n",
    ],
)  # fmt: skip
def test_what_does_not_answer_a_poor_touchpoint(no_answer):
    assert len(said(no_answer, "important-but-poor")) == 1


POOR_LIBRARY = f"cjm: library/1\ntouchpoints: {{page: {{name: Page, {POOR}}}}}\n"


@pytest.mark.parametrize(("answer", "paths"), [("", ["t.library.yaml"]), (", solutions: X", [])])
def test_a_poor_shared_touchpoint_is_answered_by_any_map(answer, paths):
    texts = maps(5, "name: Looks, touchpoints: page", **{"t.library.yaml": POOR_LIBRARY})
    texts["b.journey.yaml"] = HEAD + one_stage(f"name: Looks, touchpoints: page{answer}")

    assert [each.place.path for each in found(texts, "important-but-poor")] == paths


def test_a_shared_touchpoint_that_is_poor_in_one_map_is_told_there():
    library = "cjm: library/1\ntouchpoints: {page: {name: Page, importance: 5, satisfaction: 4}}\n"
    texts = maps(2, "name: Looks, touchpoints: page", **{"t.library.yaml": library})
    texts["b.journey.yaml"] = HEAD + one_stage(
        "name: Looks, touchpoints: {ref: page, satisfaction: 1}"
    )

    assert [each.place.path for each in found(texts, "important-but-poor")] == ["b.journey.yaml"]


def test_the_limits_are_settings():
    body = one_stage("name: Looks, touchpoints: {name: Page, importance: 3, satisfaction: 3}")

    assert said(body, "important-but-poor") == []
    assert said(body, "important-but-poor",
                settings={"importance.high": "3", "satisfaction.poor": "3"}) != []  # fmt: skip


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ("", 1),
        (", performance: Digital", 0),
        (", usage: desired", 0),
        (", performance: [{x: 1}]", 0),
    ],
)
def test_a_touchpoint_that_matters_has_a_performance(more, count):
    body = one_stage(f"name: Looks, touchpoints: {{name: Page, importance: 4{more}}}")

    assert len(said(body, "missing-performance")) == count


def test_a_severe_pain_asks_for_resources_once_a_touchpoint():
    pains = (
        "pains: [{text: Slow, severity: 4}, {text: Ugly, severity: 5}, {text: Old, severity: 3}]"
    )

    (finding,) = found(one_stage(f"name: Looks, touchpoints: Page, {pains}"), "missing-resources")

    assert finding.message == (
        "a pain of severity 4 at step 'Looks' in stage 'Use' stands at touchpoint 'Page', and nothing "
        "says what mending it would take"
    )
    assert [each.label for each in finding.related] == ["met here", "and this pain"]


@pytest.mark.parametrize(
    "body",
    [
        one_stage("name: Looks, touchpoints: {name: Page, resources: {needed: Two engineers}}, "
                  "pains: {text: Slow, severity: 5}"),
        one_stage("name: Looks, touchpoints: Page, pains: {text: Slow, severity: 5}, "
                  "opportunities: {text: Faster, resources: {needed: Two engineers}}"),
        one_stage("name: Looks, touchpoints: Page, pains: {text: Slow, severity: 5, status: refuted}"),
        one_stage("name: Looks, touchpoints: Page, delights: {text: Fast, severity: 5}"),
        one_stage("name: Looks, pains: {text: Slow, severity: 5}"),
        one_stage("name: Looks, touchpoints: [Page, {name: Desk, resources: {owned: A desk}}], "
                  "pains: {text: Slow, severity: 5}"),
    ],
)  # fmt: skip
def test_pains_that_ask_for_no_resources(body):
    assert said(body, "missing-resources") == []


def test_a_place_is_marked_once_though_two_sentences_are_about_it():
    body = one_stage(
        "name: Looks, touchpoints: Page, channels: Web",
        "name: Asks, touchpoints: Hotline, channels: Phone",
        "name: Buys, touchpoints: Store, channels: Counter",
    )

    [finding] = found(body, "unstated-handoff")

    spans = [place.span for place in (finding.place, *finding.related)]
    assert len(spans) == len(set(spans)) == 2
