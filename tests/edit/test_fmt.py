"""One canonical layout; nothing is lost on the way to it."""

from __future__ import annotations

import pytest

from cjm.edit.fmt import format_file
from cjm.edit.fmt_check import RefusedError


def formatted(text: str, kind: str = "journey") -> str:
    done = format_file("a.yaml", text.encode(), kind)
    assert done.problems == ()
    return done.content.decode()


def test_keys_stand_in_their_order_and_stages_and_steps_apart() -> None:
    text = """\
stages:
- steps:
    - feeling: -1
      name: Waits
    - name: Gives up
      feeling: -2
  name: Buy
- name: Use
title: A map
state: current
type: journey
cjm: journey/1
"""

    assert (
        formatted(text)
        == """\
cjm: journey/1
title: A map
state: current
type: journey

stages:
  - name: Buy
    steps:
      - name: Waits
        feeling: -1

      - name: Gives up
        feeling: -2

  - name: Use
"""
    )


def test_a_first_map_of_ten_lines_stays_one() -> None:
    text = """\
cjm: journey/1
title: A map
persona: Li Na
stages:
  - name: Learn
    steps:
      - name: Compares plans
        touchpoints: Plan page
        feeling: -2
        pains: 27 plans
"""

    assert formatted(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: 'Learn'", "title: Learn"),
        ('title: "a, b"', "title: a, b"),
        ("title: 'a: b'", 'title: "a: b"'),
        ("title: 1.10", "title: 1.10"),
        ('title: "1.10"', 'title: "1.10"'),
        ("title: '404'", 'title: "404"'),
        ("title: no", "title: no"),
        ("title: 'no'", 'title: "no"'),
        ("updated: 2026-03-01", "updated: 2026-03-01"),
        ("updated: '2026-03-01'", 'updated: "2026-03-01"'),
        (r'title: "caf\u00e9 \u202e"', r'title: "caf\u00e9 \u202e"'),
        ("title:   plain   ", "title: plain"),
        ("title:\n  plain", "title: plain"),
        ("title: 'It''s'", "title: It's"),
        ("goal: {customer: 'a, b'}", 'goal: {customer: "a, b"}'),
        ("goal:\n  customer: a, b", 'goal: {customer: "a, b"}'),
        ("goal:\n    customer: A\n    business: B", "goal: {customer: A, business: B}"),
        ("success: [a,b,   c]", "success: [a, b, c]"),
        ("success:\n- a\n- b", "success: [a, b]"),
        ("success: [one text that is rather long for a list]",
         "success:\n  - one text that is rather long for a list"),
        ("persona: {name: Petra, id: p}", "persona:\n  id: p\n  name: Petra"),
        ("pains:", "pains:"),
        ("pains: ~", "pains: ~"),
        ("success: []", "success: []"),
        ("x-mine: {b: 1, a: [2, {c: 3}]}", "x-mine:\n  b: 1\n  a:\n    - 2\n    - {c: 3}"),
        ("titel: A", "titel: A"),
    ],
)  # fmt: skip
def test_a_value_is_spelt_as_its_author_did_and_laid_out_as_cjm_does(
    before: str, after: str
) -> None:
    assert formatted(before + "\n") == after + "\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("moment-of-truth: true", "moment_of_truth: true"),
        ("lifecycle: [after_all, ONBOARDING]", "lifecycle: [after_all, onboarding]"),
        ("opportunities: {text: A, status: in_progress}",
         "opportunities: {text: A, status: in-progress}"),
        ("moment_of_truth: ZMOT", "moment_of_truth: zmot"),
        ("moment_of_truth: TRUE", "moment_of_truth: TRUE"),
        ("x-some_key: in_progress", "x-some_key: in_progress"),
        ("custom: {my_lane: in_progress, my-lane: A}", "custom: {my_lane: in_progress, my-lane: A}"),
        ("touchpoints: [in_progress]", "touchpoints: [in_progress]"),
    ],
)  # fmt: skip
def test_keys_take_an_underscore_and_choices_a_hyphen(before: str, after: str) -> None:
    text = f"title: T\nstages:\n  - name: A\n    {before}\n"

    assert formatted(text) == f"title: T\nstages:\n  - name: A\n    {after}\n"


