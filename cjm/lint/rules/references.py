"""Rules of the category format about ids and what refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cjm.findings import Route
from cjm.lint.hit import Hit, Other
from cjm.lint.lanes import unknown_lanes
from cjm.lint.missing import missing, undefined
from cjm.lint.remedy import Respell, WriteId
from cjm.lint.subject import SECTIONS, FileSubject, MapSubject
from cjm.lint.targets import (
    baseline_uses,
    derived_uses,
    is_in_a_same_stage,
    is_in_pieces,
    is_missing_path,
    journey_uses,
    target_map,
)
from cjm.model.evidence import Evidence, EvidenceUse, Shared
from cjm.model.insight import Opportunity, Solution
from cjm.model.journey import Journey
from cjm.model.library import SECTIONS as SECTION_NAMES
from cjm.model.metric import Metric, MetricUse
from cjm.model.stage import Goal, Next
from cjm.model.touchpoint import Performance
from cjm.model.values import RESERVED_IDS, fold
from cjm.rulebook import rule
from cjm.workspace.workspace import names_of


@rule("format", "EEE", is_locked=True)
def duplicate_id(subject: MapSubject) -> Iterator[Hit]:
    """The same id twice where ids must differ.

    Others refer to an item by its id, and a comparison of two versions matches by it. In a journey,
    stages and steps share their ids; so do pains, delights and itches; opportunities have their own,
    and so have solutions. In a workspace the ids of journeys, of personas and of each section of the
    library differ.

    Bad:
        stages:
          - id: use
            steps:
              - {id: first-film, itches: [{id: no-buffering, text: Films to go, evidence: interviews}]}

    Good:
        stages:
          - id: use
            steps:
              - {id: first-film, itches: [{id: films-to-go, text: Films to go, evidence: interviews}]}
    """
    for route, first, id in subject.ids.twice:
        yield Hit((*route, "id"), {"id": id}, related=(Other((*first, "id"), "first here"),))
    yield from _twice_in_own_library(subject)
    map = subject.map
    same = subject.whole.workspace.by_id[fold(map.id)]
    if same is not map:
        at = ("id",) if subject.journey.id else ("title",)
        told, variant = {"id": map.id, "path": same.path}, "journey"
        diagrams = [each.path for each in (same, map) if each.document.kind == "mermaid"]
        if len(diagrams) == 1:
            (written,) = {same.path, map.path} - set(diagrams)
            told |= {"diagram": diagrams[0], "map": written}
            variant = "diagram"
        elif diagrams:
            variant = "diagrams"
        yield Hit(at, told, variant, related=(Other(("title",), "the other one", same.document),))


def _twice_in_own_library(subject: MapSubject) -> Iterator[Hit]:
    """Yield the entries whose ids differ in case or width alone, so that YAML took both."""
    library = subject.journey.library
    for section in SECTION_NAMES if library is not None else ():
        first: dict[str, str] = {}
        for id in getattr(library, section) or ():
            other = first.setdefault(fold(id), id)
            if other != id:
                at, before = ("library", section, id), ("library", section, other)
                yield Hit(at, {"id": id}, on_key=True, related=(Other(before, "first here"),))


@rule("format", "EEE", is_locked=True)
def circular_reference(subject: MapSubject) -> Iterator[Hit]:
    """A journey that is its own baseline or parent, however far round.

    A map changes another, which came before it, and details another, which stands above it. A ring
    has no first and no top.

    Bad:
        parent: upgrade

    Good:
        level: 0
    """
    for key in ("baseline", "parent"):
        ring = _ring(subject, key)
        # Each map of a ring lies in it: the one that comes first speaks for all.
        if ring and subject.map.path == min(map.map.path for map in ring):
            names = [each.map.id for each in (*ring, subject)]
            yield Hit((key,), {"ring": "' → '".join(names)}, key)


def _ring(subject: MapSubject, key: str) -> list[MapSubject]:
    """Return the maps from `subject` round to itself, or nothing where they do not lead back."""
    seen = [subject]
    while True:
        reference = getattr(seen[-1].journey, key)
        after = target_map(seen[-1], reference) if reference else None
        if after is subject:
            return seen
        if after is None or after in seen:
            return []
        seen.append(after)


@rule("format", "EEE", is_locked=True, is_fixable=True)
def reference_to_derived_id(subject: MapSubject) -> Iterator[Hit]:
    """Another file refers to an item whose id is not written.

    An id that is not written is worked out from the item's words. The next rewording changes it,
    and a file that nobody thought of loses what it refers to.

    Bad (future):
        # file: journeys/upgrade.current.journey.yaml
        stages:
          - id: learn
            pains:
              - {text: The price list is long, severity: 2, evidence: survey}

        # file: journeys/upgrade.future.journey.yaml
        resolves: [too-many-plans, the-price-list-is-long]

    Good (future):
        resolves: [too-many-plans]
    """
    for at, reference, map, route in derived_uses(subject):
        if map is not subject:
            yield Hit(
                at, {"reference": reference, "path": map.map.path},
                related=(Other(route, f"write 'id: {map.ids.of[route]}' here", map.document),),
                remedies=(WriteId(map.map, route),),
            )  # fmt: skip


@rule("format", "EEE", subject="file", is_locked=True, is_fixable=True)
def unresolved_reference(subject: FileSubject) -> Iterator[Hit]:
    """Evidence, metric, insight, opportunity, step or journey that does not exist.

    These carry claims: a pain whose evidence is not there is a pain without evidence. A touchpoint,
    channel, persona, owner, system or need in plain words may be new; one that is named by `ref` must
    be there.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, evidence: shop-visits}

    Good:
        library:
          evidence:
            shop-visits:
              title: Visits to four shops
              method: contextual-inquiry
              date: 2026-09-14
              sample: 12
        stages:
          - id: choose
            steps:
              - {id: sign-up, evidence: shop-visits}
    """
    yield from _shared_things(subject)
    if isinstance(subject, MapSubject):
        yield from _own_things(subject)
        yield from _journeys(subject)
        yield from _things_of_the_baseline(subject)
        yield from unknown_lanes(subject)


_SECTIONS: dict[type[Shared], str] = {
    **SECTIONS,
    Evidence: "evidence",
    EvidenceUse: "evidence",
    Metric: "metrics",
    MetricUse: "metrics",
}


def _shared_things(subject: FileSubject) -> Iterator[Hit]:
    for route, section, reference in _shared_uses(subject):
        if subject.find(section, reference) is not None:
            continue
        if fold(reference) in _inline_names(subject, section):
            continue
        if not is_in_pieces(subject.whole, section, reference, own=subject.document):
            known = _known_shared(subject, section)
            hit = missing(route, section.removesuffix("s"), reference, known)
            yield hit if hit.variant == "near" else undefined(subject, hit, section)


def _shared_uses(subject: FileSubject) -> Iterator[tuple[Route, str, str]]:
    """Yield `(route, section, reference)` of every reference that must lead to a shared thing."""
    index = subject.index
    for kind, section in _SECTIONS.items():
        for route, item in index.of(kind):
            if item.ref is not None:
                yield (*route, "ref"), section, item.ref
    for route, goal in index.of(Goal):
        for position, reference in enumerate(goal.metrics):
            yield (*route, "metrics", position), "metrics", reference
    for kind_of_metric in (Metric, MetricUse):
        for route, metric in index.of(kind_of_metric):
            if metric.source is not None:
                yield (*route, "source"), "evidence", metric.source
    for route, score in index.of(Performance):
        if score.metric is not None:
            yield (*route, "metric"), "metrics", score.metric


def _inline_names(subject: FileSubject, section: str) -> frozenset[str]:
    """Return the folded names and ids of what the file defines in place, with more than a name."""
    if not isinstance(subject, MapSubject):
        return frozenset()
    return frozenset(
        fold(name)
        for kind, each in _SECTIONS.items()
        if each == section
        for _, item in subject.index.of(kind)
        if item.ref is None
        for name in (*_titles(item), *((item.id,) if item.id else ()))
    )


def _titles(item: object) -> tuple[str, ...]:
    text = (
        getattr(item, "title", None) or getattr(item, "name", None) or getattr(item, "text", None)
    )
    return tuple(text) if text is not None else ()


def _known_shared(subject: FileSubject, section: str) -> list[str]:
    workspace = subject.whole.workspace
    if section == "personas":
        return [entry.id for entry in workspace.personas.values()]
    libraries = [workspace.library]
    if isinstance(subject, MapSubject):
        libraries.insert(0, subject.references.own_library)
    return [entry.id for each in libraries for entry in each.sections.get(section, {}).values()]


def _own_things(subject: MapSubject) -> Iterator[Hit]:
    references = subject.references
    for route, kind, reference, groups in _own_uses(subject):
        if any(subject.ids.find(group, reference) is not None for group in groups):
            continue
        if any(_find(subject, group, reference) is not None for group in groups):
            continue
        if any(_is_taken_over(subject, group, reference) for group in groups):
            continue
        if "touchpoints" in groups and _is_a_touchpoint(subject, reference):
            continue
        if is_in_pieces(subject.whole, "", reference, subject.map):
            continue
        known = [id for (group, _), at in references.map.ids.at.items() if group in groups
                 for id in (references.map.ids.of[at],)]  # fmt: skip
        yield _by_name(subject, missing(route, kind, reference, known))


def _by_name(subject: MapSubject, hit: Hit) -> Hit:
    """Return `hit`, its offer the name of a step whose id is not written: people look for the name."""
    near = fold(str(hit.parameters["near"]))
    at = subject.ids.at.get(("places", near))
    if hit.variant != "near" or at not in subject.ids.derived:
        return hit
    name = next(iter(_titles(_at(subject.journey, at))), "")
    if not name or subject.references.step(name) != at:
        return hit  # another one has that name too
    (remedy,) = hit.remedies
    assert isinstance(remedy, Respell)
    return replace(
        hit, parameters={**hit.parameters, "near": name}, remedies=(remedy._replace(value=name),)
    )


def _at(journey: Journey, route: Route) -> object:
    stage = journey.stages[int(route[1])]
    return stage if len(route) == 2 else stage.steps[int(route[3])]


def _find(subject: MapSubject, group: str, reference: str) -> Route | None:
    references = subject.references
    if group == "places":
        return references.step(reference)
    if group == "insights":
        return references.insight(reference)
    return references.opportunity(reference) if group == "opportunities" else None


def _is_taken_over(subject: MapSubject, group: str, reference: str) -> bool:
    """Whether `reference` leads into a stage that is as the baseline has it."""
    return is_in_a_same_stage(subject, lambda map: _find(map, group, reference))


def _is_a_touchpoint(subject: MapSubject, reference: str) -> bool:
    if subject.find("touchpoints", reference) is not None:
        return True
    return any(
        fold(name) == fold(reference)
        for _, item, section in subject.inline
        if section == "touchpoints"
        for name in names_of(item)
    ) or fold(reference) in _inline_names(subject, "touchpoints")


def _own_uses(subject: MapSubject) -> Iterator[tuple[Route, str, str, tuple[str, ...]]]:
    """Yield `(route, noun, reference, groups)` of every reference within the journey."""
    index, journey = subject.index, subject.journey
    for route, way in index.of(Next):
        if way.to is not None and fold(way.to) not in RESERVED_IDS:
            yield (*route, "to"), "stage or step", way.to, ("places",)
    for route, opportunity in index.of(Opportunity):
        for at, reference in _each((*route, "addresses"), opportunity.addresses):
            yield at, "insight", reference, ("insights",)
    for route, solution in index.of(Solution):
        for at, reference in _each((*route, "addresses"), solution.addresses):
            yield at, "opportunity or insight", reference, ("opportunities", "insights")
    about = ("places", "insights", "opportunities", "touchpoints")
    for position, hypothesis in enumerate(journey.hypotheses):
        for at, reference in _each(("hypotheses", position, "about"), hypothesis.about):
            yield at, "step, insight, opportunity or touchpoint", reference, about
    for position, walk in enumerate(journey.walkthroughs):
        for number, finding in enumerate(walk.findings):
            if finding.step is not None:
                route = ("walkthroughs", position, "findings", number, "step")
                yield route, "stage or step", finding.step, ("places",)


def _each(route: Route, references: Iterable[str]) -> Iterator[tuple[Route, str]]:
    for position, reference in enumerate(references):
        yield (*route, position), reference


def _journeys(subject: MapSubject) -> Iterator[Hit]:
    for route, reference in journey_uses(subject):
        map = target_map(subject, reference)
        journey, _, place = reference.partition("#")
        if map is None:
            if is_missing_path(subject, journey) or is_in_pieces(subject.whole, "maps", journey):
                continue
            ids = [each.map.id for each in subject.whole.maps if each is not subject]
            yield _within(missing(route, "journey", journey, ids), reference)
        elif place and map.references.step(place) is None:
            ids = [id for at, id in map.ids.of.items() if at[-2] in ("stages", "steps")]
            hit = missing(route, f"stage or step of '{map.map.id}'", place, ids)
            yield _within(hit, reference)


def _within(hit: Hit, reference: str) -> Hit:
    """Return `hit`, about one end of `journey#step`, so that its remedy writes both ends."""
    near, was = str(hit.parameters["near"]), str(hit.parameters["reference"])
    journey, sign, place = reference.partition("#")
    whole = f"{near}{sign}{place}" if was == journey else f"{journey}{sign}{near}"
    remedies = (Respell(hit.route, whole, reference),) if hit.remedies else ()
    return replace(hit, remedies=remedies)


def _things_of_the_baseline(subject: MapSubject) -> Iterator[Hit]:
    chain = subject.baselines
    for use in baseline_uses(subject):
        if any(use.find(map, use.reference) is not None for map in chain):
            continue
        if subject.journey.baseline is None:
            yield Hit(use.route, {"key": use.key, "reference": use.reference}, "no-baseline",
                      absent=(("baseline",),))  # fmt: skip
        elif chain and not _breaks_off(chain[-1]) and not any(
            is_in_pieces(map.whole, "", use.reference, map.map) for map in chain
        ):  # fmt: skip
            known = [map.ids.of[at] for map in chain for (each, _), at in map.ids.at.items()
                     if each == use.group]  # fmt: skip
            yield missing(use.route, f"{use.kind} in the baseline", use.reference, known)


def _breaks_off(last: MapSubject) -> bool:
    """Whether a map has a baseline that is not there, or could not be read: what is in it nobody knows."""
    baseline = last.journey.baseline
    return baseline is not None and target_map(last, baseline) is None
