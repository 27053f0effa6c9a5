"""What the rules of the category `persona` say."""

ENGLISH: dict[str, tuple[str, str]] = {
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
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