def test_two_spellings_of_one_key_are_left_to_lint() -> None:
    text = "title: T\nstages:\n  - name: A\n    moment_of_truth: true\n    moment-of-truth: true\n"

    assert formatted(text) == text


def test_the_languages_of_a_text_keep_their_order() -> None:
    text = """\
title: {zh: 题, en: T}
stages:
  - name: {zh: 题, en: T}
    pains:
      zh: 题
      id: dua kata
      en: T
"""

    assert formatted(text) == text


def test_texts_of_several_lines_stay_what_they_are() -> None:
    text = """\
title: |
     One

       two
description: >-
     Folded and
     folded
scenario: This text was broken into lines by its author, since it is much longer
    than what one line takes, and goes on
    and on until it is done
sponsor: short
    enough
x-more: "In quotes it may be broken into lines as well, with \\
       an escape, as long as it takes to say it"
"""

    assert (
        formatted(text)
        == """\
title: |
  One

    two
description: >-
  Folded and
  folded
scenario: This text was broken into lines by its author, since it is much longer
  than what one line takes, and goes on
  and on until it is done
sponsor: short enough
x-more: "In quotes it may be broken into lines as well, with \\
  an escape, as long as it takes to say it"
"""
    )


def test_a_block_text_that_begins_with_blanks_or_ends_with_empty_lines_means_the_same() -> None:
    text = "title: |2\n    deep\n  flat\ndescription: |+\n  a\n\n\nscenario: |-\n  b  \n  c\n"

    assert formatted(text) == (
        'title: |2\n    deep\n  flat\ndescription: "a\\n\\n\\n"\n\nscenario: |-\n  b  \n  c\n'
    )


def test_a_blueprint_follows_its_lanes() -> None:
    keys = ("feeling: 1", "systems: S", "support: U", "backstage: B", "frontstage: F")
    others = ("actions: A", "physical_evidence: P", "name: N")

    text = "title: T\ntype: {}\nstages:\n  - " + "\n    ".join((*keys, *others)) + "\n"

    told = [
        line.strip(" -").split(":")[0] for line in formatted(text.format("Blueprint")).split("\n")
    ]
    assert told[-9:-1] == [
        "name", "physical_evidence", "actions", "frontstage", "backstage", "support", "systems",
        "feeling",
    ]  # fmt: skip
    told = [
        line.strip(" -").split(":")[0] for line in formatted(text.format("journey")).split("\n")
    ]
    assert told[-9:-1] == [
        "name", "actions", "feeling", "physical_evidence", "frontstage", "backstage", "support",
        "systems",
    ]  # fmt: skip


def test_what_only_names_what_is_there_already_takes_one_line() -> None:
    text = """\
title: T
lanes:
  - stage
  - {id: rollout, name: Rollout, after: pains}

stages:
  - {id: choose, same: true}
  - {id: buy, same: true}
"""

    assert formatted(text) == text


def test_settings_and_sections_of_a_library_have_a_line_for_each_entry() -> None:
    settings = "cjm: workspace/1\nlint: {profile: strict}\n"
    library = """\
cjm: library/1
channels: {web: Web, app: {name: App, kind: digital}}
needs: {rest: {text: {en: Rest, zh: 休息}, kano: must_be}}
"""

    assert formatted(settings, "workspace") == "cjm: workspace/1\nlint:\n  profile: strict\n"
    assert (
        formatted(library, "library")
        == """\
cjm: library/1
channels:
  web: Web
  app: {name: App, kind: digital}
needs:
  rest:
    text: {en: Rest, zh: 休息}
    kano: must-be
"""
    )


