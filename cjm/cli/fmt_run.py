"""One run of `cjm fmt`: which files, what becomes of each, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.cli.console import put_bytes, tell, tell_error
from cjm.cli.exit_codes import FOUND, GOOD, USAGE
from cjm.cli.fmt_files import Job, Laid, lay_out_files, real
from cjm.cli.output import put_state
from cjm.errors import OutputError

if TYPE_CHECKING:
    from cjm.cli.inputs import Inputs
    from cjm.findings import Edit, Finding
    from cjm.workspace.survey import Survey

_DIAGRAMS = ("mermaid", "markdown")


@dataclass
class FmtRun:
    """What a run is asked for, and what it has come to.

    Attributes:
        given: What to read.
        is_check: Write nothing, list what would change.
        is_diff: Write nothing, show what would change.
        with_ids: Write down derived ids, too.
    """

    given: Inputs
    is_check: bool = False
    is_diff: bool = False
    with_ids: bool = False
    _code: int = GOOD
    _same: int = 0
    _failed: int = 0
    _before: dict[str, bytes] = field(default_factory=dict)
    _after: dict[str, bytes] = field(default_factory=dict)
    _findings: list[Finding] = field(default_factory=list)

    def run(self) -> int:
        """Lay out every file that is asked for, and return the exit code."""
        from cjm.cli.cores import cores
        from cjm.cli.report import tell_findings
        from cjm.workspace.load import no_map
        from cjm.workspace.survey import survey

        files = self.given.files
        surveys = survey(files, self.given.paths, config=self.given.config)
        jobs = list(self._jobs(surveys))
        if not jobs and self._code == GOOD:
            raise no_map(self.given.paths)
        for laid in lay_out_files(files, jobs, workers=cores()):
            self._take(laid)
        if self.is_diff:
            from cjm.cli.rewrite import put_diff

            put_diff(self._before, self._after)
        tell_findings(self._findings)
        if jobs and (self._is_dry or not self.given.stdin or len(jobs) > 1):
            tell(self._summary())
        return self._code

    @property
    def _is_dry(self) -> bool:
        return self.is_check or self.is_diff

    def _jobs(self, surveys: Sequence[Survey]) -> Iterator[Job]:
        """Yield what to lay out; a file that two paths lead to counts once."""
        edits = self._id_edits() if self.with_ids else {}
        taken: set[str] = set()
        for found in surveys:
            languages = frozenset((*found.settings.languages, found.settings.language or ""))
            for path in sorted(found.asked):
                kind = found.kinds.get(path, "workspace")
                if kind in _DIAGRAMS:
                    self._pass_over(path, is_named=path in found.named)
                    continue
                at = path if path == self.given.stdin else real(self.given.files, path)
                if at not in taken:
                    taken.add(at)
                    leaves = path not in found.named and self.given.files.leaves(path, found.root)
                    written = edits.get(path, ((), ""))
                    yield Job(path, kind, languages - {""}, *written, leaves)

    def _pass_over(self, path: str, *, is_named: bool) -> None:
        if is_named:
            tell_error(
                f"'{path}' holds Mermaid diagrams, and fmt lays out YAML",
                f"'cjm import mermaid {path}' makes a journey file of each",
            )
            self._code = USAGE

    def _id_edits(self) -> Mapping[str, tuple[tuple[Edit, ...], str]]:
        """Return by path the edits that write ids down, and the digest of what they are for."""
        from cjm.edit.ids import id_edits

        maps = [found for _, found in self.given.load().maps if found.document.kind == "yaml"]
        return {found.path: (tuple(id_edits(found)), found.document.digest) for found in maps}

    def _take(self, laid: Laid) -> None:
        if laid.finding is not None:
            self._findings.append(laid.finding)
            self._fail(FOUND)
        elif laid.error is not None:
            reason, help = laid.error
            tell_error(f"'{laid.path}' is left as it is: {reason}", help)
            self._fail(USAGE)
        elif laid.path == self.given.stdin and not self._is_dry:
            put_bytes(laid.after)
        elif laid.after == laid.before:
            self._same += 1
        else:
            self._change(laid)

    def _fail(self, code: int) -> None:
        self._failed += 1
        self._code = max(self._code, code)

    def _change(self, laid: Laid) -> None:
        path = Path(self.given.files.absolute(laid.path))
        if self._is_dry:
            self._code = max(self._code, FOUND)
            if not self.is_diff:
                put_state("to format", path)
        else:
            from cjm.workspace.write import write_file

            try:
                write_file(path, laid.after, expected=laid.before)
            except OutputError as error:
                tell_error(str(error), error.help)
                self._fail(USAGE)
                return
            put_state("formatted", path)
        self._before[laid.path], self._after[laid.path] = laid.before, laid.after

    def _summary(self) -> str:
        changed = len(self._after)
        verb = "would be reformatted" if self._is_dry else "reformatted"
        parts = [f"{_files(changed)} {verb}"] if changed else []
        if self._same:
            count = str(self._same) if changed else _files(self._same)
            parts.append(f"{count} {'would be ' if self._is_dry else ''}left unchanged")
        if self._failed:
            count = str(self._failed) if parts else _files(self._failed)
            parts.append(f"{count} could not be laid out")
        return ", ".join(parts)


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"
