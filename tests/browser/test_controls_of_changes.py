"""Every check of a comparison can fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.checks.changes import shifted, stops, stray
from tests.browser.checks.heads import nameless

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

HIDES = "visibility:hidden"


def comparison(hides: str = HIDES, attributes: str = "", *, hidden: str = "ins, del") -> str:
    """A comparison of two words, whose states hide what is not in them."""
    del_, ins = ("del" in hidden) * "del", ("ins" in hidden) * "ins"
    radios = "".join(
        f"<input type=radio name=see id={id}{' checked' if id == 'see' else ''}>"
        for id in ("see-old", "see", "see-new")
    )
    return (
        f"<style>:root:has(#see-old:checked) {ins or 'i'},:root:has(#see-new:checked) {del_ or 'i'}{{{hides}}}"
        f"</style>{radios}<p class=next><a href='#first'>First</a></p><div class=scroll><table><tr>"
        f"<td><button id=first><del>was</del></button><td><button><ins>is</ins></button>"
        f"<td><button {attributes}><ins>comes</ins></button></table></div>"
    )


def test_a_comparison_that_keeps_still_is_found_to(page: Page, open_: Open) -> None:
    open_(comparison())

    assert shifted(page) == []
    assert stray(page) == []
    assert stops(page) == ([0, 1, 2], [0, 1, 2])


def test_what_moves_is_seen(page: Page, open_: Open) -> None:
    open_(comparison("font-size:3px"))

    assert shifted(page) != []


@pytest.mark.parametrize(("hidden", "told"), [("ins", "was is seen with see-new"), ("del", "is is seen with see-old")])  # fmt: skip
def test_what_is_seen_where_it_is_not_is_told(
    page: Page, open_: Open, hidden: str, told: str
) -> None:
    open_(comparison(hidden=hidden))

    assert told in stray(page)


HEAD = "<style>@page{{size:600px 400px;margin:20px}}td{{height:300px}}{style}</style><table><thead><tr><th scope=col>{name}</thead>{rows}</table>"


@pytest.mark.parametrize(
    ("name", "style", "is_sound"),
    [
        ("<b>Pays</b>", "", True),
        ("<b>Pays</b>", "thead{display:table-row-group}", False),
        ("<button><span>Pays</span></button>", "", False),
        ("<button><span>Pays</span></button>", "button{display:contents}", True),
    ],
)
def test_a_sheet_of_paper_without_the_names_of_columns_is_seen(
    page: Page, open_: Open, name: str, style: str, is_sound: bool
) -> None:
    open_(HEAD.format(name=name, style=style, rows="<tr><th>Lane<td>cell" * 3))

    assert (nameless(page) == []) == is_sound


def test_a_change_that_tab_passes_over_is_seen(page: Page, open_: Open) -> None:
    open_(comparison(attributes="tabindex=-1"))

    reached, changes = stops(page)

    assert reached != changes
