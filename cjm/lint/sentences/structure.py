"""What the rules of the category `structure` say."""

ENGLISH: dict[str, tuple[str, str]] = {
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
        "{kind} '{name}' is named after '{word}', not after what the customer does (judged as "
        "{language})",
        "say what the customer does in a few words; what staff and systems do is 'backstage', or "
        "has an 'actor'",
    ),
    "long-text": (
        "'{text}' is {length} characters long, more than {limit} (judged as {language})",
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
        "the placeholder '{left}' was left in at {where} (judged as {language})",
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
}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
