"""Hover, definition, references, rename and outline: a real session with the installed command."""

from __future__ import annotations

from typing import Any

import pytest

from tests.lsp.client import Failure, applied
from tests.lsp.conftest import FILES, Desk

BUY = "journeys/buy.journey.yaml"
LATER = "journeys/buy-later.journey.yaml"
LIBRARY = "library/shared.library.yaml"


def line_of(desk: Desk, place: dict[str, Any]) -> tuple[str, str]:
    """Return the file and the stretch that a location names."""
    name = place["uri"].removeprefix(desk.folder.as_uri() + "/")
    start, end = place["range"]["start"], place["range"]["end"]
    line = FILES[name].split("\n")[start["line"]].encode("utf-16-le")
    return name, line[start["character"] * 2 : end["character"] * 2].decode("utf-16-le")


def hover(desk: Desk, mark: str, *, nth: int = 0, uri: str | None = None) -> str:
    found = desk.editor.ask("textDocument/hover", desk.editor.at(uri or desk.buy, mark, nth=nth))
    return str(found["contents"]["value"]) if found else ""


def renamed(desk: Desk, mark: str, name: str, *, nth: int = 0) -> dict[str, str]:
    """Rename what stands at `mark` in `buy`; return the changed files."""
    params = {**desk.editor.at(desk.buy, mark, nth=nth), "newName": name}
    edit = desk.editor.ask("textDocument/rename", params)
    changed = {}
    for each in edit["documentChanges"]:
        path = each["textDocument"]["uri"].removeprefix(desk.folder.as_uri() + "/")
        changed[path] = applied(FILES[path], each["edits"])
    return changed


def test_a_key_tells_what_it_means(desk: Desk) -> None:
    assert "Where the two meet" in hover(desk, "touchpoints")
    assert "of feeling" in hover(desk, "level")
    assert hover(desk, "cjm").startswith("**cjm**")


def test_a_key_is_explained_while_the_text_is_broken(desk: Desk) -> None:
    desk.editor.write(desk.buy, FILES[BUY] + "        thou")

    assert "Where the two meet" in hover(desk, "touchpoints")


def test_a_rule_is_explained_where_a_comment_silences_it(desk: Desk) -> None:
    desk.editor.write(desk.buy, FILES[BUY] + "# cjm: ignore[missing-scope]: a test\n")

    page = hover(desk, "missing-scope")

    assert page.startswith("**missing\\-scope** · structure")
    assert "Good" in page


def test_a_reference_tells_what_it_names(desk: Desk) -> None:
    told = hover(desk, "app]")

    assert told.startswith("**Carrier app** · touchpoint")
    assert "owner: sales" in told
    assert "shared\\.library\\.yaml" in told


def test_a_reference_is_found_below_what_broke(desk: Desk) -> None:
    desk.editor.diagnostics(desk.buy)
    desk.editor.write(desk.buy, FILES[BUY].replace("state:", "half typed\nstate:"))

    found = desk.editor.ask("textDocument/hover", desk.editor.at(desk.buy, "app]"))

    assert found["contents"]["value"].startswith("**Carrier app**")
    assert (
        found["range"]["start"]["line"] == FILES[BUY].count("\n", 0, FILES[BUY].index("app]")) + 1
    )


def test_nothing_is_renamed_in_a_text_that_broke(desk: Desk) -> None:
    desk.editor.diagnostics(desk.buy)
    desk.editor.write(desk.buy, FILES[BUY].replace("state:", "half typed\nstate:"))

    with pytest.raises(Failure, match="mend it first"):
        renamed(desk, "too-many", "other")


def test_text_of_a_map_cannot_act_in_markdown(desk: Desk) -> None:
    told = hover(desk, "app]")

    assert "\\[of\\]\\(javascript" in told
    assert "&lt;b&gt;" in told or "&lt;b>" in told
    assert "<b>" not in told


@pytest.mark.parametrize(
    ("mark", "nth", "file", "word"),
    [
        ("app]", 0, LIBRARY, "app"),
        ("web", 0, LIBRARY, "web"),
        ("survey", 0, LIBRARY, "survey"),
        ("li-na", 0, "personas/li-na.persona.yaml", "Li Na"),
        ("sales", 0, LIBRARY, "sales"),
        ("too-many]", 0, BUY, "too-many"),
    ],
)
def test_a_reference_leads_to_what_it_names(
    desk: Desk, mark: str, nth: int, file: str, word: str
) -> None:
    place = desk.editor.ask("textDocument/definition", desk.editor.at(desk.buy, mark, nth=nth))

    assert line_of(desk, place) == (file, word)


@pytest.mark.parametrize(
    ("mark", "word"),
    [("buy\n", "buy"), ("too-many", "too-many"), ("choose", "choose"), ("pay\n", "pay")],
)
def test_a_reference_leads_to_the_baseline(desk: Desk, mark: str, word: str) -> None:
    later = desk.fresh(LATER)
    nth = 1 if mark == "pay\n" else 0

    place = desk.editor.ask("textDocument/definition", desk.editor.at(later, mark, nth=nth))

    assert line_of(desk, place) == (BUY, word)


def test_a_step_of_a_stage_that_stays_the_same_is_one_of_the_map(desk: Desk) -> None:
    later = desk.fresh(LATER)
    desk.editor.write(later, FILES[LATER] + "        next: compare\n")

    place = desk.editor.ask("textDocument/definition", desk.editor.at(later, "compare\n"))

    assert line_of(desk, place) == (BUY, "compare")
    desk.fresh(LATER)


