"""The formats of a lint report by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from cjm.findings import Finding
from cjm.report.concise import lint_concise
from cjm.report.json_report import lint_json
from cjm.report.look import Look
from cjm.report.summary import Summary
from cjm.report.text import lint_text

Report: TypeAlias = Callable[[Sequence[Finding], Summary, Look], str]
"""Its text is empty or ends with a line break, and holds no other control but colour on request."""

FORMATS: Mapping[str, Report] = MappingProxyType(
    {
        "text": lint_text,
        "concise": lint_concise,
        "json": lint_json,
    }
)
