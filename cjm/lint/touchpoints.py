"""The touchpoints that a file defines, and where a map uses them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from cjm.findings import Route
from cjm.lint.actions import opportunities_of, solutions_of
from cjm.lint.subject import FileSubject, MapSubject
from cjm.model.owner import Owner
from cjm.model.stage import Content, Stage
from cjm.model.text import Text
from cjm.model.touchpoint import Channel, Touchpoint
from cjm.model.values import fold
from cjm.workspace.references import Resolved


class Use(NamedTuple):
    """A touchpoint at a step or stage.

    Attributes:
        route: Where it is named.
        place: Route of the step or stage.
        holder: The step or stage.
        stage: The stage, or the one that the step belongs to.
        written: What the map writes there.
        resolved: The touchpoint, with what is written there laid over its entry.
    """

    route: Route
    place: Route
    holder: Content
    stage: Stage
    written: Touchpoint
    resolved: Resolved[Touchpoint]

    @property
    def is_shared(self) -> bool:
        """Whether its entry stands in the workspace's library."""
        return self.resolved.origin == "library"

    @property
    def home(self) -> Route:
        """Where the map itself defines it: its entry, or the first place that says more than a name."""
        entry = self.resolved.entry
        return self.route if entry is None or self.is_shared else entry.route

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels it runs in here: its own, else those of the step or stage."""
        return self.resolved.item.channels or self.holder.channels or self.stage.channels


@dataclass(slots=True)
class Defined:
    """A touchpoint that a file defines.

    Attributes:
        key: What tells it from others of the file.
        route: Where.
        name: As people read it.
        entries: What is said of it as such; several where one journey defines the same words twice.
        uses: Where the file uses it; a library knows of none.
    """

    key: str
    route: Route
    name: Text
    entries: list[Touchpoint] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    _said: list[Touchpoint] = field(default_factory=list, init=False, repr=False)

    @property
    def said(self) -> list[Touchpoint]:
        """What the file says of it, at its definition and where it is used."""
        if len(self._said) != len(self.entries) + len(self.uses):
            self._said = [*self.entries, *(use.resolved.item for use in self.uses)]
        return self._said

    @property
    def is_desired(self) -> bool:
        """Whether it is not there yet."""
        return any(each.usage == "desired" for each in self.said)

    @property
    def owners(self) -> list[Owner]:
        """Those who answer for it."""
        return [each.owner for each in self.said if each.owner is not None]

    @property
    def importance(self) -> int:
        """How much it matters, 0 where nobody says."""
        return max([each.importance.value for each in self.said if each.importance], default=0)

    def says(self, key: str) -> bool:
        """Whether something is said under `key` of a touchpoint."""
        return any(getattr(each, key) for each in self.said)

    def absent(self, *keys: str) -> tuple[Route, ...]:
        """Return the routes where one of `keys` might have stood."""
        routes = dict.fromkeys([self.route, *[use.route for use in self.uses]])
        return tuple([(*route, key) for route in routes for key in keys])


def uses(subject: MapSubject) -> list[Use]:
    """Return every touchpoint at the steps and stages of a map, from left to right."""
    return subject.once(_uses)


def _uses(subject: MapSubject) -> list[Use]:
    found: list[Use] = []
    for index, stage in enumerate(subject.journey.stages):
        at: Route = ("stages", index)
        found += _uses_at(subject, at, stage, stage)
        for inner, step in enumerate(stage.steps):
            found += _uses_at(subject, (*at, "steps", inner), step, stage)
    return found


def _uses_at(subject: MapSubject, place: Route, holder: Content, stage: Stage) -> Iterator[Use]:
    for number, written in enumerate(holder.touchpoints):
        resolved = subject.references.touchpoint(written)
        yield Use((*place, "touchpoints", number), place, holder, stage, written, resolved)


def present(subject: MapSubject) -> dict[Route, list[Use]]:
    """Return what stands at each step and stage: route → its own touchpoints and its stage's."""
    return subject.once(_present)


def _present(subject: MapSubject) -> dict[Route, list[Use]]:
    found: dict[Route, list[Use]] = {}
    for use in uses(subject):
        found.setdefault(use.place, []).append(use)
    for place in [("stages", i, "steps", j) for i, stage in enumerate(subject.journey.stages)
                  for j in range(len(stage.steps))]:  # fmt: skip
        of_the_stage = found.get(place[:2], [])
        if of_the_stage:
            found[place] = [*found.get(place, []), *of_the_stage]
    return found


def defined(subject: FileSubject) -> list[Defined]:
    """Return the touchpoints that a file defines, each once: in its library, or where it uses them."""
    return subject.once(_defined)


def _defined(subject: FileSubject) -> list[Defined]:
    if not isinstance(subject, MapSubject):
        return [
            Defined(fold(str(route[-1])), route, item.name or Text(str(route[-1])), [item])
            for route, item in subject.index.of(Touchpoint)
            if item.ref is None
        ]
    found: dict[str, Defined] = {}
    for key, entry in subject.references.own_library.sections.get("touchpoints", {}).items():
        item = entry.item
        if isinstance(item, Touchpoint) and item.ref is None:
            found[key] = Defined(key, entry.route, item.name or Text(entry.id), [item])
    for use in uses(subject):
        # What `ref` does not lead to is told by `unresolved-reference`.
        if not use.is_shared and not (use.written.ref and use.resolved.entry is None):
            key, resolved = use.resolved.key, use.resolved
            each = found.setdefault(key, Defined(key, use.home, resolved.name))
            each.uses.append(use)
    return list(found.values())


def find_key(subject: FileSubject, reference: str) -> str:
    """Return the key of the touchpoint that `reference` names, as `Resolved.key` has it."""
    entry = subject.find("touchpoints", reference)
    if entry is not None:
        return fold(entry.id)
    if isinstance(subject, MapSubject):
        return subject.references.touchpoint(Touchpoint(name=Text(reference))).key
    return fold(reference)


def related_to(subject: MapSubject) -> frozenset[str]:
    """Return the keys of the touchpoints that those of a map name in a relation."""
    return frozenset(
        find_key(subject, relation.to)
        for each in defined(subject)
        for item in each.said
        for relation in item.relations
        if relation.to is not None
    ) | frozenset(
        find_key(subject, relation.to)
        for use in uses(subject)
        for relation in use.written.relations
        if relation.to is not None
    )


def answered(subject: MapSubject) -> frozenset[str]:
    """Return the keys of the touchpoints that stand where an opportunity or a solution answers.

    A dismissed one answers nothing. Where one names what cannot be found, it may be meant anywhere.
    """
    return subject.once(_answered)


def _answered(subject: MapSubject) -> frozenset[str]:
    actions = [*opportunities_of(subject), *solutions_of(subject)]
    if any(each.is_lost for each in actions):
        return frozenset(use.resolved.key for use in uses(subject))
    kept = [each for each in actions if each.item.status != "dismissed"]
    places = {each.holder for each in kept} | {at[:-2] for each in kept for at in each.answers}
    # A stage stands for its steps, and a touchpoint of a whole stage is met at each of them.
    stages = {place[:2] for place in places}
    return frozenset(
        use.resolved.key
        for use in uses(subject)
        if use.place in places or use.place[:2] in (stages if len(use.place) == 2 else places)
    )


def is_owned(touchpoint: Touchpoint) -> bool:
    """Whether a department answers for it."""
    return touchpoint.owner is not None and touchpoint.owner.department is not None
