"""Cases of the rules about structure and wording that their pages do not show."""

from __future__ import annotations

import pytest

from cjm.lint.words.company import names_a_department, names_a_system
from cjm.lint.words.placeholders import placeholder_in

from .workspaces import findings_in, linted, rules_in

HEAD = "cjm: journey/1\ntitle: Upgrading\npersona: Li Na\nstate: current\n"


def steps(*lines: str) -> str:
    listed = "\n".join(f"      - {line}" for line in lines)
    return HEAD + "stages:\n  - name: Learn\n    steps:\n" + listed + "\n"


def dead_ends(*lines: str) -> list[str]:
    found = findings_in(steps(*lines), profile="sketch")
    return [each.message for each in found if each.rule == "dead-end"]


@pytest.mark.parametrize(
    "lines",
    [
        ("A", "B", "C"),
        ("{name: A, next: [B, C]}", "B", "C", "D"),
        ("{name: A, next: [B, D]}", "B", "C", "D"),
        ("{name: A, next: [B, C]}", "{name: B, next: D}", "{name: C, next: D}", "D"),
        ("{name: A, next: [B, {to: exit, name: Leaves}]}", "B"),
        ("{name: A, next: B}", "{name: B, next: [A, end]}"),
        ("A", "{name: B, next: [A, C]}", "C"),
        ("{name: A, next: C}", "{name: B, next: end}", "{name: C, next: [B, D]}", "D"),
        ("{name: A, next: C}", "B", "{name: C, next: [B, D]}", "D"),
    ],
)
def test_where_every_step_is_reached_and_leads_on_nothing_is_said(lines):
    assert dead_ends(*lines) == []


def test_a_step_that_is_skipped_by_everyone_is_told():
    assert dead_ends("{name: A, next: C}", "B", "C") == [
        "no path leads to step 'B' in stage 'Learn'"
    ]


def test_of_a_stretch_that_nobody_reaches_only_its_first_step_is_told():
    assert dead_ends("{name: A, next: D}", "B", "C", "D") == [
        "no path leads to step 'B' in stage 'Learn'"
    ]


def test_a_loop_with_no_way_out_is_told_once():
    assert dead_ends("A", "B", "{name: C, next: B}") == [
        "from step 'C' in stage 'Learn' the customer only goes round, and never comes to an end"
    ]


def test_a_loop_back_is_no_way_past_the_loop():
    assert dead_ends("A", "B", "{name: C, next: [B, D]}", "{name: D, next: C}", "E") == [
        "from step 'D' in stage 'Learn' the customer only goes round, and never comes to an end",
        "no path leads to step 'E' in stage 'Learn'",
    ]


def test_a_next_that_leads_nowhere_is_told_by_another_rule():
    assert dead_ends("{name: A, next: [X, C]}", "B", "{name: C, next: A}") == []


def test_one_note_is_all_a_map_without_lifecycles_hears():
    found = findings_in(steps("A"), profile="strict")

    told = [
        (each.rule, each.severity.word)
        for each in found
        if "stage-" in each.rule and "no-" in each.rule
    ]
    assert told == [("no-stage-before-contact", "note")]


def dead_ends_of_a_change(stages: str) -> list[str]:
    now = (
        HEAD + "id: now\nstages: [{id: a, name: A, steps: [{id: a1, name: A1, next: b2}]}, "
        "{id: b, name: B, steps: [{id: b1, name: B1}, {id: b2, name: B2}]}]\n"
    )
    soon = HEAD + f"id: soon\nbaseline: now\nstages: [{stages}]\n"
    found = linted({"a.journey.yaml": now, "b.journey.yaml": soon}, select=("dead-end",)).findings
    told = (each for each in found if each.rule == "dead-end")
    return [each.message for each in told if each.place.path == "b.journey.yaml"]


def test_the_steps_of_a_stage_that_is_the_same_are_passed_through():
    around = "{name: C, steps: [{name: C1, next: C3}, {name: C2, next: b2}, {name: C3}]}, "

    assert dead_ends_of_a_change(around + "{id: b, same: true}") == [
        "no path leads to step 'C2' in stage 'C'"
    ]
    assert dead_ends_of_a_change(around.replace("C3}, {name: C2", "[C3, C2]}, {name: C2")
                                 + "{id: b, same: true}") == []  # fmt: skip


def test_a_dead_end_in_a_stage_that_is_the_same_is_told_where_it_is_written():
    assert dead_ends_of_a_change("{id: a, same: true}, {id: b, same: true}") == []


def test_a_stage_that_no_baseline_has_may_lead_anywhere():
    assert dead_ends_of_a_change(
        "{name: C, steps: [{name: C1, next: C3}, {name: C2}, {name: C3}]}, {id: z, same: true}"
    ) == []  # fmt: skip


@pytest.mark.parametrize("line", ["type: blueprint", "type: day-in-life", "parent: above"])
def test_some_maps_are_not_asked_for_lifecycles(line):
    rules = rules_in(steps("A") + line + "\n")

    assert "no-stage-before-contact" not in rules