def test_a_persona_and_a_theme_have_their_own_order() -> None:
    persona = "evidence: talks\nrole: Nurse\nname: Petra\ncjm: persona/1\n"
    theme = "fonts: [Inter]\nextends: LIGHT\ncjm: theme/1\n"

    assert formatted(persona, "persona") == (
        "cjm: persona/1\nname: Petra\nrole: Nurse\nevidence: talks\n"
    )
    assert formatted(theme, "theme") == "cjm: theme/1\nextends: light\nfonts: [Inter]\n"


def test_the_key_cjm_outdoes_the_name_of_a_file() -> None:
    done = format_file("a.journey.yaml", b"role: Nurse\nname: Petra\ncjm: persona/1\n", "journey")

    assert done.content == b"cjm: persona/1\nname: Petra\nrole: Nurse\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_byte_order_mark_and_line_ends_stay(end: str, mark: str) -> None:
    text = "title:  T\nstages:\n- name: |\n   a\n\n   b\n  goal: G # c\n"

    done = format_file("a.yaml", (mark + text.replace("\n", end)).encode(), "journey").content

    wanted = "title: T\nstages:\n  - name: |\n      a\n\n      b\n    goal: G  # c\n"
    assert done == (mark + wanted.replace("\n", end)).encode()


def test_the_most_frequent_line_end_takes_over() -> None:
    done = format_file("a.yaml", b"title: T\r\nstages:\n- name: A\r\n- name: B\r\n", "journey")

    assert done.content == b"title: T\r\nstages:\r\n  - name: A\r\n  - name: B\r\n"


def test_anchors_and_aliases_stay_and_the_anchor_comes_first() -> None:
    text = """\
stages:
  - name: A
    evidence: &talks [talks, survey]
    pains: &hard {text: Hard, evidence: *talks}
  - pains: *hard
    goal: &g Get it
    name: B
title: *g
"""

    assert (
        formatted(text)
        == """\
title: &g Get it
stages:
  - name: A
    pains: &hard {text: Hard, evidence: &talks [talks, survey]}
    evidence: *talks

  - name: B
    goal: *g
    pains: *hard
"""
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("%YAML 1.2\n---\ntitle: T\n", "begins with '%'"),
        ("a: &x 1\nb: &x 2\nc: *x\n", "'&x' is set twice"),
        ("&k title: T\n", "anchor of a key"),
        ("title: &t # why\n  T\n", "a comment stands between '&t' and its text"),
    ],
)
def test_what_has_no_layout_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        format_file("a.yaml", text.encode(), "journey")


def test_a_comment_for_the_whole_file_is_not_moved_out_of_hearing() -> None:
    flow = ", ".join(f"x-key-{number}: a value of some length" for number in range(30))
    text = f"x-a: {{{flow}}}\n# cjm: ignore-file[long-text]: agreed\nx-b: 1\n"

    with pytest.raises(RefusedError, match="too far down to be heard"):
        format_file("a.yaml", text.encode(), "journey")


@pytest.mark.parametrize(
    "source",
    [
        b"title: 'T\n",
        b"title: T\ntitle: U\n",
        b"a: 1\n---\nb: 2\n",
        b"\xff\xfe",
        b"- a\n",
        b"a\tb: c\n\t- d",
    ],
)
def test_what_cannot_be_read_stays_and_has_a_problem(source: bytes) -> None:
    done = format_file("a.yaml", source, "journey")

    assert done.problems
    assert done.content == source


@pytest.mark.parametrize("source", [b"", b"# nothing yet\n", b"\xef\xbb\xbf\r\n"])
def test_an_empty_file_stays_empty(source: bytes) -> None:
    done = format_file("cjm.yaml", source, "workspace")

    assert done.problems == ()
    assert done.content == source


def test_a_text_that_a_comment_cut_still_looks_cut() -> None:
    text = "title: Shop # 42 lost\nscenario: Ticket #43\nsponsor: A # B\n"

    assert formatted(text) == ("title: Shop # 42 lost\nscenario: Ticket  #43\nsponsor: A  # B\n")


def test_a_version_that_is_not_known_is_told() -> None:
    done = format_file("a.yaml", b"cjm: journey/9\ntitle:  T\n", "journey")

    assert [each.rule for each in done.problems] == ["unsupported-version"]
