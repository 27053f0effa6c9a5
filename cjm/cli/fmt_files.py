"""Lays out the files of a run, with as many processes as it is worth."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from cjm.errors import CjmError, OutputError

if TYPE_CHECKING:
    from cjm.findings import Edit, Finding
    from cjm.source.document import Document
    from cjm.workspace.files import Files

WORTH_IT = 24
"""Files from which a second process pays for its start."""

_AT_A_TIME = 8


@dataclass(frozen=True)
class Job:
    """One file to lay out.

    Attributes:
        path: As the user would write it.
        kind: What its name or content says it is.
        languages: Languages of its workspace.
        edits: What to put into it first: ids.
        digest: SHA-256 of the bytes that the edits are for, in hexadecimal.
        leaves: It is a link that leads out of its workspace.
    """

    path: str
    kind: str
    languages: frozenset[str] = frozenset()
    edits: tuple[Edit, ...] = ()
    digest: str = ""
    leaves: bool = False


@dataclass(frozen=True)
class Laid:
    """What became of a file.

    Attributes:
        path: As the user would write it.
        before: Its bytes.
        after: Its bytes in the canonical layout; as they were where it could not be laid out.
        finding: What keeps it from being read.
        error: Why it is left as it is, though it can be read, and what to do about it.
    """

    path: str
    before: bytes = b""
    after: bytes = b""
    finding: Finding | None = None
    error: tuple[str, str] | None = None


def lay_out_files(files: Files, jobs: Sequence[Job], *, workers: int) -> Iterator[Laid]:
    """Yield what becomes of each file, in order; nothing is written."""
    if len(jobs) < WORTH_IT or workers < 2 or sys.platform != "linux":
        yield from (_laid(files, job) for job in jobs)
        return
    from multiprocessing import get_context

    import cjm.edit.fmt  # noqa: F401 - a fork inherits what is imported

    tasks = ((files, list(share)) for share in _shares(jobs))
    with get_context("fork").Pool(workers, initializer=_begin) as pool:
        for done in pool.imap(_work, tasks):
            yield from done


def _shares(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    left = iter(jobs)
    while share := list(islice(left, _AT_A_TIME)):
        yield share


def _begin() -> None:
    """Leave Ctrl-C to the process that waits, and end at once where that asks for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _work(task: tuple[Files, list[Job]]) -> list[Laid]:
    files, jobs = task
    return [_laid(files, job) for job in jobs]


def _laid(files: Files, job: Job) -> Laid:
    from cjm.workspace.discover import kind_by_content, kind_by_name
    from cjm.workspace.files import UnreadableFile
    from cjm.workspace.read_file import leaving, unreadable

    if job.leaves:
        return _found(job, leaving(job.path))
    try:
        source = files.read(job.path)
    except UnreadableFile as error:
        return _found(job, unreadable(job.path, str(error)))
    except FileNotFoundError:
        return _found(job, unreadable(job.path, "is a link to nothing"))
    if job.kind == "journey" and not (kind_by_name(job.path) or kind_by_content(source)):
        # Somebody's workflow or compose file, which `*.yaml` names: lint may judge it, nobody more.
        help = "begin it with 'cjm: journey/1' if it is one"
        return Laid(job.path, source, source, error=("nothing says that it is a map", help))
    return _formatted(job, source)


def _formatted(job: Job, source: bytes) -> Laid:
    from dataclasses import replace

    from cjm.edit.fmt import format_file

    try:
        done = format_file(job.path, _with_edits(source, job), job.kind, languages=job.languages)
    except CjmError as error:
        return Laid(job.path, source, source, error=(str(error), error.help))
    if done.problems:
        document = replace(done.document, problems=done.problems)
        return _found(job, document, source)
    return Laid(job.path, source, done.content)


def _with_edits(source: bytes, job: Job) -> bytes:
    if not job.edits:
        return source
    import hashlib

    from cjm.edit.apply import edit_bytes

    if hashlib.sha256(source).hexdigest() != job.digest:
        raise OutputError("another program changed it just now", help="run the command again")
    return edit_bytes(source, job.edits)


def _found(job: Job, document: Document, source: bytes = b"") -> Laid:
    """Return the first thing that keeps a file from being read; the others may be its echo."""
    from cjm.lint.problems import findings_of

    return Laid(job.path, source, source, finding=next(findings_of(document)))


def real(files: Files, path: str) -> str:
    """Return where the file at `path` really is, its links followed."""
    return os.path.realpath(files.absolute(path))
