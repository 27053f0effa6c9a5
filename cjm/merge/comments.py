"""Comments of three versions to one: what either branch wrote stays, what either took away goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cjm.merge.tree import Entry, Node, comment_lines, shifted


def merged_lines(base: Entry | None, ours: Entry, theirs: Entry) -> tuple[str, ...]:
    """Return the lines above an entry, in brackets what stands before it."""
    if not ours.head.startswith("-") and not _is_lines(ours):
        return ours.lead
    was = base.lead if base is not None and _is_lines(base) else ()
    come = theirs.lead if _is_lines(theirs) else ()
    return _merged(was, ours.lead, come, ours.column - theirs.column)


def merged_foot(base: Node, ours: Node, theirs: Node) -> tuple[str, ...]:
    """Return the lines below the last entry of a block."""
    shift = (ours.column + ours.offset) - (theirs.column + theirs.offset)
    return _merged(base.foot, ours.foot, theirs.foot, shift)


def merged_tail(base: str, ours: str, theirs: str) -> tuple[str, list[str]]:
    """Return what follows a value on its line, and comments that find no room there."""
    was, own, come = (each.strip() for each in (base, ours, theirs))
    if come in (was, own):
        return ours, []
    if own == was:
        return theirs, []
    if not own or not come:
        return ours or theirs, []
    return ours, [come]


def check_comments(versions: Sequence[Sequence[str]], merged: Sequence[Sequence[str]]) -> bool:
    """Whether each comment is there as often as both branches left it.

    Where both took one away, or both wrote it, either number will do.

    Args:
        versions: The comments as they were, as our branch has them, and as the other has them.
        merged: Those of the merged text; where there is a conflict, with each side of it taken, and
            what is lost on one side alone is no loss.
    """
    was, own, come = map(Counter, versions)
    found = [Counter(each) for each in merged]
    for each in {*was, *own, *come, *found[0]}:
        both = own[each] + come[each] - was[each]
        least, most = min(own[each], come[each], both), max(own[each], come[each], both)
        if come[each] == was[each]:
            least = most = own[each]
        elif own[each] == was[each]:
            least = most = come[each]
        numbers = [now[each] for now in found]
        if max(numbers) < least or (len(found) == 1 and numbers[0] > most):
            return False
    return True


def _is_lines(entry: Entry) -> bool:
    return all("\n" not in line for line in entry.lead) and all(
        not line.strip() or line.lstrip().startswith(("#", "---")) for line in entry.lead
    )


def _merged(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], shift: int
) -> tuple[str, ...]:
    was, own, come = (comment_lines(tuple(each)) for each in (base, ours, theirs))
    if come in (was, own):
        return tuple(ours)
    if own == was and len(ours) == len(base):
        return tuple(shifted(line, shift) for line in theirs)
    gone = Counter(was) - Counter(come)
    kept: list[str] = []
    for line in ours:
        if gone[line.strip()] > 0:
            gone[line.strip()] -= 1
        else:
            kept.append(line)
    new = Counter(come) - Counter(was) - (Counter(own) - Counter(was))
    for line in theirs:
        if new[line.strip()] > 0:
            new[line.strip()] -= 1
            kept.append(shifted(line, shift))
    return tuple(kept)
