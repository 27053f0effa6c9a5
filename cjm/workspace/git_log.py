"""The past of one file: its versions, who made them, when and why, with its renames followed."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.workspace.git import Repository

_MOST_NAMES = 50
"""Renames that are followed."""

_NOTHING = re.compile(rb"0+")
_PERSON = re.compile(r"(?P<name>.*?)\s*<(?P<mail>[^>]*)>\s*(?P<time>-?\d+)\s*(?P<zone>[-+]\d{4})?")


@dataclass(frozen=True)
class Version:
    """A file as one commit left it.

    Attributes:
        commit: Id of the commit.
        parents: Ids of the commits in whose versions it was changed; none where it begins.
        path: Of the file then, from the root of the repository.
        blob: Id of its content; empty where the commit deleted it.
        content: Its bytes; `None` where it was deleted, is too large, or is not in this clone.
        author: Name of who wrote it; may hold anything.
        time: When it was written, in the author's own time; `None` where the commit says none.
        subject: First line of the commit's message; may hold anything.
    """

    commit: str
    parents: tuple[str, ...]
    path: str
    blob: str
    content: bytes | None = None
    author: str = ""
    time: datetime.datetime | None = None
    subject: str = ""


def past(repository: Repository, path: str, most: int) -> list[Version]:
    """Return the versions of a file up to the checked-out commit, the newest first.

    Args:
        repository: Where it lies.
        path: From the root of the repository.
        most: Bytes of the largest version to read.

    Raises:
        GitError: Nothing is committed yet, or git cannot tell.
    """
    found: list[Version] = []
    start, names = repository.commit("HEAD"), {path}
    while True:
        part = _versions(repository, start, path)
        found += part
        source = _renamed_from(repository, part[-1]) if part else None
        if source is None or source[1] in names or len(names) >= _MOST_NAMES:
            break
        start, path = source
        names.add(path)
    return _read(repository, _joined(found), most)


def _versions(repository: Repository, start: str, path: str) -> list[Version]:
    """Return the versions that have one path, the newest first, without content."""
    listed = _ask(repository, "rev-list", "--topo-order", "--parents", start, "--", path)
    commits = [line.split() for line in listed.decode("ascii").splitlines()]
    if not commits:
        return []
    changed = _ask(
        repository, "diff-tree", "--stdin", "-m", "-r", "-z", "--raw", "--root", "--no-renames",
        "--no-abbrev", "--no-ext-diff", "--no-textconv", "--", path,
        given="".join(f"{each[0]}\n" for each in commits).encode(),
    )  # fmt: skip
    blobs = dict(_blobs(changed))
    return [Version(id, tuple(parents), path, blobs[id]) for id, *parents in commits if id in blobs]


def _blobs(listed: bytes) -> Iterator[tuple[str, str]]:
    """Yield `(commit, id of the file's content)` from the raw output of `diff-tree -z`."""
    commit, parts = "", iter(listed.split(b"\0"))
    for part in parts:
        if part.startswith(b":"):
            blob = part.split()[3]
            next(parts, b"")
            yield commit, "" if _NOTHING.fullmatch(blob) else blob.decode()
        elif part:
            commit = part.decode("ascii", "replace").strip()


def _renamed_from(repository: Repository, version: Version) -> tuple[str, str] | None:
    """Return `(commit before, path there)` of a file that begins as another's new name."""
    if not version.blob:
        return None
    parents = _ask(repository, "rev-list", "--parents", "--max-count=1", version.commit).split()[1:]
    for parent in (each.decode() for each in parents):
        listed = _ask(
            repository, "diff-tree", "-r", "-z", "--raw", "-M", "--no-abbrev", "--no-ext-diff",
            "--no-textconv", parent, version.commit,
        )  # fmt: skip
        parts = iter(listed.split(b"\0"))
        for part in parts:
            status = part.split()[-1:] if part.startswith(b":") else []
            if not status:
                continue
            old = next(parts, b"")
            if status[0][:1] in b"RC" and next(parts, b"") == os.fsencode(version.path):
                return parent, os.fsdecode(old)
    return None


def _joined(versions: Sequence[Version]) -> list[Version]:
    """Return the versions of several paths as one line: where one path begins, the other ends."""
    from dataclasses import replace

    found = list(versions)
    for at, version in enumerate(found[:-1]):
        if not version.parents and found[at + 1].path != version.path:
            found[at] = replace(version, parents=(found[at + 1].commit,))
    return found


def _read(repository: Repository, versions: Sequence[Version], most: int) -> list[Version]:
    """Return versions with their content, and what their commits say."""
    from dataclasses import replace

    ids = [each.commit for each in versions] + [each.blob for each in versions if each.blob]
    held = repository.objects(ids, most)
    found = []
    for version in versions:
        author, time, subject = _commit(held.get(version.commit, b""))
        content = held.get(version.blob) if version.blob else None
        found.append(replace(version, content=content, author=author, time=time, subject=subject))
    return found


def _commit(content: bytes) -> tuple[str, datetime.datetime | None, str]:
    """Return author, time and subject of a commit."""
    head, _, message = content.decode("utf-8", "replace").partition("\n\n")
    line = next((each[7:] for each in head.split("\n") if each.startswith("author ")), "")
    person = _PERSON.match(line)
    subject = message.strip("\n").partition("\n")[0].strip()
    if person is None:
        return line.strip(), None, subject
    return person["name"].strip(), _time(person["time"], person["zone"] or "+0000"), subject


def _time(seconds: str, zone: str) -> datetime.datetime | None:
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    offset = datetime.timedelta(minutes=-minutes if zone[0] == "-" else minutes)
    try:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.timezone(offset))
    except (ValueError, OverflowError, OSError):
        return None  # a commit may claim any time


def _ask(repository: Repository, *arguments: str, given: bytes | None = None) -> bytes:
    return repository.git.ask(repository.root, *arguments, given=given)
