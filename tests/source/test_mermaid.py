"""Mermaid journeys are read as Mermaid draws them, and every misreading is said."""

from __future__ import annotations

from typing import Any

import pytest

from cjm.source import Plain
from cjm.source.document import Document
from cjm.source.mermaid import is_mermaid_journey, mermaid_comments, parse_mermaid

DAY = """\
journey
  title My working day
  section Go to work
    Make tea: 5: Me
    Do work: 1: Me, Cat
  section Go home
    Sit down: 3: Cat
"""


def read(body: str, path: str = "maps/day.mmd") -> Document:
    return parse_mermaid(f"journey\n  title T\n{body}", path)


def readings(document: Document) -> list[tuple[int, str]]:
    """Return the line of each problem and the word for what Mermaid misreads there."""
    assert {problem.rule for problem in document.problems} <= {"mermaid-reading"}
    return [
        (problem.span.start.line, str(problem.data["reading"])) for problem in document.problems
    ]


def steps(document: Document) -> list[dict[str, Any]]:
    return [step for stage in document.data["stages"] for step in stage.get("steps", [])]


def test_sections_tasks_scores_and_actors_become_stages_steps_feelings_and_personas() -> None:
    document = parse_mermaid(DAY, "day.mmd")

    assert document.problems == ()
    assert document.kind == "mermaid"
    assert document.data == {
        "cjm": "journey/1",
        "title": "My working day",
        "personas": ["Me", "Cat"],
        "stages": [
            {
                "name": "Go to work",
                "steps": [
                    {"name": "Make tea", "feeling": "2", "personas": ["Me"]},
                    {"name": "Do work", "feeling": "-2", "personas": ["Me", "Cat"]},
                ],
            },
            {
                "name": "Go home",
                "steps": [{"name": "Sit down", "feeling": "0", "personas": ["Cat"]}],
            },
        ],
    }
    assert all(type(step["feeling"]) is Plain for step in steps(document))


@pytest.mark.parametrize(
    ("route", "text"),
    [
        ((), "journey"),
        (("title",), "My working day"),
        (("personas", 1), "Cat"),
        (("stages", 0), "section Go to work"),
        (("stages", 0, "name"), "Go to work"),
        (("stages", 0, "steps", 1), "Do work: 1: Me, Cat"),
        (("stages", 0, "steps", 1, "name"), "Do work"),
        (("stages", 0, "steps", 1, "feeling"), "1"),
        (("stages", 0, "steps", 1, "feeling", 0, "level"), "1"),
        (("stages", 0, "steps", 1, "personas"), "Me, Cat"),
        (("stages", 0, "steps", 1, "personas", 1), "Cat"),
        (("stages", 1, "steps", 0), "Sit down: 3: Cat"),
    ],
)
def test_every_part_knows_its_place(route: tuple[str | int, ...], text: str) -> None:
    for end in ("\n", "\r\n", "\r"):
        document = parse_mermaid(DAY.replace("\n", end), "day.mmd")

        span = document.span(route)

        assert document.text[span.start.offset : span.end.offset] == text
        line = document.lines[span.start.line - 1]
        assert line[span.start.column - 1 :].startswith(text)


