"""What the rules of the category `format` say."""

ENGLISH: dict[str, tuple[str, str]] = {
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
}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
