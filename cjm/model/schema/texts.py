"""The JSON Schema of texts: plain, in languages, and where an object might stand as well."""

from __future__ import annotations

from typing import Any, TypeAlias

from cjm.model.meant_number import NUMBERLIKE
from cjm.model.schema import conditions, patterns
from cjm.model.schema.shapes import SCALAR

Schema: TypeAlias = dict[str, Any]

TEXTS: Schema = {"$ref": "#/definitions/texts"}


def text_schema() -> Schema:
    """Return the schema of a text."""
    return {
        "description": "A text, or one text a language: {en: …, zh: …}.",
        "anyOf": [{"type": SCALAR}, TEXTS],
    }


def texts_schema() -> Schema:
    """Return the schema of a text in languages, at least one of them given."""
    return {
        "type": "object",
        "patternProperties": {patterns.language_pattern(): {"type": [*SCALAR, "null"]}},
        "additionalProperties": False,
        "not": {"additionalProperties": {"type": "null"}},
    }


def scalar_schema() -> Schema:
    """Return the schema of a text that stands for an object."""
    return {"type": SCALAR, "minLength": 1}


def texts_alone_schema() -> Schema:
    """Return the schema of a text in languages where an object might stand as well.

    There `id` is a key; it is Indonesian where its text has a blank, beside another language.
    """
    no_id = {"not": conditions.holds({"id": conditions.THERE})}
    indonesian = {
        "properties": {"id": {"type": "string", "pattern": r"\S[\s\S]* [\s\S]*\S"}},
        "not": {"properties": {"id": {}}, "additionalProperties": {"type": "null"}},
    }
    return {"allOf": [TEXTS, conditions.GIVEN, {"anyOf": [no_id, indonesian]}]}


def no_number(schema: Schema) -> Schema:
    """Return `schema` for words: a number, and what was meant as one, is read as a level there."""
    meant = {"type": "string", "pattern": patterns.whole(NUMBERLIKE)}
    return {"allOf": [schema, {"type": ["string", "boolean"], "not": meant}]}
