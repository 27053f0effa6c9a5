"""Cases of the rules about opportunities and work that their pages do not show."""

from __future__ import annotations

import pytest

from cjm.findings import Finding

from .workspaces import TODAY, linted

RULES = ("action", "format")
HEAD = "cjm: journey/1\ntitle: Upgrading\n"
PAIN = "pains: {id: queue, text: Long queue, severity: 4}"
IDEA = "{id: slot, text: Book a slot, impact: 3, effort: 2, owner: Shops}"


def stages(stage: str = "", step: str = "", other: str = "name: Use, feeling: 1") -> str:
    """Return a stage 'Choose' with one step 'Waits', and a second stage."""
    held = ", ".join(each for each in ("name: Waits", step) if each)
    whole = ", ".join(each for each in ("name: Choose", stage, f"steps: [{{{held}}}]") if each)
    return f"stages: [{{{whole}}}, {{{other}}}]\n"


def found_in(text: str, **options: object) -> list[Finding]:
    return list(linted({"a.journey.yaml": text}, select=RULES, **options).findings)


def said(text: str, rule: str, **options: object) -> list[str]:
    return [each.message for each in found_in(HEAD + text, **options) if each.rule == rule]


def unanswered(text: str, **options: object) -> list[str]:
    return said(text, "pain-without-opportunity", **options)


@pytest.mark.parametrize(
    "text",
    [
        stages(step=f"{PAIN}, opportunities: {IDEA}"),
        stages(step=PAIN, stage=f"opportunities: {IDEA}"),
        stages(stage=f"{PAIN}, opportunities: {IDEA}"),
        stages(step=PAIN, other=f"name: Use, opportunities: {IDEA[:-1]}, addresses: queue}}"),
        stages(step=PAIN) + f"opportunities: {IDEA[:-1]}, addresses: [Long queue]}}\n",
        stages(step=f"{PAIN}, solutions: {{text: Slots, addresses: queue}}"),
        stages(other=f"name: Use, {PAIN}, opportunities: {IDEA}"),
    ],
    ids=["at its step", "at its stage", "both at the stage", "by its id", "of the journey, by name",
         "a solution", "at a stage without steps"],
)  # fmt: skip
def test_a_severe_pain_is_answered(text):
    assert unanswered(text) == []


@pytest.mark.parametrize(
    "text",
    [
        stages(step=PAIN),
        stages(stage=PAIN, step=f"opportunities: {IDEA}"),
        stages(step=PAIN) + f"opportunities: {IDEA}\n",
        stages(step=PAIN, other=f"name: Use, opportunities: {IDEA}"),
        stages(step=f"{PAIN}, delights: {{id: d, text: Warm}}, "
               f"opportunities: {IDEA[:-1]}, addresses: d}}"),
        stages() + PAIN + f"\nopportunities: {IDEA}\n",
    ],
    ids=["nothing", "a step's idea for the stage's pain", "an idea of the journey",
         "an idea of another stage", "an idea for something else", "a pain of the journey"],
)  # fmt: skip
def test_a_severe_pain_is_not_answered(text):
    (message,) = unanswered(text)

    assert message.startswith("nothing is proposed for the pain 'Long queue' (severity 4) at ")


def test_the_message_names_the_place_and_the_advice_the_id():
    (found,) = [
        each
        for each in found_in(HEAD + stages(step=PAIN))
        if each.rule == "pain-without-opportunity"
    ]

    assert found.message.endswith("at step 'Waits' in stage 'Choose'")
    assert "addresses: [queue]" in found.help


@pytest.mark.parametrize("more", ["status: refuted", "severity: 3", "severity: "])
def test_a_pain_that_is_refuted_or_mild_needs_no_answer(more):
    pain = "pains: {id: queue, text: Long queue, severity: 4}".replace(
        "severity: 4", more if more.startswith("severity") else f"severity: 4, {more}"
    )

    assert unanswered(stages(step=pain)) == []


def test_from_which_severity_on_is_a_setting():
    text = stages(step=PAIN)

    assert unanswered(text, settings={"pain.severe": "5"}) == []
    assert unanswered(text.replace("severity: 4", "severity: 2"), settings={"pain.severe": "2"})


