"""Every check of a page in use can fail: printed, scrolled, with its details open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checks.details import unreadable_details
from tests.browser.checks.paper import cut_rows
from tests.browser.checks.sticky import goes_away, scrolls

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def rows(style: str, count: int = 12) -> str:
    """A table that takes several sheets of paper."""
    cells = "".join(f"<tr><td><p>Row {number}</p><p>more</p><p>more</p>" for number in range(count))
    return (
        "<style>@page{size:600px 400px;margin:20px}td{border:1px solid;height:90px}"
        f"{style}</style><table>{cells}</table>"
    )


def test_rows_that_are_kept_whole_are_not_cut(page: Page, open_: Open) -> None:
    open_(rows("tr{break-inside:avoid}"))

    assert cut_rows(page) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (rows("tr{break-inside:auto}"), "is on pages"),
        (rows("table{width:900px}td p{text-align:right}", 2), "is not printed"),
        (rows("body{width:500px;overflow-x:hidden}p{position:absolute;left:550px}", 2), "reaches the margin"),
        (rows("td{max-width:20px;overflow:hidden}p{white-space:nowrap;text-indent:40px}", 2), "is not printed"),
        (rows("@media print{p{display:none}}", 2), "is not printed"),
    ],
)  # fmt: skip
def test_what_a_printer_cuts_is_seen(page: Page, open_: Open, text: str, fault: str) -> None:
    open_(text)

    assert any(fault in each for each in cut_rows(page))


def table(thead: str, label: str) -> str:
    """A table that scrolls both ways, its heads and labels styled as given."""
    row = "<td>cell" * 30
    return (
        f"<style>.scroll{{overflow:auto;height:400px}}td,th{{min-width:90px;height:40px;background:#fff}}"
        f"thead{{{thead}}}tbody th{{{label}}}</style><div class=scroll><table>"
        f"<thead><tr><th>Lane{'<th>Stage' * 30}</thead><tbody>{f'<tr><th>Row{row}' * 30}</table></div>"
    )


TOP, LEFT = "position:sticky;top:0;z-index:3", "position:sticky;left:0;z-index:2"


def test_heads_and_labels_that_stick_are_found_to(page: Page, open_: Open) -> None:
    open_(table(TOP, LEFT))

    assert scrolls(page)
    assert goes_away(page) == []


@pytest.mark.parametrize(
    ("thead", "label", "fault"),
    [
        ("", LEFT, "stage row"),
        (TOP, "", "lane column"),
        (TOP, "position:sticky;left:0;z-index:-1", "is covered by"),
    ],
)
def test_a_head_or_label_that_goes_away_is_seen(
    page: Page, open_: Open, thead: str, label: str, fault: str
) -> None:
    open_(table(thead, label))

    assert any(fault in each for each in goes_away(page))


def details(style: str) -> str:
    """A button with a box of details."""
    return (
        f"<style>[popover]{{inset:auto;left:20px;top:60px;padding:8px;{style}}}</style>"
        "<button popovertarget=d>A</button><div popover id=d><p>All that there is to say</div>"
    )


def test_details_in_sight_have_no_fault(page: Page, open_: Open) -> None:
    open_(details(""))

    assert unreadable_details(page) == []


@pytest.mark.parametrize(
    "style", ["left:1660px", "color:#999", "width:30px;white-space:nowrap;overflow:clip"]
)
def test_details_that_cannot_be_read_are_seen(page: Page, open_: Open, style: str) -> None:
    open_(details(style))

    assert unreadable_details(page) != []
