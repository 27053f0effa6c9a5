"""What becomes of pains, delights and itches, and of opportunities and solutions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from cjm.diff.change import Change, Kind
from cjm.diff.details import item_details
from cjm.diff.match import Match
from cjm.diff.pairing import Pairing
from cjm.diff.settled import Settlement, descends, settled
from cjm.diff.side import Side
from cjm.figures.basis import basis_of
from cjm.findings import Route
from cjm.model.insight import Insight, Opportunity
from cjm.model.item import Item
from cjm.model.text import Text
from cjm.model.values import fold
from cjm.model.walk import evidence_of
from cjm.workspace.references import References

Fate: TypeAlias = Literal[
    "kept", "eased", "worsened", "refuted", "resolved", "deferred", "forgotten", "removed",
    "introduced", "merged", "split",
]  # fmt: skip

NOUNS = {"pains": "pain", "delights": "delight", "itches": "itch"}


@dataclass(frozen=True, slots=True)
class InsightFate:
    """What became of one insight.

    Attributes:
        fate: What became of it.
        old: Its route in the old map; `None` where it is new.
        new: Its route in the new map, or that of the step that settles it; `None` where there is none.
        what: `pain`, `delight` or `itch`.
        how: How its two forms were found to be one; empty where there is one form.
        score: Likeness in per cent.
    """

    fate: Fate
    old: Route | None
    new: Route | None
    what: str
    how: str = ""
    score: float = 100.0


_KIND_OF: dict[Fate, Kind] = {
    "eased": Kind.INSIGHT_EASED,
    "worsened": Kind.INSIGHT_WORSENED,
    "refuted": Kind.INSIGHT_REFUTED,
    "resolved": Kind.INSIGHT_RESOLVED,
    "deferred": Kind.INSIGHT_DEFERRED,
    "forgotten": Kind.INSIGHT_FORGOTTEN,
    "removed": Kind.INSIGHT_REMOVED,
    "introduced": Kind.INSIGHT_INTRODUCED,
    "merged": Kind.INSIGHT_MERGED,
    "split": Kind.INSIGHT_SPLIT,
}


def fates_of(pairing: Pairing) -> list[InsightFate]:
    """Return what became of every insight that was not refuted, old ones first."""
    matching = pairing.matches.insights
    old, new = pairing.old, pairing.new
    said = settled(new, old, "insights")
    is_future = descends(new, old)
    found: list[InsightFate] = []
    merged = {each.old: each for each in matching.merged}
    for route in matching.old:
        if _is_refuted(old, route):
            continue
        pair = matching.by_old.get(route)
        if pair is not None:
            found.append(_of_pair(pairing, pair))
        elif route in merged:
            found.append(InsightFate("merged", route, merged[route].new, _noun(route)))
        else:
            found.append(_gone(route, said, is_future=is_future))
    for match in matching.split:
        found.append(InsightFate("split", match.old, match.new, _noun(match.new)))
    for route in matching.added:
        if not _is_refuted(new, route):
            found.append(InsightFate("introduced", None, route, _noun(route)))
    for match in matching.pairs:
        if _is_refuted(old, match.old) and not _is_refuted(new, match.new):
            found.append(InsightFate("introduced", None, match.new, _noun(match.new)))
    return found


def _noun(route: Route) -> str:
    return NOUNS[str(route[-2])]


def _is_refuted(side: Side, route: Route) -> bool:
    insight: Insight = side.item(route)
    return insight.status == "refuted"


def _gone(route: Route, said: Mapping[Route, Settlement], *, is_future: bool) -> InsightFate:
    settlement = said.get(route)
    if settlement is not None:
        fate: Fate = "deferred" if settlement.key == "defers" else "resolved"
        return InsightFate(fate, route, settlement.route, _noun(route))
    return InsightFate("forgotten" if is_future else "removed", route, None, _noun(route))


def _of_pair(pairing: Pairing, pair: Match) -> InsightFate:
    what = _noun(pair.new)
    if _is_refuted(pairing.new, pair.new):
        return InsightFate("refuted", pair.old, None, what, pair.how, pair.score)
    before, after = _weight(pairing.old, pair.old), _weight(pairing.new, pair.new)
    fate: Fate = "kept"
    if before is not None and after is not None and before != after:
        fate = "worsened" if after > before else "eased"
    return InsightFate(fate, pair.old, pair.new, what, pair.how, pair.score)


def _weight(side: Side, route: Route) -> tuple[int, int] | None:
    """Return how much an insight weighs: by its severity, then by how often it happens."""
    insight: Insight = side.item(route)
    if insight.severity is None and insight.frequency is None:
        return None
    return (insight.severity or 0, insight.frequency or 0)


_INSIGHT_SKIP = frozenset({"evidence", "status"})
"""Keys of an insight that are compared in ways of their own."""


def insight_changes(pairing: Pairing, fates: Sequence[InsightFate]) -> Iterator[Change]:
    """Yield what differs between the insights of two maps."""
    weighed: dict[Route, str] = {}
    for fate in fates:
        kind = _KIND_OF.get(fate.fate)
        if kind is not None:
            change = _fate_change(pairing, fate, kind)
            if fate.fate in ("eased", "worsened") and fate.old is not None:
                weighed[fate.old] = change.key
            yield change
    yield from _refuted(pairing)
    for match in pairing.matches.insights.pairs:
        told: dict[str, Any] = {"what": _noun(match.new), "name": pairing.name(match.old, match.new),
                "id": pairing.id(match.old, match.new)}  # fmt: skip
        if not pairing.is_same_place(match.old, match.new) or _noun(match.old) != _noun(match.new):
            yield pairing.change(
                Kind.INSIGHT_MOVED, match.old, match.new, what=_noun(match.new),
                before=pairing.name(match.old[:-2], None) if match.old[:-2] else None,
                after=pairing.name(None, match.new[:-2]) if match.new[:-2] else None,
            )  # fmt: skip
        old, new = pairing.old.item(match.old), pairing.new.item(match.new)
        skip = pairing.apart(_INSIGHT_SKIP | {weighed.get(match.old, "status")})
        yield from item_details(pairing, match.old, match.new, old, new, skip=skip, **told)
        if old.status != new.status and "refuted" not in (old.status, new.status):
            yield pairing.change(
                Kind.DETAIL_CHANGED, match.old, match.new, key="status", what=_noun(match.new),
                before=old.status, after=new.status,
            )  # fmt: skip
        yield from basis_changes(pairing, match.old, match.new, **told)


def _refuted(pairing: Pairing) -> Iterator[Change]:
    """Yield the refuted insights that one map holds and the other does not: nobody's pain, but said."""
    matching = pairing.matches.insights
    for route in matching.added:
        if _is_refuted(pairing.new, route):
            yield pairing.change(Kind.DETAIL_ADDED, None, route, key=str(route[-2]),
                                 after="refuted", what=_noun(route))  # fmt: skip
    for route in matching.removed:
        if _is_refuted(pairing.old, route):
            yield pairing.change(Kind.DETAIL_REMOVED, route, None, key=str(route[-2]),
                                 before="refuted", what=_noun(route))  # fmt: skip