def test_a_key_has_a_place_where_the_text_spells_it() -> None:
    document = parse_mermaid(DAY, "day.mmd")

    assert document.span(("title",), on_key=True).start == (2, 3, 10)
    assert document.span(("stages", 1, "name"), on_key=True).start.line == 6


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("section A\nT: 500: Me", [(4, "score-out-of-range")]),
        ("section A\nT: 0: Me", [(4, "score-out-of-range")]),
        ("section A\nT: good: Me", [(4, "score-no-number")]),
        ("section A\nT: ５: Me", [(4, "score-no-number")]),
        ("section A\nT: 3.5: Me", [(4, "score-decimal")]),
        ("section A\nT: : Me", [(4, "no-score")]),
        ("section A\nT: 3: Me: joy", [(4, "further-field")]),
        ("section A\nT: 3: Me # note", [(4, "cut-text")]),
        ("section A\nT #42: 3: Me", [(4, "cut-text")]),
        ("section A\nT: 3: Me;", [(4, "cut-text")]),
        ("section A #1\nT: 3: Me", [(3, "cut-text")]),
        ("section A: B\nT: 3: Me", [(3, "cut-text")]),
        ("section A\nT: Me: 3", [(4, "swapped")]),
        ("section A\nT (x: y): 3: Me", [(4, "colon-in-name")]),
        ("section A\nT: 3", [(4, "no-actor")]),
        ("section A\nT: 3:", [(4, "no-actor")]),
        ("section A\nT: 3: Me, , You", [(4, "nameless-actor")]),
        ("section A\n: 3: Me\nT: 3: Me", [(4, "empty-task")]),
        ("section A\nclick T href\nT: 3: Me", [(4, "unreadable-line")]),
        ("section A\nT： 3： Me", [(4, "wide-colon")]),
        ("section A\nT: 3: Me %% why", [(4, "late-comment")]),
        ("section A\n#1 choice: 3: Me", [(4, "taken-for-comment")]),
        ("section A\nT: 3: #tag; Me", [(4, "unknown-code")]),
        ("section A\nJourney ends: 3: Me", [(4, "journey-again")]),
        ("section: A\nT: 3: Me", [(3, "colon-after-word")]),
        ("section A", [(3, "section-without-tasks")]),
        ("section A\nT: 3: Me\nsection B\nU: 3: Me\nsection A\nV: 3: Me", [(7, "section-again")]),
        ("title U\nT: 3: Me", [(3, "twice")]),
        ("accTitle: A\naccTitle: B\nT: 3: Me", [(4, "twice")]),
        ("section\nT: 3: Me", [(3, "empty-text")]),
        ("accDescr {\nT: 3: Me", [(3, "unclosed")]),
    ],
)
def test_whatever_mermaid_misreads_is_one_finding_at_its_line(
    body: str, expected: list[tuple[int, str]]
) -> None:
    document = read(body)

    assert readings(document) == expected
    assert not any(problem.fatal for problem in document.problems)
    assert all(problem.message and problem.help for problem in document.problems)


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("T: 500: Me", {"name": "T", "x-mermaid-score": "500", "personas": ["Me"]}),
        ("T: good: Me", {"name": "T", "x-mermaid-score": "good", "personas": ["Me"]}),
        ("T: 3.5: Me", {"name": "T", "feeling": "0.5", "personas": ["Me"]}),
        ("T: 0x5: Me", {"name": "T", "feeling": "2", "personas": ["Me"]}),
        ("T: : Me", {"name": "T", "personas": ["Me"]}),
        ("T: 3: Me: joy", {"name": "T", "feeling": "0", "personas": ["Me"]}),
        ("T: 3: Me # note", {"name": "T", "feeling": "0", "personas": ["Me"]}),
        ("T #42 lost: 3: Me", {"name": "T #42 lost", "feeling": "0", "personas": ["Me"]}),
        ("T: 3: Me; U: 4: You", {"name": "T", "feeling": "0", "personas": ["Me"]}),
        ("T: Me: 3", {"name": "T", "x-mermaid-score": "Me", "personas": ["3"]}),
        ("T: 3: Me,, You, Me", {"name": "T", "feeling": "0", "personas": ["Me", "You"]}),
        ("T: 3: end", {"name": "T", "feeling": "0", "personas": ["end"]}),
        ("T: 3: Me %% why", {"name": "T", "feeling": "0", "personas": ["Me"]}),
        ("T： 3： Me", {"name": "T", "feeling": "0", "personas": ["Me"]}),
        ("#1 choice: 3: Me", {"name": "#1 choice", "feeling": "0", "personas": ["Me"]}),
        ("Say #quot;hi#quot; #35;1#59;: 5: Me", {"name": 'Say "hi" #1;', "feeling": "2",
                                                  "personas": ["Me"]}),
        ("Interview<br>users: 4: PM", {"name": "Interview<br>users", "feeling": "1",
                                       "personas": ["PM"]}),
        ("\tT\t:\u00a03 :\u3000Me", {"name": "T", "feeling": "0", "personas": ["Me"]}),
    ],
)  # fmt: skip
def test_a_task_is_read_as_mermaid_draws_it(line: str, step: dict[str, Any]) -> None:
    document = read(f"section A\n{line}\n")

    assert steps(document) == [step]


def test_a_score_that_is_kept_keeps_its_kind() -> None:
    document = read("A: 500: Me\nB: good: Me\nC: .inf: Me")

    kept = [step["x-mermaid-score"] for step in steps(document)]

    assert [type(score) for score in kept] == [Plain, str, str]


def test_a_swapped_score_is_named_in_the_message() -> None:
    (problem,) = read("T: Me: 3").problems

    assert "are swapped" in problem.message
    assert problem.help == "write 'T: 3: Me'"


def test_tasks_before_any_section_form_a_stage_named_after_the_title() -> None:
    document = read("T: 3: Me\nsection A\nU: 3: Me")

    assert [stage["name"] for stage in document.data["stages"]] == ["T", "A"]
    assert document.span(("stages", 0)).start.line == 3
    assert document.span(("stages", 0, "name")) == document.span(("title",))


def test_a_diagram_without_title_is_called_after_its_file() -> None:
    document = parse_mermaid("journey\nT: 3: Me", "maps/My day.mmd")

    assert readings(document) == [(1, "no-title")]
    assert document.data["title"] == "My day"


def test_sections_of_one_name_are_two_stages_that_point_at_each_other() -> None:
    document = read("section A\nT: 3: Me\nsection A\nU: 3: Me")

    (problem,) = document.problems

    assert len(document.data["stages"]) == 2
    assert problem.related[0][0].start.line == 3
    assert "draws the two as one" in problem.help


def test_a_section_without_tasks_is_a_stage_without_steps() -> None:
    assert read("section A").data["stages"] == [{"name": "A"}]