def test_delights_and_itches_need_no_opportunity():
    assert unanswered(stages(step="delights: {text: Warm, severity: 5}")) == []
    assert unanswered(stages(step="itches: {text: A seat, severity: 5}")) == []


def test_a_dismissed_idea_answers_nothing_and_is_shown():
    text = stages(step=f"{PAIN}, opportunities: {IDEA[:-1]}, status: dismissed}}")

    (found,) = [each for each in found_in(HEAD + text) if each.rule == "pain-without-opportunity"]

    assert found.message.startswith("what was proposed for the pain 'Long queue'")
    assert [each.label for each in found.related] == ["dismissed"]


@pytest.mark.parametrize(
    "solutions",
    [
        "solutions: {text: Tickets}",
        "solutions: {text: Tickets, addresses: slot}",
        "solutions: {text: Tickets, addresses: queue, status: in-progress}",
    ],
    ids=["by its place", "by the opportunity's id", "by the pain's id"],
)
def test_a_solution_answers_what_its_opportunity_does(solutions):
    dismissed = f"{PAIN}, opportunities: {IDEA[:-1]}, status: dismissed}}"

    assert unanswered(stages(step=f"{dismissed}, {solutions}")) == []
    assert unanswered(stages(step=dismissed, other=f"name: Use, {solutions}")) == (
        [] if "addresses" in solutions else unanswered(stages(step=dismissed))
    )


@pytest.mark.parametrize(
    "lost",
    ["opportunities: {text: Book a slot, imapct: 3, effort: {}}", "opportunities: [{impact: 3}]"],
)
def test_an_idea_that_could_not_be_read_may_answer(lost):
    assert unanswered(stages(step=f"{PAIN}, {lost}")) == []


def test_an_idea_that_names_nothing_may_mean_the_pain():
    text = stages(step=f"{PAIN}, opportunities: {IDEA[:-1]}, addresses: quueue}}")

    rules = {each.rule for each in found_in(HEAD + text)}

    assert "unresolved-reference" in rules
    assert "pain-without-opportunity" not in rules


def test_a_pain_that_is_kept_may_be_answered_in_the_baseline():
    now = HEAD + "id: now\nstate: current\n" + stages(step=f"{PAIN}, opportunities: {IDEA}")
    soon = HEAD + "id: soon\nstate: future\nbaseline: now\n" + stages(step=PAIN)
    bare = now.replace(f", opportunities: {IDEA}", "")

    def told(base: str) -> list[str]:
        found = linted({"now.journey.yaml": base, "soon.journey.yaml": soon}, select=RULES).findings
        return [each.place.path for each in found if each.rule == "pain-without-opportunity"]

    assert told(now) == []
    assert told(bare) == ["now.journey.yaml", "soon.journey.yaml"]


@pytest.mark.parametrize(
    ("idea", "missing"),
    [
        ("{text: A bot}", "no impact and no effort"),
        ("{text: A bot, impact: 3}", "no effort"),
        ("{text: A bot, effort: 3, status: open}", "no impact"),
    ],
)
def test_what_of_the_score_is_missing_is_named(idea, missing):
    (message,) = said(stages(step=f"opportunities: {idea}"), "opportunity-without-score")

    assert message == (f"the opportunity 'A bot' at step 'Waits' in stage 'Choose' has {missing}")


@pytest.mark.parametrize("status", ["done", "dismissed"])
@pytest.mark.parametrize(
    "rule",
    ["opportunity-without-score", "opportunity-without-owner", "opportunity-without-insight"],
)
def test_what_is_done_or_dismissed_is_asked_nothing(rule, status):
    idea = "opportunities: {text: A bot}"

    assert said(stages(step=idea), rule)
    assert said(stages(step=idea.replace("}", f", status: {status}}}")), rule) == []


def test_many_opportunities_without_an_owner_are_one_finding():
    ideas = ", ".join(f"{{text: Idea {number}, impact: 3, effort: 3}}" for number in range(5))

    found = [
        each
        for each in found_in(HEAD + stages(stage=f"opportunities: [{ideas}]"))
        if each.rule == "opportunity-without-owner"
    ]

    assert [each.message for each in found] == [
        "nobody answers for 5 opportunities; the first is 'Idea 0' at stage 'Choose'"
    ]
    assert len(found[0].related) == 2


