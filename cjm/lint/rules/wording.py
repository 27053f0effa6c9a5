"""Rules of the category structure that read words: names, lengths, languages, near matches."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.hit import Hit, Other
from cjm.lint.index import FoundText
from cjm.lint.remedy import AddLanguages, Respell
from cjm.lint.subject import FileSubject, MapSubject, WorkspaceSubject
from cjm.lint.tongue import language_judged, language_name
from cjm.lint.words.company import may_speak_of_it, names_a_department, names_a_system
from cjm.lint.words.placeholders import may_hold_one, placeholder_in
from cjm.model.insight import Insight, Opportunity, Quote
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
    own = subject.whole.once(_own_words)
    acts = list(_acts(subject))
    if not own and not may_speak_of_it(name for _, _, item in acts for name in item.name):
        return
    for route, kind, item in acts:
        for name in item.name or ():
            system = names_a_system(name)
            if names_a_department(name) or fold(name) in own:
                system = name
            if system:
                told = {"kind": kind, "name": item.name, "word": system,
                        "language": language_name(_language_of(system, subject))}  # fmt: skip
                yield Hit((*route, "name"), told, scope=route)
                break


def _language_of(word: str, subject: MapSubject) -> str:
    """Return the language in whose list `word` stands: names of systems are English everywhere."""
    return "en" if names_a_system(word) and word.isascii() else language_judged("", word, subject)


def _acts(subject: MapSubject) -> Iterator[tuple[Route, str, Content]]:
    """Yield `(route, stage or step, item)` of what should be named as the customer sees it."""
    for index, stage in enumerate(subject.journey.stages):
        if stage.actor is None:
            yield ("stages", index), "stage", stage
        for inner, step in enumerate(stage.steps):
            if step.actor is None:
                yield ("stages", index, "steps", inner), "step", step


def _own_words(whole: WorkspaceSubject) -> frozenset[str]:
    """Return the names of the workspace's own departments and systems, folded."""
    sections = whole.workspace.library.sections
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
    words = subject.words
    if not may_hold_one([text for found in words for _, text in found.text.pairs]):
        return
    for found in words:
        for tag, text in found.text.pairs:
            left = placeholder_in(text, tag or subject.language)
            if left:
                judged = language_name(language_judged(tag, text, subject))
                yield Hit(found.route, {"left": left, "language": judged})
                break


