"""The formats of a lint report by name; each is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from cjm.findings import Finding
from cjm.report.look import Look
from cjm.report.summary import Summary

Report: TypeAlias = Callable[[Sequence[Finding], Summary, Look], str]
"""Its text is empty or ends with a line break, and holds no other control but colour on request."""

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "text": "cjm.report.text:lint_text",
        "concise": "cjm.report.concise:lint_concise",
        "json": "cjm.report.json_report:lint_json",
        "github": "cjm.report.github:lint_github",
        "gitlab": "cjm.report.gitlab:lint_gitlab",
        "sarif": "cjm.report.sarif:lint_sarif",
        "junit": "cjm.report.junit:lint_junit",
        "rdjson": "cjm.report.rdjson:lint_rdjson",
        "markdown": "cjm.report.markdown:lint_markdown",
    }
)
"""Name → `module:function`."""

FOR_PEOPLE = frozenset({"text", "concise", "github"})
"""Formats that a terminal or a log shows; the others are documents, always UTF-8."""


def report_named(name: str) -> Report:
    """Return the report that writes the format `name`, one of `FORMATS`."""
    from importlib import import_module

    module, _, function = FORMATS[name].partition(":")
    report: Report = getattr(import_module(module), function)
    return report
