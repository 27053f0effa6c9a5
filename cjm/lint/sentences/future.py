"""What the rules of the category `future` say."""

ENGLISH: dict[str, tuple[str, str]] = {}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