@pytest.mark.parametrize(
    "lost", ["owner: {department: {}, x: 1}", "impact: 7", "effort: much", "addresses: {}"]
)
def test_what_was_written_and_could_not_be_read_is_not_called_missing(lost):
    idea = "impact: 3, effort: 3, owner: Shops, addresses: queue"
    key = lost.partition(":")[0]
    kept = ", ".join(part for part in idea.split(", ") if not part.startswith(key))
    text = stages(step=f"opportunities: {{text: A bot, {kept}, {lost}}}", stage=PAIN)

    rules = {each.rule for each in found_in(HEAD + text)}

    assert not {each for each in rules if each.startswith("opportunity-without")}


def no_insight(text: str) -> list[str]:
    return said(text, "opportunity-without-insight")


@pytest.mark.parametrize(
    "text",
    [
        stages(step=f"{PAIN}, opportunities: {IDEA}"),
        stages(stage=PAIN, step=f"opportunities: {IDEA}"),
        stages(step=PAIN, stage=f"opportunities: {IDEA}"),
        stages(step=PAIN) + f"opportunities: {IDEA[:-1]}, addresses: queue}}\n",
        stages(step=f"itches: {{id: seat, text: A seat}}, "
               f"opportunities: {IDEA[:-1]}, addresses: seat}}"),
        stages(step=f"opportunities: {IDEA[:-1]}, addresses: nothing}}"),
    ],
    ids=["by its step", "by the pain of its stage", "by the steps of its stage", "by id",
         "an itch by id", "what it names is not there"],
)  # fmt: skip
def test_an_opportunity_addresses_something(text):
    assert no_insight(text) == []


@pytest.mark.parametrize(
    "text",
    [
        stages(step=f"opportunities: {IDEA}"),
        stages(step=PAIN) + f"opportunities: {IDEA}\n",
        stages(step=f"opportunities: {IDEA}", other=f"name: Use, {PAIN}"),
        stages(step=f"delights: {{text: Warm}}, opportunities: {IDEA}"),
        stages(step=f"pains: {{text: Long queue, status: refuted}}, opportunities: {IDEA}"),
    ],
    ids=["nothing there", "of the journey", "elsewhere", "a delight alone", "refuted"],
)
def test_an_opportunity_addresses_nothing(text):
    assert len(no_insight(text)) == 1


def test_an_itch_at_its_step_is_offered():
    text = stages(step=f"itches: {{id: seat, text: A seat}}, opportunities: {IDEA}")

    (found,) = [
        each for each in found_in(HEAD + text) if each.rule == "opportunity-without-insight"
    ]

    assert found.help == "write 'addresses: [seat]' if it answers the itch 'A seat'"


def test_what_was_refuted_is_no_reason():
    text = stages(
        step="pains: {id: queue, text: Long queue, status: refuted}, "
        f"opportunities: {IDEA[:-1]}, addresses: queue}}"
    )

    assert no_insight(text) == [
        "all that the opportunity 'Book a slot' at step 'Waits' in stage 'Choose' answers was refuted"
    ]


def test_an_insight_of_a_stage_taken_from_the_baseline_can_be_addressed():
    now = (
        HEAD
        + "id: now\n"
        + "stages: [{id: choose, name: Choose, pains: {id: queue, text: Queue}}]\n"
    )
    soon = HEAD + (
        "id: soon\nstate: future\nbaseline: now\nstages: [{id: choose, same: true}]\n"
        f"opportunities: {IDEA[:-1]}, addresses: queue}}\n"
    )

    found = linted({"now.journey.yaml": now, "soon.journey.yaml": soon}, select=RULES).findings

    assert "opportunity-without-insight" not in {each.rule for each in found}


def quick(*scores: tuple[int, int]) -> list[str]:
    ideas = ", ".join(
        f"{{text: Idea {at}, impact: {impact}, effort: {effort}}}"
        for at, (impact, effort) in enumerate(scores)
    )
    return said(stages(stage=f"opportunities: [{ideas}]"), "all-quick-wins", profile="standard")


