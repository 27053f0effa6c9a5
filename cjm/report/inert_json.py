"""JSON in which no character acts: a log or a terminal may show it as it is."""

from __future__ import annotations

from typing import Any

from cjm.findings.visible import respelt


def inert_json(document: Any) -> str:
    """Return `document` as JSON with a line break at its end; unsafe characters are escaped."""
    import json

    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)
    return "\n".join("".join(respelt(line, _escape)) for line in text.split("\n")) + "\n"


def _escape(char: str) -> str:
    """Return `char` as JSON may spell it: in UTF-16 units (RFC 8259 §7)."""
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
