"""What the rules of the category `evidence` say."""

_ADD = (
    "add 'evidence: …' to what research has shown, or plan it: "
    "{{title: …, method: interview, status: planned}}; 'cjm lint --coverage' tells where it lacks"
)

ENGLISH: dict[str, tuple[str, str]] = {
    "evidence-coverage": (
        "customer evidence stands behind {founded} of {claims} ({share} %), under {limit} %",
        _ADD,
    ),
    "evidence-coverage.internal": (
        "customer evidence stands behind {founded} of {claims} ({share} %), under {limit} %; "
        "{internal} rest on workshops or walkthroughs alone",
        _ADD,
    ),
    "untested-assumption": (
        "{assumed} of {claims} claims are assumed, and no hypothesis says how they will be tested",
        "begin with what would cost most if it were wrong: "
        "'hypotheses: [{{statement: …, about: …, test: …}}]'",
    ),
    "untested-assumption.no-test": (
        "{assumed} of {claims} claims are assumed, and no hypothesis has a test",
        "add 'test: …' to the hypothesis that would cost most if it were wrong",
    ),
    "step-without-evidence": (
        "{where} has no evidence",
        "add 'evidence: …' to it or to what it claims, or 'status: planned' research that will look",
    ),
    "step-without-evidence.many": (
        "{count} steps have no evidence; the first is {where}",
        "add 'evidence: …' to the steps or to what they claim",
    ),
    "one-sided-evidence.words": (
        "all evidence tells why and none how many: {methods}",
        "add a number: analytics, a survey, or a metric with its 'actual'",
    ),
    "one-sided-evidence.numbers": (
        "all evidence tells how many and none why: {methods}",
        "talk to a few customers or watch them: an interview, a usability test, a diary study",
    ),
    "third-party-evidence": (
        "third parties alone stand behind {foreign} of {claims} claims with evidence, over {limit} %",
        "ask your own customers, and add it as 'evidence' beside what others found",
    ),
    "validated-without-evidence": (
        "{claim} at {where} is called validated, and no evidence stands behind it",
        "name what showed it with 'evidence: …', or write 'status: assumed'",
    ),
    "validated-without-evidence.weak": (
        "{claim} at {where} is called validated, and its evidence is planned or has no method",
        "name the research that showed it, with its 'method', or write 'status: assumed'",
    ),
    "validated-without-evidence.basis": (
        "the feeling at {where} is called {written}, and its evidence makes it {founded}",
        "add the evidence that makes it {written}, or write 'basis: {founded}'",
    ),
    "validated-without-evidence.basis-alone": (
        "the feeling at {where} is called {written}, and no evidence stands behind it",
        "name the evidence that makes it {written} with 'evidence: …', or take 'basis' away",
    ),
    "stale-evidence": (
        "'{title}' is of {date}, more than {months} months old, and nothing newer stands behind "
        "{claims}, the first at {where}",
        "ask again and add the new evidence; write 'expires: …' where it holds for longer",
    ),
    "stale-evidence.expired": (
        "'{title}' expired on {expires}, and nothing newer stands behind {claims}, the first at "
        "{where}",
        "ask again and add the new evidence; move 'expires' where it still holds",
    ),
    "internal-evidence-only": (
        "only a workshop or walkthrough stands behind {claim} at {where}",
        "ask customers, and add what they said: {{title: …, method: interview}}",
    ),
    "internal-evidence-only.many": (
        "only workshops or walkthroughs stand behind {count} claims; the first is {claim} at {where}",
        "ask customers, and add what they said: {{title: …, method: interview}}",
    ),
    "measured-future": (
        "the feeling at {where} is measured, and this map tells of what is to come ({state})",
        "write 'basis: assumed' where it is a guess from that number; what was measured belongs "
        "into a map of the current state",
    ),
    "solution-as-pain": (
        "pain '{text}' at {where} is worded as a solution ('{asked}', judged as {language})",
        "say what hurts the customer; what could be made belongs under 'opportunities' or 'solutions'",
    ),
    "no-walkthrough": (
        "the map is live, and nobody has walked the journey",
        "walk it as a customer does, and add 'walkthroughs: [{{date: …, by: …, findings: …}}]'",
    ),
}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
