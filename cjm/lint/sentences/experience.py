"""What the rules of the category `experience` say."""

_ANSWER = "add 'opportunities: …' or 'solutions: …' there"

ENGLISH: dict[str, tuple[str, str]] = {
    "missing-feelings": (
        "{felt} of the customer's {steps} steps {have} a feeling, under {limit} %; the first without is "
        "{where}",
        "add 'feeling: …' from −2 to +2, or a word; 'actor: …' where it is not the customer who acts",
    ),
    "missing-feelings.none": (
        "none of the customer's {steps} steps has a feeling; the first is {where}",
        "add 'feeling: …' from −2 to +2, or a word; 'actor: …' where it is not the customer who acts",
    ),
    "missing-feelings.one": (
        "the customer's only step, {where}, has no feeling",
        "add 'feeling: …' from −2 to +2, or a word; 'actor: …' where it is not the customer who acts",
    ),
    "low-without-pain": (
        "the feeling falls to {level} at {where}, and no pain tells why",
        "add 'pains: …': what hurts here?",
    ),
    "low-without-pain.anywhere": (
        "the feeling is low at {places} places, the lowest {level} at {where}, and the map has no pain",
        "add 'pains: …' where it is low: what hurts there?",
    ),
    "pain-without-low": (
        "pain '{pain}' of severity {severity} stands at {where}, where the feeling is {level}",
        "find out which of the two is right: ask customers, and add what they say as evidence of the "
        "feeling; or say how seldom it happens with 'frequency'",
    ),
    "expectation-gap": (
        "at {where} customers expect {expected} and feel {level}, a gap of {gap}, and no opportunity "
        "answers it",
        _ANSWER + ": what would meet what they expect?",
    ),
    "moment-without-expectation": (
        "{where} is a moment of truth, and nothing says what the customer expects",
        "add 'expectation: …', a level or a sentence",
    ),
    "too-many-moments": (
        "{moments} of {steps} steps are moments of truth ({share} %), over {limit} %",
        "keep the mark where the customer decides to stay or go, and take it from the rest",
    ),
    "only-pains": (
        "the map has {pains}, and no delight and no itch",
        "ask what customers love and what they wish for, and add 'delights' or 'itches'",
    ),
    "flat-curve": (
        "the curve runs from {low} to {high} only, and nobody measured or observed it",
        "ask customers where it was best and where it was worst; where it is so, add the measurement "
        "as evidence of the feelings",
    ),
    "flat-curve.level": (
        "all {levels} feelings are {low}, and nobody measured or observed them",
        "ask customers where it was best and where it was worst; where it is so, add the measurement "
        "as evidence of the feelings",
    ),
    "no-low-point": (
        "none of the {levels} feelings is below 0, and nobody measured or observed them",
        "ask customers what was worst; where nothing was, add the measurement as evidence of the "
        "feelings",
    ),
    "bad-ending": (
        "the journey ends at {level} with {where}, and no opportunity answers it",
        _ANSWER + ": the end is what customers remember",
    ),
    "bad-ending.exit": (
        "who leaves at {where} leaves at {level}, and no opportunity answers it",
        _ANSWER + ": what would have kept them, or let them go in peace?",
    ),
    "curve-against-insights": (
        "the feeling at {where} is {level}, and its pains and delights make it {mean}, {difference} "
        "apart",
        "ask customers, and add what they say as evidence of the feeling; or weigh the 'effect' of "
        "each pain and delight anew",
    ),
}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
