"""The sentences of the rules: one table, so that another language is another table.

A key is a rule's name, with `.variant` where it has several sentences; `.many` speaks of several
places at once. `{where}` is the step, stage or thing; what else is in braces comes from the rule.
"""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: dict[str, tuple[str, str]] = {
    # format
    "duplicate-id": (
        "the id '{id}' is taken already",
        "give one of the two another id",
    ),
    "duplicate-id.journey": (
        "the journey in '{path}' has the id '{id}' too",
        "write 'id: …' with another id in one of the two",
    ),
    "duplicate-id.diagram": (
        "the journey in '{path}' has the id '{id}' too",
        "delete '{diagram}' if '{map}' was imported from it, else write 'id: …' with another id "
        "in '{map}'",
    ),
    "duplicate-id.diagrams": (
        "the journey in '{path}' has the id '{id}' too",
        "rename one of the two files: a diagram's id is its file's name",
    ),
    "circular-reference.baseline": (
        "the baselines run in a circle: '{ring}'",
        "the baseline is the map that came before; leave it out of the one that came first",
    ),
    "circular-reference.parent": (
        "the parents run in a circle: '{ring}'",
        "the parent is the map above; leave it out of the one at the top",
    ),
    "reference-to-derived-id": (
        "'{reference}' refers to an item in '{path}' whose id is not written",
        "write 'id: …' at that item, the id you refer to it by",
    ),
    "unresolved-reference": (
        "there is no {kind} '{reference}', named at {where}",
        "write one that is there, by its id or in its own words",
    ),
    "unresolved-reference.known": (
        "there is no {kind} '{reference}', named at {where}",
        "there are {known}",
    ),
    "unresolved-reference.no-library": (
        "there is no {kind} '{reference}', named at {where}",
        "define it under 'library': library: {{{section}: {{{reference}: {entry}}}}}",
    ),
    "unresolved-reference.library": (
        "there is no {kind} '{reference}', named at {where}",
        "define it under '{section}' of the library: {reference}: {entry}",
    ),
    "unresolved-reference.in-words": (
        "there is no {kind} '{reference}', named at {where}",
        "say in place what it is: {entry}",
    ),
    "unresolved-reference.near": (
        "there is no {kind} '{reference}', named at {where}; did you mean '{near}'?",
        "",
    ),
    "unresolved-reference.no-baseline": (
        "'{key}' names '{reference}', but the journey has no baseline to look in",
        "add 'baseline: …', the map that this one changes",
    ),
    "unresolved-reference.lane": (
        "there is no lane '{reference}' for the cells at {where}",
        "declare it: lanes: [journey, {{id: {reference}, name: …}}]",
    ),
    "unresolved-reference.lane-near": (
        "there is no lane '{reference}' for the cells at {where}; did you mean '{near}'?",
        "",
    ),
    "missing-file": (
        "there is no {kind} at '{path}'",
        "paths are relative to the file they are written in",
    ),
    "duration-without-time": (
        "'{value}' is a duration, and the metric is of the kind '{kind}'",
        "write 'kind: time' if it measures time; else write the value as a number or per cent",
    ),
    "unsafe-path": (
        "the path of the {kind} '{path}' leaves the workspace",
        "put the file into the workspace, and write its path relative to this file",
    ),
    "outside-vocabulary": (
        "the {key} '{word}' is not in the workspace's vocabulary",
        "use one of its words, or add this one to 'vocabulary' in cjm.yaml",
    ),
    "outside-vocabulary.near": (
        "the {key} '{word}' is not in the workspace's vocabulary; did you mean '{near}'?",
        "or add it to 'vocabulary' in cjm.yaml",
    ),
    "hidden-characters": (
        "{where} holds the hidden character {character}",
        "delete it and type the text anew",
    ),
    "cut-text": (
        "'{text}' reads as the rest of '{before}', which a comma ended",
        "quote the whole text, or begin each item of the list with a capital",
    ),
    "list-as-text": (
        "'{text}' is one thing with commas in its name",
        "if these are several, write a list: [{items}]",
    ),
    "list-as-text.numbered": (
        "'{text}' is one text, not a list",
        "write one item a line, each behind '- '",
    ),
    "suppression-without-reason": (
        "the comment silences '{names}' and does not say why",
        "add the reason after a colon",
    ),
    "expired-suppression": (
        "the comment for '{names}' ran out on {until}",
        "mend what it silenced, or give it another day and say why",
    ),
    "unused-suppression": (
        "nothing here needs '{name}' to be silenced",
        "delete the comment, or move it to the line that is meant",
    ),
    "unused-suppression.locked": (
        "'{name}' cannot be silenced",
        "mend what it finds; without that the map cannot be read",
    ),
    "unused-suppression.unknown": (
        "{sentence}",
        "'cjm rules' lists them",
    ),
    "unused-suppression.nameless": (
        "the comment does not say which rule it silences",
        "name it in brackets: ignore[rule-name]",
    ),
    # structure
    "missing-format-key": (
        "the file does not say what it is",
        "add 'cjm: journey/1' as its first line",
    ),
    "missing-state": (
        "the map does not say whether it shows how things are or how they should be",
        "add 'state: current', 'transition' or 'future'",
    ),
    "missing-business-goal": (
        "the map does not say what the business wants to reach",
        "add 'goal: {{business: …}}'",
    ),
    "missing-scope": (
        "the map does not say where the journey starts and ends",
        "add 'scope: {{from: …, to: …}}'",
    ),
    "missing-scope.start": (
        "the map does not say where the journey starts",
        "add 'from: …' to the scope",
    ),
    "missing-scope.end": (
        "the map does not say where the journey ends",
        "add 'to: …' to the scope",
    ),
    "stage-count.few": (
        "the journey has {stages}, fewer than {limit}",
        "name how the customer's situation changes, or say with 'parent' what it is a part of",
    ),
    "stage-count.many": (
        "the journey has {stages}, more than {limit}",
        "join stages, or split the map with 'parent' and 'level'",
    ),
    "stage-without-steps": (
        "stage '{stage}' has no step and says nothing itself",
        "add 'steps:', or a feeling, pain or touchpoint of the stage; or leave it out",
    ),
    "no-stage-before-contact": (
        "the journey begins with '{stage}', and no stage is about 'awareness'",
        "begin where the need arises, or add 'lifecycle: awareness' to the stage that does",
    ),
    "no-stage-before-contact.unknown": (
        "no stage says where the customer stands",
        "add 'lifecycle: …' to the stages: awareness, consideration, purchase, onboarding, use, "
        "retention, advocacy or exit",
    ),
    "no-stage-after-purchase": (
        "nothing comes after the purchase in stage '{stage}'",
        "go on to onboarding, use or retention, or add 'lifecycle' to the stage that does",
    ),
    "company-language": (
        "{kind} '{name}' is named after '{word}', not after what the customer does",
        "say what the customer does in a few words; what staff and systems do is 'backstage', or "
        "has an 'actor'",
    ),
    "long-text": (
        "'{text}' is {width} characters wide, more than {limit}",
        "say it in a sentence, and put the rest into 'description', 'cause' or a link",
    ),
    "oversized-map": (
        "the map has {steps}, more than {limit}",
        "split it: a map for each stretch, with 'parent' and 'level'",
    ),
    "dead-end": (
        "no path leads to {where}",
        "name it in the 'next' of another step, or leave it out",
    ),
    "dead-end.loop": (
        "from {where} the customer only goes round, and never comes to an end",
        "add a way out: 'next: [{{to: exit, name: …}}]'",
    ),
    "placeholder-text": (
        "the placeholder '{left}' was left in at {where}",
        "write what is meant, or leave the key out until somebody knows",
    ),
    "missing-translation": (
        "'{text}' at {where} has no text in {languages}",
        "write one text a language: {{en: …, zh: …}}",
    ),
    "missing-translation.many": (
        "{count} texts lack a translation; the first, '{text}', has none in {languages}",
        "write one text a language: {{en: …, zh: …}}",
    ),
    "derived-id": (
        "an item at {where} has no written id; '{id}' is worked out from its words",
        "write 'id: {id}' at it, so that a rewording keeps it the same item",
    ),
    "derived-id.many": (
        "{count} items have no written id; the first is '{id}', worked out from its words",
        "write 'id: …' at each, so that a rewording keeps it the same item",
    ),
    "shadowed-library-entry": (
        "the {kind} '{id}' of this journey hides the workspace's",
        "use the shared one, or give this one another id",
    ),
    "near-match": (
        "'{name}' is no known {kind}, but close to '{known}'",
        "write '{known}' if it is meant, or a name that is less alike",
    ),
    # persona
    "missing-persona": (
        "the map does not say who goes through the journey",
        "add 'personas: …'",
    ),
    "persona-without-evidence": (
        "nothing shows that persona '{persona}' was distilled from data",
        "name what customers told or did: add 'evidence: {{title: …, method: interview}}' to the "
        "persona, or another method with customers in it",
    ),
    "persona-without-evidence.name-only": (
        "nothing shows that persona '{persona}' was distilled from data",
        "name what customers told or did, such as "
        "'{{name: {spelt}, evidence: {{title: …, method: interview}}}}' in place of the name",
    ),
    "persona-without-evidence.weak": (
        "persona '{persona}' stands on workshops, plans and assumptions alone",
        "add evidence with customers in it: {{title: …, method: interview}}, or another such method",
    ),
    "persona-basics": (
        "persona '{persona}' does not tell {missing}",
        "add them under 'demographics', 'n/a' where it does not matter",
    ),
    "persona-only-demographics": (
        "persona '{persona}' has no goals, needs or expectations",
        "add 'goals', 'needs' or 'expectations': they explain what the persona does",
    ),
    "persona-without-priority": (
        "the journey has {personas} personas, and none says what it is worth",
        "add 'segment: {{priority: …}}' or its 'value'",
    ),
    "shared-feeling": (
        "{personas} personas share one curve",
        "add 'feelings: {{{first}: …, {second}: …}}' where they feel differently",
    ),
}
"""Rule → its sentence and what to do. Braces that are meant are doubled."""


def sentence(
    rule: str, variant: str, parameters: Mapping[str, str], *, many: bool = False
) -> tuple[str, str]:
    """Return the sentence and the advice for a hit, as text."""
    key = f"{rule}.{variant}" if variant else rule
    if many and f"{key}.many" in ENGLISH:
        key = f"{key}.many"
    message, help = ENGLISH[key]
    return message.format_map(parameters), help.format_map(parameters)
