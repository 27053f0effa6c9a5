"""Reads git repositories; the only code that starts git. It never writes, and fetches nothing.

A repository may be hostile: its configuration can name programs that git would run (pagers, hooks,
file system monitors, filters, remote helpers). So only plumbing is asked, which reads objects and
no files of the working tree, with those settings taken away and every transport forbidden.
"""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

NEEDED = ("PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP")
"""What git may see of the environment: where it finds itself and the user's `safe.directory`."""

_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    # For versions that do not know the line above: a fetch finds no transport that it may use.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_PAGER": "cat",
    "GIT_ATTR_NOSYSTEM": "1",
}
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    "core.alternateRefsCommand=",
    "core.sshCommand=false",
    "core.askPass=",
    "credential.helper=",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "gc.auto=0",
    "maintenance.auto=false",
    "log.showSignature=false",
)
_ID = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_MOST_STARTS = 200
"""With more, all of a repository's changes are listed: a command line has an end."""


class GitError(Exception):
    """Git cannot tell; `str()` of it says why, in a few words."""


@dataclass(frozen=True)
class Git:
    """The program.

    Attributes:
        program: Absolute path; a name alone might be found in a folder that nobody trusts.
        environment: The variables that it may see, of those in `NEEDED`.
        seconds: How long one question may take.
    """

    program: str
    environment: tuple[tuple[str, str], ...] = ()
    seconds: float = 60

    @classmethod
    def of(cls, program: str, environment: Mapping[str, str]) -> Git:
        """Return the program at `program`, with what it needs of `environment`."""
        return cls(program, tuple((key, environment[key]) for key in NEEDED if key in environment))

    def repository(self, folder: str) -> Repository:
        """Return the repository that the absolute path `folder` lies in.

        Raises:
            GitError: It lies in none, or git does not trust it.
        """
        # Each on its own line, and a folder's name may hold line breaks: one question for each.
        root = _line(self.ask(folder, "rev-parse", "--show-toplevel"))
        prefix = _line(self.ask(folder, "rev-parse", "--show-prefix"))
        if not root:
            raise GitError("is in no working tree")
        return Repository(self, os.fsdecode(root), os.fsdecode(prefix))

    def ask(self, folder: str, *arguments: str, given: bytes | None = None) -> bytes:
        """Return what a command of git's writes.

        Args:
            folder: Where it runs.
            arguments: Nothing in them may come from a user before `--end-of-options` or `--`.
            given: For its standard input.

        Raises:
            GitError: It cannot be started, takes too long, or fails.
        """
        code, output, said = self.run(folder, *arguments, given=given)
        if code != 0:
            raise GitError(reason_of(said))
        return output

    def run(
        self, folder: str, *arguments: str, given: bytes | None = None
    ) -> tuple[int, bytes, bytes]:
        """Return a command's exit code and what it writes to its two streams; else as `ask`."""
        import subprocess

        settings = [word for each in _SETTINGS for word in ("-c", each)]
        try:
            done = subprocess.run(
                [self.program, "--no-pager", *settings, "-C", folder, *arguments],
                input=given if given is not None else b"",
                capture_output=True,
                timeout=self.seconds,
                env={**dict(self.environment), **_ENVIRONMENT},
            )
        except subprocess.TimeoutExpired:
            raise GitError(f"git did not answer within {self.seconds:g} seconds") from None
        except (OSError, ValueError) as error:
            raise GitError(f"git cannot be started: {error}") from None
        return done.returncode, done.stdout, done.stderr


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A file of a commit.

    Attributes:
        path: From the root of the repository, with `/`.
        id: Of its blob.
        mode: `100644`, `100755`, `120000` for a link, `160000` for another repository.
    """

    path: str
    id: str
    mode: str


@dataclass(frozen=True)
class Repository:
    """A repository, read from one of its folders.

    Attributes:
        git: The program.
        root: Absolute path of its working tree.
        prefix: The folder it was found from, below `root`: empty, or ending in `/`.
    """

    git: Git
    root: str
    prefix: str = ""

    @cached_property
    def is_shallow(self) -> bool:
        """Whether it holds the last commits only."""
        return _line(self._ask("rev-parse", "--is-shallow-repository")) == b"true"

    def commit(self, revision: str) -> str:
        """Return the id of the commit that `revision` names.

        Raises:
            GitError: It names none.
        """
        if not revision or revision.startswith("-") or "\0" in revision:
            raise GitError(f"there is no revision '{revision[:80]}'")
        arguments = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        try:
            found = self._ask("rev-parse", *arguments).split()
        except GitError as error:
            said = str(error)
            is_other = "expected commit type" in said or not said
            words = f"there is no revision '{revision[:80]}'" if is_other else said
            raise GitError(words) from None
        if not found or not _ID.fullmatch(found[-1]):
            raise GitError(f"there is no revision '{revision[:80]}'")
        return found[-1].decode()

    def merge_base(self, one: str, other: str) -> str:
        """Return the id of the commit from which two commits, named by their ids, went apart.

        Raises:
            GitError: They have none in common, or a shallow clone does not hold it.
        """
        try:
            found = self._ask("merge-base", _known(one), _known(other)).split()
        except GitError as error:
            raise GitError(str(error) or "the two have no commit in common here") from None
        return found[0].decode()

    def tree(self, commit: str) -> list[TreeEntry]:
        """Return all files of the commit with the id `commit`, in git's order."""
        listed = self._ask("ls-tree", "-r", "-z", "--full-tree", _known(commit))
        found = []
        for line in listed.split(b"\0"):
            about, _, path = line.partition(b"\t")
            if path:
                mode, _, id = about.split()
                found.append(TreeEntry(_text(path), id.decode(), mode.decode()))
        return found

    def blobs(self, ids: Iterable[str], most: int) -> dict[str, bytes]:
        """Return id → content, through one process; blobs over `most` bytes are left out.

        What a partial clone does not hold is left out too: nothing is fetched.
        """
        return self.objects(ids, most, kinds=(b"blob",))

    def objects(
        self, ids: Iterable[str], most: int, *, kinds: Sequence[bytes] = (b"blob", b"commit")
    ) -> dict[str, bytes]:
        """Return the same of objects of several kinds."""
        wanted = [_known(each) for each in dict.fromkeys(ids)]
        sizes = self._ask("cat-file", "--batch-check", given=_lines(wanted)) if wanted else b""
        kept = []
        for line in sizes.splitlines():
            words = line.split()
            if len(words) == 3 and words[1] in kinds and int(words[2]) <= most:
                kept.append(words[0].decode())
        return dict(_contents(self._ask("cat-file", "--batch", given=_lines(kept)))) if kept else {}

    def changes(
        self, starts: Sequence[str], since: datetime.date
    ) -> list[tuple[str, datetime.date]]:
        """Return `(path, day)` of what came into the checked-out branch after the day `since`.

        Args:
            starts: Files, and folders with all below them, from the folder that the repository was
                found from; an empty one stands for that folder.
            since: Days are those of UTC.

        Returns:
            Paths from the same folder; one that changed on several days comes several times. A
            merge counts as one change, on its day.
        """
        try:
            head = self.commit("HEAD")
        except GitError:
            return []  # nothing is committed yet
        days = self._commits(head, since)
        if not days:
            return []
        wanted = [f"{self.prefix}{each}".rstrip("/") for each in starts]
        limited = wanted if all(wanted) and len(wanted) <= _MOST_STARTS else []
        listed = self._ask(
            "diff-tree", "--stdin", "-r", "-z", "--raw", "--root", "--no-renames", "--no-ext-diff",
            "--no-textconv", "--", *limited, given=_lines(" ".join(each) for each in days),
        )  # fmt: skip
        by_id = {id: day for (id, *_), day in days.items()}
        prefix = os.fsencode(self.prefix)
        return [
            (_text(path[len(prefix) :]), by_id[id])
            for id, path in _changed(listed)
            if id in by_id and path.startswith(prefix)
        ]

    def _commits(self, head: str, since: datetime.date) -> dict[tuple[str, ...], datetime.date]:
        """Return `(commit, its first parent)` → day, along first parents, of what is after `since`."""
        utc = datetime.UTC
        next_day = datetime.datetime.combine(since, datetime.time(), utc) + datetime.timedelta(1)
        listed = self._ask(
            "rev-list", "--first-parent", "--timestamp", "--parents",
            f"--max-age={int(next_day.timestamp())}", head, "--",
        )  # fmt: skip
        found: dict[tuple[str, ...], datetime.date] = {}
        for line in listed.decode("ascii", "replace").splitlines():
            seconds, *ids = line.split()
            day = _day(int(seconds))
            if day is not None:
                found[tuple(ids[:2])] = day
        return found

    def _ask(self, *arguments: str, given: bytes | None = None) -> bytes:
        return self.git.ask(self.root, *arguments, given=given)


