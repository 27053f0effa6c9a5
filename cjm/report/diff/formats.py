"""The formats of a comparison by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from cjm.diff.chain import Run
from cjm.report.diff.github import diff_github
from cjm.report.diff.json import diff_json
from cjm.report.diff.look import DiffLook
from cjm.report.diff.markdown import diff_markdown
from cjm.report.diff.text import diff_text

Report: TypeAlias = Callable[[Sequence[Run], DiffLook], str]

FORMATS: Mapping[str, Report] = MappingProxyType(
    {
        "text": diff_text,
        "json": diff_json,
        "markdown": diff_markdown,
        "github": diff_github,
    }
)
