"""Comments stay, each at what it belongs to."""

from __future__ import annotations

from tests.edit.test_fmt import formatted


def test_what_begins_a_file_stays_at_its_top() -> None:
    text = """\
# yaml-language-server: $schema=x.json
# Shows: a map.
title: T
cjm: journey/1
"""

    assert (
        formatted(text)
        == """\
# yaml-language-server: $schema=x.json
# Shows: a map.
cjm: journey/1
title: T
"""
    )


def test_below_an_empty_line_a_comment_belongs_to_the_first_key() -> None:
    text = "# Of the file.\n\n# Of the title.\ntitle: T\ncjm: journey/1\n"

    assert formatted(text) == "# Of the file.\n\ncjm: journey/1\n# Of the title.\ntitle: T\n"


def test_comments_go_with_their_keys() -> None:
    text = """\
title: T   # the title
# above the stages
stages:
  # above A
  - feeling: 1   # beside
    # above the name
    name: A
    # at the foot of A

  # above B
  - name: B
  # at the foot of the stages
# above the state
state: current
# at the foot
"""

    assert (
        formatted(text)
        == """\
title: T  # the title
# above the state
state: current
# above the stages
stages:
  # above A
  # above the name
  - name: A
    feeling: 1  # beside
    # at the foot of A

  # above B
  - name: B
  # at the foot of the stages
# at the foot
"""
    )


def test_an_item_that_is_commented_out_stays_where_it_was() -> None:
    text = """\
title: T
# sponsor: nobody yet

stages:
  - name: A
    pains:
      - One
      # - Two
      #   severity: 3
    goal: G
  # - name: Between

  - name: B
    goal: H
pains:
  # - text: nothing yet
delights: [
  # none
]
state: current
"""

    assert (
        formatted(text)
        == """\
title: T
# sponsor: nobody yet
state: current
pains:
  # - text: nothing yet
delights: []
  # none

stages:
  - name: A
    goal: G
    pains:
      - One
      # - Two
      #   severity: 3
  # - name: Between

  - name: B
    goal: H
"""
    )


def test_comments_in_brackets_open_them() -> None:
    text = """\
title: T
success: [a, # first
  # above b
  b]  # of all
goal: { # begins
  customer: C, business: B # last
  } # ends
"""

    assert (
        formatted(text)
        == """\
title: T
# ends
goal:  # begins
  customer: C
  business: B  # last
success:  # of all
  - a  # first
  # above b
  - b
"""
    )


def test_a_column_of_comments_stays_one() -> None:
    text = """\
title: T            # the title
state: current      # how it is
type: journey    # not in line
level: 0   # 0 is the top
"""

    assert (
        formatted(text)
        == """\
title: T        # the title
state: current  # how it is
type: journey  # not in line
level: 0  # 0 is the top
"""
    )


def test_a_comment_behind_the_sign_of_a_block_text_stays() -> None:
    text = "title: |  # as printed\n    T\nscenario: > # folded\n  a\n  b\n"

    assert formatted(text) == "title: |  # as printed\n  T\nscenario: >  # folded\n  a\n  b\n"


def test_what_silences_a_rule_for_an_item_stays_on_its_first_line() -> None:
    text = """\
title: T
stages:
  - name: A  # cjm: ignore[low-without-pain]: agreed
    id: a
  - name: B  # the second
    id: b
"""

    assert (
        formatted(text)
        == """\
title: T
stages:
  - id: a  # cjm: ignore[low-without-pain]: agreed
    name: A

  - id: b
    name: B  # the second
"""
    )


def test_the_line_that_begins_the_document_stays_with_the_comments_before_it() -> None:
    text = "# before\n---\n# after\ntitle:  T\n...\n# the end\n"

    assert formatted(text) == "# before\n---\n# after\ntitle: T\n# the end\n"


def test_empty_lines_that_people_set_stay_single() -> None:
    text = "title: T\n\n\n\nstate: current\npains:\n\n  - A\n\n\n  - one that takes a line of its own\n\n"

    assert formatted(text) == (
        "title: T\n\nstate: current\npains:\n  - A\n\n  - one that takes a line of its own\n"
    )
