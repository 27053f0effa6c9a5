"""What tests of the layout may ask for: `page`, an empty page in a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def skip_or_fail(reason: str) -> NoReturn:
    """Skip for want of a browser, but fail where one was asked for."""
    if os.environ.get("CJM_REQUIRE_BROWSER") == "1":
        pytest.fail(f"{reason}, and CJM_REQUIRE_BROWSER=1 asks for it")
    pytest.skip(reason)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """An empty page in the Chromium of this machine, for all tests of a module."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        skip_or_fail("there is no Chromium here")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser.new_context(offline=True, reduced_motion="reduce").new_page()
        browser.close()