def width(text: str) -> int:
    """Return the width of `text` in columns: wide characters count two, marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character)
        else 2 if unicodedata.east_asian_width(character) in "WF"
        else 1
        for character in text
    )  # fmt: skip


_NO_CELLS = frozenset(
    {"description", "scenario", "cause", "consequence", "alt", "when", "reason", "statement", "test",
     "result", "formula", "question", "sponsor", "role", "business", "from", "to", "excludes"}
)  # fmt: skip


@rule("structure", "·WW")
def long_text(subject: MapSubject) -> Iterator[Hit]:
    """A cell over 160 characters (80 for wide scripts).

    A map is looked at, not read. A cell that runs on buries its point, and makes its whole row as
    high. Say it in a sentence, and put the rest into `description`, `cause` or a link. What customers
    said stays in their words: quotes are not measured. The limit is the setting `text.max`.

    Bad:
        stages:
          - id: choose
            steps:
              - id: sign-up
                actions: >-
                  Shows the ID card to the adviser, who photographs both sides of it, then types the
                  number into the customer record, then into the identity check, then into rating,
                  and then asks for a signature

    Good:
        stages:
          - id: choose
            steps:
              - id: sign-up
                actions: Shows the ID card, signs on the tablet, pays

    Source: practice guide, "keep it simple"
    """
    limit = subject.limits["text.max"]
    for found in subject.index.texts:
        for tag, text in found.text.pairs:
            if len(text) * 2 <= limit or width(text) <= limit:
                continue
            if found.key in _NO_CELLS or found.route[0] == "library" or "quotes" in found.route:
                break
            judged = language_name(language_judged(tag, text, subject))
            # As people count: a Chinese character is one, though it is two columns wide.
            per = 2 if width(text) > 1.5 * len(text) else 1
            told = {"length": -(-width(text) // per), "limit": limit / per, "text": text,
                    "language": judged}  # fmt: skip
            yield Hit(found.route, told)
            break


@rule("structure", "·WE", subject="file", once=True, mermaid=False, is_fixable=True)
def missing_translation(subject: FileSubject) -> Iterator[Hit]:
    """A text that lacks one of the workspace's languages.

    Where a language is missing, the picture falls back to another, and readers meet a map in two
    tongues. `languages` in `cjm.yaml` says which ones every text should have. Reported once a file.
    `--fix` makes room for the missing texts, marked as to do: `zh:  # TODO: zh`. A key with no text
    says nothing, so they stay missing, and the picture as it is, until somebody writes them.

    Bad (workspace):
        scenario: A customer of two years decides alone

    Good (workspace):
        scenario: {en: A customer of two years decides alone, zh: 老客户自己决定}
    """
    wanted = subject.whole.languages
    if not wanted:
        return
    alone = Counter(tag.partition("-")[0] for tag in wanted)
    lacking: dict[tuple[str, ...], list[str]] = {}
    for found in subject.words:
        present = tuple([tag or subject.language for tag, text in found.text.pairs if text])
        if present not in lacking:
            lacking[present] = [tag for tag in wanted if not _has(tag, present, alone)]
        if lacking[present] and _needs_translation(found):
            missing = lacking[present]
            told = {"text": found.text, "languages": ", ".join(missing)}
            room = AddLanguages(found.route, tuple(missing), subject.language)
            yield Hit(found.route, told, remedies=(room,))


def _has(tag: str, present: tuple[str, ...], alone: Counter[str]) -> bool:
    """Whether `tag` is among `present`; its language alone will do where it is wanted once."""
    language = tag.partition("-")[0]
    if tag in present:
        return True
    return alone[language] == 1 and any(each.partition("-")[0] == language for each in present)


def _needs_translation(found: FoundText) -> bool:
    """Whether the words differ from language to language; `min`, `CNY` and `%` seldom do."""
    if found.key == "unit" and found.text.is_plain:
        return False
    spelt = str(found.text).strip()
    return fold(spelt) != "n/a" and any(character.isalpha() for character in spelt)


@rule(
    "structure", "iWW", subject="file", is_fixable=True,
    supersedes=(
        "missing-translation", "touchpoint-without-owner", "touchpoint-without-channel",
        "touchpoint-without-need", "touchpoint-without-importance",
    ),
)  # fmt: skip
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
    known: dict[str, dict[str, str]] = {}
    for route, section, names in _inline_words(subject):
        if section not in known:
            known[section] = _known(subject, section)
        for name in names:
            meant = _nearest(name, known[section], subject.limits["match.min"])
            if meant:
                near.setdefault((section, fold(name)), []).append((route, name, meant))
                break
    for (section, _), uses in near.items():
        route, name, meant = uses[0]
        yield Hit(
            route, {"kind": section.removesuffix("s"), "name": name, "known": meant},
            related=tuple(Other(at, "here too") for at, _, _ in uses[1:3]),
            remedies=tuple(_named(section, *use) for use in uses),
        )  # fmt: skip


def _named(section: str, route: Route, name: str, known: str) -> Respell:
    if len(route) > 1 and route[-2] == "feelings":
        return Respell(route, known, on_key=True)
    return Respell((*route, "text" if section == "needs" else "name"), known, name)


_COMPARED = frozenset({"touchpoints", "channels", "personas", "needs"})


def _inline_words(subject: FileSubject) -> Iterator[tuple[Route, str, tuple[str, ...]]]:
    """Yield `(route, section, names)` of plain words that match no shared thing."""
    for route, item, section in subject.inline:
        if section in _COMPARED:
            yield route, section, names_of(item)
    if isinstance(subject, MapSubject):
        for route, name in _persona_names(subject):
            if subject.find("personas", name) is None:
                yield route, "personas", (name,)


def _persona_names(subject: MapSubject) -> Iterator[tuple[Route, str]]:
    """Yield the personas that are named as whose feeling, insight or quote something is."""
    index = subject.index
    concerned: list[tuple[Route, Insight | Opportunity]] = [
        *index.of(Insight), *index.of(Opportunity)
    ]  # fmt: skip
    for route, item in concerned:
        for position, name in enumerate(item.personas):
            yield (*route, "personas", position), name
    for route, quote in index.of(Quote):
        if quote.persona is not None:
            yield (*route, "persona"), quote.persona
    for route, _, content in _acts(subject):
        for name in content.feelings or ():
            yield (*route, "feelings", name), name
    for position, walk in enumerate(subject.journey.walkthroughs):
        if walk.persona is not None:
            yield ("walkthroughs", position, "persona"), walk.persona


def _nearest(name: str, known: dict[str, str], likeness: float) -> str:
    """Return the name among `known` that `name` all but is, or an empty string."""
    bare = _bare(name)
    if bare in known:
        return "" if fold(known[bare]) == fold(name) else known[bare]
    if len(bare) < 4 or not known:
        return ""
    from rapidfuzz import fuzz, process

    found = process.extractOne(bare, known.keys(), scorer=fuzz.ratio, score_cutoff=likeness)
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
        for persona in subject.personas if isinstance(subject, MapSubject) else ():
            for name in (*names_of(persona.item), persona.key):
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