def test_a_stage_that_is_the_same_counts_with_its_lifecycle():
    now = (
        HEAD
        + "id: now\nstages:\n  - {id: a, name: A, lifecycle: [awareness, purchase], pains: x}\n  - {id: b, name: B, lifecycle: use, pains: y}\n"
    )
    soon = (
        HEAD
        + "id: soon\nbaseline: now\nstages:\n  - {id: a, name: A, lifecycle: [awareness, purchase], pains: x}\n  - {id: b, same: true}\n"
    )

    found = linted({"a.journey.yaml": now, "b.journey.yaml": soon}).findings

    assert "no-stage-after-purchase" not in {each.rule for each in found}


@pytest.mark.parametrize(
    ("text", "long"),
    [("x" * 160, False), ("x" * 161, True), ("套" * 80, False), ("套" * 81, True)],
)
def test_wide_characters_count_two(text, long):
    assert ("long-text" in rules_in(steps(f"{{name: A, pains: {text}}}"))) == long


@pytest.mark.parametrize("key", ["quotes", "description"])
def test_what_customers_said_and_what_no_cell_shows_may_be_long(key):
    assert "long-text" not in rules_in(steps(f"{{name: A, {key}: {'x ' * 100}}}"))


@pytest.mark.parametrize(
    "name",
    ["POST /api/orders", "CRM sync", "Calls the REST API", "写入数据库", "Backend validates"],
)
def test_the_name_of_an_implementation_is_company_language(name):
    assert names_a_system(name)


@pytest.mark.parametrize(
    "name",
    ["Signs up", "Posts a letter", "Opens the app", "Gets a new SIM", "Scrolls through capital cities",
     "Asks the sapper", "比较套餐", "打开接线盒", "Post / collect"],
)  # fmt: skip
def test_the_act_of_a_customer_is_not(name):
    assert not names_a_system(name)


@pytest.mark.parametrize("name", ["Sales", "marketing department", "IT", "销售部", "销售部门"])
def test_the_name_of_a_department_is_company_language(name):
    assert names_a_department(name)


@pytest.mark.parametrize(
    "name", ["Calls customer care", "Purchase", "It breaks", "全部", "Support"]
)
def test_a_name_that_holds_one_is_not(name):
    assert not names_a_department(name)


def test_what_staff_or_a_system_does_may_be_named_so():
    assert "company-language" not in rules_in(steps("{name: CRM sync, actor: Night job}"))


def test_a_department_of_the_workspace_is_known():
    library = "cjm: library/1\ndepartments: {mob: {name: Mobile products}}\n"
    texts = {"a.journey.yaml": steps("Mobile Products"), "b.library.yaml": library}

    assert "company-language" in {each.rule for each in linted(texts).findings}


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("[Persona]", "en", "[Persona]"),
        ("As a {persona}", "en", "{persona}"),
        ("TODO: ask", "en", "TODO"),
        ("Ask TBD", "en", "TBD"),
        ("Lorem ipsum dolor", "en", "Lorem ipsum"),
        ("[Your name here]", "en", "[Your name here]"),
        ("待定", "zh", "待定"),
        ("【填写】", "zh", "【填写】"),
        ("（待补充）", "zh", "待补充"),
        ("(TBC)", "en", "TBC"),
        ("(one of) many", "en", ""),
        ("TODO: preguntar", "es", "TODO"),
        ("TODO BIEN", "es", ""),
        ("Todo bien", "es", ""),
        ("He said [laughs] fine", "en", ""),
        ("XXL shirt", "en", ""),
        ("full of [sic] errors", "en", ""),
        ("5 < 6 > 3", "en", ""),
        ("日期待定的活动", "zh", ""),
    ],
)
def test_placeholders_are_told_from_words(text, language, left):
    assert placeholder_in(text, language) == left


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("排队" * 47, "is 94 characters long, more than 80 (judged as Chinese)"),
        ("waits " * 30 + "on", "is 182 characters long, more than 160 (judged as English)"),
    ],
)
def test_a_text_is_as_long_as_people_count(text, said):
    found = findings_in(HEAD + f"stages: [{{name: A, pains: {text}}}]\n", select=("long-text",))

    assert [each.message.partition("' ")[2] for each in found] == [said]


LIBRARY = "cjm: library/1\ntouchpoints:\n  plan-page: {name: Plan page}\n  store-1: {name: Store 1}\n  app: App\n"


@pytest.mark.parametrize(
    ("words", "near"),
    [("Plan pages", True), ("planpage", True), ("Store 2", False), ("Apps", False), ("Hotline", False),
     ("plan-page", False), ("PLAN PAGE", False), ("Plan page in the shop window", False)],
)  # fmt: skip
def test_words_are_near_where_a_slip_explains_the_difference(words, near):
    texts = {
        "a.journey.yaml": steps(f"{{name: A, touchpoints: {words}}}"),
        "b.library.yaml": LIBRARY,
    }

    assert ("near-match" in {each.rule for each in linted(texts).findings}) == near


