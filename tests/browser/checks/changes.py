"""A comparison: the states stand one over the other, and Tab leads from change to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

STATES = ("see-old", "see", "see-new")

# Where each thing stands, seen or not: what is hidden keeps its place.
PLACES = """() => [...document.querySelectorAll('.scroll :is(th, td, div, b, p, button, small, del, ins)')]
    .filter(each => each.checkVisibility())
    .map(each => {
        const {left, top, width, height} = each.getBoundingClientRect();
        return [each.localName + '.' + each.className, ...[left, top, width, height].map(Math.round)].join(' ');
    })"""

SEEN = """name => [...document.querySelectorAll('.scroll :is(del, ins)')]
    .filter(each => each.localName === name && each.checkVisibility({visibilityProperty: true}))
    .map(each => each.textContent.trim())"""

CHANGES = "[...document.querySelectorAll('.scroll button')].filter(each => each.checkVisibility())"


def shifted(page: Page) -> list[str]:
    """Return what moves when another state is shown."""
    places = []
    for state in STATES:
        page.locator(f"#{state}").check()
        places.append(page.evaluate(PLACES))
    page.locator("#see").check()
    return [f"{here} moves to {there}" for other in places[1:]
            for here, there in zip(places[0], other, strict=True) if here != there]  # fmt: skip


def stray(page: Page) -> list[str]:
    """Return what is seen in a state that it is not in."""
    found = []
    for state, gone in (("see-old", "ins"), ("see-new", "del")):
        page.locator(f"#{state}").check()
        found += [f"{each} is seen with {state}" for each in page.evaluate(SEEN, gone)]
    page.locator("#see").check()
    return found


def stops(page: Page) -> tuple[list[int], list[int]]:
    """Return the numbers of the changes where Tab stops after a link that leads to the first, and of all."""
    count = page.evaluate(f"{CHANGES}.length")
    link = page.locator(".next a:visible")
    if not count:
        assert link.count() == 0
        return [], []
    link.press("Enter")
    found = [_at(page)]
    for _ in range(count - 1):
        page.keyboard.press("Tab")
        found.append(_at(page))
    return found, list(range(count))


def _at(page: Page) -> int:
    number: int = page.evaluate(f"{CHANGES}.indexOf(document.activeElement)")
    return number
