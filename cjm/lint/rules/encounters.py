"""Rules of the category touchpoint about where customers meet the touchpoints, and change between them."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.figures.ways import ways_of
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import FileSubject, MapSubject
from cjm.lint.touchpoints import Use, defined, find_key, present, related_to, uses
from cjm.lint.where import Spot
from cjm.model.text import Text
from cjm.model.touchpoint import Touchpoint
from cjm.model.walk import Column
from cjm.rulebook import rule

_WITHOUT_A_COMPANY = frozenset({"day-in-life", "experience"})
"""Types of maps that show a life in which a company is met now and then."""


@rule("touchpoint", "·iW", once=True, mermaid=False)
def step_without_touchpoint(subject: MapSubject) -> Iterator[Hit]:
    """Steps at which the customer meets nothing of yours.

    What customers live through they live through at something: a page, a counter, a bill, a friend's
    word. A step with no touchpoint cannot be changed by anybody. A touchpoint of the stage counts at
    each of its steps, and in a blueprint what customers can see or touch. Not asked where somebody
    else acts (`actor`), nor of a day in the life or an experience map. Reported once a map.

    Bad:
        stages:
          - id: use
            steps:
              - {id: first-film, touchpoints: }

    Good:
        stages:
          - id: use
            steps:
              - {id: first-film, touchpoints: [plan-page]}

    Source: seven steps, 5
    """
    if subject.journey.type in _WITHOUT_A_COMPANY:
        return
    for column in subject.columns:
        step, stage = column.step, column.stage
        if stage.same or step.actor is not None or step.touchpoints or stage.touchpoints:
            continue
        if column.is_implicit and not stage.has_content:
            continue  # `stage-without-steps` asks for more
        if subject.is_blueprint and (step.frontstage or step.physical_evidence):
            continue
        variant = "channel" if step.channels or stage.channels else ""
        absent = ((*column.route, "touchpoints"), (*column.stage_route, "touchpoints"))
        yield Hit(column.route, variant=variant, absent=absent)


@rule("touchpoint", "·iW", once=True, mermaid=False)
def unstated_handoff(subject: MapSubject) -> Iterator[Hit]:
    """The channel changes between two steps, and no relation says how.

    Between the web and the shop the customer carries what the systems do not: the number, the form,
    the story told once more. Journeys break there more than anywhere. A relation of a touchpoint of
    the first step to one of the second says that somebody thought about it; `alternative-to` is none.
    Reported once a map.

    Bad:
        library:
          touchpoints:
            plan-page: {relations: }

    Good:
        library:
          touchpoints:
            plan-page: {relations: [{to: counter, kind: hands-off-to}]}

    Source: 451 Research
    """
    if subject.has_lost("next", "channels", "touchpoints", "relations"):
        return
    columns = subject.columns
    channels = [_channels(subject, column) for column in columns]
    for way in ways_of(columns, subject.references):
        if way.end is None or way.end == way.start:
            continue
        first, second = columns[way.start], columns[way.end]
        if first.step.actor is not None or second.step.actor is not None:
            continue
        before, after = channels[way.start], channels[way.end]
        if not before or not after or before.keys() & after.keys():
            continue
        here, there = _met(subject, first), _met(subject, second)
        if not _is_related(subject, here, there):
            told = {
                "before": next(iter(before.values())),
                "after": next(iter(after.values())),
                "next": Spot(second.route, subject),
                "touchpoint": here[0].resolved.name if here else "",
                "to": there[0].resolved.key if there else "",
            }
            named = "" if here and there else "unnamed"
            yield Hit(first.route, told, named, related=(Other(second.route, "the next step"),))


def _met(subject: MapSubject, column: Column) -> list[Use]:
    """Return the touchpoints at a step, those of its whole stage among them."""
    return present(subject).get(column.route) or present(subject).get(column.stage_route, [])


def _channels(subject: MapSubject, column: Column) -> dict[str, Text]:
    """Return key → name of the channels that a step takes place in."""
    met = _met(subject, column)
    channels = [each for use in met for each in use.channels]
    if not met:
        channels = list(column.step.channels or column.stage.channels)
    resolved = [subject.references.channel(each) for each in channels]
    return {each.key: each.name for each in resolved}


def _is_related(subject: MapSubject, here: list[Use], there: list[Use]) -> bool:
    """Whether something here leads to something there, or something there depends on it."""
    ours, theirs = ({use.resolved.key for use in each} for each in (here, there))
    leads = any(
        relation.kind != "alternative-to" and find_key(subject, relation.to or "") in theirs
        for use in here
        for relation in use.resolved.item.relations
    )
    return leads or any(
        relation.kind == "depends-on" and find_key(subject, relation.to or "") in ours
        for use in there
        for relation in use.resolved.item.relations
    )


@rule("touchpoint", "·EE", mermaid=False)
def usage_conflict(subject: MapSubject) -> Iterator[Hit]:
    """A `desired` touchpoint in a current map, a `retiring` one in a future map.

    A current map shows what customers meet today; what is only wished for makes it look better than
    it is. A future map that still needs what is to be shut down is a future that will not come. In a
    transition map both may stand. Silent where the map does not say its `state`.

    Bad:
        library:
          touchpoints:
            counter: {usage: desired}

    Good:
        library:
          touchpoints:
            counter: {usage: current}

    Source: seven steps
    """
    wrong = _WRONG.get(subject.journey.state or "")
    told: set[str] = set()
    for use in uses(subject) if wrong else ():
        if use.resolved.item.usage == wrong and use.resolved.key not in told:
            told.add(use.resolved.key)
            variant = "retiring" if wrong == "retiring" else ""
            named = {"touchpoint": use.resolved.name}
            yield Hit(use.route, named, variant, related=_entry_of(use))
    if wrong == "retiring":
        yield from _taken_over(subject, told)


_WRONG = {"current": "desired", "future": "retiring"}
"""State of a map → the usage of touchpoints that it contradicts."""


def _taken_over(subject: MapSubject, told: set[str]) -> Iterator[Hit]:
    """Yield what is retiring in the stages that are as the baseline has them."""
    if subject.baseline is None:
        return
    for index, stage in enumerate(subject.stages):
        if not subject.journey.stages[index].same:
            continue
        for use in uses(subject.baseline):
            key, is_taken = use.resolved.key, use.stage is stage
            if is_taken and use.resolved.item.usage == "retiring" and key not in told:
                told.add(key)
                named = {"touchpoint": use.resolved.name}
                there = Other(use.route, "taken from here", subject.baseline.document)
                yield Hit(("stages", index), named, "taken", related=(there, *_entry_of(use)))


def _entry_of(use: Use) -> tuple[Other, ...]:
    """Return the library's entry of a touchpoint, where the use itself does not say its usage."""
    entry = use.resolved.entry
    if entry is None or "usage" in use.written.model_fields_set:
        return ()
    return (Other((*entry.route, "usage"), "said here", entry.document),)


