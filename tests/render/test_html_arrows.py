"""In a blueprint's table, arrows lead down a column from what the customer does, through empty cells."""

from __future__ import annotations

from cjm.render.html import html
from cjm.render.html_arrows import arrows_of
from tests.render.pages import Page
from tests.sheet.builders import sheet_of

BLUEPRINT = """
title: T
type: blueprint
steps:
  - {name: A, actions: Asks, frontstage: Answers, backstage: Looks it up, support: Keeps it}
  - {name: B, actions: Waits, backstage: {text: Searches, fail: true}, support: {text: S, moment_of_truth: true}}
  - {name: C, frontstage: Calls}
"""


def test_arrows_lead_from_cell_to_cell_and_through_empty_ones() -> None:
    sheet = sheet_of(BLUEPRINT)
    lanes = {lane.id: position for position, lane in enumerate(sheet.lanes)}

    arrows = arrows_of(sheet.lanes)

    assert arrows == {
        (lanes["actions"], 0): "from", (lanes["frontstage"], 0): "from to",
        (lanes["backstage"], 0): "from to", (lanes["support"], 0): "to",
        (lanes["actions"], 1): "from", (lanes["frontstage"], 1): "through",
        (lanes["backstage"], 1): "from to", (lanes["support"], 1): "to",
        (lanes["frontstage"], 2): "to", (lanes["actions"], 2): "from",
    }  # fmt: skip


def test_nothing_leads_on_past_a_curve() -> None:
    sheet = sheet_of(
        "title: T\nlanes: [actions, feeling, frontstage, backstage]\n"
        "steps: [{name: A, actions: Asks, feeling: 1, frontstage: F, backstage: B}]"
    )

    assert arrows_of(sheet.lanes) == {(2, 0): "from", (3, 0): "to"}


def test_the_cells_of_a_blueprint_are_cards_joined_by_arrows() -> None:
    sheet = sheet_of(BLUEPRINT)
    page = Page(html([sheet]))

    cells = {each.text: each.attributes.get("class", "") for each in page.all("td")}
    rows = {each.text.split()[0]: each.attributes.get("class", "") for each in page.all("tr")}

    assert cells["Answers"] == "from to"
    assert page.all("td", "through")[0].text == ""
    assert rows["Actions"] == "cards customer"
    assert rows["Backstage"] == "cards company behind"
    assert [each.text for each in page.all("div", "failing")] == ["point of failure Searches"]
    assert [each.text for each in page.all("div", "golden")] == ["S moment of truth"]
    assert set(page.rows) == {len(sheet.columns) + 1}


def test_a_journey_with_one_row_behind_the_scenes_has_no_cards() -> None:
    page = Page(
        html([sheet_of("title: T\nsteps: [{name: A, backstage: B}]\nlanes: [step, backstage]")])
    )

    assert not page.all("tr", "cards")
    assert not page.all("td", "from")
