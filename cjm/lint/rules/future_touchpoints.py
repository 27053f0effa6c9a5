"""Rules of the category future about touchpoints: those that go, and those that come."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.lint.changes import Met, changes_a_map, place_for, touchpoints_met
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import MapSubject
from cjm.model.touchpoint import Need
from cjm.model.values import fold
from cjm.rulebook import rule


@rule("future", "·WE", mermaid=False)
def orphaned_need(subject: MapSubject) -> Iterator[Hit]:
    """A removed touchpoint was the only one to meet a need.

    Touchpoints go because they cost money, and the need that they met stays. Say which touchpoint
    meets it from now on: its `needs`, or those of the step where it is met.

    Bad (future):
        # file: library/shared.library.yaml
        touchpoints:
          hotline:
            name: Hotline
            channels: [phone]
            owner: {department: service, region: East, person: Ma Hong}
            importance: 3
            needs: [ask-a-person]
            relations: [{to: counter, kind: alternative-to}]
        channels:
          phone: {name: Phone, kind: human}
        needs:
          ask-a-person: Ask a person who knows

        # file: journeys/upgrade.current.journey.yaml
        stages:
          - id: learn
            steps:
              - {id: compare-plans, touchpoints: [plan-page, hotline]}

    Good (future):
        # file: library/shared.library.yaml
        touchpoints:
          hotline:
            name: Hotline
            channels: [phone]
            owner: {department: service, region: East, person: Ma Hong}
            importance: 3
            needs: [ask-a-person]
            relations: [{to: counter, kind: alternative-to}]
          counter: {needs: [prove-identity-once, ask-a-person]}
        channels:
          phone: {name: Phone, kind: human}
        needs:
          ask-a-person: Ask a person who knows

        # file: journeys/upgrade.current.journey.yaml
        stages:
          - id: learn
            steps:
              - {id: compare-plans, touchpoints: [plan-page, hotline]}

    Source: seven steps
    """
    before = subject.baseline
    if before is None or not changes_a_map(subject) or subject.has_lost("touchpoints", "needs"):
        return
    met = touchpoints_met(subject)
    if any(each.lacks("needs") for each in met):
        return
    kept = {name for each in met for name in _names(each)}
    needs = {need for each in met for need in _needs_of(each)} | _needs_of_steps(subject)
    orphaned: dict[str, tuple[Need, list[Met]]] = {}
    for each in touchpoints_met(before) if met else ():
        if not kept.isdisjoint(_names(each)):
            continue
        for key, need in _needs_of(each).items():
            if key not in needs:
                orphaned.setdefault(key, (need, []))[1].append(each)
    for need, removed in orphaned.values():
        yield _orphaned(subject, before, need, removed)


def _orphaned(subject: MapSubject, before: MapSubject, need: Need, removed: list[Met]) -> Hit:
    names = list(dict.fromkeys(each.resolved.name.in_language(subject.language)
                               for each in removed))  # fmt: skip
    first = removed[0]
    related = [Other(first.route, "met here before", first.home.document)]
    entry = first.resolved.entry
    if entry is not None:
        related.append(Other(entry.route, "what is removed", entry.document))
    told = {"need": need.text or "", "touchpoint": "' and '".join(names[:2]), "map": before.map.id}
    at = place_for(subject, first.home, first.route)
    return Hit(at, told, "several" if len(names) > 1 else "", related=tuple(related))


def _names(met: Met) -> set[str]:
    return {met.resolved.key, *(fold(name) for name in met.resolved.name)}


def _needs_of(met: Met) -> dict[str, Need]:
    """Return the needs that a touchpoint meets, by what tells them apart."""
    found = (met.home.references.need(each) for each in met.resolved.item.needs)
    return {each.key: each.item for each in found}


def _needs_of_steps(subject: MapSubject) -> set[str]:
    """Return the needs of the steps with a touchpoint, which does not say what it meets itself."""
    found: set[str] = set()
    for column in subject.columns:
        used = (*column.step.touchpoints, *column.stage.touchpoints)
        if any(not subject.references.touchpoint(each).item.needs for each in used):
            needs = (*column.step.needs, *column.stage.needs)
            found |= {subject.references.need(each).key for each in needs}
    return found


@rule("future", "·WW", once=True, mermaid=False,
      supersedes=("touchpoint-without-owner", "touchpoint-owner-incomplete"))  # fmt: skip
def unready_touchpoint(subject: MapSubject) -> Iterator[Hit]:
    """A new touchpoint with no owner or no resources.

    A touchpoint that no map of the chain of baselines has must be built, staffed and run. `owner`
    says by whom, `resources` what is there and what is still missing. One whose `usage` is `current`
    is there already. Reported once a map.

    Bad (future):
        stages:
          - id: learn
            steps:
              - {id: compare-plans, touchpoints: [plan-page, plan-finder]}
        library:
          touchpoints:
            plan-finder:
              name: Plan finder
              channels: [web]
              needs: [compare-fairly]
              importance: 3
              owner: {department: digital, region: East, person: Song Yu}

    Good (future):
        stages:
          - id: learn
            steps:
              - {id: compare-plans, touchpoints: [plan-page, plan-finder]}
        library:
          touchpoints:
            plan-finder:
              name: Plan finder
              channels: [web]
              needs: [compare-fairly]
              importance: 3
              owner: {department: digital, region: East, person: Song Yu}
              resources: {owned: [Plan catalogue], needed: [Two engineers]}

    Source: seven steps
    """
    if not changes_a_map(subject):
        return
    if any(map.has_lost("touchpoints") for map in (subject, *subject.baselines)):
        return
    known = {name for map in subject.baselines for met in touchpoints_met(map)
             for name in _names(met)}  # fmt: skip
    for met in touchpoints_met(subject):
        if not known.isdisjoint(_names(met)):
            continue
        known |= _names(met)
        missing = _lacking(met)
        if missing:
            told = {"touchpoint": met.resolved.name, "missing": " and no ".join(missing)}
            entry = met.resolved.entry
            if entry is None or entry.document is subject.document:
                yield Hit(met.route, told, scope=entry.route if entry is not None else None)
            else:
                related = (Other(entry.route, "defined here", entry.document),)
                yield Hit(met.route, told, related=related)


def _lacking(met: Met) -> list[str]:
    """Return what a new touchpoint has yet to be given; nothing where it is there already."""
    touchpoint = met.resolved.item
    if touchpoint.usage == "current" or touchpoint.ref is not None:
        return []
    keys = ["owner", "resources"]
    if met.resolved.origin == "library" and touchpoint.usage != "desired":
        keys.remove("owner")  # its own file is asked for it, once for all maps
    return [key for key in keys if getattr(touchpoint, key) is None and not met.lacks(key)]
