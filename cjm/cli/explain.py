"""`cjm explain`: the page of a rule, of a thing, or of a key."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from cjm.cli.console import put
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.rulebook import Rule
    from cjm.rulebook.page import Example

_WIDTH = 88


def _complete(incomplete: str) -> list[str]:
    from cjm.diff.levels import RULES as LEVELS
    from cjm.lint.rules import RULES
    from cjm.report.format_page import things

    return [name for name in (*RULES, *LEVELS, *things()) if name.startswith(incomplete)]


def command(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE|THING|KEY",
            autocompletion=_complete,
            help="A rule, as it stands in brackets in a finding; a thing such as step or pain; "
            "or a key such as feeling.",
            show_default=False,
        ),
    ],
) -> int:
    """Tell why a rule matters, what a thing may hold, or what a key means."""
    from cjm.diff.levels import RULES as LEVELS
    from cjm.lint.rules import RULES
    from cjm.report import format_page
    from cjm.rulebook import CATEGORIES
    from cjm.rulebook.select import unknown_rule

    name = rule.strip().strip("[]").lower().replace("_", "-")
    found = RULES.get(name)
    if found is None:
        if name in CATEGORIES:
            raise UsageError(
                f"'{name}' is a category, not a rule",
                help=f"'cjm rules {name}' lists the rules in it",
            )
        if name in LEVELS:
            put("\n".join(_level_page(name)) + "\n")
            return 0
        told = format_page.page(rule.strip().lower())
        if told is not None:
            put("\n".join(told) + "\n")
            return 0
        raise UsageError(
            unknown_rule(rule, [*RULES, *LEVELS]),
            help="'cjm rules' lists them; 'cjm explain step' tells what a step may hold",
        )
    put("\n".join(_page(found)) + "\n")
    return 0


def _level_page(name: str) -> Iterator[str]:
    from cjm.diff.levels import RULES

    level, meaning = RULES[name]
    yield f"{name} (a rule of 'cjm diff')"
    yield ""
    yield f"{meaning[0].upper()}{meaning[1:]}."
    yield ""
    yield f"Level: {level.value}; another in cjm.yaml: diff: {{levels: {{{name}: neutral}}}}"


def _page(rule: Rule) -> Iterator[str]:
    page = rule.page
    yield f"{rule.name} ({rule.category})"
    yield ""
    yield from textwrap.wrap(page.summary, _WIDTH)
    for paragraph in page.why.split("\n\n") if page.why else ():
        yield ""
        yield from textwrap.wrap(" ".join(paragraph.split()), _WIDTH)
    yield from _example("Bad", page.bad)
    yield from _example("Good", page.good)
    yield ""
    yield from _facts(rule)
    if page.source:
        yield from textwrap.wrap(f"Source: {page.source}", _WIDTH)


def _example(title: str, example: Example | None) -> Iterator[str]:
    if example is not None:
        yield ""
        yield f"{title}:"
        for line in example.text.rstrip("\n").split("\n"):
            yield f"    {line}".rstrip()


def _facts(rule: Rule) -> Iterator[str]:
    from cjm.rulebook import PROFILES

    by_profile = (
        f"{profile} {severity.word}"
        for profile, severity in zip(PROFILES, rule.severities, strict=True)
    )
    if len(set(rule.severities)) == 1:
        yield f"Severity: {rule.severities[0].word} in every profile"
    else:
        yield f"Severity: {' · '.join(by_profile)}"
    if rule.is_raised:
        yield "          one worse where 'status' is validated or live"
    if rule.is_locked:
        yield "          always on: it says what the format is, and cannot be ignored"
    if not rule.mermaid:
        yield "          never on a Mermaid diagram, which has no words for it"
    if rule.supersedes:
        yield from textwrap.wrap(
            f"Where it speaks, these are silent: {', '.join(rule.supersedes)}", _WIDTH
        )
