"""What the rules of the category `blueprint` say."""

ENGLISH: dict[str, tuple[str, str]] = {
    "blueprint-without-action": (
        "the customer does nothing at {where}",
        "add 'actions: …', what the customer does there, or a step that begins with a verb",
    ),
    "blueprint-without-action.actor": (
        "the customer does nothing at {where}: '{actor}' acts",
        "add 'actions: …' there, what the customer does meanwhile",
    ),
    "frontstage-without-backstage": (
        "nothing stands behind '{act}' at {where}",
        "add 'backstage', 'support' or 'systems': who or what makes it possible",
    ),
    "frontstage-without-backstage.many": (
        "nothing stands behind what is done in sight at {count} steps; the first is {where}",
        "add 'backstage', 'support' or 'systems' to each: who or what makes it possible",
    ),
    "hidden-fail-point": (
        "the only fail point is in sight of the customer: '{act}' at {where}",
        "mark what causes it behind the line of visibility: 'fail: true' in 'backstage' or 'support'",
    ),
    "hidden-fail-point.many": (
        "all {fails} fail points are in sight of the customer; the first is '{act}' at {where}",
        "mark what causes them behind the line of visibility: 'fail: true' in 'backstage' or "
        "'support'",
    ),
}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
