"""The JSON Schema of the objects: a walk over the fields of the models and their annotations."""

from __future__ import annotations

from collections.abc import Container
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item, OneOrMany
from cjm.model.journey import Journey
from cjm.model.library import Section
from cjm.model.schema import conditions, texts
from cjm.model.schema.shapes import id_schema, shape_schema
from cjm.model.stage import Stage
from cjm.model.text import Text
from cjm.model.values import Shape

Schema: TypeAlias = dict[str, Any]

NULL: Schema = {"type": "null"}


def schema_for(cls: type[Item], title: str) -> Schema:
    """Return the draft-7 schema of a file that holds one `cls`.

    Args:
        cls: What stands at the top; a shorthand of it is no file.
        title: What editors call the file.
    """
    writer = _Writer()
    top = writer.object(cls)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "description": _summary(cls),
        **top,
        "definitions": writer.definitions,
    }


class _Writer:
    """Collects the definitions that the schemas it hands out refer to."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {"given": conditions.GIVEN_DEFINITION}
        self._choices: dict[tuple[str, ...], str] = {}

    def object(self, cls: type[Item]) -> Schema:
        """Return the schema of the long form of `cls`."""
        surely = [key for one in conditions.needs(cls) if len(one) == 1 for key in one[0]]
        properties = self._properties(cls, surely)
        if cls is Journey:
            steps = self._properties(Stage, ())["steps"]
            properties["steps"] = {
                **steps,
                "description": "The steps of a map with no stages. 步骤",
            }
        schema = {
            "type": "object",
            "properties": properties,
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
        }
        if surely:
            schema["required"] = surely
        return {**schema, **_conditions(cls)}

    def _properties(self, cls: type[Item], required: Container[str]) -> Schema:
        properties = {}
        for name, field in cls.model_fields.items():
            if name == "extensions":
                continue
            key = field.alias or name
            schema = self._property(cls, name, field, required=key in required)
            for spelling in (key, *conditions.spellings(cls, key)):
                properties[spelling] = schema
        return properties

    def _property(self, cls: type[Item], name: str, field: FieldInfo, *, required: bool) -> Schema:
        """Return the schema of one key; what several classes inherit is defined once."""
        annotation: Any = field.annotation
        if field.metadata:
            annotation = Annotated[(annotation, *field.metadata)]
        holder = _holder(cls, name)
        called = f"{holder.__name__}.{name.removesuffix('_')}"
        schema = self.value(annotation, called)
        described: Schema = {"description": field.description or ""}
        if required:
            return {**described, "allOf": [schema, conditions.GIVEN]}
        if holder is cls:
            return {**described, "anyOf": [schema, NULL]}
        return self._define(f"{called}.key", lambda: {**described, "anyOf": [schema, NULL]})

    def value(self, annotation: Any, name: str) -> Schema:
        """Return the schema of the values of a type; `name` is for what it may define."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._annotated(arguments[0], arguments[1:], name)
        if origin in (Union, UnionType):
            (kept,) = (each for each in arguments if each is not NoneType)
            return self.value(kept, name)
        if origin is FrozenMap:
            inner = self.value(arguments[0], name)
            return {"type": "object", "additionalProperties": {"anyOf": [inner, NULL]}}
        if annotation is Text:
            self._define("texts", texts.texts_schema)
            return self._define("Text", texts.text_schema)
        if isinstance(annotation, type) and issubclass(annotation, Item):
            return self._item(annotation)
        raise TypeError(f"no schema is known for {annotation!r} at {name}")

    def _annotated(self, inner: Any, marks: tuple[Any, ...], name: str) -> Schema:
        for mark in marks:
            if isinstance(mark, Shape):
                return self._shape(mark, name)
            if isinstance(mark, OneOrMany):
                return self._many(get_args(inner)[0], name)
            if isinstance(mark, Section):
                ids = self._define("id", id_schema)
                return {**self.value(inner, name), "propertyNames": ids}
        return self.value(inner, name)

    def _shape(self, shape: Shape, name: str) -> Schema:
        if shape.kind == "choice":
            called = self._choices.setdefault(shape.choices, name)
        elif shape.low is not None:
            called = f"{shape.kind}.{shape.low:.0f}.{shape.high:.0f}"
        else:
            called = shape.kind
        return self._define(called, lambda: shape_schema(shape))

    def _many(self, annotation: Any, name: str) -> Schema:
        one = self.value(annotation, name)
        listed = {"type": "array", "items": {"anyOf": [one, NULL]}}
        called = f"{one['$ref'].rpartition('/')[2]}.many"
        return self._define(called, lambda: {"anyOf": [one, listed]})

    def _item(self, cls: type[Item]) -> Schema:
        return self._define(cls.__name__, lambda: self._any_form(cls))

    def _any_form(self, cls: type[Item]) -> Schema:
        """Return the schema of `cls` in its long form or as any of its shorthands."""
        forms = [self.object(cls)]
        short: Schema | None = None
        if cls.text_shorthand:
            short = self._define("scalar", texts.scalar_schema)
            forms.append(self._define("texts-alone", texts.texts_alone_schema))
        elif cls.shorthand is not None:
            short = self._of_key(cls, cls.shorthand)
        if cls.number is not None:
            number = self._of_key(cls, cls.number)
            short = number if short is None else {"anyOf": [number, texts.no_number(short)]}
        if short is not None:
            forms.insert(0, short)
        return {"description": _summary(cls), "anyOf": forms} if len(forms) > 1 else forms[0]

    def _of_key(self, cls: type[Item], key: str) -> Schema:
        field = cls.model_fields[cls.field_named(key) or key]
        return self.value(field.annotation, f"{cls.__name__}.{key}")

    def _define(self, name: str, make: Any) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}


def _holder(cls: type[Item], name: str) -> type[Item]:
    """Return the class that says what the key `name` of `cls` is."""
    meaning = cls.model_fields[name].description
    above = [each for each in cls.__mro__ if issubclass(each, Item) and name in each.model_fields]
    return [each for each in above if each.model_fields[name].description == meaning][-1]


def _conditions(cls: type[Item]) -> Schema:
    every = [conditions.one_holds(one) for one in conditions.needs(cls) if len(one) > 1]
    every += [{"not": conditions.holds(condition)} for condition in conditions.conflicts(cls)]
    return {"allOf": every} if every else {}


def _summary(cls: type[Item]) -> str:
    return (cls.__doc__ or "").strip().partition("\n")[0]
