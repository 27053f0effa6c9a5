"""Comments silence findings, and are judged themselves."""

from __future__ import annotations

import pytest

from cjm.findings import Severity

from .workspaces import findings_in, linted, rules_in

MAP = """\
cjm: journey/1
title: Upgrading
persona: Li Na
stages:
  - Learn{end}
  - {{name: Use, steps: [Watches a film]}}
"""


def sketch(text: str) -> list[str]:
    return rules_in(text, profile="sketch")


def test_a_comment_at_the_end_of_a_line_silences_that_line():
    assert sketch(MAP.format(end="")) == ["stage-without-steps"]
    assert sketch(MAP.format(end="  # cjm: ignore[stage-without-steps]: later")) == []


@pytest.mark.parametrize("mark", [": later", " - later", " -- later", " — later", ":later"])
def test_the_reason_follows_a_colon_or_a_dash(mark):
    assert sketch(MAP.format(end=f"  # cjm: ignore[stage-without-steps]{mark}")) == []


def test_a_comment_alone_above_an_item_silences_all_of_it():
    text = """\
cjm: journey/1
title: Upgrading
persona: Li Na
stages:
  - name: Learn
    steps:
      # cjm: ignore[placeholder-text]: the workshop fills it in
      - name: Compares plans
        touchpoints: web

        pains: TODO
      - name: TODO
"""

    found = findings_in(text, profile="sketch")

    assert [(each.rule, each.place.start.line) for each in found] == [("placeholder-text", 12)]


def test_a_comment_for_the_whole_file_stands_in_its_first_lines():
    comment = "# cjm: ignore-file[stage-without-steps]: later\n"

    assert sketch(comment + MAP.format(end="")) == []
    assert sketch("\n" * 40 + MAP.format(end="") + comment) == [
        "stage-without-steps", "unused-suppression",
    ]  # fmt: skip


def test_a_category_can_be_silenced():
    assert sketch("# cjm: ignore-file[structure]: a sketch\n" + MAP.format(end="")) == []


def test_what_is_written_within_a_text_is_no_comment():
    text = MAP.format(end="").replace("Learn", "'Learn # cjm: ignore[stage-without-steps]: x'")

    assert sketch(text) == ["stage-without-steps"]


def test_a_comment_without_a_reason_silences_and_is_told():
    text = MAP.format(end="  # cjm: ignore[stage-without-steps]")

    assert sketch(text) == ["suppression-without-reason"]


def test_a_comment_holds_until_its_last_day():
    on_the_day = "  # cjm: ignore[stage-without-steps] until 2026-11-20: later"
    day_before = "  # cjm: ignore[stage-without-steps] until 2026-11-19: later"

    assert sketch(MAP.format(end=on_the_day)) == []
    assert sorted(sketch(MAP.format(end=day_before))) == [
        "expired-suppression", "stage-without-steps",
    ]  # fmt: skip


def test_a_comment_that_silences_nothing_is_told_where_it_stands():
    text = MAP.format(end="  # cjm: ignore[placeholder-text]: x").replace(
        "Learn", "{name: Learn, goal: x, pains: y}"
    )

    (found,) = findings_in(text, profile="sketch")

    assert (found.rule, found.place.start.line) == ("unused-suppression", 5)
    assert found.place.lines[1][1][found.place.start.column - 1 :].startswith("# cjm: ignore")


@pytest.mark.parametrize("word", ["note", "error"])
def test_how_bad_a_useless_comment_is_can_be_set(word):
    files = {
        "cjm.yaml": f"cjm: workspace/1\nlint: {{severity: {{unused-suppression: {word}}}}}\n",
        "a.journey.yaml": "# cjm: ignore-file[placeholder-text]: x\n" + MAP.format(end=""),
    }

    found = linted(files, profile="sketch").findings

    told = {each.rule: each.severity for each in found}
    assert told["unused-suppression"] is Severity.named(word)


def test_a_useless_comment_is_left_alone_where_its_rule_is_off():
    text = "# cjm: ignore-file[placeholder-text]: x\n" + MAP.format(end="")

    assert "unused-suppression" not in rules_in(text, severity={"unused-suppression": "off"})


def test_a_comment_for_a_rule_that_did_not_run_is_left_alone():
    text = MAP.format(end="  # cjm: ignore[stage-without-steps]: x")

    assert "unused-suppression" not in rules_in(text, select=("missing-persona",))


def test_a_comment_is_judged_by_the_rules_that_ran_on_its_own_file():
    comment = "# cjm: ignore-file[persona-without-evidence]: later\n"
    files = {
        "a.journey.yaml": comment + MAP.format(end=""),
        "b.journey.yaml": "status: live\n" + MAP.format(end=""),
    }

    found = linted(files, profile="sketch").findings

    raised = [each.place.path for each in found if each.rule == "persona-without-evidence"]
    assert raised == ["b.journey.yaml"]
    assert "unused-suppression" not in {each.rule for each in found}


def test_the_comments_of_a_map_that_cannot_be_read_are_left_alone():
    comment = "# cjm: ignore-file[stage-without-steps]: later\n"
    files = {"a.journey.yaml": comment + "title: [", "b.journey.yaml": MAP.format(end="")}

    found = linted(files, profile="sketch").findings

    assert {each.rule for each in found} == {"yaml-syntax", "stage-without-steps"}


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("ignore[stage-without-stps]: x", "did you mean 'stage-without-steps'"),
        ("ignore[unknown-key]: x", "'unknown-key' cannot be silenced"),
        ("ignore: x", "does not say which rule"),
    ],
)
def test_a_comment_that_can_silence_nothing_says_why(comment, words):
    text = MAP.format(end=f"  # cjm: {comment}").replace("Learn", "{name: Learn, pains: y}")

    (found,) = findings_in(text, profile="sketch")

    assert found.rule == "unused-suppression"
    assert words in found.message


def test_what_makes_a_map_legal_cannot_be_silenced():
    text = MAP.format(end="").replace(
        "persona:", "emotion: 1  # cjm: ignore[unknown-key]: x\npersona:"
    )

    assert "unknown-key" in sketch(text)


def test_one_place_of_many_is_silenced_alone():
    text = MAP.format(end="  # cjm: ignore[derived-id]: renamed every week")

    (found,) = [each for each in findings_in(text) if each.rule == "derived-id"]

    assert found.data == {"count": 2}


def test_a_mermaid_comment_silences_the_line_below():
    text = """\
journey
    title My working day
    section Go to work
      %% cjm: ignore[mermaid-reading]: measured on another scale
      Make tea: 500: Me
"""

    assert linted({"a.mmd": text}, profile="sketch").findings == ()
    assert linted({"a.mmd": text.replace("500", "5")}, profile="sketch").findings[0].rule == (
        "unused-suppression"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_comment_is_found_whatever_ends_the_lines(end):
    text = MAP.format(end="  # cjm: ignore[stage-without-steps]: later").replace("\n", end)
    unused = text.replace("Learn ", "{name: Learn, pains: y} ")

    assert sketch(text) == []
    (found,) = findings_in(unused, profile="sketch")
    assert unused[found.place.start.offset :].startswith("# cjm: ignore")
    assert found.place.start.line == 5