@rule("touchpoint", "·iW", subject="file", once=True, mermaid=False)
def isolated_touchpoint(subject: FileSubject) -> Iterator[Hit]:
    """Touchpoints in no step and in no relation.

    A touchpoint that no journey passes is one that customers do not need, or a journey that nobody
    has mapped. Asked of libraries: one that the workspace shares is in use where any map names it.
    Reported once a file.

    Bad:
        library:
          touchpoints:
            hotline:
              name: Hotline
              channels: [phone-call]
              owner: {department: service, region: East, person: Tang Yan}
              importance: 3
              needs: [compare-fairly]
          channels:
            phone-call: {name: Phone, kind: human}

    Good:
        library:
          touchpoints:
            hotline:
              name: Hotline
              channels: [phone-call]
              owner: {department: service, region: East, person: Tang Yan}
              importance: 3
              needs: [compare-fairly]
              relations: [{to: counter, kind: alternative-to}]
          channels:
            phone-call: {name: Phone, kind: human}

    Source: seven steps
    """
    own = [each for each in defined(subject) if each.entries]
    if not own or _may_be_used(subject):
        return
    used = _used(subject)
    for each in own:
        if each.uses or each.key in used or each.says("relations"):
            continue
        yield Hit(each.route, {"touchpoint": each.name}, absent=each.absent("relations"))


def _may_be_used(subject: FileSubject) -> bool:
    """Whether something that might use a touchpoint could not be read."""
    if isinstance(subject, MapSubject):
        return subject.has_lost("touchpoints", "steps", "stages", "relations")
    outlines = subject.whole.outlines
    return not outlines or not all(each.is_whole for each in outlines)


def _used(subject: FileSubject) -> frozenset[str]:
    """Return the keys of the touchpoints of a file's library that steps and relations name."""
    if isinstance(subject, MapSubject):
        return related_to(subject)
    named = [each for outline in subject.whole.outlines for each in outline.shared]
    named += [each for outline in subject.whole.outlines for each in outline.related]
    return frozenset(named) | frozenset(_related_in_library(subject))


def _related_in_library(subject: FileSubject) -> Iterator[str]:
    for entry in subject.whole.workspace.library.sections.get("touchpoints", {}).values():
        item = entry.item
        for relation in item.relations if isinstance(item, Touchpoint) else ():
            if relation.to is not None:
                yield find_key(subject, relation.to)
