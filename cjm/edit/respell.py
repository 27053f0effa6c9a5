"""Edits that write one value or key in the place of another."""

from __future__ import annotations

from cjm.edit.node import is_repeated, node_at, replace
from cjm.findings import Edit, Route, Span
from cjm.source.document import Document
from cjm.source.scalars import quoted, scalar

_MERMAID_SIGNS = frozenset(":,;#%\n\r")


def respell(document: Document, route: Route, value: str, *, was: str = "") -> list[Edit] | None:
    """Return the edit that writes `value` where the text at `route` stands, quoted as that is.

    Args:
        document: The text.
        route: Of a single value; of an item that is written as plain words, that is its words.
        value: What to write.
        was: What must stand there; not asked where it is empty.

    Returns:
        `None` where something else stands there, or an alias repeats it elsewhere.
    """
    node = node_at(document, route)
    if node is None or not isinstance(node.data, str) or (was and str(node.data) != was):
        return None
    return respell_at(
        document, (node.start, node.end), value, in_flow=node.in_flow, was=str(node.data)
    )


def respell_at(
    document: Document, stretch: tuple[int, int], value: str, *, in_flow: bool, was: str = ""
) -> list[Edit] | None:
    """Do the same for the value that stands from one offset to another.

    Args:
        document: The text.
        stretch: Where the value starts and ends.
        value: What to write.
        in_flow: Whether it stands in brackets; where in doubt, it does.
        was: What a diagram must have there.
    """
    start, end = stretch
    spelt = document.text[start:end]
    if document.kind == "mermaid":
        if spelt != was or not _MERMAID_SIGNS.isdisjoint(value) or value != value.strip():
            return None
        return [replace(document, start, end, value)]
    if not spelt or spelt[0] in "|>&*!":
        return None
    edits = [replace(document, start, end, _like(spelt, value, in_flow=in_flow))]
    return None if is_repeated(document, edits) else edits


def rename_key(document: Document, route: Route, key: str) -> list[Edit] | None:
    """Return the edit that gives what stands at `route` another key.

    Returns:
        `None` where the text does not spell the key, or has the other one already.
    """
    node = node_at(document, route)
    if node is None or node.unspelt or node.key is None:
        return None
    holder = node_at(document, node.route[:-1])
    if holder is None or not isinstance(holder.data, dict) or key in holder.data:
        return None
    return rename_key_at(document, node.key, key, in_flow=node.in_flow)


def rename_key_at(
    document: Document, span: Span, key: str, *, in_flow: bool = False
) -> list[Edit] | None:
    """Return the edit that writes `key` in the place of the key at `span`."""
    if document.kind == "mermaid":
        return None
    return respell_at(document, (span.start.offset, span.end.offset), key, in_flow=in_flow)


def _like(spelt: str, value: str, *, in_flow: bool) -> str:
    """Return `value` quoted as `spelt` is, or as it has to be."""
    if spelt[0] == '"' or any(sign in value for sign in "\n\r\t"):
        return quoted(value)
    if spelt[0] == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return scalar(value, in_flow=in_flow)
