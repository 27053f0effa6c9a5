"""Rules about service blueprints: what customers do, what they see, and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import MapSubject
from cjm.lint.words.customers import CUSTOMERS
from cjm.model.stage import Cell, Content
from cjm.model.values import fold
from cjm.rulebook import rule

_ABOVE = ("physical_evidence", "frontstage")
_BELOW = ("backstage", "support", "policies")
"""Rows above and below the line of visibility."""


@rule("blueprint", "·EE", mermaid=False)
def blueprint_without_action(subject: MapSubject) -> Iterator[Hit]:
    """A stage of a blueprint with no customer action.

    A blueprint shows what the firm does for what the customer does; a stage in which the customer
    does nothing is a stage of the firm's own process. The name of a step is an act of the customer,
    unless `actor` says that somebody else acts; a stage without steps needs `actions`.

    Bad (blueprint):
        stages:
          - id: repair
            steps:
              - {id: open-door, actor: Technician, actions: }

    Good (blueprint):
        stages:
          - id: repair
            steps:
              - {id: open-door, actor: Technician, actions: [Shows the socket]}

    Source: Shostack
    """
    if not subject.is_blueprint:
        return
    customers = CUSTOMERS | {fold(name) for each in subject.personas for name in each.name}
    for index, stage in enumerate(subject.journey.stages):
        if stage.same or not (stage.steps or stage.has_content) or stage.actions:
            continue
        if not any(step.actions or _is_an_act(step, customers) for step in stage.steps):
            route: Route = ("stages", index)
            actor = next((step.actor for step in stage.steps if step.actor), stage.actor)
            absent = ((*route, "actions"), (*route, "steps"))
            yield Hit(route, {"actor": actor or ""}, "actor" if actor else "", absent=absent)


def _is_an_act(step: Content, customers: frozenset[str]) -> bool:
    return step.actor is None or any(fold(word) in customers for word in step.actor)


@rule("blueprint", "·WW", once=True, mermaid=False)
def frontstage_without_backstage(subject: MapSubject) -> Iterator[Hit]:
    """Something done in sight of the customer, and nothing that stands behind it.

    What staff promise at the counter is kept, or broken, behind it. A step of a blueprint with a
    `frontstage` needs `backstage`, `support` or `systems`, its own or its stage's; where there really
    is nothing, the blueprint ends at what customers could draw themselves. Reported once a map.

    Bad (blueprint):
        stages:
          - id: repair
            steps:
              - {id: open-door, backstage: }

    Good (blueprint):
        stages:
          - id: repair
            steps:
              - {id: open-door, backstage: , systems: [line-tester]}

    Source: Shostack
    """
    if not subject.is_blueprint:
        return
    for column in subject.columns:
        step, stage = column.step, column.stage
        held = (step.backstage, step.support, step.systems,
                stage.backstage, stage.support, stage.systems)  # fmt: skip
        if step.frontstage and not any(held):
            absent = tuple((*column.route, key) for key in ("backstage", "support", "systems"))
            told = {"act": step.frontstage[0].text or ""}
            yield Hit((*column.route, "frontstage"), told, on_key=True, absent=absent)


@rule("blueprint", "·iW", mermaid=False)
def hidden_fail_point(subject: MapSubject) -> Iterator[Hit]:
    """Fail points only above the line of visibility.

    Customers see where a service fails, seldom why. A blueprint that marks `fail` at what is in
    sight, and nowhere behind it, blames those who stand at the counter. Asked where something behind
    the line is drawn at all.

    Bad (blueprint):
        stages:
          - id: report
            steps:
              - id: call
                frontstage: {text: Takes the report, fail: true}
                backstage: {text: Tests the line, fail: }

    Good (blueprint):
        stages:
          - id: report
            steps:
              - id: call
                frontstage: {text: Takes the report, fail: true}
                backstage: {text: Tests the line, fail: true}
    """
    if not subject.is_blueprint or subject.has_lost(*_ABOVE, *_BELOW):
        return
    above, below = [_fails(subject, keys) for keys in (_ABOVE, _BELOW)]
    is_drawn_behind = any(route[-2] in _BELOW for route, _ in subject.index.of(Cell))
    takes_over = any(stage.same for stage in subject.journey.stages)
    if above and not below and is_drawn_behind and not takes_over:
        route, cell = above[0]
        related = tuple(Other(at, "and here") for at, _ in above[1:3])
        many = "many" if len(above) > 1 else ""
        told = {"act": cell.text or "", "fails": len(above)}
        yield Hit(route, told, many, related=related)


def _fails(subject: MapSubject, keys: tuple[str, ...]) -> list[tuple[Route, Cell]]:
    found = subject.index.of(Cell)
    return [(route, cell) for route, cell in found if cell.fail and route[-2] in keys]
