"""What to say of a reference that leads to nothing: the nearest, what there is, or how to define it."""

from __future__ import annotations

from cjm.findings import Route
from cjm.lint.hit import Hit
from cjm.lint.remedy import Respell
from cjm.lint.subject import FileSubject, MapSubject
from cjm.model.values import is_id, nearest

_FEW = 6
"""So many ids may be listed in a sentence."""


def missing(route: Route, kind: str, reference: str, known: list[str]) -> Hit:
    """Return the hit for a reference to something that is none of the ids `known`."""
    near = nearest(reference, known) if known else None
    said = {"kind": kind, "reference": reference, "near": near or ""}
    if near is None and 0 < len(known) <= _FEW:
        said["known"] = ", ".join(f"'{each}'" for each in known)
        return Hit(route, said, "known")
    if near is None:
        return Hit(route, said)
    return Hit(route, said, "near", remedies=(Respell(route, near, reference),))


def undefined(subject: FileSubject, hit: Hit, section: str) -> Hit:
    """Return `hit` with what to write so that the shared thing is there."""
    from cjm.source.scalars import scalar

    reference = str(hit.parameters["reference"])
    entry, key = "{name: …}", hit.route[-1]
    if section == "evidence":
        entry = "{title: …, method: interview}"
    told = {**hit.parameters, "section": section}
    if section == "personas":
        return Hit(
            hit.route, {**told, "entry": f"{{name: {scalar(reference, in_flow=True)}}}"}, "in-words"
        )
    if not is_id(reference):
        if key != "ref":
            return hit  # a place that takes no more than a reference
        entry = entry.replace("…", scalar(reference, in_flow=True))
        return Hit(hit.route, {**told, "entry": entry}, "in-words")
    has_library = not isinstance(subject, MapSubject) or subject.journey.library is not None
    variant = "library" if has_library else "no-library"
    return Hit(hit.route, {**told, "entry": entry}, variant)
