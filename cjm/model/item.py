"""The base of everything a map is made of: shorthands, spellings of keys, `x-` keys.

Two rules of the format are kept here: every list takes one or many, and every object takes its
shorthand. What comes out is always the long form.
"""

from typing import Annotated, Any, ClassVar, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cjm.model.frozen_map import FrozenMap
from cjm.model.languages import is_language
from cjm.model.meant_number import is_numberlike, number_and_words
from cjm.model.object_or_text import article, is_text, noun_of
from cjm.model.text import Text
from cjm.model.values import Id, Url, read_number, shown, wrong
from cjm.source.plain import Plain, to_truth

T = TypeVar("T")


class OneOrMany:
    """Marks a tuple that takes one item where it holds one."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_as_list, handler(source))


def _as_list(value: object) -> object:
    if type(value) is list or type(value) is tuple:
        return value
    return [] if value is None else [value]


Many: TypeAlias = Annotated[tuple[T, ...], OneOrMany()]


class Item(BaseModel):
    """What every object of the format shares.

    Class attributes:
        shorthand: The key that a plain string stands for.
        number: The key that a plain number stands for, where it is another.
        text_shorthand: Whether the shorthand is Text, so that a mapping may be one in languages.
        aliases: Other spellings of a key → the key.
        required: Whether the shorthand key, or `ref`, must be there.
        any_of: Keys of which one must be there, where that is asked instead.
        also_read: Keys that `adjust` turns into others.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )

    shorthand: ClassVar[str | None] = None
    number: ClassVar[str | None] = None
    text_shorthand: ClassVar[bool] = False
    aliases: ClassVar[dict[str, str]] = {}
    required: ClassVar[bool] = True
    any_of: ClassVar[tuple[str, ...]] = ()
    also_read: ClassVar[frozenset[str]] = frozenset()

    id: Id | None = Field(None, description="Its id: what others refer to and diffs match by.")
    description: Text | None = Field(None, description="More about it, in a sentence or two.")
    links: Many["Link"] = Field((), description="Web pages about it.")
    extensions: FrozenMap[Any] | None = Field(
        None, alias="x-", description="Keys of your own that begin with `x-`.", exclude=True
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = handler(source)
        model: Any = {**handler.resolve_ref_schema(schema)}
        if model["type"] != "model":
            return schema  # made earlier, and expanding already
        # Pydantic takes a class that it meets again by its `ref` alone: that must be the whole.
        ref = model.pop("ref", None)
        return core_schema.with_info_before_validator_function(
            _Expander(cls).expand, model, ref=ref
        )

    @classmethod
    def adjust(cls, value: dict[Any, Any]) -> dict[Any, Any]:
        """Return `value` with what this class alone reads otherwise; a hook for subclasses."""
        return value

    @classmethod
    def keys(cls) -> tuple[str, ...]:
        """The keys that a file may write, in canonical order."""
        return tuple(
            field.alias or name for name, field in cls.model_fields.items() if name != "extensions"
        )

    @classmethod
    def field_named(cls, key: str) -> str | None:
        """Return the attribute that `key` fills, aliases and spellings included, or `None`."""
        key = cls.aliases.get(key, key)
        for name, field in cls.model_fields.items():
            if (field.alias or name) == key and name != "extensions":
                return name
        return None


class _Expander:
    """Turns what a file may write for one class of item into its long form."""

    def __init__(self, cls: type[Item]) -> None:
        self.cls = cls
        self._known: frozenset[str] | None = None
        # Where this key holds something, nothing more need be asked.
        self._usual = (cls.shorthand or next(iter(cls.any_of), "")) if cls.required else None

    @property
    def known(self) -> frozenset[str]:
        """The keys of the class; asked for late, since its fields are not complete earlier."""
        if self._known is None:
            self._known = frozenset(self.cls.keys())
        return self._known

    def expand(self, value: Any, info: ValidationInfo) -> Any:
        """Return the long form of `value` as a dict, or the item that it already is."""
        if type(value) is dict:
            if None in value.values():
                value = self._without_empty(value)
            if "ref" in value and "id" in value and "ref" in self.known:
                raise _id_beside_ref()
            if not value.keys() <= (self._known or self.known):
                value = self._spelt(value, info.context or {})
            if self._usual is not None:
                held = value.get(self._usual)
                if (not held or type(held) is dict) and not self._has_what_it_needs(value):
                    raise self._missing()
            return value
        if isinstance(value, self.cls):
            return value
        return self._from_scalar(value)

    def _without_empty(self, value: dict[str, Any]) -> dict[str, Any]:
        """Leave out keys with no value, which say nothing; an unknown one stays, and is reported."""
        return {
            key: inner for key, inner in value.items() if inner is not None or not self._reads(key)
        }

    def _reads(self, key: str) -> bool:
        return (
            self._known_spelling(str(key)) in self.known
            or key in self.cls.also_read
            or str(key).startswith("x-")
            or (self.cls.text_shorthand and is_language(str(key)))
        )

    def _from_scalar(self, value: Any) -> dict[str, Any]:
        cls = self.cls
        if cls.number is not None and _is_number(value):
            return {cls.number: value}
        if cls.number is not None and isinstance(value, str) and is_numberlike(value):
            return self._from_numberlike(value)
        if cls.shorthand is not None and isinstance(value, str | int | float | Text):
            if cls.required and value == "":
                raise self._missing()
            return {cls.shorthand: value}
        if cls.number is not None:
            return {cls.number: value}
        first, *others = self._examples()
        keys = "', '".join([first, *others])
        raise wrong(
            f"expected {article(noun_of(cls))} with keys such as '{keys}', found {shown(value)}",
            f"write '{first}: …'",
        )

    def _from_numberlike(self, value: str) -> dict[str, Any]:
        """Return `value` as the number that it is not, whose reader says how it is written."""
        cls = self.cls
        both = number_and_words(value)
        if both is None:
            return {str(cls.number): value}
        from cjm.source.scalars import scalar

        number, words = both
        raise wrong(
            f"expected a number or words, found both in {shown(value)}",
            f"write {{{cls.number}: {number:g}, {cls.shorthand}: {scalar(words, in_flow=True)}}}",
        )

    def _examples(self) -> list[str]:
        cls = self.cls
        first = [cls.shorthand] if cls.shorthand and cls.shorthand != "ref" else []
        keys = [*first, *cls.any_of, *(key for key in cls.keys() if key not in _SHARED)]
        return list(dict.fromkeys(keys))[:2]

    def _has_what_it_needs(self, value: dict[str, Any]) -> bool:
        cls = self.cls
        if cls.any_of:
            return any(_is_given(value.get(key)) for key in cls.any_of)
        if cls.shorthand is None or _is_given(value.get(cls.shorthand)):
            return True
        return _is_given(value.get("ref")) or _is_true(value.get("same"))

    def _missing(self) -> PydanticCustomError:
        cls = self.cls
        name = article(noun_of(cls))
        if cls.any_of:
            *first, last = [f"'{key}'" for key in cls.any_of]
            keys = f"{', '.join(first)} or {last}" if first else last
            usual = next((key for key in ("name", "title") if key in cls.any_of), cls.any_of[0])
            return wrong(f"{name} needs {keys}", f"add '{usual}: …'", rule="missing-key")
        return wrong(
            f"{name} needs '{cls.shorthand}'", f"add '{cls.shorthand}: …'", rule="missing-key"
        )

    def _spelt(self, value: dict[Any, Any], context: dict[str, Any]) -> dict[str, Any]:
        """Return `value` with its keys as the format spells them, its `x-` keys set apart."""
        languages = context.get("languages", ())
        if self.cls.text_shorthand and is_text(self.cls, value, languages, self._known_spelling):
            return {str(self.cls.shorthand): value}
        value = self.cls.adjust(value)
        spelt: dict[str, Any] = {}
        extensions: dict[str, Any] = {}
        for key, inner in value.items():
            if str(key).startswith("x-"):
                extensions[str(key)] = freeze(inner)
                continue
            name = key if key in self.known else self._known_spelling(str(key))
            if name in spelt:
                first = next(each for each in value if self._known_spelling(each) == name)
                raise wrong(f"'{first}' and '{key}' are the same key", "keep one", "yaml-syntax")
            spelt[name] = inner
        if extensions:
            spelt["x-"] = extensions
        return spelt

    def _known_spelling(self, key: str) -> str:
        other = key if "_" in key else key.replace("-", "_")
        other = self.cls.aliases.get(other, other)
        return other if other in self.known else key


_SHARED = ("id", "description", "links")


def _id_beside_ref() -> PydanticCustomError:
    return PydanticCustomError(
        "wrong-type",
        "{sentence}",
        {
            "sentence": "'id' stands beside 'ref', and what is referred to has an id of its own",
            "help": "leave 'id' out; or leave 'ref' out if this is a new thing",
            "key": "id",
        },
    )


def _is_number(value: object) -> bool:
    if isinstance(value, Plain):
        return to_truth(value) is None  # `.inf` too: no label, but a number out of range
    return read_number(value) is not None


def _is_given(value: object) -> bool:
    """Whether a value says something: an empty text, list or mapping does not."""
    if type(value) is dict:
        return any(inner is not None and inner != "" for inner in value.values())
    return value is not None and value != "" and value != []


def _is_true(value: object) -> bool:
    return value is True or (isinstance(value, Plain) and to_truth(value) is True)


def freeze(value: Any) -> Any:
    """Return `value` with its lists as tuples and its mappings frozen, so that it hashes."""
    if isinstance(value, dict):
        return FrozenMap({str(key): freeze(inner) for key, inner in value.items()})
    if isinstance(value, list | tuple):
        return tuple(freeze(inner) for inner in value)
    return value


class Link(Item):
    """A web page about something."""

    shorthand = "url"

    title: Text | None = Field(None, description="What the page is called.")
    url: Url | None = Field(None, description="Its address: http, https or mailto.")


Item.model_rebuild()
Link.model_rebuild()
