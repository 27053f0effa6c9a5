"""Rules of the category structure that read words: names, placeholders, near matches."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import FileSubject, MapSubject
from cjm.lint.words.company import names_a_department, names_a_system
from cjm.lint.words.placeholders import placeholder_in
from cjm.model.stage import Content
from cjm.model.values import fold
from cjm.rulebook import rule
from cjm.workspace.workspace import names_of


@rule("structure", "·WW")
def company_language(subject: MapSubject) -> Iterator[Hit]:
    """A stage or step named after a department, system or implementation.

    `CRM sync` or `Billing department` is how the organisation sees itself. The customer checks,
    compares, waits and pays, and a map in those words shows what the others hide. What staff and
    systems do belongs into a blueprint's rows; a step with an `actor` is not asked.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, name: CRM sync}

    Good:
        stages:
          - id: choose
            steps:
              - {id: sign-up, name: Signs up for the plan}

    Source: Smaply; udd
    """
    own = _own_words(subject)
    for route, kind, item in _acts(subject):
        for name in item.name or ():
            system = names_a_system(name)
            if names_a_department(name) or fold(name) in own:
                system = name
            if system:
                yield Hit(
                    (*route, "name"), {"kind": kind, "name": item.name, "word": system},
                    scope=route,
                )  # fmt: skip
                break


def _acts(subject: MapSubject) -> Iterator[tuple[Route, str, Content]]:
    """Yield `(route, stage or step, item)` of what should be named as the customer sees it."""
    for index, stage in enumerate(subject.journey.stages):
        if stage.actor is None:
            yield ("stages", index), "stage", stage
        for inner, step in enumerate(stage.steps):
            if step.actor is None:
                yield ("stages", index, "steps", inner), "step", step


def _own_words(subject: MapSubject) -> frozenset[str]:
    """Return the names of the workspace's own departments and systems, folded."""
    sections = subject.whole.workspace.library.sections
    return frozenset(
        fold(name)
        for section in ("departments", "systems")
        for entry in sections.get(section, {}).values()
        for name in names_of(entry.item)
    )


@rule("structure", "WWE", subject="file")
def placeholder_text(subject: FileSubject) -> Iterator[Hit]:
    """`[Persona]`, `{step}`, `TODO` or `lorem ipsum` left in.

    What a template or a workshop left open reads as a fact once the map is drawn.

    Bad:
        scenario: "TODO: which customers?"

    Good:
        scenario: A customer of at least two years decides alone

    Source: real inputs
    """
    for found in subject.words:
        for tag, text in found.text.pairs:
            left = placeholder_in(text, tag or subject.language)
            if left:
                yield Hit(found.route, {"left": left})
                break


@rule("structure", "iWW", subject="file")
def near_match(subject: FileSubject) -> Iterator[Hit]:
    """Inline words close to a known touchpoint, channel, persona or need.

    Plain words that match nothing make a new thing. Where they are all but the name of a known
    one, a slip of the pen has split it in two: neither shows where it is used, and its owner,
    channels and needs are missing here. The likeness asked for is the setting `match.min`.

    Bad (workspace):
        stages:
          - id: choose
            steps:
              - {id: sign-up, touchpoints: Plan pages}

    Good (workspace):
        stages:
          - id: choose
            steps:
              - {id: sign-up, touchpoints: plan-page}
    """
    near: dict[tuple[str, str], list[tuple[Route, str, str]]] = {}
    for route, item, section in subject.inline:
        for name in names_of(item):
            known = _nearest(subject, section, name)
            if known:
                near.setdefault((section, fold(name)), []).append((route, name, known))
                break
    for (section, _), uses in near.items():
        route, name, known = uses[0]
        yield Hit(
            route, {"kind": section.removesuffix("s"), "name": name, "known": known},
            related=tuple(Other(at, "here too") for at, _, _ in uses[1:3]),
        )  # fmt: skip


_COMPARED = ("touchpoints", "channels", "personas", "needs")


def _nearest(subject: FileSubject, section: str, name: str) -> str:
    """Return the name in `section` that `name` all but is, or an empty string."""
    from rapidfuzz import fuzz, process

    if section not in _COMPARED:
        return ""
    bare = _bare(name)
    known = _known(subject, section)
    if bare in known:
        return known[bare]
    if len(bare) < 4:
        return ""
    found = process.extractOne(
        bare, known.keys(), scorer=fuzz.ratio, score_cutoff=subject.limits["match.min"]
    )
    if found is None or _digits(found[0]) != _digits(bare) or len(found[0]) < 4:
        return ""
    return known[found[0]]


def _known(subject: FileSubject, section: str) -> dict[str, str]:
    """Return the bare names and ids of a section → as they are written."""
    workspace = subject.whole.workspace
    found: dict[str, str] = {}
    if section == "personas":
        for entry in workspace.personas.values():
            for name in (*names_of(entry.item), entry.id):
                found.setdefault(_bare(name), name)
        return found
    libraries = [workspace.library]
    if isinstance(subject, MapSubject):
        libraries.insert(0, subject.references.own_library)
    for library in libraries:
        for shared in library.sections.get(section, {}).values():
            for name in (*names_of(shared.item), shared.id):
                found.setdefault(_bare(name), name)
    return found


def _bare(name: str) -> str:
    return "".join(character for character in fold(name) if character.isalnum())


def _digits(name: str) -> str:
    return "".join(character for character in name if character.isdigit())
