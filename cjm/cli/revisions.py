"""Commits as `cjm diff` reads them: the files of a revision, from the folder cjm runs in."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjm.workspace.files import Files
    from cjm.workspace.git import Repository


class Revisions:
    """Finds the files of revisions; paths stay relative to the folder cjm runs in.

    Args:
        files: The files on disk.
    """

    def __init__(self, files: Files) -> None:
        self.disk = files
        self._trees: dict[tuple[str, str], Files] = {}
        self._repositories: dict[str, Repository] = {}

    def files(self, revision: str, beside: str = ".") -> Files:
        """Return the files of a revision of the repository that the path `beside` lies in.

        Raises:
            GitError: There is no such revision, no repository, or no git.
        """
        repository = self._repository(beside)
        return self._tree(repository, repository.commit(revision))

    def range(self, old: str, new: str, beside: str, *, is_fork: bool) -> tuple[Files, Files]:
        """Return the files of two revisions; for a fork, the first is where the second left it.

        Raises:
            GitError: See `files`; or the two have nothing in common.
        """
        repository = self._repository(beside)
        start, end = repository.commit(old), repository.commit(new)
        if is_fork:
            start = repository.merge_base(start, end)
        return self._tree(repository, start), self._tree(repository, end)

    def why_not(self, beside: str) -> str:
        """Return what may be the reason that a revision is not there, to be put behind a sentence."""
        from cjm.workspace.git import GitError

        try:
            is_shallow = self._repository(beside).is_shallow
        except GitError:
            return ""
        if not is_shallow:
            return ""
        return (
            "; this is a shallow clone, which holds the last commits only (git fetch --unshallow)"
        )

    def _tree(self, repository: Repository, commit: str) -> Files:
        from cjm.workspace.revision import RevisionFiles

        key = repository.root, commit
        if key not in self._trees:
            self._trees[key] = RevisionFiles(repository, commit, self.disk.absolute("."))
        return self._trees[key]

    def _repository(self, beside: str) -> Repository:
        from cjm.cli.git import git
        from cjm.workspace.git import GitError

        folder = beside if self.disk.is_folder(beside) else posixpath.dirname(beside) or "."
        while not self.disk.is_folder(folder) and posixpath.dirname(folder) != folder:
            folder = posixpath.dirname(folder) or "."
        at = self.disk.absolute(folder)
        if at not in self._repositories:
            program = git()
            if program is None:
                raise GitError("git is not installed")
            self._repositories[at] = program.repository(at)
        return self._repositories[at]


def said(error: Exception, path: str) -> str:
    """Return what git said, as the end of a sentence; some reasons speak of the folder."""
    reason = str(error)
    return f"'{path}' {reason}" if reason.startswith(("is ", "belongs ")) else reason
