"""The sentences of changes, a line each, with nothing in them that acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cjm.diff.change import Change, Kind
from cjm.diff.judge import Judged
from cjm.findings.visible import visible
from cjm.model.quantity import Duration
from cjm.model.text import Text
from cjm.report.diff.numbers import ARROW, MINUS, level, plain, time
from cjm.report.diff.rewording import changed_words, language_that_differs

_LONGEST = 90


@dataclass(frozen=True)
class Tongue:
    """In which language names are told.

    Attributes:
        wanted: The language asked for; may be empty.
        fallback: That of the map.
    """

    wanted: str = ""
    fallback: str = ""

    def __call__(self, text: Text) -> str:
        """Return a text on one line, made visible."""
        return _clipped(text.in_language(self.wanted, self.fallback))

    def quoted(self, text: Text) -> str:
        """Return a text in quotes."""
        return f"'{self(text)}'"

    def value(self, value: Any) -> str:
        """Return what something was or is, in words."""
        if value is None or value == ():
            return "none"
        if isinstance(value, Text):
            return self.quoted(value)
        if isinstance(value, tuple):
            return ", ".join(self(each) for each in value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, float):
            return plain(value)
        if isinstance(value, Duration) and value.text.startswith("P"):
            return time(value.seconds)  # nobody reads ISO 8601
        return visible(str(value))


def _clipped(text: str) -> str:
    words = visible(" ".join(text.split()))
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def sentence(change: Change, tongue: Tongue) -> str:
    """Return a change in a line, as it reads under the step it is about."""
    make = _BY_KIND.get(change.kind)
    return make(change, tongue) if make is not None else _plain(change, tongue)


def _arrow(change: Change, tongue: Tongue) -> str:
    return f"{tongue.value(change.before)} {ARROW} {tongue.value(change.after)}"


def _levels(change: Change) -> str:
    before = change.before if isinstance(change.before, float) else None
    after = change.after if isinstance(change.after, float) else None
    return f"{level(before)} {ARROW} {level(after)}"


def _feeling(change: Change, tongue: Tongue) -> str:
    who = f" of {tongue(change.persona)}" if change.persona else ""
    return f"feeling{who} {_levels(change)}"


def _expectation(change: Change, tongue: Tongue) -> str:
    return f"expectation {_levels(change)}"


_INSIGHT = {
    Kind.INSIGHT_RESOLVED: "{what} resolved",
    Kind.INSIGHT_DEFERRED: "{what} deferred",
    Kind.INSIGHT_FORGOTTEN: "{what} neither kept, resolved nor deferred",
    Kind.INSIGHT_REMOVED: "{what} gone",
    Kind.INSIGHT_REFUTED: "{what} refuted",
    Kind.INSIGHT_INTRODUCED: "new {what}",
    Kind.INSIGHT_MERGED: "{what} merged",
    Kind.INSIGHT_SPLIT: "{what} split",
    Kind.INSIGHT_EASED: "{what} eased",
    Kind.INSIGHT_WORSENED: "{what} worse",
    Kind.INSIGHT_MOVED: "{what} moved",
}


_OF_OTHERS = {
    ("delight", Kind.INSIGHT_FORGOTTEN): "delight lost",
    ("delight", Kind.INSIGHT_EASED): "delight weaker",
    ("delight", Kind.INSIGHT_WORSENED): "delight stronger",
    ("itch", Kind.INSIGHT_FORGOTTEN): "itch no longer spoken of",
    ("itch", Kind.INSIGHT_RESOLVED): "itch met",
    ("itch", Kind.INSIGHT_EASED): "itch weaker",
    ("itch", Kind.INSIGHT_WORSENED): "itch stronger",
}
"""What is said otherwise of delights and itches than of pains."""


def _insight(change: Change, tongue: Tongue) -> str:
    said = _OF_OTHERS.get((change.what, change.kind)) or _INSIGHT[change.kind].format(
        what=change.what
    )
    words = f"{said}: {tongue.quoted(change.name)}"
    if change.kind in (Kind.INSIGHT_EASED, Kind.INSIGHT_WORSENED):
        return f"{words}, {change.key} {_arrow(change, tongue)}"
    if change.kind is Kind.INSIGHT_MOVED:
        return f"{words}, {_from_to(change, tongue)}"
    severity = change.after if change.before is None else change.before
    return words if severity is None else f"{words}, severity {tongue.value(severity)}"


def _from_to(change: Change, tongue: Tongue) -> str:
    before = tongue.quoted(change.before) if isinstance(change.before, Text) else "the whole map"
    after = tongue.quoted(change.after) if isinstance(change.after, Text) else "the whole map"
    return f"from {before} to {after}"


def _opportunity(change: Change, tongue: Tongue) -> str:
    said = {
        Kind.OPPORTUNITY_ADDED: "new opportunity",
        Kind.OPPORTUNITY_REALISED: "opportunity realised",
        Kind.OPPORTUNITY_DROPPED: "opportunity dropped",
        Kind.OPPORTUNITY_REOPENED: "opportunity open again",
        Kind.SOLUTION_ADDED: "new solution",
        Kind.SOLUTION_REMOVED: "solution gone",
    }
    return f"{said[change.kind]}: {tongue.quoted(change.name)}"


def _place(change: Change, tongue: Tongue) -> str:
    noun, _, verb = change.kind.value.partition("-")
    if change.kind in (Kind.STAGE_MERGED, Kind.STEP_MERGED):
        return f"{noun} {tongue.quoted(change.name)} merged into {tongue.value(change.after)}"
    if change.kind in (Kind.STAGE_SPLIT, Kind.STEP_SPLIT):
        return f"{noun} split off from {tongue.value(change.before)}"
    if change.kind is Kind.STEP_MOVED and isinstance(change.before, Text):
        return f"{noun} moved {_from_to(change, tongue)}"
    return f"{noun} {verb}"


def _branch(change: Change, tongue: Tongue) -> str:
    name = tongue.quoted(change.name)
    if change.kind is Kind.BRANCH_CHANGED:
        unit = " %" if change.key == "share" else ""
        way = "way out" if change.what == "exit" else "way to"
        return f"{way} {name}: {change.key} {_arrow(change, tongue)}{unit}"
    way = "way out" if change.what == "exit" else "way"
    verb = f"new {way}" if change.kind is Kind.BRANCH_ADDED else f"{way} gone"
    share = change.after if change.before is None else change.before
    return f"{verb}: {name}" + (f", {tongue.value(share)} %" if share is not None else "")


def _touchpoint(change: Change, tongue: Tongue) -> str:
    if change.kind is Kind.TOUCHPOINT_ADDED:
        return f"touchpoint added: {tongue.quoted(change.name)}"
    if change.kind is Kind.TOUCHPOINT_REMOVED:
        return f"touchpoint removed: {tongue.quoted(change.name)}"
    return f"touchpoint {tongue.quoted(change.name)}: {_key(change)} {_arrow(change, tongue)}"


def _lists(change: Change, tongue: Tongue) -> str:
    noun = "channel" if change.kind is Kind.CHANNELS_CHANGED else "owner"
    before, after = (
        [tongue(each) for each in side] if isinstance(side, tuple) else []
        for side in (change.before, change.after)
    )
    gone = [each for each in before if each not in after]
    come = [each for each in after if each not in before]
    if (gone and come) or not (before and after):
        return f"{noun} {_arrow(change, tongue)}"
    return f"{noun} {'+' if come else MINUS} {', '.join(come or gone)}"


def _metric(change: Change, tongue: Tongue) -> str:
    name = tongue.quoted(change.name)
    if change.kind is Kind.METRIC_ADDED:
        return f"new metric: {name}"
    if change.kind is Kind.METRIC_REMOVED:
        return f"metric gone: {name}"
    return f"metric {name}: {_key(change)} {_arrow(change, tongue)}"


_SUMS = {
    Kind.NEED_MET: "need met: {name}",
    Kind.NEED_UNMET: "need met no longer: {name}",
    Kind.RESOURCE_GAP_OPENED: "resource needed: {name}",
    Kind.RESOURCE_GAP_CLOSED: "resource no longer needed: {name}",
    Kind.EVIDENCE_ADDED: "new evidence: {name}",
    Kind.EVIDENCE_REMOVED: "evidence no longer used: {name}",
    Kind.PERSONA_ADDED: "new persona: {name}",
    Kind.PERSONA_REMOVED: "persona gone: {name}",
}


def _sum(change: Change, tongue: Tongue) -> str:
    return _SUMS[change.kind].format(name=tongue.quoted(change.name))


def _basis(change: Change, tongue: Tongue) -> str:
    whose = f" of {tongue(change.persona)}" if change.persona else ""
    what = change.key.rpartition(".")[0] or f"{change.what} {tongue.quoted(change.name)}"
    return f"basis of the {what}{whose}: {_arrow(change, tongue)}"


def _time(change: Change, tongue: Tongue) -> str:
    noun = "waiting" if change.kind is Kind.WAIT_CHANGED else "duration"
    return f"{noun} {_arrow(change, tongue)}"


def _moment(change: Change, tongue: Tongue) -> str:
    if change.before is None:
        return "is a moment of truth now"
    return (
        "is no moment of truth now" if change.after is None else f"moment {_arrow(change, tongue)}"
    )


def _id(change: Change, tongue: Tongue) -> str:
    return f"id {_arrow(change, tongue)}"


def _wording(change: Change, tongue: Tongue) -> str:
    """Return the words that changed; in another language than asked for, where those of it did not."""
    subject = f"{_subject(change, tongue)}{_key(change)} reworded"
    before, after = change.before, change.after
    if not isinstance(before, Text) or not isinstance(after, Text):
        return f"{subject}: {_arrow(change, tongue)}"  # one of them was not written
    tag = language_that_differs(before, after, tongue.wanted, tongue.fallback)
    told = [each.in_language(tag, tongue.fallback) for each in (before, after)]
    old, new = (f"'{_clipped(words)}'" for words in changed_words(*told))
    where = f" ({tag})" if tag not in (tongue.wanted, tongue.fallback) else ""
    return f"{subject}{where}: {old} {ARROW} {new}"


def _plain(change: Change, tongue: Tongue) -> str:
    subject = _subject(change, tongue)
    if change.kind is Kind.DETAIL_ADDED:
        return f"{subject}{_key(change)} added: {tongue.value(change.after)}"
    if change.kind is Kind.DETAIL_REMOVED:
        return f"{subject}{_key(change)} removed: {tongue.value(change.before)}"
    return f"{subject}{_key(change)} {_arrow(change, tongue)}"


def _subject(change: Change, tongue: Tongue) -> str:
    """Return what a detail is of, where that is not the step itself."""
    return f"{change.what} {tongue.quoted(change.name)}: " if change.what else ""


def _key(change: Change) -> str:
    return visible(change.key.replace(".", " ").replace("_", " "))


_BY_KIND = {
    Kind.FEELING_CHANGED: _feeling,
    Kind.EXPECTATION_CHANGED: _expectation,
    Kind.MOMENT_CHANGED: _moment,
    Kind.CHANNELS_CHANGED: _lists,
    Kind.OWNERS_CHANGED: _lists,
    Kind.BASIS_CHANGED: _basis,
    Kind.DURATION_CHANGED: _time,
    Kind.WAIT_CHANGED: _time,
    Kind.ID_CHANGED: _id,
    Kind.WORDING: _wording,
    **dict.fromkeys(_INSIGHT, _insight),
    **dict.fromkeys(_SUMS, _sum),
    **{kind: _opportunity for kind in Kind if kind.value.startswith(("opportunity-", "solution-"))},
    **{kind: _place for kind in Kind if kind.value.startswith(("stage-", "step-"))},
    **{kind: _branch for kind in Kind if kind.value.startswith("branch-")},
    **{kind: _touchpoint for kind in Kind if kind.value.startswith("touchpoint-")},
    **{kind: _metric for kind in Kind if kind.value.startswith("metric-")},
}


def touchpoint_line(changes: Sequence[Judged], tongue: Tongue) -> str:
    """Return the touchpoints, channels and owners of a step in one line: `SIM kit → eSIM, …`."""
    gone = [
        tongue(each.change.name) for each in changes if each.change.kind is Kind.TOUCHPOINT_REMOVED
    ]
    come = [
        tongue(each.change.name) for each in changes if each.change.kind is Kind.TOUCHPOINT_ADDED
    ]
    parts = []
    if gone and come:
        parts.append(f"touchpoint {', '.join(gone)} {ARROW} {', '.join(come)}")
    elif gone or come:
        parts.append(f"touchpoint {'+' if come else '−'} {', '.join(gone or come)}")
    parts += [sentence(each.change, tongue) for each in changes if each.change.kind in
              (Kind.CHANNELS_CHANGED, Kind.OWNERS_CHANGED)]  # fmt: skip
    return "; ".join(parts)


def metric_line(changes: Sequence[Judged], tongue: Tongue, *, is_plan: bool) -> str:
    """Return what differs in one metric in one line: `metric 'CSAT': now 2.9, target 4.2 → 4.4`.

    Args:
        changes: The changes of the values of one metric at one place.
        tongue: The language of names.
        is_plan: Whether the new map says how things shall be: it has no values of its own then, and
            its baseline is what was found.
    """
    values = {each.change.key: each.change for each in changes}
    parts = []
    actual, baseline, target = (values.get(key) for key in ("actual", "baseline", "target"))
    if actual is not None and is_plan and actual.after is None:
        parts.append(f"now {tongue.value(actual.before)}")
        if baseline is not None and str(baseline.after) == str(actual.before):
            baseline = None
    elif actual is not None:
        parts.append(f"now {_arrow(actual, tongue)}")
    if baseline is not None:
        parts.append(f"baseline {_arrow(baseline, tongue)}")
    if target is not None:
        parts.append(f"target {_arrow(target, tongue)}")
    return f"metric {tongue.quoted(changes[0].change.name)}: {', '.join(parts)}"


OF_TOUCHPOINTS = frozenset(
    {Kind.TOUCHPOINT_ADDED, Kind.TOUCHPOINT_REMOVED, Kind.CHANNELS_CHANGED, Kind.OWNERS_CHANGED}
)
"""Kinds that `touchpoint_line` tells of together."""
