"""Rules of the category governance that see all maps at once, each in short."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence

from cjm.lint.hit import Hit, Other
from cjm.lint.outline import Outline
from cjm.lint.overlap import overlaps
from cjm.lint.subject import WorkspaceSubject
from cjm.rulebook import rule


@rule("governance", "·WW", subject="workspace", mermaid=False)
def watched_files_changed(subject: WorkspaceSubject) -> Iterator[Hit]:
    """A file under `review.watch` changed after `review.last`.

    The price list, the policy, the code of the checkout: when they change, what customers live
    through changes, and the map does not know. Globs are counted from the folder of `cjm.yaml`. Git
    is asked once a run, for what came into the checked-out branch after the day of the review; not in
    a shallow clone, which does not hold the past.

    Bad:
        # plans/prices.md changed on 2026-11-02
        review: {last: 2026-10-12, next: 2027-10-12, watch: [plans/**]}

    Good:
        # plans/prices.md changed on 2026-11-02
        review: {last: 2026-11-16, next: 2027-11-16, watch: [plans/**]}
    """
    watching = [each for each in subject.outlines if each.watch and each.reviewed is not None]
    watching = [each for each in watching if each.status != "archived"]
    if not watching or subject.changed is None or subject.today is None:
        return
    first = min(each.reviewed for each in watching if each.reviewed is not None)
    starts = sorted({_start(glob) for each in watching for glob in each.watch})
    changes = subject.changed(subject.workspace.root, starts, first)
    for each in watching if changes else ():
        yield from _changes_of(each, sorted(changes or ()), subject.today)


Change = tuple[str, datetime.date]


def _changes_of(map: Outline, changes: Sequence[Change], today: datetime.date) -> Iterator[Hit]:
    """Yield one hit for a map, at the first of its globs that something changed under."""
    assert map.reviewed is not None
    matchers = [_matcher(glob) for glob in map.watch]
    latest: dict[str, datetime.date] = {}
    at = len(matchers)
    for path, day in changes:
        found = next((i for i, matches in enumerate(matchers) if matches(path)), None)
        if found is not None and map.reviewed < day <= today:
            latest[path] = max(day, latest.get(path, day))
            at = min(at, found)
    if latest:
        first = max(latest, key=lambda path: (latest[path], path))
        told = {"path": first, "day": latest[first], "last": map.reviewed, "more": len(latest) - 1}
        variant = "several" if len(latest) > 1 else ""
        yield Hit(("review", "watch", at), told, variant, path=map.path)


_GLOB = re.compile(r"[*?\[\\]")


def _start(glob: str) -> str:
    """Return the folder that everything under `glob` lies in, or the file that it names."""
    special = _GLOB.search(glob)
    if special is None:
        return glob.strip("/")
    return glob[: special.start()].rpartition("/")[0].strip("/")


def _matcher(glob: str) -> Callable[[str], bool]:
    from pathspec import PathSpec

    inner = glob.strip("/")
    try:
        # The stroke ties it to the root, and keeps `!` and `#` from meaning something.
        return PathSpec.from_lines("gitignore", ["/" + inner] if inner else []).match_file
    except ValueError:
        return lambda path: False


@rule("governance", "·WW", subject="workspace", mermaid=False)
def overlapping_journeys(subject: WorkspaceSubject) -> Iterator[Hit]:
    """Two maps share most of their steps and touchpoints, and are not joined by a baseline or parent.

    Two teams that map one journey mend it twice, or in two directions. Let one be the `baseline` of
    the other, its `parent`, the `journey` of a step; or make them one map. Maps that share no
    persona, or whose tags differ (two countries, two brands), may run alike; so may a journey and
    its blueprint, and what is and what shall be. Archived maps are not asked. The settings:
    `overlap.min`, in per cent of the smaller map's steps, and of its touchpoints; `overlap.steps`,
    the fewest steps in common.

    Bad:
        # file: journeys/again.journey.yaml like journeys/upgrade.journey.yaml
        title: Going over to 5G

    Good:
        # file: journeys/again.journey.yaml like journeys/upgrade.journey.yaml
        title: Going over to 5G
        parent: upgrade

    Source: Cemantica
    """
    limits = subject.limits
    for each in overlaps(subject.outlines, limits["overlap.min"] / 100, limits["overlap.steps"]):
        told = {
            "other": each.other.id, "path": each.other.path, "steps": each.steps,
            "of": each.of, "touchpoints": _counted(each.touchpoints), "more": each.more,
        }  # fmt: skip
        related = (Other(("title",), "the other one", path=each.other.path),)
        variant = "touchpoints" if each.touchpoints else "steps"
        variant += "-more" if each.more else ""
        yield Hit(("title",), told, variant, path=each.map.path, related=related)


def _counted(touchpoints: int) -> str:
    return "1 touchpoint" if touchpoints == 1 else f"{touchpoints} touchpoints"
