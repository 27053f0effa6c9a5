"""What `--fix` promises: a file lints better after it, and says what it said before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.findings import Edit, Finding, Fix, Place, Severity, Span
from cjm.lint import RULES, LintOptions, lint
from cjm.lint.fixing import Mended, mend
from cjm.lint.ignoring import with_comments
from cjm.source.decode import position_at
from cjm.workspace.files import Files, MemoryFiles
from cjm.workspace.load import load

from .workspaces import SKELETONS, TODAY, linted, texts_of

WORKSPACE = "cjm: workspace/1\nlanguage: en\n"
HEAD = "cjm: journey/1\ntitle: T\npersona: Li Na\n"


def found_in(files: Files, profile: str = "strict") -> list[Finding]:
    loaded = load(files, [])
    options = LintOptions(profile=profile)
    return [
        finding
        for workspace in loaded.workspaces
        for finding in lint(workspace, options=options, today=TODAY).findings
    ]


def mended(texts: dict[str, str], *, profile: str = "strict", unsafe: bool = True) -> Mended:
    files = MemoryFiles({"cjm.yaml": WORKSPACE, **texts})
    return mend(lambda seen: found_in(seen, profile), files, is_unsafe=unsafe)


def fixed(text: str, *, languages: str = "", **options) -> str:
    settings = WORKSPACE + languages
    result = mended({"a.journey.yaml": text, "cjm.yaml": settings}, **options)
    return result.after.get("a.journey.yaml", text.encode()).decode()


@pytest.mark.parametrize(
    ("before", "after", "is_safe"),
    [
        ("review: {last: 2026-3-1}", "review: {last: 2026-03-01}", True),
        ("review: {last: '2026/3/1'}", "review: {last: '2026-03-01'}", True),
        ("review: {last: 3.4.2026}", "review: {last: 2026-04-03}", False),
        ("review: {last: 13.4.2026}", "review: {last: 2026-04-13}", True),
        ("state: curent", "state: current", False),
        ("state: to-be", "state: future", False),
        ("stat: current", "state: current", False),
        ("level: '2'", "level: 2", True),
        ("level: 2,0", "level: 2", True),
    ],
)
def test_a_value_is_normalised_safely_where_nothing_else_can_be_meant(
    before: str, after: str, is_safe: bool
) -> None:
    text = f"{HEAD}{before}  # c\nstages: [{{id: a, name: A}}]\n"

    assert (fixed(text, unsafe=False) == text) is not is_safe
    assert fixed(text) == text.replace(before, after)


@pytest.mark.parametrize(
    ("before", "after", "is_safe"),
    [
        ("wait: PT25m", "wait: PT25M", True),
        ("wait: P1D2H", "wait: P1DT2H", True),
        ("wait: 1h30", "wait: PT1H30M", True),
        ("wait: 25 minuts", "wait: PT25M", False),
        ("moment_of_truth: yes", "moment_of_truth: true", True),
        ("feeling: '1,5'", "feeling: 1.5", True),
        ("emotion: 1", "feeling: 1", False),
        ("touchpoints: Web pagee", "touchpoints: Web page", False),
        ("touchpoints: {name: Web pagee}", "touchpoints: {name: Web page}", False),
        ("evidence: survy", "evidence: survey", False),
        ("feelings: {Li Naa: 1}", "feelings: {Li Na: 1}", False),
        ("next: {to: last-stp}", "next: {to: last-step}", False),
    ],
)
def test_a_step_is_mended_and_all_else_stays(before: str, after: str, is_safe: bool) -> None:
    text = (
        f"{HEAD}stages:\n- id: s\n  name: S\n  steps:\n  - {{id: a, name: A, {before}}}\n"
        "  - {id: last-step, name: B}\nlibrary:\n  touchpoints: {web: {name: Web page}}\n"
        "  evidence: {survey: {title: S, method: survey}}\n"
    )

    assert (fixed(text, unsafe=False) == text) is not is_safe
    assert fixed(text) == text.replace(before, after)


@pytest.mark.parametrize("wait", ["1:30", "two hours", "10 msec", "3/4/2026"])
def test_what_may_be_meant_in_two_ways_is_left(wait: str) -> None:
    text = f"{HEAD}stages:\n- {{id: s, name: S, wait: '{wait}'}}\n"

    assert fixed(text) == text


def test_the_key_of_the_format_and_all_ids_are_written() -> None:
    text = "# mine\ntitle: T\nstages:\n- S\n- {name: U, pains: Queue}\n"

    assert fixed(text, unsafe=False) == (
        "# mine\ncjm: journey/1\ntitle: T\nstages:\n- id: s\n  name: S\n"
        "- {id: u, name: U, pains: {id: queue, text: Queue}}\n"
    )


def test_an_id_that_another_file_refers_to_is_written_there() -> None:
    texts = {
        "now.journey.yaml": "cjm: journey/1\ntitle: Now\nstages:\n- {id: s, name: S, pains: Queue}\n",
        "then.journey.yaml": "cjm: journey/1\ntitle: Then\nstate: future\nbaseline: now\n"
        "resolves: queue\nstages:\n- {id: s, name: S}\n",
    }

    result = mended(texts, profile="standard", unsafe=False)

    assert result.after == {
        "now.journey.yaml": texts["now.journey.yaml"]
        .replace("pains: Queue", "pains: {id: queue, text: Queue}")
        .encode()
    }
    assert [each.rule for each in result.fixed] == ["reference-to-derived-id"]


def test_both_ends_of_a_reference_to_a_step_elsewhere_are_mended() -> None:
    texts = {
        "other.journey.yaml": f"{HEAD}stages:\n- {{id: learn, name: L}}\n",
        "a.journey.yaml": f"{HEAD}parent: othr#lern\nstages:\n- {{id: s, name: S}}\n",
    }

    result = mended(texts)

    assert b"parent: other#learn\n" in result.after["a.journey.yaml"]


def test_room_for_a_language_is_made_and_the_text_stays_missing() -> None:
    text = f"{HEAD}stages: [{{id: s, name: S}}]\n"
    settings = WORKSPACE + "languages: [en, zh]\n"

    result = mended({"a.journey.yaml": text, "cjm.yaml": settings}, unsafe=False)

    after = result.after["a.journey.yaml"].decode()
    assert "title:\n  en: T\n  zh:  # TODO: zh\n" in after
    assert "name: {en: S, zh: }}]  # TODO: zh\n" in after
    assert [each.rule for each in result.prepared] == ["missing-translation"]
    assert "missing-translation" in [each.rule for each in result.left]
    assert "placeholder-text" not in [each.rule for each in result.left]
    assert fixed(after, languages="languages: [en, zh]\n", unsafe=False) == after


def test_an_empty_text_is_no_translation() -> None:
    text = f'{HEAD}goal: {{business: {{en: A, zh: ""}}}}\nstages: [{{id: s, name: 价}}]\n'
    files = MemoryFiles({"a.journey.yaml": text, "cjm.yaml": WORKSPACE + "languages: [en, zh]\n"})

    missing = next(each for each in found_in(files) if each.rule == "missing-translation")

    assert missing.data["count"] == len(["title", "persona", "goal.business", "name"])


def test_what_an_alias_repeats_is_offered_no_fix() -> None:
    text = f"{HEAD}scenario: &t interviews\nstages: [{{id: s, name: S}}]\nlibrary:\n"
    text += "  evidence: {e: {title: E, method: *t}}\n"

    assert fixed(text) == text


def test_a_fix_that_would_bring_a_worse_finding_is_refused_with_the_reason() -> None:
    text = f"{HEAD}stats: current\nstages: [{{id: s, name: S}}]\n"

    result = mended({"a.journey.yaml": text})

    assert result.after == {}
    assert [(each.rule, reason) for each, reason in result.refused] == [
        ("unknown-key", "'wrong-type' would be found")
    ]


THREE = "a: 1\nb: 2\nc: 3\n"


def finding_with(start: int, end: int, text: str, rule: str = "odd", route=("a",)) -> Finding:
    span = Span(position_at(THREE, start), position_at(THREE, end))
    place = Place("a.yaml", span)
    fix = Fix("mend", (Edit("a.yaml", span, text),))
    return Finding(rule, Severity.WARNING, "odd", place, route=route, fix=fix)


def judged(*steps: Sequence[Finding]):
    """Return a judge that finds each of `steps` in turn, and the last one from then on."""
    left = list(steps)
    return lambda files: left.pop(0) if len(left) > 1 else left[0]


@pytest.mark.parametrize(
    ("after", "text", "reason"),
    [
        ([], "]", "the file could not be read any more"),
        ([], "1\nb: 2", "it would change more than it is about"),
        ([finding_with(3, 4, "2")], "2", "it would not mend what was found"),
        ([finding_with(0, 1, "b", "worse")], "2", "'worse' would be found"),
    ],
)
def test_a_rule_that_offers_a_bad_fix_does_no_harm(after, text: str, reason: str) -> None:
    files = MemoryFiles({"a.yaml": "a: 1\n"})
    bad = finding_with(3, 4, text)

    result = mend(judged([bad], after, [bad]), files)

    assert result.after == {}
    assert [why for _, why in result.refused] == [reason]


def test_a_bad_fix_keeps_no_good_one_from_being_put_in() -> None:
    files = MemoryFiles({"a.yaml": THREE})

    def judge(seen: Files) -> list[Finding]:
        text = seen.read("a.yaml").decode()
        found = [finding_with(text.index("1"), text.index("1") + 1, "[", route=("a",))]
        if "2" in text:
            found.append(finding_with(text.index("2"), text.index("2") + 1, "9", route=("b",)))
        return found

    result = mend(judge, files)

    assert result.after == {"a.yaml": b"a: 1\nb: 9\nc: 3\n"}
    assert [each.route for each, _ in result.refused] == [("a",)]
    assert [each.route for each in result.fixed] == [("b",)]


def test_a_fix_that_comes_back_for_ever_ends() -> None:
    files = MemoryFiles({"a.yaml": "a: 1\n"})

    def judge(seen: Files) -> list[Finding]:
        now = seen.read("a.yaml")[3:4].decode()
        return [finding_with(3, 4, "2" if now == "1" else "1", rule=f"from-{now}")]

    assert mend(judge, files).after == {}


@pytest.mark.parametrize("name", ["current", "blueprint"])
def test_a_clean_map_stays_as_it_is(name: str) -> None:
    text = (SKELETONS / f"{name}.yaml").read_text(encoding="utf-8")

    assert fixed(text) == text


BAD = st.sampled_from(
    ["state: curent", "review: {last: 2026-3-1}", "stat: future", "levl: 2", "level: '2'",
     "scenario: It is late", "status: wip", "owner: X", "pains: [Queue, {text: Wait}]"]
)  # fmt: skip
BAD_STEP = st.sampled_from(
    ["wait: 1h30", "emotion: -1", "moment_of_truth: yes", "touchpoints: Web pagee", "goal: {en: A}",
     "evidence: survy", "pains: Queue", "delights: [{text: a, severty: 2}]", "next: {to: b}"]
)  # fmt: skip


@given(st.lists(BAD, unique=True, max_size=4), st.lists(BAD_STEP, max_size=4), st.booleans())
@settings(max_examples=40, deadline=None)
def test_fixing_twice_is_fixing_once_and_never_makes_it_worse(top, steps, unsafe) -> None:
    lines = [f"  - {{name: N{at}, {each}}}" for at, each in enumerate(steps)]
    text = "title: T\n" + "".join(f"{each}  # c\n" for each in top)
    text += "\n".join(["stages:", "- name: S", "  steps:", "  - A", *lines])
    text += "\nlibrary: {touchpoints: {web: Web page}, evidence: {survey: {title: S}}}\n"

    once = mended({"a.journey.yaml": text}, unsafe=unsafe)
    after = once.after.get("a.journey.yaml", text.encode()).decode()

    errors = [sum(each.severity is Severity.ERROR and _is_of_format(each) for each in found)
              for found in (once.first, once.left)]  # fmt: skip
    assert errors[1] <= errors[0]
    assert after.count("# c\n") == text.count("# c\n")
    assert fixed(after, unsafe=unsafe) == after


def _is_of_format(finding: Finding) -> bool:
    return RULES[finding.rule].category == "format"


def test_a_comment_that_silences_nothing_goes_where_guesses_are_asked_for() -> None:
    text = f"{HEAD}# cjm: ignore[placeholder-text]: why\nstages: [{{id: s, name: S}}]\n"

    assert fixed(text, unsafe=False) == text
    assert fixed(text) == f"{HEAD}stages: [{{id: s, name: S}}]\n"


def bad(name: str) -> dict[str, str]:
    example = RULES[name].page.bad
    return texts_of(example) if example is not None else {}


def test_only_rules_that_say_so_offer_fixes() -> None:
    offering = {
        each.rule
        for name in RULES
        for each in (linted(bad(name)).findings if bad(name) else ())
        if each.fix is not None
    }

    assert "derived-id" in offering
    assert [name for name in sorted(offering) if not RULES[name].is_fixable] == []


# Their bad examples are no near matches.
FIXABLE = sorted(
    name
    for name, rule in RULES.items()
    if rule.is_fixable and name not in ("unresolved-reference", "wrong-type")
)


@pytest.mark.parametrize("name", FIXABLE)
def test_the_bad_example_of_a_fixable_rule_is_mended(name: str) -> None:
    result = mend(found_in, MemoryFiles(bad(name)), is_unsafe=True)

    assert name in [each.rule for each in (*result.fixed, *result.prepared)]


@pytest.mark.parametrize("profile", ["sketch", "standard", "strict"])
def test_comments_silence_all_that_can_be_silenced_and_none_is_unused(profile: str) -> None:
    text = (
        "title: TODO\nstate: curent\nstages:\n- A\n- name: S\n  # mine\n  steps:\n  - Use\n"
        "  - {name: B, next: {to: use}}\n  - name: C\n    feeling: -2\n"
    )
    files = MemoryFiles({"a.journey.yaml": text})

    def judge(seen: Files) -> list[Finding]:
        return with_comments(found_in(seen, profile), seen, RULES, "known")

    result = mend(judge, files)

    assert {each.rule for each in result.left} == {"wrong-type"}
    assert result.refused == ()
    lines = result.after["a.journey.yaml"].decode().splitlines()
    assert [line for line in lines if "cjm: ignore" not in line] == text.splitlines()
    assert all(line.endswith(": known") for line in lines if "cjm: ignore" in line)
