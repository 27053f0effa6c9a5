"""The rules as SARIF describes them: every rule with its page, its level and its category."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from cjm.findings import Severity
from cjm.report.pages import page_markdown, page_uri
from cjm.rulebook import PROFILES, Rule

_PRIORITIES = {"error": "error", "warning": "warning", "note": "recommendation"}
_LONGEST = 1_024


def descriptors(
    rules: Sequence[Rule], named: Collection[str]
) -> tuple[list[dict[str, Any]], Mapping[str, int]]:
    """Return the descriptors of `rules`, and rule → its index among them.

    Args:
        rules: Every rule there is.
        named: The names that findings bear; what is no rule gets a descriptor of its own.
    """
    found = [_descriptor(rule) for rule in rules]
    known = {rule.name for rule in rules}
    found += [{"id": name} for name in sorted(set(named) - known)]
    return found, {each["id"]: index for index, each in enumerate(found)}


def _descriptor(rule: Rule) -> dict[str, Any]:
    page = rule.page
    level = _level(rule)
    why = " ".join(page.why.split("\n\n")[0].split())
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _sentence(page.summary)},
        "fullDescription": {"text": _sentence(why or page.summary)},
        "help": {"text": "\n\n".join(_plain(rule)), "markdown": page_markdown(rule)},
        "helpUri": page_uri(rule.name),
        "defaultConfiguration": {"level": level.word, **_enabled(rule)},
        "properties": {
            "tags": [rule.category],
            "precision": "high",
            "problem.severity": _PRIORITIES[level.word],
        },
    }


def _level(rule: Rule) -> Severity:
    """Return the severity at the standard profile, or the first one where it is off there."""
    standard = rule.severities[PROFILES.index("standard")]
    on = [each for each in (standard, *rule.severities) if each is not Severity.OFF]
    return on[0] if on else Severity.NOTE


def _enabled(rule: Rule) -> dict[str, bool]:
    standard = rule.severities[PROFILES.index("standard")]
    return {} if standard is not Severity.OFF else {"enabled": False}


def _plain(rule: Rule) -> Iterator[str]:
    yield _sentence(rule.page.summary)
    yield from (" ".join(each.split()) for each in rule.page.why.split("\n\n") if each)
    yield f"'cjm explain {rule.name}' shows a bad and a good example."


def _sentence(text: str) -> str:
    text = text or "A rule of cjm."
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
