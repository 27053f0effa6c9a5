"""What the rules of the category `future` say."""

ENGLISH: dict[str, tuple[str, str]] = {
    "missing-baseline": (
        "the map is of the state '{state}' and changes no map",
        "add 'baseline: …', the map of how things are",
    ),
    "forgotten-pain": (
        "the pain '{pain}' (severity {severity}) at {place} of '{map}' is forgotten",
        "write 'resolves: [{id}]' where it ends, 'defers: [{{pain: {id}, reason: …}}]' if it stays, "
        "or keep it as a pain",
    ),
    "orphaned-need": (
        "nothing meets the need '{need}' any more: '{touchpoint}' of '{map}' did",
        "add it to 'needs' of the touchpoint that meets it from now on, or keep the old one",
    ),
    "orphaned-need.several": (
        "nothing meets the need '{need}' any more: '{touchpoint}' of '{map}' did",
        "add it to 'needs' of the touchpoint that meets it from now on, or keep one of the old ones",
    ),
    "unready-touchpoint": (
        "the new touchpoint '{touchpoint}' at {where} has no {missing}",
        "add 'owner' and 'resources: {{owned: […], needed: […]}}': who runs it, and what it takes",
    ),
    "unready-touchpoint.many": (
        "{count} new touchpoints lack an owner or resources; the first is '{touchpoint}' at {where}",
        "add 'owner' and 'resources: {{owned: […], needed: […]}}': who runs them, and what it takes",
    ),
    "unmoved-target": (
        "no target differs from the values of '{map}'",
        "write what shall be reached: 'metrics: [{{ref: …, target: …}}]'",
    ),
    "unmoved-target.none": (
        "no metric of the map has a target",
        "write what shall be reached: 'metrics: [{{ref: …, target: …}}]'",
    ),
}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
