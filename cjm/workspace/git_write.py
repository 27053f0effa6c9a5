"""What cjm asks git to write: settings of one repository, and a merge by line of three files.

Apart from the rest, which reads only. Settings go into the repository's own configuration, never into
the user's; writing one starts no program and runs no hook.
"""

from __future__ import annotations

import os

from cjm.workspace.git import Git, GitError, Repository, reason_of

_MOST_CONFLICTS = 127
"""The exit code of `git merge-file` is the number of conflicts, and this for more."""

_MISSING = 1


def own_settings(repository: Repository, name: str) -> tuple[str, ...]:
    """Return the values of the setting `name` that the repository itself has.

    What it includes from elsewhere, and what the user or the machine has, does not count.
    """
    arguments = ("config", "--local", "--no-includes", "-z", "--get-all", name)
    code, output, said = repository.git.run(repository.root, *arguments)
    if code == _MISSING:
        return ()
    if code != 0:
        raise GitError(reason_of(said))
    return tuple(each.decode("utf-8", "replace") for each in output.split(b"\0")[:-1])


def write_setting(repository: Repository, name: str, value: str) -> None:
    """Set `name`, which has one value or none, in the repository's own configuration.

    Raises:
        GitError: It cannot be written.
    """
    repository.git.ask(repository.root, "config", "--local", name, value)


def remove_setting(repository: Repository, name: str, value: str) -> None:
    """Take `value` of `name` out of the repository's own configuration, and no other.

    Raises:
        GitError: It cannot be written.
    """
    arguments = ("--local", "--fixed-value", "--unset-all", name, value)
    repository.git.ask(repository.root, "config", *arguments)


def merged_by_line(git: Git, base: str, ours: str, theirs: str, marker: int) -> tuple[bytes, int]:
    """Return git's own merge of three files, and its number of conflicts.

    Args:
        git: The program.
        base: Absolute path of the file as it was.
        ours: That of our branch's.
        theirs: That of the other's.
        marker: How many signs mark a conflict.

    Raises:
        GitError: It cannot merge them: one is binary, say.
    """
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    code, output, said = git.run(
        os.path.dirname(ours), "merge-file", "-p", f"--marker-size={marker}", *labels,
        "--", ours, base, theirs,
    )  # fmt: skip
    if code > _MOST_CONFLICTS or code < 0:
        raise GitError(reason_of(said))
    return output, code