@pytest.mark.parametrize(
    ("lines", "description"),
    [
        ("accDescr: What one does; all day #1", "What one does; all day #1"),
        ("accDescr {\n  One\n  two\n}", "One\n  two"),
        ("accTitle: A day\naccDescr: In two parts", "A day\nIn two parts"),
        ("accTitle: T", None),
    ],
)
def test_the_accessible_title_and_description_become_the_description(
    lines: str, description: str | None
) -> None:
    document = read(f"{lines}\nT: 3: Me")

    assert document.problems == ()
    assert document.data.get("description") == description


def test_statements_may_stand_behind_the_header_and_a_description() -> None:
    document = parse_mermaid("JOURNEY title T\naccDescr { x } U: 3: Me", "a.mmd")

    assert readings(document) == [(1, "header-case")]
    assert document.data["title"] == "T"
    assert [step["name"] for step in steps(document)] == ["U"]


@pytest.mark.parametrize(
    "above",
    [
        '---\ntitle: "A: B"\nconfig:\n  theme: base\n---\n',
        "\n  ---\n  title: 'A: B'\n  ---\n",
        '\ufeff---\r\ntitle: "A: B"\r\n---\r\n',
    ],
)
def test_the_title_may_stand_in_the_front_matter(above: str) -> None:
    document = parse_mermaid(f"{above}journey\nT: 3: Me", "a.mmd")

    span = document.span(("title",))

    assert document.problems == ()
    assert document.data["title"] == "A: B"
    assert "A: B" in document.text[span.start.offset : span.end.offset]


def test_the_title_below_wins_over_the_front_matter() -> None:
    document = parse_mermaid("---\ntitle: A\n---\njourney\ntitle B\nT: 3: Me", "a.mmd")

    assert document.data["title"] == "B"
    assert readings(document) == [(5, "twice")]


@pytest.mark.parametrize("matter", ["---\n[\n---\n", "---\nconfig: {}\n---\n", "---\n---\n"])
def test_front_matter_without_a_title_is_passed_over(matter: str) -> None:
    document = parse_mermaid(f"{matter}journey\ntitle T\nU: 3: Me", "a.mmd")

    assert document.data["title"] == "T"


def test_directives_and_comments_are_no_part_of_the_diagram() -> None:
    text = (
        "%%{init: {'theme': 'base',\n 'x': 'section A'}}%%\n%% section B\njourney\n"
        "title T\n# section C\n% section D\n%%{wrap}%%\nsection E\nT: 3: Me\n"
    )

    document = parse_mermaid(text, "a.mmd")

    assert document.problems == ()
    assert [stage["name"] for stage in document.data["stages"]] == ["E"]
    assert document.span(("stages", 0)).start.line == 9


def test_comments_are_found_for_suppressions() -> None:
    text = (
        "journey\n  %% cjm: ignore[mermaid-reading]: a reason\n  T: 9: Me %% late\n"
        "# hash\n#1 choice: 3: Me\n%%{init: {}}%%\nU #35; %%: 3: %\n"
    )

    assert mermaid_comments(text, first_line=10) == [
        (11, 3, "%% cjm: ignore[mermaid-reading]: a reason"),
        (12, 12, "%% late"),
        (13, 1, "# hash"),
        (16, 8, "%%: 3: %"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "there is no diagram here"),
        ("%% only a comment", "there is no diagram here"),
        ("flowchart LR\nA-->B", "this is a 'flowchart' diagram, cjm reads 'journey' diagrams"),
        ("xychart-beta\n", "this is a 'xychart-beta' diagram, cjm reads 'journey' diagrams"),
        ("hello", "expected a diagram that begins with 'journey', found 'hello'"),
        ("journeys\nT: 3: Me", "expected a diagram that begins with 'journey', found 'journeys'"),
        ("journey\ntitle T\n", "the diagram has no section and no task"),
    ],
)
def test_what_holds_no_journey_is_one_fatal_problem(text: str, message: str) -> None:
    document = parse_mermaid(text, "a.mmd")

    (problem,) = [problem for problem in document.problems if problem.fatal]

    assert document.data is None
    assert (problem.rule, problem.message) == ("mermaid-reading", message)


def test_front_matter_that_never_ends_is_said_where_it_begins() -> None:
    document = parse_mermaid("---\ntitle: A\njourney\nT: 3: Me", "a.mmd")

    assert document.data is None
    assert readings(document)[0] == (1, "unclosed")


@pytest.mark.parametrize(
    ("text", "is_journey"),
    [
        (DAY, True),
        ("---\ntitle: x\n---\n%% c\n%%{init: {}}%%\n  journey\n", True),
        ("Journey\n", True),
        ("journeys\n", False),
        ("graph TD\njourney\n", False),
        ("", False),
    ],
)
def test_a_journey_is_known_by_its_first_word(text: str, is_journey: bool) -> None:
    assert is_mermaid_journey(text) is is_journey
