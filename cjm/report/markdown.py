"""The lint report as a comment on a pull request, which is updated in place by its hidden mark.

What stands in a map cannot act there: no markup, no link, no mention that calls people, no
reference to another issue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from cjm.findings import Finding, Severity
from cjm.findings.visible import visible
from cjm.report.look import PLAIN, Look
from cjm.report.summary import Summary, Tally, shown, summary_lines

MARK = "<!-- cjm lint -->"
"""How a comment begins that a later run replaces."""

MOST = 60_000
"""Characters: GitHub takes comments of 65,536."""
PER_FILE = 25
FILES = 50
_LONGEST = 500
_LONGEST_PATH = 120

_SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}
_JOINER = "\u2060"
"""Word joiner: it is not seen, and what it parts is no mention, link or reference any more."""

# What begins a block needs no mark: no text begins a line.
_MARKUP = re.compile(r"[\\`*_\[\]|~$]")
_ACTS = re.compile(
    r"(?<=[@#!%])(?=\w)|(?<=:)(?=/)|(?<=www)(?=\.)|(?<=mailto)(?=:)|(?<=xmpp)(?=:)"
    r"|(?<=\bGH)(?=-\d)",
    re.I,
)


def lint_markdown(findings: Sequence[Finding], summary: Summary, look: Look = PLAIN) -> str:
    """Return a comment with the findings that `look` lists, the worst first."""
    listed = shown(findings, look)
    title = next(summary_lines(findings, summary, Look(notes=True)))
    head = [MARK, f"### cjm lint: {inert(title)}"]
    if summary.known:
        head.append(f"{summary.known} known findings are hidden by the baseline.")
    if not listed:
        return "\n\n".join(head) + "\n"
    files = [(path, list(each)) for path, each in groupby(listed, lambda each: each.place.path)]
    files.sort(key=lambda each: (-max(one.severity for one in each[1]), each[0]))
    head.append("\n".join(_table(files, summary)))
    parts = list(_details(files, summary, room=MOST - sum(map(len, head))))
    left = len(files) - len(parts)
    if left:
        parts.append(f"The findings of {left} more files do not fit here.")
    return "\n\n".join([*head, *parts]) + "\n"


def inert(text: str) -> str:
    """Return `text` as a part of a line of Markdown that reads as it stands, and does nothing."""
    return _MARKUP.sub(r"\\\g<0>", _inert_html(text))


def _inert_html(text: str) -> str:
    """Return the same for a line that begins with a tag: Markdown leaves that alone."""
    shown = visible(text)
    if len(shown) > _LONGEST:
        shown = shown[: _LONGEST - 1] + "…"
    shown = _ACTS.sub(_JOINER, shown)
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _table(files: Sequence[tuple[str, Sequence[Finding]]], summary: Summary) -> Iterator[str]:
    yield "| File | Errors | Warnings | Notes |"
    yield "| --- | ---: | ---: | ---: |"
    for path, findings in files[:FILES]:
        tally = Tally.of(findings)
        counts = f"{tally.errors} | {tally.warnings} | {tally.notes}"
        yield f"| <code>{inert(_short(summary.checkout.path(path)))}</code> | {counts} |"
    if len(files) > FILES:
        rest = Tally.of(each for _, findings in files[FILES:] for each in findings)
        counts = f"{rest.errors} | {rest.warnings} | {rest.notes}"
        yield f"| and {len(files) - FILES} more files | {counts} |"


def _details(
    files: Sequence[tuple[str, Sequence[Finding]]], summary: Summary, *, room: int
) -> Iterator[str]:
    """Yield a folded block for each file, as long as there is room."""
    for path, findings in files:
        block = "\n".join(_block(path, findings, summary))
        room -= len(block) + 2
        # Room is left for the line that says how many files there are more.
        if room < 200:
            return
        yield block


def _block(path: str, findings: Sequence[Finding], summary: Summary) -> Iterator[str]:
    count = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
    name = _inert_html(_short(summary.checkout.path(path)))
    yield f"<details><summary><code>{name}</code>: {count}</summary>"
    yield ""
    worst = sorted(findings, key=lambda each: -each.severity)[:PER_FILE]
    for finding in sorted(worst, key=lambda each: each.order):
        sign, line = _SIGNS[finding.severity], finding.place.start.line
        yield f"- {sign} line {line}: {inert(finding.message)} (`{visible(finding.rule)}`)"
        if finding.help:
            yield f"  <br>{inert(finding.help)}"
    if len(findings) > PER_FILE:
        yield f"- and {len(findings) - PER_FILE} more"
    yield ""
    yield "</details>"


def _short(path: str) -> str:
    """Return the end of a long path, which says most."""
    return path if len(path) <= _LONGEST_PATH else f"…{path[1 - _LONGEST_PATH :]}"
