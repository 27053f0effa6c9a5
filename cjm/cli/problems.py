"""Tells what the format says is wrong with maps, for commands that are about something else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjm.findings import Finding
    from cjm.workspace.files import Files
    from cjm.workspace.load import Loaded
    from cjm.workspace.workspace import Workspace


def tell_problems(loaded: Loaded, files: Files) -> bool:
    """Tell what the format says is wrong, and return whether a map is lost by it."""
    found, is_lost = problems_of(loaded, files)
    if found:
        from cjm.cli.report import tell_findings

        tell_findings(found)
    return is_lost


def problems_of(loaded: Loaded, files: Files) -> tuple[list[Finding], bool]:
    """Return what the format says is wrong, and whether a map is lost by it."""
    from cjm.findings import Severity
    from cjm.lint import LintOptions, format_findings
    from cjm.workspace.discover import kind_by_name

    options = LintOptions(paths=loaded.shown, exists=files.is_file)
    told: list[Finding] = []
    is_lost = False
    for workspace in loaded.workspaces:
        lost = {path for path in _without_map(workspace) if loaded.shows(path)}
        found = [
            each
            for each in format_findings(workspace, options)
            if (each.severity is Severity.ERROR or each.place.path in lost)
            and kind_by_name(each.place.path) != "theme"  # told where it is used
        ]
        told += found
        # A diagram of another kind in a folder is no map, and says so as a warning.
        is_lost |= any(
            each.severity is Severity.ERROR and each.place.path in lost for each in found
        )
    return told, is_lost


def _without_map(workspace: Workspace) -> set[str]:
    """Return the paths of the files that should hold a map and gave none."""
    from cjm.workspace.discover import SETTINGS_NAMES, kind_by_name

    drawn = {map.path for map in workspace.maps}
    return {
        document.path
        for document in workspace.documents
        if document.path not in drawn
        and kind_by_name(document.path) not in ("persona", "library", "theme")
        and Path(document.path).name not in SETTINGS_NAMES
        and not _declares_other(document.data)
    }


def _declares_other(data: object) -> bool:
    kind = str(data.get("cjm", "")) if isinstance(data, dict) else ""
    return kind.startswith(("persona", "library", "workspace", "theme"))
