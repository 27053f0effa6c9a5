"""The page of a rule, for reports that carry or link it."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.rulebook import PROFILES, Rule
from cjm.rulebook.page import Example

HOME = "urn:cjm:rule:"
"""What the address of a rule's page begins with. A name, no place: the pages come with cjm."""


def page_uri(rule: str) -> str:
    """Return the URI of the page of the rule called `rule`."""
    return f"{HOME}{rule}"


def page_markdown(rule: Rule) -> str:
    """Return the page of `rule` as Markdown."""
    return "\n\n".join(_parts(rule)) + "\n"


def _parts(rule: Rule) -> Iterator[str]:
    page = rule.page
    yield page.summary
    if page.why:
        yield page.why
    yield from _example("Bad", page.bad)
    yield from _example("Good", page.good)
    words = zip(PROFILES, rule.severities, strict=True)
    by_profile = ", ".join(f"{profile} {severity.word}" for profile, severity in words)
    yield f"**Severity:** {by_profile}."
    if page.source:
        yield f"**Source:** {page.source}"


def _example(title: str, example: Example | None) -> Iterator[str]:
    if example is not None:
        language = "mermaid" if example.over == "mermaid" else "yaml"
        # A fence longer than any in the example ends only where it should.
        fence = "```" if "```" not in example.text else "~~~~~~"
        yield f"**{title}:**"
        yield f"{fence}{language}\n{example.text.rstrip()}\n{fence}"