def test_words_that_are_near_are_told_once_a_map():
    texts = {
        "a.journey.yaml": steps(*[f"{{name: {name}, touchpoints: Plan pages}}" for name in "ABCD"]),
        "b.library.yaml": LIBRARY,
    }

    (found,) = [each for each in linted(texts).findings if each.rule == "near-match"]

    assert len(found.related) == 2


@pytest.mark.parametrize(
    ("step", "near"),
    [
        ("{name: A, quotes: {text: Hm, persona: Li Naa}}", True),
        ("{name: A, pains: {text: Hm, personas: li-na}}", True),
        ("{name: A, feelings: {Li Nah: 1}}", True),
        ("{name: A, feelings: {LI NA: 1}, personas: li na}", False),
        ("{name: A, quotes: {text: Hm, persona: Chen}}", False),
    ],
)
def test_a_slip_in_a_persona_makes_no_second_one(step, near):
    assert ("near-match" in rules_in(steps(step))) == near


def translations(text: str, languages: str) -> list[str]:
    texts = {
        "cjm.yaml": f"cjm: workspace/1\nlanguage: en\nlanguages: {languages}\n",
        "a.journey.yaml": text,
    }
    return [each.message for each in linted(texts).findings if each.rule == "missing-translation"]


def test_a_text_with_nothing_to_translate_is_not_asked():
    text = steps(
        "{name: {en: A, zh: 甲}, pains: {en: x, zh: 乙}, touchpoints: '365', thoughts: '?!'}"
    )
    text = text.replace("title: Upgrading", "title: {en: Up, zh: 升}").replace(
        "persona: Li Na", "persona: 007"
    )

    assert (
        translations(text.replace("name: Learn", "name: {en: Learn, zh: 了解}"), "[en, zh]") == []
    )


def test_a_script_is_asked_for_where_two_of_one_language_are_wanted():
    text = steps("A").replace("title: Upgrading", "title: {en: Up, zh-Hans: 升}")

    assert translations(text, "[en, zh]")[0].startswith("3 texts")
    assert "zh-Hant" in translations(text, "[en, zh-Hans, zh-Hant]")[0]


def test_a_text_cut_by_a_comma_is_told_only_where_the_list_is_in_brackets():
    cut = steps("{name: A, actions: [Reloads, lowers the quality, gives it up]}")
    block = steps("name: A\n        actions:\n          - Reloads\n          - lowers the quality")
    names = steps(
        "{name: A, touchpoints: [Web shop, mobile app]}", "{name: B, actions: [open it, close it]}"
    )

    assert [each.rule for each in findings_in(cut, profile="sketch")] == ["cut-text", "cut-text"]
    assert findings_in(block, profile="sketch") == []
    assert findings_in(names, profile="sketch") == []


def test_a_plain_unit_needs_no_translation_and_a_plain_name_does() -> None:
    settings = "languages: [en, zh]\n"
    library = "cjm: library/1\nmetrics: {spend: {name: Spend, unit: CNY}}\n"

    found = linted({"cjm.yaml": settings, "m.library.yaml": library, "a.journey.yaml": HEAD})

    told = [each.message for each in found.findings if each.rule == "missing-translation"]
    assert any("'Spend'" in message for message in told)
    assert not any("CNY" in message for message in told)


@pytest.mark.parametrize(
    ("use", "count"),
    [("{ref: wait, actual: 25 min}", 0), ("{ref: happy, actual: 25 min}", 1),
     ("{ref: happy, actual: 4}", 0), ("{name: New, actual: 25 min}", 0),
     ("{ref: happy, points: [{value: 3 s}]}", 1)],
)  # fmt: skip
def test_a_duration_is_judged_by_the_kind_of_the_entry_that_is_referred_to(
    use: str, count: int
) -> None:
    library = (
        "cjm: library/1\nmetrics: {wait: {name: W, kind: time}, happy: {name: H, kind: csat}}\n"
    )
    text = steps("{name: Waits, metrics: [" + use + "]}")

    found = linted({"m.library.yaml": library, "a.journey.yaml": text}).findings

    assert sum(each.rule == "duration-without-time" for each in found) == count


# What has no name


def test_a_stage_with_neither_name_nor_content_is_told_once():
    found = rules_in(HEAD + "stages: [{name: ''}, {name: A, feeling: 1}]\n", profile="sketch")

    assert sorted(found) == ["missing-key"]


def test_a_step_without_a_name_is_told_by_its_number():
    text = HEAD + "stages: [{name: A, steps: [B, {name: '', evidence: shop-visits}]}]\n"

    said = [each.message for each in findings_in(text, profile="sketch")]

    assert any(each.endswith("named at step 2 in stage 'A'") for each in said)
