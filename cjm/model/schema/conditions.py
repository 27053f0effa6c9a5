"""Which keys an object must have, and which must not stand together.

Said once more for JSON Schema, since the models say it in code: `Item.any_of` and `Item.required`,
`Journey.adjust`, and `cjm.model.check`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.stage import Stage, Step

Schema: TypeAlias = dict[str, Any]
Condition: TypeAlias = dict[str, Schema]
"""Key → what must hold of its value, which must be there."""

GIVEN: Schema = {"$ref": "#/definitions/given"}
THERE: Schema = {"not": {"type": "null"}}
TRUE: Schema = {"const": True}

GIVEN_DEFINITION: Schema = {
    "description": "A value that says something: an empty one is the same as none.",
    "not": {
        "anyOf": [
            {"enum": [None, ""]},
            {"type": "array", "items": {"type": "null"}},
            {"type": "object", "additionalProperties": {"enum": [None, ""]}},
        ]
    },
}


def needs(cls: type[Item]) -> list[list[Condition]]:
    """Return what an object of `cls` must have: of each list, one condition must hold."""
    if cls is Journey:
        return [[{"title": GIVEN}], [{"stages": GIVEN}, {"steps": THERE}]]
    if cls is Stage:
        return [[{"name": GIVEN}, {"same": TRUE, "id": THERE}]]
    if cls is Step:
        return [[{"name": GIVEN}]]
    if not cls.required:
        return []
    if cls.any_of:
        return [[{key: GIVEN} for key in cls.any_of]]
    if cls.shorthand is None:
        return []
    keys = (cls.shorthand, "ref") if "ref" in cls.keys() else (cls.shorthand,)
    return [[{key: GIVEN} for key in keys]]


def conflicts(cls: type[Item]) -> Iterator[Condition]:
    """Yield what must not hold of an object of `cls`: above all one key in two spellings."""
    for key in cls.keys():
        for first, second in itertools.combinations((key, *spellings(cls, key)), 2):
            yield {first: THERE, second: THERE}
    if "ref" in cls.keys():
        yield {"ref": THERE, "id": THERE}
    if cls is Journey:
        yield {"stages": THERE, "steps": THERE}
    if cls is Stage:
        yield {"steps": GIVEN, "next": GIVEN}
        yield {"steps": GIVEN, "actor": GIVEN}


def spellings(cls: type[Item], key: str) -> list[str]:
    """Return the other spellings of `key`: with `-` for `_`, and its aliases."""
    hyphened = [key.replace("_", "-")] if "_" in key else []
    return hyphened + [other for other, meant in cls.aliases.items() if meant == key]


def holds(condition: Condition) -> Schema:
    """Return the schema of the objects for which `condition` holds."""
    return {"required": list(condition), "properties": condition}


def one_holds(conditions: Iterable[Condition]) -> Schema:
    """Return the schema of the objects for which one of `conditions` holds."""
    schemas = [holds(condition) for condition in conditions]
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