def _fate_change(pairing: Pairing, fate: InsightFate, kind: Kind) -> Change:
    told: dict[str, Any] = {"what": fate.what}
    if fate.old is not None and fate.fate not in ("introduced", "split"):
        told |= {"name": pairing.name(fate.old, None), "id": pairing.id(fate.old, None)}
    for key, side, route in (("before", pairing.old, fate.old), ("after", pairing.new, fate.new)):
        if route is not None and route[-2:-1] and route[-2] in NOUNS:
            severity = side.item(route).severity
            told[key] = float(severity) if severity is not None else None
            told["key"] = "severity"
    if fate.fate in ("eased", "worsened") and told.get("before") == told.get("after"):
        assert fate.old is not None
        assert fate.new is not None
        told |= {"key": "frequency",
                 "before": _number(pairing.old.item(fate.old).frequency),
                 "after": _number(pairing.new.item(fate.new).frequency)}  # fmt: skip
    return pairing.change(kind, fate.old, fate.new, **told)


def _number(value: int | None) -> float | None:
    return None if value is None else float(value)


def basis_changes(
    pairing: Pairing, old: Route, new: Route, *, of: str = "", **told: Any
) -> Iterator[Change]:
    """Yield what differs in what stands behind a claim: its basis, or else the evidence itself.

    Args:
        pairing: The two maps.
        old: The claim in the old map.
        new: The claim in the new map.
        of: Key of the claim, where the change is about the step that it stands at.
        told: Further attributes of the changes.
    """
    a, b = pairing.old.item(old), pairing.new.item(new)
    ours, theirs = pairing.old.references_at(old), pairing.new.references_at(new)
    before, after = basis_of(a, ours), basis_of(b, theirs)
    if before != after:
        key = f"{of}.basis" if of else "basis"
        yield pairing.change(
            Kind.BASIS_CHANGED, old, new, key=key, before=before, after=after, **told
        )
        return
    sources, others = _sources(a, ours), _sources(b, theirs)
    if sources.keys() != others.keys():
        key = f"{of}.evidence" if of else "evidence"
        yield pairing.change(
            Kind.DETAIL_CHANGED, old, new, key=key,
            before=tuple(sources.values()), after=tuple(others.values()), **told,
        )  # fmt: skip


