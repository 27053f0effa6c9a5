"""What the rules of the category `metric` say."""

ENGLISH: dict[str, tuple[str, str]] = {
    "no-metric": (
        "nothing on the map is measured",
        "add 'metrics: …' to the journey or to a step: what would show that it got better",
    ),
    "no-metric.moment": (
        "nothing measures the moment of truth at {where}",
        "add 'metrics: …' there: what would show that this moment went well",
    ),
    "no-metric.moments": (
        "none of the {moments} moments of truth is measured; the first is {where}",
        "add 'metrics: …' to one of them: what would show that this moment went well",
    ),
    "undefined-metric": (
        "the metric '{metric}' has no {missing}",
        "add {keys}, so that everybody reads the same number",
    ),
    "undefined-metric.nps": (
        "the metric '{metric}' has no {missing}",
        "write 'kind: nps', from which they follow, or add {keys}",
    ),
    "undefined-metric.many": (
        "{count} metrics lack a scale, a direction or a formula; the first, '{metric}', has no "
        "{missing}",
        "add {keys} there, so that everybody reads the same number, and so to the others",
    ),
    "metric-out-of-scale": (
        "the {key} {value} of '{metric}' is outside its scale {scale}",
        "correct the value or the scale",
    ),
    "metric-out-of-scale.nps": (
        "the {key} {value} of '{metric}' is outside its scale {scale}",
        "leave 'scale' out: it is that of the answers, and NPS runs from −100 to 100",
    ),
    "metric-out-of-scale.relative": (
        "the target {value} of '{metric}' comes to {found}, outside its scale {scale}",
        "a target with a sign is added to the baseline; without the sign it is the value to reach",
    ),
    "inconsistent-metric.scale": (
        "{kind} runs from {found} at {where}, and from {other} before",
        "use one scale throughout, or the steps cannot be compared",
    ),
    "inconsistent-metric.question": (
        "{kind} is asked as '{found}' at {where}, and as '{other}' before",
        "ask the same question throughout, or the steps cannot be compared",
    ),
    "target-without-baseline": (
        "the target {target} of '{metric}' has no value that it starts from",
        "add 'baseline: …', the value before anything was changed",
    ),
    "target-without-baseline.relative": (
        "the target {target} of '{metric}' is relative, and there is no baseline",
        "add 'baseline: …', or write the value to reach without its sign",
    ),
    "target-without-baseline.equal": (
        "the target {target} of '{metric}' asks for no change: it starts from {start}",
        "set a target that differs, or leave it out",
    ),
    "target-without-baseline.worse": (
        "the target {target} of '{metric}' is worse than the {start} it starts from: "
        "{better} is better",
        "correct the target, the baseline or 'better'",
    ),
    "metric-without-owner": (
        "nobody answers for the metric '{metric}'",
        "add 'owner: …', the department or the person who watches it",
    ),
    "metric-without-owner.many": (
        "nobody answers for {count} metrics; the first is '{metric}'",
        "add 'owner: …' to each, the department or the person who watches it",
    ),
    "goal-without-metric": (
        "nothing measures the business goal '{goal}'",
        "add 'metrics: …' under 'goal', the number that says when it is reached",
    ),
    "goal-without-metric.known": (
        "nothing measures the business goal '{goal}'",
        "name the number that says when it is reached under 'goal': 'metrics: [{near}]' if that one "
        "does, else a new one",
    ),
}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
