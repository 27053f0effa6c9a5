"""A picture that is open in the browser, shown in one theme or another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cjm.workspace.choices import THEMES
from tests.browser.checks.quiet import heard_from
from tests.browser.checks.window import DESK, show_width

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.comparisons import Compared
    from tests.browser.subjects import Subject

LIGHT = THEMES[0]


class Shown:
    """A subject in one format; it is opened anew only where another theme is asked for.

    Attributes:
        heard: What it said or asked for when it was opened last.
    """

    def __init__(self, page: Page, subject: Subject | Compared, format: str, folder: Path) -> None:
        self.page, self.subject, self.heard = page, subject, list[str]()
        self._format, self._folder, self._theme = format, folder, ""

    def open(self, theme: str = LIGHT, *, anew: bool = False) -> Page:
        """Show it in `theme`, and return the page."""
        if anew or self._theme != theme:
            file = self._folder / f"{theme}.{self._format}"
            file.write_text(self.subject.picture(self._format, theme), encoding="utf-8")
            show_width(self.page, DESK)
            self.page.emulate_media(color_scheme="light", media="screen")
            self.heard, self._theme = heard_from(self.page, file), theme
        return self.page