def _sources(claim: Item, references: References) -> dict[str, Text]:
    """Return key → name of the evidence behind a claim."""
    found = {}
    for use in evidence_of(claim):
        resolved = references.evidence(use)
        if resolved is not None:
            found[resolved.key] = resolved.name
        else:
            found[fold(use.ref or "")] = Text(use.ref or "")
    return found


_INITIATIVE_SKIP = frozenset({"addresses"})
"""Keys of an opportunity or solution that are compared by what they lead to."""


def initiative_changes(pairing: Pairing) -> Iterator[Change]:
    """Yield what differs between the opportunities and solutions of two maps."""
    yield from _opportunities(pairing)
    matching = pairing.matches.solutions
    for route in matching.removed:
        yield pairing.change(Kind.SOLUTION_REMOVED, route, None)
    for route in matching.added:
        yield pairing.change(Kind.SOLUTION_ADDED, None, route)
    for match in matching.pairs:
        yield from _initiative(pairing, match, "solution")


def _opportunities(pairing: Pairing) -> Iterator[Change]:
    matching = pairing.matches.opportunities
    said = settled(pairing.new, pairing.old, "opportunities")
    for route in matching.removed:
        if route in said:
            yield pairing.change(Kind.OPPORTUNITY_REALISED, route, said[route].route,
                                 name=pairing.name(route, None), id=pairing.id(route, None))  # fmt: skip
        else:
            yield pairing.change(Kind.OPPORTUNITY_DROPPED, route, None)
    for route in matching.added:
        yield pairing.change(Kind.OPPORTUNITY_ADDED, None, route)
    for match in (*matching.merged, *matching.split):
        yield pairing.change(Kind.DETAIL_CHANGED, match.old, match.new, key="replaces",
                             before=pairing.name(match.old, None), after=pairing.name(None, match.new))  # fmt: skip
    for match in matching.pairs:
        old: Opportunity = pairing.old.item(match.old)
        new: Opportunity = pairing.new.item(match.new)
        kind = _turn(old.status, new.status)
        if kind is not None:
            yield pairing.change(kind, match.old, match.new, key="status",
                                 before=old.status, after=new.status)  # fmt: skip
        skip = {"status"} if kind is not None else set()
        yield from _initiative(pairing, match, "opportunity", skip)


def _turn(old: str | None, new: str | None) -> Kind | None:
    """Return the kind of a change of status that ends an opportunity, or opens it again."""
    if old == new:
        return None
    if new == "done":
        return Kind.OPPORTUNITY_REALISED
    if new == "dismissed":
        return Kind.OPPORTUNITY_DROPPED
    return Kind.OPPORTUNITY_REOPENED if old in ("done", "dismissed") else None


def _initiative(
    pairing: Pairing, match: Match, what: str, skip: set[str] | frozenset[str] = frozenset()
) -> Iterator[Change]:
    old, new = pairing.old.item(match.old), pairing.new.item(match.new)
    yield from item_details(
        pairing, match.old, match.new, old, new, skip=pairing.apart(_INITIATIVE_SKIP | skip),
        what=what, name=pairing.name(match.old, match.new), id=pairing.id(match.old, match.new),
    )  # fmt: skip
    before, after = getattr(old, "addresses", ()), getattr(new, "addresses", ())
    if _addressed(pairing, before, is_old=True) != _addressed(pairing, after, is_old=False):
        yield pairing.change(
            Kind.DETAIL_CHANGED, match.old, match.new, key="addresses", what=what,
            before=_insight_names(pairing.old, before), after=_insight_names(pairing.new, after),
        )  # fmt: skip


def _addressed(pairing: Pairing, references: Sequence[str], *, is_old: bool) -> set[Route | str]:
    """Return the insights that `references` lead to: what both maps have by its route in the new one."""
    side = pairing.old if is_old else pairing.new
    matching = pairing.matches.insights
    pairs = matching.by_old if is_old else matching.by_new
    found: set[Route | str] = set()
    for reference in references:
        at = side.find("insights", reference)
        pair = pairs.get(at) if at is not None else None
        found.add(fold(reference) if pair is None else pair.new)
    return found


def _insight_names(side: Side, references: Sequence[str]) -> tuple[Text, ...]:
    routes = [(each, side.find("insights", each)) for each in references]
    return tuple(
        Text(each) if at is None else side.item(at).text or Text(each) for each, at in routes
    )
