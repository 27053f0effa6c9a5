"""`cjm rules`: every rule with its severities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cjm.cli.console import put, put_bytes
from cjm.cli.options import completing, nearest_word, one_of
from cjm.errors import UsageError

if TYPE_CHECKING:
    from cjm.rulebook import Rule

FORMATS = ("text", "json")


def command(
    categories: Annotated[
        list[str] | None,
        typer.Argument(metavar="CATEGORIES", help="Default: all.", show_default=False),
    ] = None,
    output_format: Annotated[
        str,
        typer.Option(
            metavar="|".join(FORMATS),
            autocompletion=completing(FORMATS),
            help="How the list is written.",
        ),
    ] = "text",
    diff: Annotated[
        bool, typer.Option("--diff", help="List the rules of 'cjm diff' and their levels.")
    ] = False,
) -> int:
    """List the rules and their severities."""
    from cjm.lint.rules import RULES

    form = one_of("--output-format", output_format, FORMATS)
    if diff:
        return _put_levels(form, categories or ())
    wanted = _categories(categories or ())
    rules = [rule for rule in RULES.values() if rule.category in wanted]
    if form == "json":
        put_bytes(_json(rules).encode())
    else:
        put("\n".join(_table(rules) if rules else _none(wanted)) + "\n")
    return 0


def _put_levels(form: str, categories: Sequence[str]) -> int:
    from cjm.diff.levels import RULES

    if categories:
        raise UsageError("the rules of 'cjm diff' have no categories", help="cjm rules --diff")
    if form == "json":
        import json

        facts = [
            {"name": name, "level": level.value, "meaning": meaning}
            for name, (level, meaning) in RULES.items()
        ]
        put_bytes((json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode())
        return 0
    wide = max(map(len, RULES))
    lines = [
        f"{name:<{wide + 2}}{level.value:<10}{meaning}" for name, (level, meaning) in RULES.items()
    ]
    put(
        "\n".join([*lines, "", f"{len(lines)} rules; 'diff.levels' in cjm.yaml sets other levels"])
        + "\n"
    )
    return 0


def _categories(asked: Sequence[str]) -> tuple[str, ...]:
    from cjm.rulebook import CATEGORIES

    for word in asked:
        if word not in CATEGORIES:
            near = nearest_word(word, CATEGORIES)
            raise UsageError(
                f"there is no category '{word}'" + (f"; did you mean '{near}'?" if near else ""),
                help=f"there are {', '.join(CATEGORIES)}",
            )
    return tuple(asked) or CATEGORIES


def _none(categories: Sequence[str]) -> Iterator[str]:
    names = " and ".join(f"'{category}'" for category in categories)
    yield f"there is no rule about {names} yet; 'cjm rules' lists those there are"


def _table(rules: Sequence[Rule]) -> Iterator[str]:
    from cjm.rulebook import PROFILES

    wide = max((len(rule.name) for rule in rules), default=0)
    heads = "".join(f"{profile:<10}" for profile in PROFILES)
    yield f"{'':<{wide + 4}}{heads}".rstrip()
    before = ""
    for rule in rules:
        if rule.category != before:
            yield from ([""] if before else [])
            yield rule.category
            before = rule.category
        words = "".join(f"{severity.word:<10}" for severity in rule.severities)
        yield f"  {rule.name:<{wide + 2}}{words}{rule.page.summary.rstrip('.')}"
    yield ""
    yield f"{len(rules)} rules; 'cjm explain RULE' tells more of one"


def _json(rules: Sequence[Rule]) -> str:
    import json

    return json.dumps([_facts(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def _facts(rule: Rule) -> dict[str, Any]:
    from cjm.rulebook import PROFILES

    words = [severity.word for severity in rule.severities]
    return {
        "name": rule.name,
        "category": rule.category,
        "severities": dict(zip(PROFILES, words, strict=True)),
        "summary": rule.page.summary,
        "why": rule.page.why,
        "source": rule.page.source,
        "raised_by_status": rule.is_raised,
        "always_on": rule.is_locked,
        "mermaid": rule.mermaid,
        "supersedes": list(rule.supersedes),
    }
