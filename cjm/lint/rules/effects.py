"""The rule of the category experience that reckons the curve from pains and delights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cjm.findings import Route
from cjm.lint.felt import (
    SEEN,
    Felt,
    concerns,
    content_at,
    felt_among,
    insights_at,
    level_words,
)
from cjm.lint.hit import Hit, Other
from cjm.lint.subject import MapSubject
from cjm.model.insight import Insight
from cjm.rulebook import rule


@rule("experience", "·WW", mermaid=False, supersedes=("pain-without-low",))
def curve_against_insights(subject: MapSubject) -> Iterator[Hit]:
    """A set, unmeasured feeling differs by over 1 from the mean effect of its insights.

    Pains pull the feeling down, delights lift it. Each `effect` e of 1…5 is worth 0.4 × e on the
    feeling's scale, + for a delight and − for a pain, and counts by its `weight` w (0…100, default
    100): the mean is Σ w · (±0.4 e) ÷ Σ w, over the pains and delights of the step. A pain of effect 5
    and weight 100 beside a delight of effect 2 and weight 50 gives (−2 × 100 + 0.8 × 50) ÷ 150 = −1.07.
    Judged only where each of them has an effect, and never where the feeling was measured or observed.
    The distance is the setting `curve.max_difference`.

    Bad:
        stages:
          - id: use
            steps:
              - {id: first-film, feeling: {level: -0.5, evidence: interviews},
                 delights: [{id: no-buffering, effect: 4}]}

    Good:
        stages:
          - id: use
            steps:
              - {id: first-film, feeling: {level: 1.5, evidence: interviews},
                 delights: [{id: no-buffering, effect: 4}]}

    Source: TheyDo
    """
    limit = subject.limits["curve.max_difference"]
    for place, claims in subject.claims_at.items():
        held = insights_at(subject, place, "pains", "delights") if place else []
        if not any(insight.effect is not None for _, insight in held):
            continue
        named = content_at(subject, place).feelings or ()
        by_persona: dict[str, list[Felt]] = {}
        for felt in felt_among(claims):
            by_persona.setdefault(felt.persona, []).append(felt)
        for several in by_persona.values():
            own = [
                (claim.route, insight)
                for claim, insight in held
                if concerns(subject, insight, several[0], named)
            ]
            mean = mean_effect((str(route[-2]), insight) for route, insight in own)
            level = sum(felt.level for felt in several) / len(several)
            if mean is None or any(felt.basis in SEEN for felt in several):
                continue
            if abs(level - mean) > limit + _EXACT:
                yield _against(place, several[0].route, level, mean, own)


_EXACT = 1e-9
"""Levels are decimal fractions, which binary numbers miss by less."""


def mean_effect(insights: Iterable[tuple[str, Insight]]) -> float | None:
    """Return the weighted mean of what pains and delights are worth, −2…+2.

    `insights` are pairs of `pains` or `delights` and the insight. `None` where there is none, where one has no effect, and where nothing has any weight.
    """
    total = worth = 0.0
    for kind, insight in insights:
        if insight.effect is None:
            return None
        weight = 100 if insight.weight is None else insight.weight
        total += weight
        worth += weight * _WORTH * insight.effect * (1 if kind == "delights" else -1)
    return worth / total if total else None


_WORTH = 0.4
"""Of one step of `effect` on the scale of feelings: 5 is as far as it goes, 2."""


def _against(
    place: Route, route: Route, level: float, mean: float, own: list[tuple[Route, Insight]]
) -> Hit:
    related = tuple(Other(at, f"effect {insight.effect}") for at, insight in own[:3])
    told = {"level": level_words(level), "mean": level_words(mean),
            "difference": f"{round(abs(level - mean), 2):g}"}  # fmt: skip
    return Hit(route, told, related=related, scope=place)
