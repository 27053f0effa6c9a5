"""Text that people read, in one language or in several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cjm.model.languages import is_language, normalise_tag


class Text:
    """One text, once or in several languages. Immutable and hashable.

    Attributes:
        pairs: `(language tag, text)` in the order written; a plain string has the one tag `""`.
    """

    __slots__ = ("pairs",)
    pairs: tuple[tuple[str, str], ...]

    def __init__(self, text: str | None = None, /, **languages: str) -> None:
        pairs = tuple(languages.items()) if text is None else (("", str(text)),)
        object.__setattr__(self, "pairs", pairs)

    @classmethod
    def of(cls, pairs: tuple[tuple[str, str], ...]) -> Text:
        """Make a text from `(language tag, text)` pairs."""
        text = cls.__new__(cls)
        object.__setattr__(text, "pairs", pairs)
        return text

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a Text is immutable")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.pairs == other.pairs

    def __hash__(self) -> int:
        return hash(self.pairs)

    def __bool__(self) -> bool:
        # Asked of every text: a generator takes three times as long.
        for _, text in self.pairs:  # noqa: SIM110
            if text:
                return True
        return False

    def __str__(self) -> str:
        return self.pairs[0][1] if self.pairs else ""

    def __repr__(self) -> str:
        return f"Text({dict(self.pairs)!r})"

    def __iter__(self) -> Iterator[str]:
        return iter([text for _, text in self.pairs])

    @property
    def is_plain(self) -> bool:
        """Whether it was written as a plain string, with no language named."""
        return len(self.pairs) == 1 and self.pairs[0][0] == ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages it carries; empty where it is plain."""
        return tuple(tag for tag, _ in self.pairs if tag)

    def in_language(self, tag: str, fallback: str = "") -> str:
        """Return the text in `tag`, else in `fallback` (the journey's language), else the first.

        A tag also finds a text of the same language with another script or region.
        """
        return self.tagged(tag, fallback)[1]

    def tagged(self, tag: str, fallback: str = "") -> tuple[str, str]:
        """Return `(tag it was found under, text)`; the tag is `""` for a plain string."""
        pairs = self.pairs
        if len(pairs) == 1:
            return pairs[0]
        for wanted in (tag, fallback):
            for pair in pairs:
                if pair[0] == wanted:
                    return pair
            for pair in pairs:
                if wanted and pair[0].partition("-")[0] == wanted.partition("-")[0]:
                    return pair
        return pairs[0] if pairs else ("", "")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(
            _read, serialization=core_schema.plain_serializer_function_ser_schema(_write)
        )


def _read(value: object, info: ValidationInfo) -> Text:
    if isinstance(value, str):
        return Text.of((("", str(value)),))
    if isinstance(value, dict):
        return _read_languages(value, info.context)
    if isinstance(value, Text):
        return value
    if isinstance(value, int | float):
        return Text.of((("", str(value).lower() if isinstance(value, bool) else str(value)),))
    raise PydanticCustomError(
        "wrong-type",
        "{sentence}",
        {
            "sentence": "expected one text, found a list",
            "help": "quote the text if it is meant to begin with '[' or '-'",
        },
    )


def _read_languages(value: dict[Any, Any], context: Any) -> Text:
    spelt: dict[str, str] = {}
    pairs = []
    for tag, text in value.items():
        if not is_language(tag) and tag not in (context or {}).get("languages", ()):
            raise not_a_language(tag, value)
        if isinstance(text, dict | list):
            raise PydanticCustomError(
                "wrong-type", "{sentence}", {"sentence": f"expected one text under '{tag}'"}
            )
        if text is not None:
            usual = normalise_tag(tag)
            if spelt.setdefault(usual, tag) != tag:
                raise one_language(spelt[usual], tag)
            pairs.append((usual, str(text)))
    if not pairs:
        raise PydanticCustomError("wrong-type", "{sentence}", {"sentence": "expected a text"})
    return Text.of(tuple(pairs))


def one_language(first: str, second: str) -> PydanticCustomError:
    """Return the error for a text that is written twice, under two spellings of one language."""
    return PydanticCustomError(
        "yaml-syntax",
        "{sentence}",
        {"sentence": f"'{first}' and '{second}' are one language", "help": "keep one"},
    )


def not_a_language(tag: str, tags: Iterable[str]) -> PydanticCustomError:
    """Return the error for a mapping that stands where one text is asked for.

    Args:
        tag: The first key that is no language.
        tags: All keys of the mapping.
    """
    from cjm.model.language_names import language_advice, names_a_language

    advice = language_advice(tags) if names_a_language(tag) else ""
    sentence = f"expected one text, found a mapping with the key '{tag}', which is no language"
    if advice:
        return PydanticCustomError(
            "wrong-type",
            "{sentence}",
            {"sentence": f"'{tag}' is no language tag", "help": advice, "key": tag},
        )
    help = "quote this text, it has a colon; or write one text a language: {en: …, zh: …}"
    return PydanticCustomError("wrong-type", "{sentence}", {"sentence": sentence, "help": help})


def _write(text: Text) -> str | dict[str, str]:
    return str(text) if text.is_plain else dict(text.pairs)