def _day(seconds: int) -> datetime.date | None:
    try:
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
    except (OverflowError, ValueError, OSError):
        return None  # a commit may claim any time


def _changed(listed: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield `(commit, path from the root)` from the raw output of `diff-tree -z`."""
    commit, parts = "", iter(listed.split(b"\0"))
    for part in parts:
        if part.startswith(b":"):
            yield commit, next(parts, b"")
        elif part:
            commit = part.decode("ascii", "replace")


def _contents(listed: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield `(id, content)` from the output of `cat-file --batch`."""
    at = 0
    while at < len(listed):
        end = listed.index(b"\n", at)
        words = listed[at:end].split()
        at = end + 1
        if len(words) == 3:
            size = int(words[2])
            yield words[0].decode(), listed[at : at + size]
            at += size + 1


def _known(id: str) -> str:
    """Return `id`, which has to be that of an object: nothing else may stand among arguments."""
    if not _ID.fullmatch(id.encode("utf-8", "replace")):
        raise GitError(f"'{id[:80]}' is no id of an object")
    return id


def _lines(words: Iterable[str]) -> bytes:
    return "".join(f"{each}\n" for each in words).encode()


def _line(output: bytes) -> bytes:
    """Return the output of a command that writes one line, which may itself hold line breaks."""
    return output.removesuffix(b"\n").removesuffix(b"\r")


def _text(path: bytes) -> str:
    """Return a path as it can be shown: bytes that are no UTF-8 as escapes."""
    return path.decode("utf-8", "backslashreplace")


_REASONS = (
    ("dubious ownership", "belongs to another user, and git does not trust it"),
    ("not a git repository", "is in no git repository"),
    ("must be run in a work tree", "is in no working tree"),
    ("cannot use bare repository", "is in no working tree"),
)


def reason_of(said: bytes) -> str:
    """Return what git complained about, in a few words."""
    text = said.decode("utf-8", "replace")
    for sign, reason in _REASONS:
        if sign in text:
            return reason
    first = text.strip().partition("\n")[0].removeprefix("fatal: ")
    return first[:160]
