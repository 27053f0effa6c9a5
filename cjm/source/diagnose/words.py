"""Texts and cures as a message shows them."""

from __future__ import annotations

LONGEST = 90
"""How many code points of a cure are shown."""

UNCHECKED = "; the rest of the file was not checked"
"""Ends the message of what stops the reading, since more may be wrong further down."""


INVISIBLE = {
    "\u00a0": "no-break space",
    "\u202f": "narrow no-break space",
    "\u3000": "wide (ideographic) space",
    "\u200b": "zero-width space",
    "\ufeff": "byte order mark",
}
"""What word processors and other keyboards put where a blank is meant."""


def quoted(value: str) -> str:
    """Return `value` in quotes, those around it taken away where they are the trouble."""
    value = value.strip()
    first = value[:1]
    if len(value) > 2 and first in "\"'" and value[-1] == first:
        # An inner quote that opens a word shows that the outer two are a pair; one that closes a
        # word, as in '"No", she said, "no"', that they are not.
        at = value.find(first, 1)
        if at < len(value) - 1 and value[at + 1].isalnum():
            value = value[1:-1]
    value = value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def short(text: str, most: int = 40) -> str:
    """Return `text` on one line, cut to `most` code points."""
    line = " ".join(text[: most * 9].split())
    return line if len(line) <= most else line[: most - 1] + "…"


def cure(line: str) -> str:
    """Return a corrected line for a message: `write: title: A`."""
    line = line.strip()
    return f"write: {line if len(line) <= LONGEST else line[: LONGEST - 1] + '…'}"
