"""Opens a picture as a file, and hears what it says to the console or asks of the network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Dialog, Page, Request


SETTLED = 60
"""Ms after loading until which a page must have said what it says by itself."""


@contextmanager
def listening(page: Page, allowed: str = "") -> Iterator[list[str]]:
    """Give a list to which everything is added that a page says or asks for, but `allowed`."""
    heard: list[str] = []

    def say(message: ConsoleMessage) -> None:
        heard.append(f"console: {message.text}")

    def fail(error: Exception) -> None:
        heard.append(f"error: {error}")

    def ask(request: Request) -> None:
        if request.url != allowed and not request.url.startswith("data:"):
            heard.append(f"request: {request.url}")

    def pop(opened: Page) -> None:
        heard.append(f"opened: {opened.url}")

    def answer(dialog: Dialog) -> None:
        heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    events = {"console": say, "pageerror": fail, "request": ask, "popup": pop, "dialog": answer}
    for name, handler in events.items():
        page.on(name, handler)  # type: ignore[call-overload]
    yield heard
    for name, handler in events.items():
        page.remove_listener(name, handler)


def heard_from(page: Page, file: Path) -> list[str]:
    """Open `file` and return what it says or asks for until nothing more comes."""
    with listening(page, file.as_uri()) as heard:
        page.goto(file.as_uri())
        page.wait_for_timeout(SETTLED)
    for other in page.context.pages:
        if other != page:
            other.close()
    page.bring_to_front()
    return heard