def test_plain_words_that_name_nothing_lead_nowhere_else(desk: Desk) -> None:
    assert (
        desk.editor.ask("textDocument/definition", desk.editor.at(desk.buy, "Nobody")) is not None
    )
    assert desk.editor.ask("textDocument/definition", desk.editor.at(desk.buy, "27 plans", nth=0))
    assert desk.editor.ask("textDocument/definition", desk.editor.at(desk.buy, "current")) is None


def test_all_that_names_a_thing_is_found_in_every_file(desk: Desk) -> None:
    params = {**desk.editor.at(desk.buy, "too-many"), "context": {"includeDeclaration": True}}

    places = desk.editor.ask("textDocument/references", params)

    assert [line_of(desk, each) for each in places] == [
        (BUY, "too-many"), (LATER, "too-many"), (BUY, "too-many"),
    ]  # fmt: skip


def test_an_entry_of_a_library_is_found_where_it_is_used(desk: Desk) -> None:
    library = desk.fresh(LIBRARY)
    params = {**desk.editor.at(library, "  app:"), "context": {"includeDeclaration": False}}
    params["position"]["character"] += 3

    places = desk.editor.ask("textDocument/references", params)

    assert [line_of(desk, each) for each in places] == [(LATER, "app"), (BUY, "app")]


def test_an_id_is_renamed_in_every_file(desk: Desk) -> None:
    changed = renamed(desk, "too-many", "too-much")

    assert changed == {
        BUY: FILES[BUY].replace("too-many", "too-much"),
        LATER: FILES[LATER].replace("too-many", "too-much"),
    }


def test_an_entry_is_renamed_with_its_key(desk: Desk) -> None:
    changed = renamed(desk, "app]", "应用")

    assert changed[LIBRARY] == FILES[LIBRARY].replace("  app:", "  应用:")
    assert changed[BUY] == FILES[BUY].replace("[app]", "[应用]")
    assert changed[LATER] == FILES[LATER].replace("ref: app", "ref: 应用")


def test_a_step_is_renamed_behind_a_journey_and_where_it_is_kept(desk: Desk) -> None:
    changed = renamed(desk, "pay\n", "settle")

    assert changed[BUY] == FILES[BUY].replace("id: pay", "id: settle")
    expected = FILES[LATER].replace("- id: pay\n", "- id: settle\n").replace("#pay", "#settle")
    assert changed[LATER] == expected


def test_a_journey_is_renamed_where_others_name_it(desk: Desk) -> None:
    changed = renamed(desk, "buy\n", "order")

    assert changed[BUY] == FILES[BUY].replace("id: buy", "id: order")
    expected = FILES[LATER].replace("baseline: buy", "baseline: order").replace("buy#", "order#")
    assert changed[LATER] == expected


def test_an_id_that_is_worked_out_is_written_down(desk: Desk) -> None:
    changed = renamed(desk, "Nobody answers", "no-answer")

    told = "{id: no-answer, text: Nobody answers the phone}"
    long = "id: no-answer\n            text: Nobody answers the phone"
    assert told in changed[BUY] or long in changed[BUY]


def test_a_persona_file_gets_the_id_that_it_lacked(desk: Desk) -> None:
    changed = renamed(desk, "li-na", "commuter")

    assert "id: commuter\n" in changed["personas/li-na.persona.yaml"]
    assert changed[BUY] == FILES[BUY].replace("[li-na]", "[commuter]")


@pytest.mark.parametrize(
    ("mark", "name", "why"),
    [
        ("too-many", "a b", "expected an id"),
        ("too-many", "end", "reserved"),
        ("too-many", "nobody-answers-the-phone", "taken"),
        ("pay\n", "compare", "taken"),
        ("app]", "Carrier app", "expected an id"),
        ("current", "x", "put the cursor on an id"),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, mark: str, name: str, why: str) -> None:
    with pytest.raises(Failure, match=why):
        renamed(desk, mark, name)


def test_what_will_be_renamed_is_shown_first(desk: Desk) -> None:
    found = desk.editor.ask("textDocument/prepareRename", desk.editor.at(desk.buy, "app]"))

    assert found["placeholder"] == "app"
    assert found["range"]["end"]["character"] - found["range"]["start"]["character"] == 3


def names(symbols: list[dict[str, Any]]) -> list[Any]:
    return [[each["name"], names(each["children"])] if each["children"] else each["name"]
            for each in symbols]  # fmt: skip


def test_the_outline_shows_stages_steps_and_what_stands_there(desk: Desk) -> None:
    where = {"textDocument": {"uri": desk.buy}}

    found = desk.editor.ask("textDocument/documentSymbol", where)

    assert names(found) == [
        ["Choose", [
            ["Compares plans",
             ["27 plans 😀, no comparison", "Nobody answers the phone", "Side by side"]],
            "Pays",
        ]],
    ]  # fmt: skip


def test_the_outline_stays_while_the_text_is_broken(desk: Desk) -> None:
    where = {"textDocument": {"uri": desk.buy}}
    before = desk.editor.ask("textDocument/documentSymbol", where)

    desk.editor.write(desk.buy, FILES[BUY] + "        thou")

    assert names(desk.editor.ask("textDocument/documentSymbol", where)) == names(before)


def test_a_library_has_an_outline(desk: Desk) -> None:
    library = desk.fresh(LIBRARY)

    found = desk.editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": library}})

    assert names(found) == ["Carrier app", "Web", "A survey", "Sales"]


def test_things_are_found_by_name_in_the_whole_workspace(desk: Desk) -> None:
    found = desk.editor.ask("workspace/symbol", {"query": "pays"})

    assert sorted(each["name"] for each in found) == ["Pays", "Pays at once"]
