"""From hits to findings: silence, supersession, counts, sentences and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cjm.findings import Finding, Place, Span
from cjm.lint.hit import Hit
from cjm.lint.sentences import sentence
from cjm.lint.silence import Silencer
from cjm.lint.subject import FileSubject, MapSubject, Severities
from cjm.lint.where import shorten, where, words
from cjm.model.text import Text
from cjm.rulebook import Rule
from cjm.source.document import Document

SHOWN = 3
"""How many places are shown of what is found many times."""


@dataclass(frozen=True, slots=True)
class Found:
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
    found: Iterable[Found], severities: Severities, silencer: Silencer
) -> Iterator[Finding]:
    """Yield the findings for all that rules found and no comment silences."""
    kept = [each for each in found if not _is_unreadable(each)]
    kept = [each for each in kept if each.rule.name in severities(each.subject)]
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
        # The first ones that the rule found, not the first of the text: to know where each of a
        # thousand stands would cost more than all else.
        first = sorted(crowd[:SHOWN], key=_offset)
        yield _finding(first[0], severities, count=len(crowd), others=first[1:])


def _is_unreadable(found: Found) -> bool:
    """Whether what the hit misses was there, but not valid and left out."""
    map = found.subject.map
    return map is not None and any(map.lacks(route) for route in found.hit.absent)


def _not_superseded(found: list[Found]) -> Iterator[Found]:
    """Yield what no finding with the same cause, at the same place or around it, stands for."""
    spoken = {
        (name, id(each.subject), each.hit.about) for each in found for name in each.rule.supersedes
    }
    for each in found:
        file, about = id(each.subject), each.hit.about
        if spoken and any(
            (each.rule.name, file, about[:length]) in spoken for length in range(len(about) + 1)
        ):
            continue
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
    return Finding(
        rule=rule.name,
        severity=min(severities(subject)[rule.name], hit.at_most),
        message=message,
        place=_place(found),
        related=(*_related(found), *(_place(each) for each in others or ())),
        help=help,
        route=hit.route,
        journey=subject.map.id if isinstance(subject, MapSubject) else "",
        data={"count": count} if rule.once else {},
    )


def _place(found: Found) -> Place:
    return found.document.place_of(found.span, label=found.hit.label)


def _related(found: Found) -> Iterator[Place]:
    for other in found.hit.related:
        document = other.document or found.subject.document
        yield document.place(other.route, label=other.label)


def _spelt(value: object, subject: FileSubject) -> str:
    if isinstance(value, Text):
        return words(value, subject)
    return f"{value:g}" if isinstance(value, float) else shorten(str(value))
