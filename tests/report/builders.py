"""Findings made by hand, as the reports get them."""

from __future__ import annotations

from cjm.findings import Edit, Finding, Fix, Place, Position, Severity, Span

MAP = """\
cjm: journey/1
title: Upgrading from 4G to 5G
stages:
  - name: Learn
    steps:
      - name: Compares plans
        emotion: -2
        pains:
          - text: 27 plans, no side-by-side view
            severity: 5

  - name: Upgrade
    steps:
      - name: Swaps the SIM
        feeling: -2
        expectation: 1
"""
LIBRARY = """\
cjm: library/1
touchpoints:
  sim-kit:
    name: SIM kit
"""


def at(
    text: str,
    needle: str,
    part: str = "",
    *,
    path: str = "map.yaml",
    label: str = "",
    around: int = 1,
) -> Place:
    """Return the place of the first `needle` in `text`, or of `part` in that."""
    offset = text.index(part, text.index(needle))
    span = Span(_position(text, offset), _position(text, offset + len(part or needle)))
    lines = text.split("\n")
    numbers = range(max(1, span.start.line - around), min(len(lines), span.start.line + around) + 1)
    return Place(path, span, tuple((number, lines[number - 1]) for number in numbers), label)


def finding(
    place: Place,
    message: str = "something is wrong",
    *,
    rule: str = "some-rule",
    severity: Severity = Severity.WARNING,
    help: str = "",
    related: tuple[Place, ...] = (),
    fix: Fix | None = None,
    anchor: str = "",
    journey: str = "",
) -> Finding:
    """Return a finding at `place`."""
    return Finding(
        rule, severity, message, place, related=related, help=help, fix=fix, anchor=anchor,
        journey=journey,
    )  # fmt: skip


def upgrade_findings() -> list[Finding]:
    """Return one error, three warnings and two notes of a small workspace."""
    key = at(MAP, "emotion", path="journeys/upgrade.journey.yaml")
    rename = Fix("rename it to 'feeling'", (Edit(key.path, key.span, "feeling"),))
    kit = at(LIBRARY, "sim-kit", path="library/touchpoints.library.yaml")
    return [
        finding(
            key,
            "unknown key 'emotion' in step 'Compares plans'; did you mean 'feeling'?",
            rule="unknown-key",
            severity=Severity.ERROR,
            help="rename it, or start it with 'x-' to keep a key of your own",
            fix=rename,
            anchor="stages/learn/steps/compares-plans/emotion",
            journey="upgrade",
        ),
        finding(
            at(MAP, "27 plans, no side-by-side view", path=key.path, label="this pain"),
            "nothing addresses '27 plans, no side-by-side view' (severity 5)",
            rule="pain-without-opportunity",
            help="add an opportunity with 'addresses: [27-plans-no-side-by-side-view]'",
            anchor="stages/learn/steps/compares-plans/pains/27-plans-no-side-by-side-view",
            journey="upgrade",
        ),
        finding(
            at(MAP, "feeling: -2", "-2", path=key.path, label="experienced"),
            "customers expect +1 and experience -2 at 'Swaps the SIM', and nothing closes the gap",
            rule="expectation-gap",
            help="say what will be done about it",
            related=(at(MAP, "expectation: 1", "1", path=key.path, label="expected"),),
        ),
        finding(
            at(MAP, "Swaps the SIM", path=key.path),
            "no department answers for touchpoint 'SIM kit', used at 'Swaps the SIM'",
            rule="touchpoint-without-owner",
            help="add 'owner: {department: …}'",
            related=(kit,),
        ),
        finding(
            kit,
            "'SIM kit' has no region",
            rule="touchpoint-owner-incomplete",
            severity=Severity.NOTE,
        ),
        finding(key, "no 'state'", rule="missing-state", severity=Severity.NOTE),
    ]


def _position(text: str, offset: int) -> Position:
    before = text[:offset]
    return Position(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1, offset)
