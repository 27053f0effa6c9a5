"""Rules about the people who go through a journey."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.hit import Hit
from cjm.lint.subject import FileSubject, MapSubject
from cjm.model.persona import BASICS, Persona, PersonaFile
from cjm.model.values import fold
from cjm.rulebook import rule
from cjm.source.scalars import scalar
from cjm.workspace.workspace import names_of

_CUSTOMERS = frozenset({"measured", "observed", "reported", "external"})
"""The bases that come from customers."""


@rule("persona", "WEE", mermaid=False)
def missing_persona(subject: MapSubject) -> Iterator[Hit]:
    """No persona.

    A journey of nobody in particular is everybody's and describes no one: no two customers feel the
    same about the same queue. In a Mermaid diagram the actors are the personas, and
    `mermaid-reading` says where there is none.

    Bad:
        personas:

    Good:
        personas:
          - {id: li-na, name: Li Na}

    Source: Smaply; NN/g
    """
    if not subject.journey.personas and not any(
        column.step.personas or column.stage.personas for column in subject.columns
    ):
        yield Hit(("title",), absent=(("personas",),))


def _own_personas(subject: FileSubject) -> Iterator[tuple[Route, Persona]]:
    """Yield the personas that the file itself describes, each once."""
    if not isinstance(subject, MapSubject):
        yield from subject.index.of(PersonaFile)
        return
    seen: set[str] = set()
    for route, persona in subject.index.of(Persona):
        resolved = subject.references.persona(persona)
        if resolved.origin == "inline" and resolved.item is persona and resolved.key not in seen:
            seen.add(resolved.key)
            yield route, persona


@rule("persona", "·WE", subject="file", is_raised=True, mermaid=False)
def persona_without_evidence(subject: FileSubject) -> Iterator[Hit]:
    """Not distilled from data.

    A persona that the team made up confirms what the team believes. Interviews, observation or a
    survey must stand behind it; a workshop is where the team meets, not where customers do.

    Bad:
        personas:
          - {id: li-na, evidence: workshop}

    Good:
        personas:
          - {id: li-na, evidence: interviews}

    Source: seven steps, 4
    """
    for route, persona in _own_personas(subject):
        used = [subject.find("evidence", use.ref) if use.ref else None for use in persona.evidence]
        bases = {getattr(entry.item, "basis", "") for entry in used if entry is not None}
        bases |= {use.basis for use in persona.evidence if use.ref is None}
        # What leads to nothing is told by `unresolved-reference`.
        unknown = any(
            use.ref and not entry for use, entry in zip(persona.evidence, used, strict=True)
        )
        if not bases & _CUSTOMERS and not unknown:
            told, variant = {"persona": _name(persona, subject)}, "weak" if persona.evidence else ""
            if persona.model_fields_set == {"name"} and persona.name and persona.name.is_plain:
                told["spelt"], variant = scalar(str(persona.name), in_flow=True), "name-only"
            yield Hit(route, told, variant, absent=((*route, "evidence"),))


@rule("persona", "·iW", subject="file", mermaid=False)
def persona_basics(subject: FileSubject) -> Iterator[Hit]:
    """Age, gender, relationship, children, residence not given nor `n/a`.

    These decide when people have time, money and a hand free. Where one of them does not matter to
    the journey, `n/a` says that somebody thought about it.

    Bad:
        personas:
          - id: li-na
            demographics: {residence: }

    Good:
        personas:
          - id: li-na
            demographics: {residence: n/a}

    Source: seven steps
    """
    for route, persona in _own_personas(subject):
        given = persona.demographics
        missing = [key for key in BASICS if given is None or getattr(given, key) is None]
        if missing:
            absent = tuple((*route, "demographics", key) for key in missing)
            told = {"persona": _name(persona, subject), "missing": _listed(missing)}
            yield Hit(route, told, absent=absent)


_DESCRIBED = frozenset(
    {"role", "archetype", "segment", "demographics", "interests", "consumption", "habits"}
)
_WANTS = frozenset({"goals", "needs", "expectations"})


@rule("persona", "·WW", subject="file", mermaid=False)
def persona_only_demographics(subject: FileSubject) -> Iterator[Hit]:
    """No goals, needs or expectations.

    Two people of the same age, income and town want different things. What a persona wants explains
    what it does; who it is on paper explains little. A persona of which only the name is known is
    not asked.

    Bad:
        personas:
          - {id: li-na, goals: }

    Good:
        personas:
          - {id: li-na, goals: Video that does not stall on the way to work}

    Source: Mennella
    """
    for route, persona in _own_personas(subject):
        said = persona.model_fields_set
        if said & _DESCRIBED and not any(getattr(persona, key) for key in _WANTS):
            absent = tuple((*route, key) for key in sorted(_WANTS))
            yield Hit(route, {"persona": _name(persona, subject)}, absent=absent)


@rule("persona", "·iW", mermaid=False)
def persona_without_priority(subject: MapSubject) -> Iterator[Hit]:
    """Several personas and none says what it is worth.

    Where two personas pull in different directions, somebody has to know whom the journey is for
    first.

    Bad:
        personas:
          - {id: li-na, segment: }

    Good:
        personas:
          - {id: li-na, segment: {priority: 5}}

    Source: Mennella
    """
    personas = subject.personas
    if len(personas) > 1 and not any(_is_ranked(each.item) for each in personas):
        absent = tuple(("personas", index) for index in range(len(subject.journey.personas)))
        yield Hit(("personas",), {"personas": len(personas)}, on_key=True, absent=absent)


def _is_ranked(persona: Persona) -> bool:
    segment = persona.segment
    return segment is not None and (segment.priority is not None or segment.value is not None)


@rule("persona", "·iW", mermaid=False)
def shared_feeling(subject: MapSubject) -> Iterator[Hit]:
    """Several personas, one curve.

    If all of them feel the same everywhere, one persona is enough; if not, one curve is the mean of
    people who are not there. `feelings` holds what one of them feels where it differs.

    Bad:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, feelings: }

    Good:
        stages:
          - id: learn
            steps:
              - id: compare-plans
                feelings:
                  chen: {level: -1, evidence: interviews}

    Source: NN/g
    """
    if len(subject.personas) < 2:
        return
    shared = [
        column
        for column in subject.columns
        if column.step.feeling and len(column.step.personas or subject.personas) > 1
    ]
    tells = any(item.feelings for column in subject.columns for item in (column.step, column.stage))
    if shared and not tells and not _lost_feelings(subject):
        first, second = (each.key for each in subject.personas[:2])
        told = {"personas": len(subject.personas), "first": first, "second": second}
        yield Hit(("personas",), told, on_key=True)


def _lost_feelings(subject: MapSubject) -> bool:
    return any("feelings" in route for route in subject.map.removed)


def _name(persona: Persona, subject: FileSubject) -> object:
    return persona.name or next(iter(names_of(persona)), fold(persona.id or ""))


def _listed(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {words[-1]}"
