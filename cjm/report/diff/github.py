"""A comparison as workflow commands: what is worse stands beside its lines in a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diff.chain import Run
from cjm.diff.judge import Judged, Judgement
from cjm.diff.levels import RULES, Level
from cjm.findings import Finding, Route, Severity
from cjm.report.diff.by_place import ByPlace
from cjm.report.diff.look import DiffLook
from cjm.report.diff.numbers import count
from cjm.report.diff.summary import headline, row_title
from cjm.report.diff.words import Tongue, sentence
from cjm.report.github import finding_lines
from cjm.report.summary import Summary

_SEVERITY = {Level.BREAKING: Severity.ERROR, Level.WORSE: Severity.WARNING}


def diff_github(runs: Sequence[Run], look: DiffLook) -> str:
    """Return an annotation for each change that is worse or breaking, and each map's sentence."""
    findings = [finding for run in runs for finding in _findings(run, look)]
    lines = [_line(run, look) for run in runs if not run.is_empty]
    same = len(runs) - len(lines) + look.same
    if not lines:
        lines.append("Nothing differs.")
    elif same:
        lines.append(f"{count(same, 'map')} without a change")
    told = [*finding_lines(findings, Summary(journeys=0)), *lines]
    return "".join(f"{line}\n" for line in told)


def _line(run: Run, look: DiffLook) -> str:
    """Return what became of a map; it begins with a word of ours, never with one of the map."""
    if run.judgement is None:
        side = run.new or run.old
        assert side is not None
        verb = "New map" if run.old is None else "Map gone"
        return f"{verb}: {Tongue(look.language, side.language).quoted(side.journey.title)}"
    new = run.judgement.comparison.new
    tongue = Tongue(look.language, new.language)
    title = f"Map {tongue.quoted(new.journey.title)}: " if run.role == "map" else ""
    return f"{title}{headline(run.judgement, tongue)}"


def _findings(run: Run, look: DiffLook) -> Iterator[Finding]:
    # Of a chain, the whole says at the last map what the steps have said.
    if run.judgement is None or run.role == "whole":
        return
    judgement = run.judgement
    tongue = Tongue(look.language, judgement.comparison.new.language)
    bad = [each for each in judgement.changes if each.level in _SEVERITY]
    placed = ByPlace(bad)
    titles = {
        id(each): row_title(judgement, verdict, tongue)
        for verdict in (*judgement.stages, *judgement.steps)
        for each in placed.at(verdict.row)
    }
    for each in bad:
        title = titles.get(id(each))
        told = sentence(each.change, tongue)
        yield _finding(judgement, each, f"{title}: {told}" if title else told)


def _finding(judgement: Judgement, judged: Judged, message: str) -> Finding:
    document = judgement.comparison.new.written.document
    return Finding(
        rule=judged.rule,
        severity=_SEVERITY[judged.level],
        message=message,
        place=document.place(_route(judgement, judged)),
        help=RULES[judged.rule][1],
    )


def _route(judgement: Judgement, judged: Judged) -> Route:
    """Return where a change stands in the new map: what is gone, at the name of where it stood."""
    change = judged.change
    if change.new is not None:
        return change.new
    place = change.new_place
    if place is None:
        place = judgement.comparison.pairing.place_of_old.get(change.old_place or (), ())
    return (*place, "name" if place else "title")
