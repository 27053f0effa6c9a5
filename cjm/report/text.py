"""The lint report for people: each finding with its lines, a caret, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.findings import Finding, Place
from cjm.findings.visible import visible
from cjm.report.address import position, shown_path
from cjm.report.flood import held_back, more_lines
from cjm.report.look import PLAIN, Look
from cjm.report.paint import Paint, painter, style_of
from cjm.report.snippet import Mark, Page, snippet
from cjm.report.summary import Summary, shown, summary_lines

# Places whose lines are at most this far apart are quoted together.
_NEAR = 3


def lint_text(findings: Sequence[Finding], summary: Summary, look: Look = PLAIN) -> str:
    """Return the findings as blocks, and the lines that sum them up."""
    paint = painter(color=look.color)
    lines: list[str] = []
    flood = held_back(shown(findings, look), look.most)
    for finding in flood.listed:
        lines += _block(finding, look.width, paint)
        lines.append("")
    more = list(more_lines(flood))
    if more:
        lines += [*more, ""]
    lines += summary_lines(findings, summary, look)
    # Where nothing sums up, the last block ends without an empty line.
    text = "\n".join(lines).rstrip("\n")
    return f"{text}\n" if text else ""


def _block(finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    style = style_of(finding.severity)
    what = paint(f"{finding.severity.word}[{visible(finding.rule)}]", style)
    where = f"{paint(shown_path(finding.place.path), 'path')}:{position(finding.place)}"
    yield f"{where}: {what}: {visible(finding.message)}".rstrip()
    page = Page(_digits((finding.place, *finding.related)), width, paint)
    near = [place for place in finding.related if _is_near(place, finding.place)]
    marks = [Mark(finding.place, "^", style), *(Mark(place, "-", "related") for place in near)]
    body = list(snippet(marks, page))
    for place in finding.related:
        if place not in near:
            body += [page.row("")] if body else []
            body += _elsewhere(place, page)
    yield from body
    if finding.help:
        if body:
            yield page.row("")
        sign = paint(f"{'':>{page.digits}} =", "gutter")
        yield f"{sign} {paint('help', 'strong')}: {visible(finding.help)}".rstrip()


def _elsewhere(place: Place, page: Page) -> Iterator[str]:
    """Yield a related place that stands too far away to be quoted beside the finding."""
    arrow = page.paint(f"{'':>{page.digits}}-->", "gutter")
    address = f"{arrow} {visible(place.path)}:{position(place)}"
    if place.lines:
        yield address
        yield from snippet([Mark(place, "-", "related")], page)
    else:
        yield f"{address}: {visible(place.label)}".rstrip() if place.label else address


def _is_near(place: Place, primary: Place) -> bool:
    if place.path != primary.path or not place.lines or not primary.lines:
        return False
    first, last = place.lines[0][0], place.lines[-1][0]
    return first - primary.lines[-1][0] <= _NEAR and primary.lines[0][0] - last <= _NEAR


def _digits(places: Sequence[Place]) -> int:
    numbers = [number for place in places for number, _ in place.lines]
    return len(str(max(numbers, default=1)))
