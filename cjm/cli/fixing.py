"""`cjm lint --fix`: puts fixes into files, or shows what they would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cjm.cli.console import put_bytes, tell
from cjm.cli.exit_codes import FOUND, GOOD
from cjm.cli.lint_run import fails
from cjm.cli.report import tell_findings
from cjm.cli.rewrite import put_diff, rewrite
from cjm.errors import UsageError
from cjm.findings import Severity

if TYPE_CHECKING:
    from cjm.cli.lint_run import Judged, Run
    from cjm.findings import Finding
    from cjm.lint.fixing import Mended
    from cjm.workspace.files import Files

_FEW = 5


@dataclass(frozen=True)
class Asked:
    """What a run is to do beside finding things.

    Attributes:
        fix: Mend what can be mended.
        diff: Show what would change, and write nothing.
        unsafe_fixes: Put in fixes that change what a map says, too.
        add_ignore: Silence what is found by comments with this reason, in the place of mending it.
        stdin: Path that standard input is read under; it alone is changed, and goes to stdout.
        sees_all: What a baseline knows counts too.
    """

    fix: bool = False
    diff: bool = False
    unsafe_fixes: bool = False
    add_ignore: str | None = None
    stdin: str = ""
    sees_all: bool = False

    def __post_init__(self) -> None:
        if self.unsafe_fixes and not (self.fix or self.diff):
            raise UsageError("--unsafe-fixes says what --fix may do", help="add --fix, or --diff")
        if self.add_ignore is None:
            return
        if self.fix or self.unsafe_fixes:
            raise UsageError(
                "--add-ignore silences what --fix would mend",
                help="run --fix first, then the other",
            )
        if not self.add_ignore.strip() or not self.add_ignore.isprintable():
            raise UsageError(
                "--add-ignore needs a reason of one line",
                help='such as --add-ignore "agreed in the review of 12 March"',
            )


def change(run: Run, asked: Asked, least: str | None) -> Run | int:
    """Change files as asked, or show how they would be changed, and say so on stderr.

    Args:
        run: Over the files as they are.
        asked: What to do.
        least: See `fails`.

    Returns:
        The run over the files as they are now, to be reported; or the exit code, where standard
        output is taken by a diff or by the map that came in.

    Raises:
        OutputError: A file was changed meanwhile, or cannot be written.
    """
    from cjm.workspace.files import MemoryFiles
    from cjm.workspace.steady import SteadyFiles

    steady = SteadyFiles(run.given.files)
    mended = _mended(run, asked, steady)
    _put(steady, mended, asked)
    for line in _told(mended, asked):
        tell(line)
    if asked.diff:
        return FOUND if mended.after else GOOD
    now = _over(run, MemoryFiles(mended.after, steady))
    if not asked.stdin:
        return now
    judged = _judged(now, asked)
    tell_findings(
        each for _, result in judged for each in result.findings if each.severity > Severity.NOTE
    )
    return FOUND if fails(judged, least) else GOOD


def _mended(run: Run, asked: Asked, files: Files) -> Mended:
    from cjm.lint.fixing import mend

    def judge(files: Files) -> list[Finding]:
        judged = _judged(_over(run, files), asked)
        found = [finding for _, result in judged for finding in result.findings]
        if asked.add_ignore is None:
            return found
        from cjm.lint import RULES
        from cjm.lint.ignoring import with_comments

        return with_comments(found, files, RULES, asked.add_ignore.strip())

    only = asked.stdin
    return mend(
        judge, files, is_unsafe=asked.unsafe_fixes, may_change=lambda path: path == (only or path)
    )


def _over(run: Run, files: Files) -> Run:
    given = run.given._replace(files=files)
    return replace(run, given=given, options=replace(run.options, exists=files.is_file, edits=True))


def _judged(run: Run, asked: Asked) -> Judged:
    if asked.sees_all:
        return run.judged()
    from cjm.cli.baseline import without_known

    return without_known(run.given.files, run.judged())


def _put(files: Files, mended: Mended, asked: Asked) -> None:
    if asked.diff:
        put_diff(mended.before, mended.after)
    elif asked.stdin:
        put_bytes(mended.after.get(asked.stdin) or files.read(asked.stdin))
    else:
        rewrite(files, mended.before, mended.after)


def _told(mended: Mended, asked: Asked) -> Iterator[str]:
    """Yield what to say of a run: how much was mended, prepared and refused."""
    if asked.add_ignore is not None:
        yield from _told_of_comments(mended, asked)
    else:
        yield from _told_of_fixes(mended, asked)
    for finding, reason in mended.refused[:_FEW]:
        start = finding.place.start
        place = f"{finding.place.path}:{start.line}:{start.column}"
        yield f"left {finding.rule} at {place} as it is: with the change, {reason}"
    if len(mended.refused) > _FEW:
        yield f"and {len(mended.refused) - _FEW} more"


def _told_of_fixes(mended: Mended, asked: Asked) -> Iterator[str]:
    if mended.fixed:
        verb = "would fix" if asked.diff else "fixed"
        yield f"{verb} {_counted(mended.fixed)} in {_files(mended)}: {_by_rule(mended.fixed)}"
    if mended.prepared:
        # A text that is still to be written is no text: it stays found.
        verb = "would make" if asked.diff else "made"
        yield f"{verb} room for texts still to be written, {_by_rule(mended.prepared)} stays"
    if not mended.after:
        yield f"nothing to fix{_unsafe(mended, asked)}"


def _unsafe(mended: Mended, asked: Asked) -> str:
    hidden = [each for each in mended.left if each.fix is not None and not each.fix.safe]
    if asked.unsafe_fixes or not hidden:
        return ""
    what = "guess" if len(hidden) == 1 else "guesses"
    return f" for sure; --unsafe-fixes puts in {len(hidden)} {what}"


def _told_of_comments(mended: Mended, asked: Asked) -> Iterator[str]:
    from cjm.lint import RULES
    from cjm.lint.ignoring import can_be_silenced

    silenced = len(mended.first) - len(mended.left)
    if silenced:
        verb = "would silence" if asked.diff else "silenced"
        word = "finding" if silenced == 1 else "findings"
        yield f"{verb} {silenced} {word} in {_files(mended)}"
    else:
        yield "nothing to silence"
    stays = [each for each in mended.left if not can_be_silenced(each, RULES)]
    if stays:
        yield f"{_counted(stays)} cannot be silenced: {_by_rule(stays)}"


def _counted(findings: Iterable[Finding]) -> str:
    number = len(list(findings))
    return f"{number} finding" if number == 1 else f"{number} findings"


def _files(mended: Mended) -> str:
    number = len(mended.after)
    return f"{number} file" if number == 1 else f"{number} files"


def _by_rule(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.rule for finding in findings)
    return ", ".join(f"{count} {rule}" for rule, count in sorted(counts.items()))
