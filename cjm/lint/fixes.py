"""From what a rule offers to a fix: here alone remedies become edits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cjm.edit.ids import id_edits
from cjm.edit.insert import put_format_key
from cjm.edit.languages import Gap, language_edits
from cjm.edit.node import replace
from cjm.edit.respell import rename_key, rename_key_at, respell, respell_at
from cjm.findings import Edit, Fix, Route
from cjm.lint.remedy import AddFormatKey, AddLanguages, Remedy, Respell, WriteId
from cjm.lint.where import shorten
from cjm.model.values import Meant
from cjm.source.document import Document, TextProblem


def fix_of(document: Document, remedies: Sequence[Remedy], *, edits: bool = True) -> Fix | None:
    """Return the fix that follows all `remedies`, which are of one kind.

    Args:
        document: Of the hits that offer them.
        remedies: Of one hit, or of all that one finding speaks of.
        edits: Whether they are worked out; without, a fix of many places has none.

    Returns:
        `None` where the text does not allow it.
    """
    if not edits and len(remedies) > 1 and not isinstance(remedies[0], Respell):
        return _promised(document, remedies)
    first = remedies[0] if remedies else None
    if isinstance(first, Respell):
        return _respelt(document, [each for each in remedies if isinstance(each, Respell)])
    if isinstance(first, WriteId):
        return _ids([each for each in remedies if isinstance(each, WriteId)])
    if isinstance(first, AddLanguages):
        return _languages(document, [each for each in remedies if isinstance(each, AddLanguages)])
    if isinstance(first, AddFormatKey):
        title = f"add 'cjm: {first.value}'"
        return _fix(title, put_format_key(document, first.value))
    return None


def _promised(document: Document, remedies: Sequence[Remedy]) -> Fix | None:
    """Return a fix without edits, where there is one for some of the places."""
    found = (fix_of(document, [each]) for each in remedies)
    first = next((each for each in found if each is not None), None)
    return None if first is None else Fix(first.title, (), first.safe)


def problem_fix(document: Document, problem: TextProblem) -> Fix | None:
    """Return the fix of what reading a file came upon, where it knows what was meant."""
    route, near = problem.data.get("route"), problem.data.get("nearest")
    meant = problem.data.get("meant")
    if not isinstance(route, tuple) or not route or document.kind != "yaml":
        return None
    holder, value = _value(document, route[:-1]), _value(document, route)
    if isinstance(near, str) and problem.rule == "unknown-key":
        if not isinstance(holder, dict) or near in holder:
            return None
        title = f"rename '{shorten(str(route[-1]))}' to '{near}'"
        return _fix(title, rename_key_at(document, problem.span, near), is_safe=False)
    if isinstance(meant, Meant) and isinstance(value, str):
        return _fix(
            f"write '{meant.text}'", _meant(document, problem, meant), is_safe=meant.is_sure
        )
    return None


def _meant(document: Document, problem: TextProblem, meant: Meant) -> list[Edit] | None:
    start, end = problem.span.start.offset, problem.span.end.offset
    if any(sign in document.text[start:end] for sign in "\r\n"):
        return None
    if not meant.is_plain:
        return respell_at(document, (start, end), meant.text, in_flow=True)
    if not respell_at(document, (start, end), "x", in_flow=True):
        return None
    return [replace(document, start, end, meant.text)]


def _respelt(document: Document, remedies: Iterable[Respell]) -> Fix | None:
    edits: list[Edit] = []
    value = ""
    for each in remedies:
        value = each.value
        if each.on_key:
            found = rename_key(document, each.route, each.value)
        else:
            found = respell(document, each.route, each.value, was=each.was)
        if found is None:
            return None
        edits += found
    return _fix(f"write '{shorten(value)}'", edits, is_safe=False)


def _ids(remedies: Sequence[WriteId]) -> Fix | None:
    edits: list[Edit] = []
    by_map = {id(each.map): each.map for each in remedies}
    for key, map in by_map.items():
        edits += id_edits(map, only={each.route for each in remedies if id(each.map) == key})
    one = remedies[0].map.ids.of[remedies[0].route]
    title = f"write 'id: {one}'" if len(remedies) == 1 else f"write {len(remedies)} ids"
    return _fix(title, edits)


def _languages(document: Document, remedies: Sequence[AddLanguages]) -> Fix | None:
    gaps = [Gap(each.route, each.languages) for each in remedies]
    tags = ", ".join(dict.fromkeys(tag for each in remedies for tag in each.languages))
    return _fix(f"make room for {tags}", language_edits(document, gaps, remedies[0].language))


def _fix(title: str, edits: Sequence[Edit] | None, *, is_safe: bool = True) -> Fix | None:
    return Fix(title, tuple(edits), is_safe) if edits else None


def _value(document: Document, route: Route) -> object:
    here = document.data
    for key in route:
        try:
            here = here[key]
        except (KeyError, IndexError, TypeError):
            return None
    return here
