from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cjm.findings import Finding, Severity
from cjm.report.look import Look
from cjm.report.markdown import MARK, MOST, inert, lint_markdown
from cjm.report.summary import Summary

from .builders import at, finding, upgrade_findings
from .strategies import HOSTILE, findings

RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TAGS = {
    "h3", "table", "thead", "tbody", "tr", "th", "td", "code", "details", "summary", "ul", "li",
    "br", "p",
}  # fmt: skip


class Seen(HTMLParser):
    """The tags and the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_report_as_a_whole(golden) -> None:
    golden("upgrade.md", lint_markdown(upgrade_findings(), Summary(3, (52, 61)), Look(notes=True)))


def test_nothing_found_is_a_comment_too() -> None:
    text = lint_markdown([], Summary(3))

    assert text == f"{MARK}\n\n### cjm lint: All 3 journeys are clean\n"


@settings(deadline=None)
@given(st.lists(findings(), max_size=4))
def test_hostile_text_makes_no_markup_link_or_mention(found: list[Finding]) -> None:
    text = lint_markdown(found, Summary(1), Look(notes=True))

    page = Seen(RENDER.render(text))
    assert text.startswith(MARK)
    assert page.tags <= TAGS
    assert page.attributes <= {"style"}
    words = "".join(page.words)
    assert not re.search(r"@\w|#\d|\w:/|www\.", words)


@pytest.mark.parametrize(
    "text",
    [
        "@team see this",
        "fixes #12 and org/repo#3, GH-7, !4",
        "https://evil.example/x and www.evil.example and me@evil.example",
        "<img src=x onerror=alert(1)> <!-- -->",
        "[click](https://evil.example) ![x](y) <https://evil.example>",
        "**bold** _em_ `code` ~~gone~~ | cell | $x$ \\",
        "&lt;b&gt; &copy;",
        "</code></summary></details>",
    ],
)
def test_what_would_act_reads_as_it_stands(text: str) -> None:
    place = at("a: 1", "a", path=text.replace("//", "/"))

    page = Seen(RENDER.render(lint_markdown([finding(place, text, help=text)], Summary(1))))

    words = "".join(page.words).replace("\u2060", "")
    assert words.count(text) >= 2
    assert words.count(place.path) >= 2
    assert page.tags <= TAGS
    assert not re.search(r"@\w|#\d|!\d|GH-\d|:/|www\.", "".join(page.words))


@settings(deadline=None)
@given(HOSTILE)
def test_inert_text_stays_one_line(text: str) -> None:
    assert "\n" not in inert(text)


def test_a_comment_is_never_longer_than_github_takes() -> None:
    found = [
        finding(at("a: 1", "a", path=f"map-{number}.yaml"), "套餐" * 300, help="x" * 900)
        for number in range(900)
    ]

    text = lint_markdown(found, Summary(900))

    assert MOST - 5_000 < len(text) <= MOST
    assert text.count("<details>") == text.count("</details>")
    assert re.search(r"The findings of \d+ more files do not fit here\.\n$", text)


def test_not_even_hostile_paths_make_it_longer() -> None:
    found = [finding(at("a: 1", "a", path=f"{'&' * 4000}{n}.yaml"), "&" * 4000) for n in range(300)]

    text = lint_markdown(found, Summary(900))

    assert len(text) <= MOST
    assert "| and 250 more files | 0 | 250 | 0 |" in text


def test_the_worst_of_a_file_are_shown() -> None:
    place = at("a: 1", "a")
    many = [finding(place, f"number {number}") for number in range(60)]

    text = lint_markdown([*many, finding(place, "bad", severity=Severity.ERROR)], Summary(1))

    assert "line 1: bad" in text
    assert "- and 36 more\n" in text
