"""Rules of the category evidence about a map as a whole: how much stands behind it, and of what kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cjm.figures.basis import CUSTOMER_EVIDENCE
from cjm.figures.claims import holder_of
from cjm.findings import Route
from cjm.lint.hit import Hit
from cjm.lint.subject import MapSubject
from cjm.model.evidence import Evidence, EvidenceUse
from cjm.model.metric import MetricUse
from cjm.rulebook import rule

_QUALITATIVE = frozenset({"observed", "reported"})


@rule(
    "evidence",
    "·WE",
    is_raised=True,
    mermaid=False,
    supersedes=("step-without-evidence", "internal-evidence-only"),
)
def evidence_coverage(subject: MapSubject) -> Iterator[Hit]:
    """A smaller share of claims has customer evidence than `evidence.fail_under` asks for.

    Claims are feelings, expectations with a text, quotes, thoughts, pains, delights and itches. A map
    of claims that nobody checked is what the team believes, drawn well. Research with customers in it
    counts, workshops and walkthroughs do not. A map of what is to come is not asked. `cjm lint
    --coverage` shows which stages and which kinds of claim lack it.

    Bad:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, thoughts: "Why?", feeling: {evidence: }, feelings: {chen: {evidence: }},
                 pains: [{id: too-many-plans, evidence: }]}

    Good:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, thoughts: "Why?"}

    Source: Mennella
    """
    coverage, limit = subject.coverage, subject.limits["evidence.fail_under"]
    share = coverage.share
    if subject.is_expected or share is None or share >= limit:
        return
    internal = coverage.by_basis["internal"]
    told = {
        "founded": coverage.founded, "share": int(share), "limit": limit, "internal": internal,
        "claims": f"{coverage.claims} claim" + "s" * (coverage.claims != 1),
    }  # fmt: skip
    yield Hit(("title",), told, "internal" if internal else "", scope=())


@rule("evidence", "·WE", is_raised=True, mermaid=False, supersedes=("evidence-coverage",))
def untested_assumption(subject: MapSubject) -> Iterator[Hit]:
    """A map that is mostly assumed, and has no hypothesis with a test.

    To assume is no fault: that is how maps begin. It is one where nobody says what would show that
    the map is wrong. A hypothesis names what is assumed, what it is about, and how it will be tested.
    The setting `claims.assumed` says how many claims may be assumed, in per cent; fewer claims than
    `evidence.min_claims` are not judged.

    Bad:
        hypotheses:
        stages:
          - id: learn
            steps:
              - {id: compare-plans, thoughts: "Why?", feeling: {evidence: }, feelings: {chen: {evidence: }},
                 expectation: {evidence: }, pains: [{id: too-many-plans, evidence: }]}

    Good:
        hypotheses: [{statement: Customers cannot compare, about: compare-plans, test: Show three plans}]

    Source: Mennella; NN/g
    """
    coverage = subject.coverage
    assumed = coverage.by_basis["assumed"]
    limit, least = subject.limits["claims.assumed"], subject.limits["evidence.min_claims"]
    if subject.is_expected or coverage.claims < least or 100 * assumed <= limit * coverage.claims:
        return
    hypotheses = subject.journey.hypotheses
    if any(each.test or each.result or each.decided for each in hypotheses):
        return
    told = {"assumed": assumed, "claims": coverage.claims, "hypotheses": len(hypotheses)}
    if hypotheses:
        yield Hit(("hypotheses",), told, "no-test", on_key=True, scope=(),
                  absent=(("hypotheses",),))  # fmt: skip
    else:
        yield Hit(("title",), told, scope=(), absent=(("hypotheses",),))


@rule("evidence", "·iW", once=True, mermaid=False)
def step_without_evidence(subject: MapSubject) -> Iterator[Hit]:
    """A step with no evidence, neither its own nor behind what it claims.

    Where nobody looked, the step may be missing, or two. Evidence of the step, of its stage, of
    anything that stands there, or of a metric that is measured there will do. What staff or a system
    does (`actor`) is not asked, nor is a map of what is to come. Reported once a map.

    Bad:
        stages:
          - id: choose
            steps:
              - {id: sign-up, evidence: , feeling: 0.5, metrics: , moment_of_truth: }

    Good:
        stages:
          - id: choose
            steps:
              - {id: sign-up, evidence: , feeling: {level: 0.5, evidence: survey}}

    Source: Mennella, "data in every step"
    """
    if subject.is_expected:
        return
    backed = _backed(subject)
    for column in subject.columns:
        step = column.step
        if step.actor is not None or column.route in backed or column.stage_route in backed:
            continue
        if not column.is_implicit or column.stage.has_content:
            yield Hit(column.route, absent=((*column.route, "evidence"),
                                            (*column.stage_route, "evidence")))  # fmt: skip


def _backed(subject: MapSubject) -> set[Route]:
    """Return the routes of the steps and stages where evidence stands that counts, or may."""
    found: set[Route] = set()
    for route, use in subject.index.of(EvidenceUse):
        holder = holder_of(route)
        if holder and holder not in found and _counts(subject, use):
            found.add(holder)
    for route, metric in subject.index.of(MetricUse):
        if holder_of(route) not in found and _is_measured(subject, metric):
            found.add(holder_of(route))
    return found


def _counts(subject: MapSubject, use: EvidenceUse) -> bool:
    """Whether evidence is more than a plan; what leads to nothing is told by another rule."""
    found = subject.references.evidence(use)
    return found is None or found.item.basis != "assumed"


def _is_measured(subject: MapSubject, use: MetricUse) -> bool:
    found = subject.references.metric(use)
    metric = use if found is None else found.item
    return metric.actual is not None or any(each.value is not None for each in metric.points)


@rule("evidence", "·WW", mermaid=False)
def one_sided_evidence(subject: MapSubject) -> Iterator[Hit]:
    """Only qualitative evidence, or only quantitative.

    Talks and observation tell why, numbers tell how many. With one alone, a map explains what may be
    rare, or counts what nobody understands. Measured metrics are numbers too; what third parties
    found may be either. Judged from four claims with evidence on, the setting `evidence.min_claims`.

    Bad:
        library:
          evidence: {interviews: {method: analytics}}

    Good:
        library:
          evidence: {interviews: {method: contextual-inquiry}}

    Source: Mennella
    """
    if subject.coverage.founded < subject.limits["evidence.min_claims"]:
        return
    by_basis = subject.coverage.by_basis
    if by_basis["external"]:
        return
    behind = [each.item for claim in subject.claims for each in claim.evidence]
    if _sides(behind) != 1:
        return
    used = (subject.references.evidence(use) for _, use in subject.index.of(EvidenceUse))
    behind += [each.item for each in used if each is not None]
    metrics = any(_is_measured(subject, use) for _, use in subject.index.of(MetricUse))
    if _sides(behind) != 1 or any(each.basis == "external" for each in behind):
        return
    methods = sorted({str(each.method) for each in behind if each.basis in CUSTOMER_EVIDENCE})
    told = {"methods": ", ".join(methods), "claims": subject.coverage.founded}
    if any(each.basis == "measured" for each in behind):
        yield Hit(("title",), told, "numbers")
    elif not metrics:
        yield Hit(("title",), told, "words")


def _sides(evidence: Iterable[Evidence]) -> int:
    """Return how many there are of: quantitative evidence, qualitative evidence."""
    bases = {each.basis for each in evidence}
    return ("measured" in bases) + bool(bases & _QUALITATIVE)


@rule("evidence", "·WW", mermaid=False)
def third_party_evidence(subject: MapSubject) -> Iterator[Hit]:
    """Over half of what is known comes from third parties.

    A market study tells of customers in general, and your competitors read it too. Yours are known
    from your own interviews, surveys and data. `method: third-party` and `first_party: false` are
    not your own. The share is the setting `evidence.third_party`; judged from four claims with
    evidence on, the setting `evidence.min_claims`.

    Bad:
        library:
          evidence: {survey: {first_party: false}, interviews: {first_party: false}}

    Good:
        library:
          evidence: {survey: {first_party: false}}
        stages:
          - id: choose
            steps:
              - {id: sign-up, feeling: {level: 0.5, evidence: interviews}}
          - id: learn
            steps:
              - {id: compare-plans, feeling: {level: -1.5, evidence: interviews}}

    Source: Mennella
    """
    founded = [claim for claim in subject.claims if claim.founded in CUSTOMER_EVIDENCE]
    if len(founded) < subject.limits["evidence.min_claims"]:
        return
    foreign = [
        claim
        for claim in founded
        if all(
            _is_foreign(each.item)
            for each in claim.evidence
            if each.item.basis in CUSTOMER_EVIDENCE
        )
    ]
    limit = subject.limits["evidence.third_party"]
    if 100 * len(foreign) > limit * len(founded):
        told = {"foreign": len(foreign), "claims": len(founded), "limit": limit}
        yield Hit(("title",), told)


def _is_foreign(evidence: Evidence) -> bool:
    return evidence.first_party is False or evidence.method == "third-party"
