"""What holds for files, as a person or a program reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cjm.findings.visible import visible
from cjm.lint.holding import Holding
from cjm.report.address import shown_path
from cjm.report.inert_json import inert_json
from cjm.rulebook import THRESHOLDS

VERSION = 1


def holdings_text(holdings: Sequence[Holding]) -> str:
    """Return a block for each file."""
    return "\n".join("".join(f"{line}\n" for line in _block(each)) for each in holdings)


def _block(holding: Holding) -> Iterator[str]:
    yield shown_path(holding.path)
    yield f"  profile   {holding.profile} ({holding.origin})"
    yield f"  status    {visible(holding.status or 'none')}"
    yield f"  fails on  {holding.fail_on}"
    yield ""
    wide = max((len(name) for name in holding.rules), default=0)
    for name, verdict in holding.rules.items():
        yield f"  {name:<{wide}}  {verdict.severity.word:<7}  {visible(verdict.origin)}"
    yield ""
    wide = max(map(len, holding.thresholds), default=0)
    for name, (value, is_set) in holding.thresholds.items():
        origin = "lint.settings in cjm.yaml" if is_set else "the default"
        yield f"  {name:<{wide}}  {value:<7g}  {origin}: {THRESHOLDS[name].description}"


def holdings_json(holdings: Sequence[Holding]) -> str:
    """Return all files in one document."""
    return inert_json({"version": VERSION, "files": [_facts(each) for each in holdings]})


def _facts(holding: Holding) -> dict[str, Any]:
    return {
        "path": holding.path,
        "profile": {"name": holding.profile, "origin": holding.origin},
        "status": holding.status,
        "fail_on": holding.fail_on,
        "rules": {
            name: {"severity": each.severity.word, "origin": each.origin}
            for name, each in holding.rules.items()
        },
        "thresholds": {
            name: {"value": value, "origin": "settings" if is_set else "default"}
            for name, (value, is_set) in holding.thresholds.items()
        },
    }
