"""What axe-core finds on a page: the rules of WCAG 2.2 A and AA, and its advice."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

RUN = """async disabled => {
    const rules = Object.fromEntries(disabled.map(each => [each, {enabled: false}]));
    const found = await axe.run(document, {resultTypes: ['violations'], rules});
    return found.violations.flatMap(each => each.nodes.map(
        node => `${each.id}: ${each.help}: ${node.html.slice(0, 160)}`));
}"""

MEASURED = ("color-contrast",)
"""Rules that a check of ours judges, and better: axe cannot see a ground drawn by a pseudo-element."""


def axe_violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong."""
    page.evaluate(_axe())
    found: list[str] = page.evaluate(RUN, list(MEASURED))
    return found


@functools.cache
def _axe() -> str:
    from importlib.resources import files

    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
