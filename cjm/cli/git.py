"""Git as commands use it: which program, and what it may see of the environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm.cli.console import tell

if TYPE_CHECKING:
    import datetime

    from cjm.workspace.files import Files
    from cjm.workspace.git import Git


def git() -> Git | None:
    """Return the program, or `None` where none is installed.

    It is looked for in absolute folders alone: a `.` on the path may be a repository with a program
    called git in it.
    """
    from cjm.workspace.git import Git

    for folder in os.environ.get("PATH", "").split(os.pathsep):
        if not os.path.isabs(folder):
            continue
        program = os.path.join(folder, "git.exe" if sys.platform == "win32" else "git")
        if os.access(program, os.X_OK) and os.path.isfile(program):
            return Git.of(program, os.environ)
    return None


class Changes:
    """Answers what changed in a folder since a day: `changed` of the options of lint.

    Attributes:
        notices: Why there was no answer, each once.
    """

    def __init__(self, files: Files) -> None:
        self.files = files
        self.notices: list[str] = []

    def __call__(
        self, root: str, starts: Sequence[str], since: datetime.date
    ) -> list[tuple[str, datetime.date]] | None:
        """See `cjm.lint.subject.Changed`."""
        from cjm.workspace.git import GitError

        program = git()
        if program is None:
            return self._unknown("git is not installed")
        try:
            repository = program.repository(self.files.absolute(root or "."))
            if repository.is_shallow:
                return self._unknown("this is a shallow clone, which does not hold the past")
            return repository.changes(starts, since)
        except GitError as error:
            return self._unknown(f"'{root or '.'}' {error}" if _is_about(error) else str(error))

    def tell(self) -> None:
        """Say on stderr what could not be answered."""
        for notice in self.notices:
            tell(f"note: {notice}")

    def _unknown(self, reason: str) -> list[tuple[str, datetime.date]] | None:
        notice = f"watched-files-changed was skipped: {reason}"
        if notice not in self.notices:
            self.notices.append(notice)
        return None


def _is_about(error: Exception) -> bool:
    """Whether a reason speaks of the folder."""
    return str(error).startswith(("is ", "belongs "))
