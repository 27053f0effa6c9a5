"""Fenced `mermaid` blocks of a Markdown file are maps that point into that file."""

from __future__ import annotations

import pytest

from cjm.source.mermaid import mermaid_blocks, read_markdown

PAGE = """\
# Two maps

```mermaid
journey
  title One
  A: 3: Me
```

Some text, and a chart:

~~~mermaid
flowchart LR
~~~

1. A list

   ````mermaid {scale=2}
   journey
     title Two
     B: 9: You
   ````
"""


def test_each_journey_block_is_a_document_that_points_into_the_page() -> None:
    one, two = read_markdown(PAGE, "docs/page.md")

    assert (one.data["title"], two.data["title"]) == ("One", "Two")
    for document in (one, two):
        assert document.text == PAGE
        span = document.span(("title",))
        title = document.data["title"]
        assert PAGE[span.start.offset : span.end.offset] == title
        assert PAGE.splitlines()[span.start.line - 1][span.start.column - 1 :] == title
    assert [problem.span.start.line for problem in two.problems] == [20]


def test_places_hold_with_a_byte_order_mark_and_windows_line_ends() -> None:
    (one, _) = read_markdown("\ufeff" + PAGE.replace("\n", "\r\n"), "page.md")

    start, end = one.span(("title",))

    assert (start.line, start.column) == (5, 9)
    assert one.text[start.offset : end.offset] == "One"


@pytest.mark.parametrize(
    "page",
    [
        "```mermaid\njourney\nA: 3: Me\n```",
        "``` mermaid\njourney\nA: 3: Me\n```",
        "```MERMAID\njourney\nA: 3: Me\n`````",
        "~~~~ mermaid title='x'\njourney\nA: 3: Me\n~~~~",
        "```{mermaid}\njourney\nA: 3: Me\n```",
        "```{.mermaid #fig}\njourney\nA: 3: Me\n```",
        "      ```mermaid\n      journey\n      A: 3: Me\n      ```",
        "- ```mermaid\n  journey\n  A: 3: Me\n  ```",
        "> ```mermaid\n> journey\n> A: 3: Me\n> ```\n\nText",
        "> ```mermaid\n> journey\n> A: 3: Me\n\nText: 3: You",
        "```mermaid\njourney\nA: 3: Me",
        "````markdown\n```\n````\n```mermaid\n---\ntitle: x\n---\njourney\nA: 3: Me\n```",
        "<!-- a\n```mermaid\n-->\n```mermaid\njourney\nA: 3: Me\n```",
    ],
)
def test_a_fence_is_found_as_markdown_has_it(page: str) -> None:
    (document,) = read_markdown(page, "page.md")

    span = document.span(("stages", 0, "steps", 0))

    assert [stage["steps"] for stage in document.data["stages"]] == [
        [{"name": "A", "feeling": "0", "personas": ["Me"]}]
    ]
    assert page[span.start.offset : span.end.offset] == "A: 3: Me"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "journey\nA: 3: Me",
        "```\njourney\nA: 3: Me\n```",
        "```mermaid-example\njourney\nA: 3: Me\n```",
        "```mermaid\nsequenceDiagram\n```",
        "```mermaid`\njourney\nA: 3: Me\n```",
        "``mermaid\njourney\nA: 3: Me\n``",
        "````markdown\n```mermaid\njourney\nA: 3: Me\n```\n````",
        "~~~text\n```mermaid\njourney\nA: 3: Me\n~~~",
        "<!--\n```mermaid\njourney\nA: 3: Me\n```\n-->",
    ],
)
def test_what_is_no_journey_block_is_passed_over(page: str) -> None:
    assert mermaid_blocks(page) == []
