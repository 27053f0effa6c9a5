"""The rules of a run, from the settings of a workspace and what the run asks for."""

from __future__ import annotations

from collections.abc import Mapping

from cjm.lint.result import LintOptions
from cjm.rulebook import Choice, Rule, Selection
from cjm.workspace.settings import LintSettings


def selection_of(
    settings: LintSettings, options: LintOptions, rules: Mapping[str, Rule], root: str
) -> Selection:
    """Return which of `rules` run, and how bad what they find is.

    Args:
        settings: The workspace's.
        options: Of the run.
        rules: All there are, by name.
        root: Folder of the workspace, as paths begin.
    """
    return Selection(
        rules,
        Choice(settings.select, settings.ignore, settings.severity or {}),
        tuple(
            (glob, Choice(each.select, each.ignore, each.severity or {}))
            for glob, each in (settings.per_path or {}).items()
        ),
        Choice(options.select, options.ignore, options.severity),
        root,
    )
