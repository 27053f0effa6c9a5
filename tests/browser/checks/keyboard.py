"""What a reader without a mouse can reach, see and operate on a page."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What a reader may want to reach: links, buttons, fields, what opens, and what must be scrolled. Of a
# group of radio buttons Tab reaches one.
CONTROLS = """() => {
    const found = [], groups = new Set();
    for (const each of document.querySelectorAll('[data-control]')) delete each.dataset.control;
    const named = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';
    for (const each of document.querySelectorAll('*')) {
        const style = getComputedStyle(each);
        const scrolls = (['auto', 'scroll'].includes(style.overflowX) && each.scrollWidth > each.clientWidth + 1)
            || (['auto', 'scroll'].includes(style.overflowY) && each.scrollHeight > each.clientHeight + 1);
        const isControl = each.matches(named) && !each.disabled && each.type !== 'hidden'
            && each.getAttribute('tabindex') !== '-1';
        const acts = each.hasAttribute('onclick') || /button|link|checkbox|tab|switch/.test(each.getAttribute('role') ?? '');
        if (!(scrolls || isControl || acts) || each === document.scrollingElement) continue;
        if (!each.checkVisibility({visibilityProperty: true}) || each.closest('[inert]')) continue;
        if (each.type === 'radio') {
            const group = each.form + '/' + each.name;
            const chosen = document.querySelector(`input[type=radio][name="${CSS.escape(each.name)}"]:checked`);
            if (groups.has(group)) continue;
            groups.add(group);
            (chosen ?? each).dataset.control = found.length;
        } else each.dataset.control = found.length;
        found.push((each.outerHTML.match(/^<[^>]*>/) ?? [''])[0].slice(0, 120) + each.textContent.trim().slice(0, 30));
    }
    return found;
}"""

FOCUSED = """() => {
    const at = document.activeElement;
    return at && at !== document.body ? Number(at.dataset.control ?? -1) : null;
}"""

# Of controls that look and work alike, a page may have hundreds.
ALIKE = """() => [...document.querySelectorAll('[data-control]')]
    .toSorted((one, other) => one.dataset.control - other.dataset.control)
    .map(each => [each.localName, each.type, each.className, each.name, each.getAttribute('role'),
        each.parentElement.localName, each.closest('thead, tbody, form, nav, fieldset')?.localName].join())"""

SAMPLE = 1
"""So many of each kind are looked at closely."""


def controls(page: Page) -> list[str]:
    """Return what can be operated on a page, as its tags say; each is marked with its number."""
    page.evaluate("scrollTo(0, 0)")
    found: list[str] = page.evaluate(CONTROLS)
    return found


def unreachable(page: Page) -> list[str]:
    """Return the controls that Tab does not reach, and those where a reader cannot see that it has."""
    wanted = controls(page)
    sampled = _sampled(page)
    page.evaluate("document.activeElement?.blur()")
    reached: set[int] = set()
    faults: list[str] = []
    for _ in range(2 * len(wanted) + 4):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None or at in reached:
            break
        if at < 0:
            continue
        reached.add(at)
        if at in sampled and not _shows_focus(page):
            faults.append(f"does not show that it is focused: {wanted[at]}")
    return faults + [
        f"Tab does not reach {name}" for at, name in enumerate(wanted) if at not in reached
    ]


def _sampled(page: Page) -> set[int]:
    """Return the numbers of the first few controls of each kind."""
    seen: dict[str, int] = {}
    found = set()
    for number, kind in enumerate(page.evaluate(ALIKE)):
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= SAMPLE:
            found.add(number)
    return found


AROUND = """() => {
    const it = document.activeElement;
    it.scrollIntoView({block: 'nearest', inline: 'nearest'});
    // What surrounds it may be drawn around the card that it stands in.
    const card = getComputedStyle(it, '::after').position === 'absolute' ? it.offsetParent : null;
    const box = (it.closest('label') ?? card ?? it).getBoundingClientRect();
    const left = Math.max(0, box.left - 8), top = Math.max(0, box.top - 8);
    return {x: left, y: top, scale: 1, width: Math.min(innerWidth, box.right + 8) - left,
        height: Math.min(innerHeight, box.bottom + 8) - top};
}"""


def _shows_focus(page: Page) -> bool:
    """Whether what is on the screen is another with the focus than without it."""
    around = page.evaluate(AROUND)
    session = page.context.new_cdp_session(page)
    wanted = {"optimizeForSpeed": True, "clip": {**around, **_offset(page, around)}}
    with_focus = session.send("Page.captureScreenshot", wanted)["data"]
    page.evaluate("(window.held = document.activeElement).blur()")
    without = session.send("Page.captureScreenshot", wanted)["data"]
    page.evaluate("window.held.focus({focusVisible: true, preventScroll: true})")
    session.detach()
    return differs(b64decode(with_focus), b64decode(without))


def _offset(page: Page, around: dict[str, float]) -> dict[str, float]:
    """Return where a part of the window lies on the page."""
    x, y = page.evaluate("[scrollX, scrollY]")
    return {"x": around["x"] + x, "y": around["y"] + y}


def differs(one: bytes, other: bytes) -> bool:
    """Whether two pictures of a screen differ in more than a few pixels."""
    import PIL.Image
    import PIL.ImageChops

    a, b = (PIL.Image.open(BytesIO(each)).convert("L") for each in (one, other))
    changed = PIL.ImageChops.difference(a, b).histogram()
    return sum(changed[24:]) >= 40


STATE = """at => {
    const it = document.querySelector(`[data-control="${at}"]`);
    const group = it.type === 'radio' ? [...document.querySelectorAll(`input[name="${CSS.escape(it.name)}"]`)] : [it];
    return JSON.stringify([
        group.map(each => [each.checked, each.value, each.selectedIndex]),
        ['aria-pressed', 'aria-expanded', 'aria-checked', 'aria-selected'].map(name => it.getAttribute(name)),
        it.parentElement?.open, it.popoverTargetElement?.matches(':popover-open'), it.scrollLeft, it.scrollTop, location.hash, document.documentElement.lang,
        scrollX, scrollY, document.body.innerText.length,
        [...document.querySelectorAll('input')].map(each => each.checked),
    ]);
}"""

KIND = """at => {
    const it = document.querySelector(`[data-control="${at}"]`);
    const style = getComputedStyle(it);
    const acts = it.matches('a[href], button, summary, [role]:not([role=region]):not([role=group])');
    if (it.matches('input[type=checkbox], [role=checkbox], [role=switch]')) return 'box';
    if (it.matches('input[type=radio]')) return 'radio';
    if (it.matches('select')) return 'select';
    if (it.matches('input, textarea, [contenteditable]')) return 'field';
    if (acts) return 'action';
    if (it.scrollWidth > it.clientWidth + 1 && ['auto', 'scroll'].includes(style.overflowX)) return 'sideways';
    if (it.scrollHeight > it.clientHeight + 1 && ['auto', 'scroll'].includes(style.overflowY)) return 'down';
    return 'none';
}"""

KEYS = {
    "box": ("Space",), "radio": ("ArrowDown",), "select": ("ArrowDown", "ArrowUp"),
    "action": ("Enter", "Space"), "sideways": ("ArrowRight", "ArrowLeft"), "down": ("ArrowDown",),
}  # fmt: skip
"""What kind of control it is → the keys of which one must change something."""


UNDO = {"ArrowDown": "ArrowUp", "ArrowRight": "ArrowLeft", "ArrowLeft": "ArrowRight"}
"""Key → the key that takes back what it does; the others do so when pressed again, or `Escape` does."""


def idle(page: Page) -> list[str]:
    """Return the controls that no key operates."""
    names = controls(page)
    return [
        f"no key operates {names[at]}"
        for at in sorted(_sampled(page))
        if (keys := KEYS.get(page.evaluate(KIND, at))) and not _operates(page, at, keys)
    ]


def _operates(page: Page, at: int, keys: tuple[str, ...]) -> bool:
    """Whether one of the keys changes something; then it is undone."""
    page.evaluate(
        "for (const each of document.querySelectorAll(':popover-open')) each.hidePopover()"
    )
    page.evaluate('at => document.querySelector(`[data-control="${at}"]`).focus()', at)
    before = page.evaluate(STATE, at)
    for key in keys:
        page.keyboard.press(key)
        if _changes(page, at, before):
            page.keyboard.press(UNDO.get(key, "Escape"))
            if key not in UNDO and _changes(page, at, before, tries=1):
                page.keyboard.press(key)
            return True
    return False


SETTLED, TRIES = 40, 25
"""After so many ms a key may have had its effect; on a busy machine, after so many times that."""


def _changes(page: Page, at: int, before: str, tries: int = TRIES) -> bool:
    """Whether a control, another one, or what can be read changes within a moment."""
    for _ in range(tries):
        page.wait_for_timeout(SETTLED)
        if page.evaluate(STATE, at) != before:
            return True
    return False
