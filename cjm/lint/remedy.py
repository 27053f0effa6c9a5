"""What a rule offers to mend what it found: data only, for a rule knows no spans."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from cjm.findings import Route
from cjm.workspace.workspace import Map


class Respell(NamedTuple):
    """Write another value, or another key, in the place of one: it changes what the map says.

    Attributes:
        route: Of the value.
        value: What to write.
        was: What stands there.
        on_key: The key is meant, not its value.
    """

    route: Route
    value: str
    was: str = ""
    on_key: bool = False


class WriteId(NamedTuple):
    """Write down the id that is worked out from an item's words.

    Attributes:
        map: That holds the item; it may be another one than the rule judged.
        route: Of the item.
    """

    map: Map
    route: Route


class AddLanguages(NamedTuple):
    """Make room for a text in further languages.

    Attributes:
        route: Of the text.
        languages: Tags of those that are missing.
        language: Of plain strings.
    """

    route: Route
    languages: tuple[str, ...]
    language: str


class AddFormatKey(NamedTuple):
    """Say in the first key what the file is.

    Attributes:
        value: Kind and version.
    """

    value: str


Remedy: TypeAlias = Respell | WriteId | AddLanguages | AddFormatKey
