"""A merged tree made one that can be written: brackets within brackets, no line without its place."""

from __future__ import annotations

from dataclasses import replace

from cjm.merge.tree import Entry, Node, comment_lines
from cjm.source.scalars import scalar, width
from cjm.source.spelling import spelt_key

_STEP = 2
_WIDTH = 120


def settled(node: Node) -> Node:
    """Return a merged tree as one that can be written."""
    return _settled(node, in_list=False, in_flow=False)


def _settled(node: Node, *, in_list: bool, in_flow: bool) -> Node:
    if node.kind == "leaf" or (node.is_written and (node.is_flow or not in_flow)):
        return node
    is_short = node.is_flow and all(_is_short(each) for each in node.entries)
    if in_flow or is_short:
        return _flow(node) if _has_lines(node) or in_flow or _has_marks(node) else node
    if node.is_flow:
        if not any(_needs_lines(each.value) or _is_told(each) for each in node.entries):
            return _flow(node) if _has_marks(node) else node
        node = _opened(node, in_list=in_list)
    if not node.entries:
        return Node(node.kind, is_flow=True, column=node.column)
    entries = [_entry(each, in_list=node.kind == "list") for each in node.entries]
    return replace(node, entries=entries)


def _entry(entry: Entry, *, in_list: bool) -> Entry:
    if entry.is_written and not entry.is_flow:
        return entry
    value = _settled(entry.value, in_list=in_list, in_flow=False)
    head, gap, tail, lead = entry.head, entry.gap, entry.tail, list(entry.lead)
    if in_list and not head.startswith("-"):
        head = "-"
    elif not in_list and not head:
        head = spelt_key(entry.key) + ":"
    if entry.is_flow:
        lead = [line for line in lead if "\n" not in line and line.strip()]
    if not value.is_block and not gap and (value.kind != "leaf" or value.text):
        gap = " "
    blanks = " " * entry.column
    if value.is_block and value.is_inline:
        if not in_list:
            value = replace(value, is_inline=False)
        else:
            first = value.entries[0]
            if first.lead or tail.strip():
                told = [*comment_lines(first.lead), *comment_lines((tail,))]
                lead += [blanks + each for each in told]
                tail = ""
                value = replace(value, entries=[replace(first, lead=()), *value.entries[1:]])
    return replace(
        entry, head=head, gap=gap, tail=tail, lead=tuple(lead), value=value, is_flow=False
    )


def _opened(node: Node, *, in_list: bool) -> Node:
    """Return what is in brackets with a line for each part."""
    entries = [
        replace(
            each,
            lead=each.lead if _is_told(each) else (),
            tail=each.tail if each.tail.strip() else "",
            gap=" ",
            is_flow=False,
        )
        for each in node.entries
    ]
    offset = node.offset or _STEP
    is_inline = in_list and node.kind == "map"
    return replace(
        node, entries=entries, is_flow=False, close="", offset=offset, is_inline=is_inline
    )


def _flow(node: Node) -> Node:
    """Return a node in brackets, with all that it holds."""
    entries: list[Entry] = []
    for number, entry in enumerate(node.entries):
        value = entry.value
        inner = _settled(value, in_list=False, in_flow=True)
        if value.kind == "leaf" and value.data is not None and not _is_flow_text(value):
            inner = Node("leaf", value.data, scalar(value.data, in_flow=True), column=value.column)
        head = entry.head
        if node.kind == "list":
            head = ""
        elif not head or not node.is_flow:
            head = spelt_key(entry.key, in_flow=True) + ":"
        gap = (entry.gap.strip("\n") or " ") if node.kind == "map" else ""
        entries.append(replace(
            entry, head=head, gap=gap, value=inner, tail=entry.tail if node.is_flow else "",
            lead=_before(node, number),
        ))  # fmt: skip
    return replace(node, entries=entries, is_flow=True, is_inline=False, foot=())


def _before(node: Node, number: int) -> tuple[str, ...]:
    """Return the blanks before a part in brackets."""
    lead = node.entries[number].lead
    is_blank = node.is_flow and not "".join(lead).strip()
    if number == 0:
        return lead if is_blank and "".join(lead) != " " else ()
    return lead if is_blank and lead else (" ",)


def _has_marks(node: Node) -> bool:
    """Whether the parts of brackets came from elsewhere and need their commas and blanks."""
    for number, entry in enumerate(node.entries):
        if (node.kind == "list") == bool(entry.head):
            return True
        if entry.tail.strip() or "".join(entry.lead).strip():
            return True
        if bool(number) == (not entry.lead):
            return True
        if _has_marks(entry.value):
            return True
    return False


def _has_lines(node: Node) -> bool:
    return node.is_block or any(_has_lines(each.value) for each in node.entries)


def _needs_lines(value: Node) -> bool:
    """Whether a value is better not put into brackets."""
    if value.kind == "leaf":
        return "\n" in value.text and value.text[:1] in "|>"
    if value.is_block and (_has_comments(value) or value.kind == "map"):
        return True
    return width(str(value.value())) > _WIDTH


def _has_comments(node: Node) -> bool:
    lines = [*node.foot]
    for entry in node.entries:
        lines += [*entry.lead, entry.tail]
        if _has_comments(entry.value):
            return True
    return bool(comment_lines(tuple(lines)))


def _is_told(entry: Entry) -> bool:
    """Whether a comment belongs to a part."""
    return bool(comment_lines((*entry.lead, entry.tail)))


def _is_short(entry: Entry) -> bool:
    if _is_told(entry):
        return False
    return not entry.value.is_block and "\n" not in entry.value.text


def _is_flow_text(value: Node) -> bool:
    """Whether the spelling of a single value reads the same within brackets."""
    if value.text[:1] in ('"', "'"):
        return True
    return "\n" not in value.text and value.text == scalar(value.data, in_flow=True)
