"""A docstring is a page."""

from __future__ import annotations

from cjm.rulebook.page import Example, read_page

DOCSTRING = """No state.

    A first paragraph
    of two lines.

    A second one.

    Bad (future):
        stages:
          - id: learn

    Good:
        state: current

    Source: seven steps, 2;
        NN/g
    """


def test_each_section_of_a_page_is_read():
    page = read_page(DOCSTRING)

    assert page.summary == "No state."
    assert page.why == "A first paragraph\nof two lines.\n\nA second one."
    assert page.bad == Example("stages:\n  - id: learn\n", "future")
    assert page.good == Example("state: current\n", "current")
    assert page.source == "seven steps, 2; NN/g"


def test_a_page_needs_no_example_and_no_source():
    page = read_page("No state.")

    assert (page.summary, page.why, page.bad, page.good, page.source) == (
        "No state.", "", None, None, "",
    )  # fmt: skip