def test_all_quick_wins_need_three():
    assert quick((5, 1), (4, 2)) == []
    assert quick((5, 1), (4, 2), (4, 1)) == ["all 3 opportunities promise much for little effort"]


@pytest.mark.parametrize("other", [(3, 1), (5, 3), (1, 5)])
def test_one_that_is_no_quick_win_is_enough(other):
    assert quick((5, 1), (4, 2), other) == []


def test_an_opportunity_without_a_score_is_no_quick_win():
    ideas = "{text: A, impact: 5, effort: 1}, {text: B, impact: 5, effort: 1}, {text: C, impact: 5}"

    assert said(stages(stage=f"opportunities: [{ideas}]"), "all-quick-wins") == []


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ("", "no owner and no due date"),
        ("owner: Shops", "no due date"),
        ("due: 2027-01-31", "no owner"),
    ],
)
def test_work_in_progress_needs_an_owner_and_a_day(keys, missing):
    idea = ", ".join(each for each in ("text: A bot", "status: in-progress", keys) if each)

    (message,) = said(stages(step=f"solutions: {{{idea}}}"), "unplanned-work")

    assert message == (
        f"the solution 'A bot' at step 'Waits' in stage 'Choose' is in progress and has {missing}"
    )


@pytest.mark.parametrize(
    "keys",
    ["status: in-progress, link: https://example.org/7",
     "status: in-progress, owner: Shops, due: 2027-01-31",
     "status: planned", "status: open", "owner: Shops"],
)  # fmt: skip
def test_work_that_is_planned_or_not_begun_is_left_alone(keys):
    assert said(stages(step=f"opportunities: {{text: A bot, {keys}}}"), "unplanned-work") == []


def test_unplanned_work_speaks_for_the_missing_owner():
    text = HEAD + stages(
        step="opportunities: {text: A bot, impact: 2, effort: 2, status: in-progress}"
    )

    rules = [each.rule for each in found_in(text)]

    assert "unplanned-work" in rules
    assert "opportunity-without-owner" not in rules


def late(keys: str) -> list[str]:
    text = stages(step=f"opportunities: {{text: A bot, {keys}}}")
    return [each for each in said(text, "unplanned-work") if "was due" in each]


@pytest.mark.parametrize("status", ["open", "planned", "in-progress", ""])
def test_what_is_past_its_day_is_late(status):
    keys = "owner: Shops, due: 2026-11-19" + (f", status: {status}" if status else "")

    assert late(keys) == [
        "the opportunity 'A bot' at step 'Waits' in stage 'Choose' was due on 2026-11-19 and is "
        f"still {status or 'open'}"
    ]


@pytest.mark.parametrize("keys", [f"due: {TODAY}", "due: 2026-01-01, status: done",
                                  "due: 2026-01-01, status: dismissed"])  # fmt: skip
def test_what_is_due_today_or_settled_is_not_late(keys):
    assert late(f"owner: Shops, {keys}") == []


def test_much_that_is_late_is_one_finding():
    ideas = ", ".join(f"{{text: Idea {at}, due: 2026-01-0{at + 1}}}" for at in range(4))
    begun = "{text: A bot, status: in-progress}"

    (message,) = said(stages(stage=f"opportunities: [{ideas}, {begun}]"), "unplanned-work")

    assert message == (
        "5 pieces of work are late or unplanned; the first, 'Idea 0' at stage 'Choose', was due on "
        "2026-01-01 and is still open"
    )


def test_without_a_day_of_the_run_nothing_is_late():
    from cjm.lint import LintOptions, lint

    from .workspaces import workspace_of

    text = HEAD + stages(step="opportunities: {text: A bot, due: 2020-01-01}")
    found = lint(
        workspace_of({"a.journey.yaml": text}), options=LintOptions(profile="strict", select=RULES)
    ).findings

    assert "unplanned-work" not in {each.rule for each in found}


def test_an_overdue_idea_without_an_owner_is_told_both():
    text = HEAD + stages(step="opportunities: {text: A bot, impact: 2, effort: 2, due: 2020-01-01}")

    rules = {each.rule for each in found_in(text)}

    assert {"unplanned-work", "opportunity-without-owner"} <= rules
