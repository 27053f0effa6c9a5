"""From hits to findings: silence, supersession, counts, sentences and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cjm.findings import Finding, Fix, Place, Route, Span
from cjm.lint.anchor import anchor
from cjm.lint.hit import Hit
from cjm.lint.remedy import Remedy
from cjm.lint.sentences import sentence
from cjm.lint.silence import Silencer
from cjm.lint.subject import FileSubject, MapSubject, Severities
from cjm.lint.where import Spot, shorten, where, words
from cjm.model.text import Text
from cjm.rulebook import Rule
from cjm.source.document import Document

SHOWN = 3
"""How many places are shown of what is found many times."""


class Found(NamedTuple):
    """A hit, the rule it is of, and the file it lies in."""

    rule: Rule
    hit: Hit
    subject: FileSubject

    @property
    def document(self) -> Document:
        """The file it points into."""
        return self.hit.document or self.subject.document

    @property
    def span(self) -> Span:
        """The stretch of the file it points at."""
        hit = self.hit
        return hit.span or self.document.span(hit.route, on_key=hit.on_key)


def findings_of(
    found: Iterable[Found], severities: Severities, silencer: Silencer, *, edits: bool = True
) -> Iterator[Finding]:
    """Yield the findings for all that rules found and no comment silences.

    Args:
        found: What they found.
        severities: How bad it is, file by file.
        silencer: The comments.
        edits: See `LintOptions`.
    """
    kept = [
        each
        for each in found
        if each.rule.name in severities(each.subject) and not _is_unreadable(each)
    ]
    crowds: dict[tuple[str, int], list[Found]] = {}
    for each in _not_superseded(kept):
        if silencer.listens(each.document) and silencer.silences(
            each.rule.name, each.document, each.span, each.hit.route
        ):
            continue
        if each.rule.once:
            crowds.setdefault((each.rule.name, id(each.subject)), []).append(each)
        else:
            yield _finding(each, severities, count=1)
    for crowd in crowds.values():
        remedies = [remedy for each in crowd for remedy in each.hit.remedies]
        # The first ones that the rule found, not the first of the text: to know where each of a
        # thousand stands would cost more than all else.
        first = sorted(crowd[:SHOWN], key=_offset)
        mended = _fix(crowd[0].document, remedies, edits=edits) if remedies else None
        told = _finding(first[0], severities, count=len(crowd), others=first[1:])
        yield replace(told, fix=mended)


def _fix(document: Document, remedies: Sequence[Remedy], *, edits: bool = True) -> Fix | None:
    from cjm.lint.fixes import fix_of

    return fix_of(document, remedies, edits=edits)


def _is_unreadable(found: Found) -> bool:
    """Whether what the hit misses was there, but not valid and left out."""
    absent, subject = found.hit.absent, found.subject
    return bool(absent) and not subject.is_whole and any(map(subject.lacks, absent))


def _not_superseded(found: list[Found]) -> Iterator[Found]:
    """Yield what no finding with the same cause, at the same place or around it, stands for."""
    spoken = {
        (name, id(each.subject), each.hit.about) for each in found for name in each.rule.supersedes
    }
    superseded = {name for name, _, _ in spoken}
    for each in found:
        name, file, about = each.rule.name, id(each.subject), each.hit.about
        if name not in superseded or not any(
            (name, file, about[:length]) in spoken for length in range(len(about) + 1)
        ):
            yield each


def _offset(found: Found) -> tuple[int, int]:
    span = found.span
    return span.start.offset, span.end.offset


def _finding(
    found: Found, severities: Severities, *, count: int, others: list[Found] | None = None
) -> Finding:
    rule, hit, subject = found.rule, found.hit, found.subject
    parameters = {name: _spelt(value, subject) for name, value in hit.parameters.items()}
    parameters.setdefault("where", where(hit.route, subject))
    parameters["count"] = str(count)
    message, help = sentence(rule.name, hit.variant, parameters, many=count > 1)
    place, near = _place(found), tuple(_related(found))
    return Finding(
        rule=rule.name,
        severity=min(severities(subject)[rule.name], hit.at_most),
        message=message,
        place=place,
        related=(*near, *_new((_place(each) for each in others or ()), (place, *near))),
        help=help,
        route=hit.route,
        journey=subject.map.id if isinstance(subject, MapSubject) else "",
        data={"count": count} if rule.once else {},
        fix=_fix(found.document, hit.remedies) if hit.remedies and not rule.once else None,
        anchor=anchor(found.document, () if rule.once else hit.route, _ids(found)),
    )


def _ids(found: Found) -> Mapping[Route, str] | None:
    map = found.subject.map
    return map.ids.of if map is not None and map.document is found.document else None


def _place(found: Found) -> Place:
    return found.document.place_of(found.span, label=found.hit.label)


def _new(places: Iterable[Place], known: Sequence[Place]) -> Iterator[Place]:
    """Yield the places that are not shown already: a second caret under the same words says nothing."""
    shown = {(each.path, each.span) for each in known}
    return (each for each in places if (each.path, each.span) not in shown)


def _related(found: Found) -> Iterator[Place]:
    for other in found.hit.related:
        document = other.document or found.subject.document
        yield document.place(other.route, label=other.label)


def _spelt(value: object, subject: FileSubject) -> str:
    if isinstance(value, Text):
        return words(value, subject)
    if isinstance(value, Spot):
        return where(value.route, value.subject)
    return f"{value:g}" if isinstance(value, float) else shorten(str(value))
