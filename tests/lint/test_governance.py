"""What the pages of the governance rules do not show."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from cjm.findings import Finding, Severity
from cjm.lint import RULES, LintOptions, LintResult, lint, parallel
from cjm.lint.parallel import WORTH_IT, lint_paths
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import gather
from cjm.workspace.survey import survey

from .workspaces import linted, workspace_of

CATEGORY = tuple(name for name, rule in RULES.items() if rule.category == "governance")
HEAD = "cjm: journey/1\ntitle: Upgrading\npersona: Li Na\n"
STAGES = "stages: [{name: Use, steps: [Looks]}]\n"


def found(texts: dict[str, str] | str, *rules: str, **options: object) -> list[Finding]:
    """Return what the named rules find; a text alone is the head of one map."""
    files = {"a.journey.yaml": HEAD + texts + STAGES} if isinstance(texts, str) else texts
    asked = rules or CATEGORY
    result = linted(files, **{"select": asked, **options})
    return [each for each in result.findings if each.rule in asked]


def said(texts: dict[str, str] | str, *rules: str, **options: object) -> list[str]:
    return [each.message for each in found(texts, *rules, **options)]


def test_every_rule_of_the_category_is_there_and_none_asks_a_diagram():
    assert len(CATEGORY) == 6
    assert not any(RULES[name].mermaid for name in CATEGORY)


# Who answers for a map


@pytest.mark.parametrize(
    ("owner", "words"),
    [
        ("", "nobody answers for the journey"),
        ("owner: {region: East}\n",
         "the owner of the journey is a region, East, and no department or person in it"),
        ("owner: Digital\n", None),
        ("owner: {person: Zhou Min}\n", None),
        ("status: archived\n", None),
        ("owner: [1, 2]\n", None),
    ],
)  # fmt: skip
def test_somebody_answers_for_a_journey(owner, words):
    assert said(owner, "journey-without-owner") == ([words] if words else [])


@pytest.mark.parametrize(
    ("status", "severity"), [("draft", Severity.WARNING), ("live", Severity.ERROR)]
)
def test_an_owner_weighs_more_on_a_live_map(status, severity):
    told = found(f"status: {status}\n", "journey-without-owner", profile="standard")

    assert [each.severity for each in told] == [severity]


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 1), ("sponsor: Chief\n", 0), ("parent: b\n", 0), ("status: archived\n", 0)],
)
def test_somebody_backs_a_journey_at_the_top(text, count):
    assert len(said(text, "missing-sponsor")) == count


# The team


def team(*departments: str, role: str = "Member") -> str:
    members = [f"{{name: X{n}, role: {role}, department: {each}}}"
               for n, each in enumerate(departments)]  # fmt: skip
    return f"team: [{', '.join(members)}]\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the map does not say who works on it"),
        (
            "team: [Zhou Min, {name: Tang Yan, department: Sales}]\n",
            "not everybody in the team says from which department, and those who do are from fewer "
            "than 3",
        ),
        (team("Sales", "sales"), "the whole team is from one department, 'Sales'"),
        (team("Sales", "IT"), "the team is from 2 departments, 'Sales', 'IT', fewer than 3"),
        (
            team("Sales", "Marketing", "Finance"),
            "nobody in the team seems to be from IT or operations, by the English names of its "
            "departments: 'Sales', 'Marketing', 'Finance'",
        ),
        (
            team("销售部", "市场部", "财务部"),
            "nobody in the team seems to be from IT or operations, by the Chinese names of its "
            "departments: '销售部', '市场部', '财务部'",
        ),
    ],
)
def test_a_narrow_team(text, words):
    assert said(text, "narrow-team") == [words]


@pytest.mark.parametrize(
    "text",
    [
        team("Sales", "Marketing", "IT"),
        team("Sales", "Marketing", "Warehouse East"),
        team("销售部", "市场部", "物流部"),
        team("销售部", "市场部", "IT"),
        team("Vertrieb", "Marketing", "Werkstatt") + "language: de\n",
        team("Продажи", "Маркетинг", "Финансы") + "language: ru\n",
        team("Sales", "Marketing", "Finance", role="Runs IT"),
        team("Sales", "IT") + "owner: Marketing\n",
        team("Sales", "Marketing", "Finance").replace("]", ", Deng Wei]"),
        "parent: b\n",
        "status: archived\n",
        "team: {x: 1}\n",
    ],
)
def test_a_wide_team(text):
    assert said(text, "narrow-team") == []


def test_a_pronoun_in_a_role_is_no_department():
    assert len(said(team("Sales", "Marketing", "Finance", role="Sells it"), "narrow-team")) == 1


def test_the_id_and_every_name_of_a_department_count():
    library = "library: {departments: {it: {name: Group services}}}\n"

    assert said(team("Sales", "Marketing", "Group services") + library, "narrow-team") == []


def test_the_number_of_departments_is_a_setting():
    assert said(team("Sales", "IT"), "narrow-team", settings={"team.departments": "2"}) == []


# Reviews; today is 2026-11-20


@pytest.mark.parametrize(
    ("review", "words"),
    [
        ("next: 2026-11-19", "the review of this map was due on 2026-11-19, yesterday"),
        ("next: 2026-10-01, last: 2026-01-01",
         "the review of this map was due on 2026-10-01, 50 days ago"),
        ("last: 2025-11-01", "this map was last reviewed on 2025-11-01, and the next review was due "
         "on 2026-11-01, 19 days ago"),
        ("last: 2026-08-01, every: 3 months", "this map was last reviewed on 2026-08-01, and the next "
         "review was due on 2026-10-31, 20 days ago"),
        ("last: 2025-06-01, next: 2025-01-01", "this map was last reviewed on 2025-06-01, and the next "
         "review was due on 2026-06-01, 172 days ago"),
        ("next: 2026-11-20", None),
        ("last: 2025-01-01, next: 2027-01-01", None),
        ("last: 2025-11-20", None),
        ("last: 2026-08-01, every: 3–6 months", None),
        ("last: 2020-01-01, every: 100000 years", None),
        ("every: 1 day", None),
        ("last: 2020-01-01, every: soon", None),
        ("last: 2020-01-01, next: soon", None),
    ],
)  # fmt: skip
def test_a_review_is_due(review, words):
    assert said(f"review: {{{review}}}\n", "review-overdue") == ([words] if words else [])


def test_without_a_day_no_review_is_overdue():
    texts = {"a.journey.yaml": HEAD + "review: {next: 2000-01-01}\n" + STAGES}

    result = lint(workspace_of(texts), options=LintOptions(select=("review-overdue",)), today=None)

    assert result.findings == ()


def test_an_archived_map_is_not_reviewed():
    assert said("status: archived\nreview: {next: 2000-01-01}\n", "review-overdue") == []


# Watched files


Changes = Sequence[tuple[str, datetime.date]]


class Answers:
    """Answers what changed, and keeps what was asked."""

    def __init__(self, *changes: tuple[str, str]) -> None:
        self.changes = [(path, datetime.date.fromisoformat(day)) for path, day in changes]
        self.asked: list[tuple[str, tuple[str, ...], datetime.date]] = []

    def __call__(self, root: str, starts: Sequence[str], since: datetime.date) -> Changes:
        self.asked.append((root, tuple(starts), since))
        return self.changes


def watched(watch: str, answers: Answers, last: str = "2026-10-12") -> list[str]:
    text = f"review: {{last: {last}, watch: {watch}}}\n"
    return said(text, "watched-files-changed", changed=answers)


def test_a_change_after_the_review_names_the_file_and_both_days():
    answers = Answers(("plans/a.md", "2026-10-13"), ("other", "2026-10-14"))

    assert watched("plans/**", answers) == [
        "'plans/a.md' changed on 2026-10-13, after the review of 2026-10-12"
    ]


def test_several_changes_are_one_finding_about_the_latest():
    answers = Answers(("plans/a.md", "2026-10-13"), ("plans/a.md", "2026-10-15"),
                      ("plans/b.md", "2026-10-14"))  # fmt: skip

    assert watched("plans/**", answers) == [
        "'plans/a.md' changed on 2026-10-15, after the review of 2026-10-12, and so did 1 more"
    ]


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        ("plans/**", "plans/deep/a.md", True),
        ("plans", "plans/deep/a.md", True),
        ("plans/*.md", "plans/a.md", True),
        ("plans/*.md", "plans/deep/a.md", False),
        ("a.md", "a.md", True),
        ("a.md", "plans/a.md", False),
        ("'**/a.md'", "plans/a.md", True),
        ("'!plans/**'", "plans/a.md", False),
        ("'#plans'", "#plans", True),
        ("'[plans'", "plans/a.md", False),
        ("'/'", "plans/a.md", False),
    ],
)
def test_globs_count_from_the_root(glob, path, matches):
    assert bool(watched(f"[{glob}]", Answers((path, "2026-10-13")))) is matches


@pytest.mark.parametrize("day", ["2026-10-12", "2026-10-11", "2026-11-21"])
def test_what_changed_before_the_review_or_after_the_day_of_the_run_does_not_count(day):
    assert watched("plans/**", Answers(("plans/a.md", day))) == []


def test_git_is_asked_once_for_all_maps_and_no_more_than_needed():
    answers = Answers()
    texts = {
        f"{name}.journey.yaml": HEAD + f"review: {{last: {last}, watch: {watch}}}\n" + STAGES
        for name, last, watch in [
            ("a", "2026-10-12", "[plans/**, policies/a.md]"),
            ("b", "2026-09-01", "[src/*/x.py]"),
        ]
    }

    found(texts, "watched-files-changed", changed=answers)

    assert answers.asked == [(".", ("plans", "policies/a.md", "src"), datetime.date(2026, 9, 1))]


@pytest.mark.parametrize(
    "review", ["", "review: {last: 2026-10-12}\n", "review: {watch: plans/**}\n",
               "status: archived\nreview: {last: 2026-10-12, watch: plans/**}\n"]
)  # fmt: skip
def test_git_is_not_asked_where_nothing_is_watched(review):
    answers = Answers(("plans/a.md", "2026-10-13"))

    assert found(review, "watched-files-changed", changed=answers) == []
    assert answers.asked == []


@pytest.mark.parametrize("options", [{"profile": "sketch", "select": ()},
                                     {"ignore": ("watched-files-changed",), "select": ()}])  # fmt: skip
def test_git_is_not_asked_where_the_rule_is_off(options):
    answers = Answers()

    found("review: {last: 2026-10-12, watch: plans/**}\n", changed=answers, **options)

    assert answers.asked == []


def test_a_comment_silences_a_rule_about_all_maps_and_is_not_called_unused():
    text = HEAD + (
        "# cjm: ignore[watched-files-changed]: the plans are drafts\n"
        "review: {last: 2026-10-12, watch: plans/**}\n"
        "# cjm: ignore-file[overlapping-journeys]: who knows\n"
    )  # fmt: skip
    rules = ("watched-files-changed", "overlapping-journeys", "unused-suppression")
    answers = Answers(("plans/a.md", "2026-10-13"))

    assert found({"a.journey.yaml": text + STAGES}, *rules, changed=answers) == []


# Overlaps


STEPS = ("Looks", "Asks", "Buys", "Unpacks", "Uses")


def journey(*steps: str, head: str = "", points: Sequence[str] = ("Page", "Desk", "Box")) -> str:
    lines = "".join(
        f"      - {{name: {step}, touchpoints: {points[n % len(points)] if points else ''}}}\n"
        for n, step in enumerate(steps)
    )
    return f"cjm: journey/1\n{head}title: Some journey\nstages:\n  - name: Use\n    steps:\n{lines}"


def pair(head: str = "", other: str = "", **more: object) -> list[str]:
    """Lint two maps with the same steps."""
    texts = {
        "a.journey.yaml": journey(*STEPS, head=other),
        "b.journey.yaml": journey(*STEPS, head=head),
    }
    return said(texts, "overlapping-journeys", **more)


def test_two_maps_with_the_same_steps_are_told_at_the_later_one():
    texts = {"a.journey.yaml": journey(*STEPS), "b.journey.yaml": journey(*STEPS)}

    (finding,) = found(texts, "overlapping-journeys")

    assert finding.place.path == "b.journey.yaml"
    assert [each.path for each in finding.related] == ["a.journey.yaml"]
    assert finding.message == (
        "this map shares 5 of 5 steps and 3 touchpoints with 'a', and nothing joins the two"
    )


@pytest.mark.parametrize(
    ("head", "other"),
    [
        ("parent: a\n", ""), ("", "parent: b\n"), ("parent: a#looks\n", ""), ("baseline: a\n", ""),
        ("status: archived\n", ""), ("", "status: archived\n"),
        ("state: future\n", "state: current\n"), ("state: transition\n", ""),
        ("type: blueprint\n", ""),
        ("persona: Li Na\n", "persona: Chen\n"),
        ("tags: {country: CN}\n", "tags: {country: [DE, AT]}\n"),
    ],
)  # fmt: skip
def test_what_explains_that_two_maps_run_alike(head, other):
    assert pair(head, other) == []


@pytest.mark.parametrize(
    ("head", "other"),
    [
        ("persona: Li Na\n", ""), ("personas: [Li Na, Chen]\n", "persona: Chen\n"),
        ("tags: {country: CN}\n", "tags: {country: [DE, CN]}\n"),
        ("tags: {country: CN}\n", "tags: {brand: northwind}\n"),
        ("state: current\n", ""), ("type: journey\n", ""),
    ],
)  # fmt: skip
def test_what_does_not_explain_it(head, other):
    assert len(pair(head, other)) == 1


def test_maps_that_are_joined_through_others_are_joined():
    texts = {
        "a.journey.yaml": journey(*STEPS),
        "b.journey.yaml": journey("X", "Y", head="parent: a\n"),
        "c.journey.yaml": journey(*STEPS, head="parent: b\n"),
        "d.journey.yaml": journey(*STEPS, head="parent: a\n"),
    }

    assert said(texts, "overlapping-journeys") == []


def test_a_step_that_a_map_details_joins_the_two():
    details = journey(*STEPS).replace("name: Looks,", "name: Looks, journey: a,")

    assert said({"a.journey.yaml": journey(*STEPS), "b.journey.yaml": details},
                "overlapping-journeys") == []  # fmt: skip


@pytest.mark.parametrize(
    ("steps", "points", "count"),
    [
        (("Looks", "Asks", "Buys", "Sells", "Leaves"), ("Page", "Desk", "Box"), 1),
        (("Looks", "Asks", "Pays", "Sells", "Leaves"), ("Page", "Desk", "Box"), 0),
        (("Looks", "Asks"), ("Page", "Desk", "Box"), 0),
        (("Looks", "Asks", "Buys"), ("Page", "Desk", "Box"), 1),
        (("LOOKS", "asks", "Ｂuys"), ("Page", "Desk", "Box"), 1),
        (STEPS, ("Phone", "Desk", "Letter"), 0),
        (STEPS, (), 1),
        (("Looks", "Asks", "Buys"), (), 0),
        (("Looks", "Asks", "Buys", "Sells", "Leaves"), (), 0),
    ],
)
def test_most_steps_and_most_touchpoints_are_shared(steps, points, count):
    texts = {"a.journey.yaml": journey(*STEPS), "b.journey.yaml": journey(*steps, points=points)}

    assert len(said(texts, "overlapping-journeys")) == count


def test_a_short_map_within_a_long_one_overlaps_with_it():
    long = journey(*(f"Step {n}" for n in range(30)), *STEPS)

    assert said({"a.journey.yaml": journey(*STEPS), "b.journey.yaml": long},
                "overlapping-journeys") != []  # fmt: skip


def test_names_in_any_language_are_compared():
    zh = ["{en: Looks, zh: 看}", "{en: Asks, zh: 问}", "{en: Buys, zh: 买}", "{en: Uses, zh: 用}"]
    texts = {
        "a.journey.yaml": journey(*zh),
        "b.journey.yaml": journey("看", "问", "买", "用"),
    }

    assert len(said(texts, "overlapping-journeys")) == 1


def test_many_alike_are_told_once_each():
    texts = {f"m{n}.journey.yaml": journey(*STEPS) for n in range(4)}

    messages = said(texts, "overlapping-journeys")

    assert len(messages) == 3
    assert messages[2].endswith("with 'm0', and many with 2 more, and nothing joins them")


def test_a_diagram_overlaps_with_nothing():
    tasks = "".join(f"    {step}: 3: Me\n" for step in STEPS)
    diagram = f"journey\n  title Some journey\n  section Use\n{tasks}"

    assert said({"a.mmd": diagram, "b.mmd": diagram}, "overlapping-journeys",
                profile="strict") == []  # fmt: skip


def test_the_share_is_a_setting():
    steps = ("Looks", "Asks", "Buys", "Sells", "Leaves")
    texts = {"a.journey.yaml": journey(*STEPS), "b.journey.yaml": journey(*steps)}

    assert said(texts, "overlapping-journeys", settings={"overlap.min": "61"}) == []
    assert said(texts, "overlapping-journeys", settings={"overlap.steps": "4"}) == []


# The same in many processes


def many(folder: Path) -> None:
    """Write a workspace in which maps far apart have to do with each other."""
    library = (
        "cjm: library/1\ntouchpoints:\n  page: {name: Page, importance: 5, satisfaction: 1}\n"
        "  used-once: {name: Used once}\n  never: {name: Never}\n  poor: {name: Poor, importance: 5, "
        "satisfaction: 1}\n"
    )
    (folder / "t.library.yaml").write_text(library)
    for number in range(WORTH_IT + 6):
        steps = [f"Step {number}-{n}" for n in range(6)]
        points: tuple[str, ...] = ("page",)
        head = "review: {last: 2026-10-12, watch: plans/**}\n" if number in (2, 27) else ""
        if number in (3, 28):
            steps = list(STEPS)
        if number == 7:
            points = ("used-once", "poor")
        if number == 9:
            head += "status: live\n"
        text = journey(*steps, head=head, points=points)
        if number == 20:
            text = text.replace("touchpoints: page", "touchpoints: page, solutions: Better")
        if number == 28:
            text = "# cjm: ignore-file[stage-count]: here\n" + text
        (folder / f"map-{number:02}.journey.yaml").write_text(text)


ACROSS = ("watched-files-changed", "overlapping-journeys", "isolated-touchpoint",
          "important-but-poor", "touchpoint-without-owner")  # fmt: skip


def options() -> LintOptions:
    return LintOptions(changed=Answers(("plans/a.md", "2026-10-13")))


TODAY = datetime.date(2026, 11, 20)


def whole(folder: Path) -> LintResult:
    (survey_of_all,) = survey(DiskFiles(folder), ["."])
    asked = LintOptions(paths=survey_of_all.asked, changed=options().changed)
    return lint(gather(DiskFiles(folder), survey_of_all), options=asked, today=TODAY)


@pytest.mark.parametrize("batch", [1, 10**9])
@pytest.mark.parametrize("workers", [1, 2])
def test_maps_in_other_processes_count_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int, workers: int
) -> None:
    many(tmp_path)
    monkeypatch.setattr(parallel, "BATCH", batch)

    ((_, result),) = lint_paths(
        DiskFiles(tmp_path), ["."], options=options(), today=TODAY, workers=workers
    )

    told = [(each.rule, each.place.path) for each in result.findings if each.rule in ACROSS]
    assert sorted(told) == [
        ("important-but-poor", "t.library.yaml"),
        ("isolated-touchpoint", "t.library.yaml"),
        ("overlapping-journeys", "map-28.journey.yaml"),
        ("touchpoint-without-owner", "t.library.yaml"),
        ("watched-files-changed", "map-02.journey.yaml"),
        ("watched-files-changed", "map-27.journey.yaml"),
    ]
    assert result == whole(tmp_path)


def test_git_is_asked_once_by_many_processes(tmp_path: Path) -> None:
    many(tmp_path)
    asked = options()

    lint_paths(DiskFiles(tmp_path), ["."], options=asked, today=TODAY, workers=2)

    assert isinstance(asked.changed, Answers)
    assert len(asked.changed.asked) == 1
