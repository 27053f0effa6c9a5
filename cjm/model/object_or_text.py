"""Whether a mapping is an object or its Text, by the rule "Object or Text" of the format."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError

from cjm.model.languages import is_language
from cjm.model.meant import meant_key
from cjm.model.values import nearest, wrong

if TYPE_CHECKING:
    from cjm.model.item import Item

NESTED = "nested"
"""The key of an error's facts that says: names stand where the keys of a list's items should."""


def is_text(
    cls: type[Item],
    value: dict[Any, Any],
    languages: Collection[str],
    spelt: Callable[[str], str],
) -> bool:
    """Return whether `value` is the Text that a `cls` may be written as.

    Args:
        cls: A class whose shorthand is Text.
        value: The mapping.
        languages: Languages of the workspace, beside the two-letter codes.
        spelt: From a key to its spelling in the format, where it has one.

    Raises:
        PydanticCustomError: It is neither, or may be both.
    """
    keys = [str(key) for key in value if not str(key).startswith("x-")]
    known = cls.keys()
    if cls.shorthand in keys or "ref" in keys:
        return False
    if any(spelt(key) in known and not is_language(key) for key in keys):
        return False
    strangers = [key for key in keys if not is_language(key) and key not in languages]
    if strangers:
        _check_strangers(cls, value, keys, strangers)
        return False
    if "id" not in keys:
        return bool(keys)
    if len(keys) == 1:
        return False
    if " " in str(value["id"]).strip() or "id" in languages:
        return True
    raise wrong(
        "'id' beside languages may be an id or Indonesian",
        f"write the {cls.shorthand} as '{cls.shorthand}: {{…}}', beside 'id: …'",
    )


def _check_strangers(
    cls: type[Item], value: dict[Any, Any], keys: list[str], strangers: list[str]
) -> None:
    """Raise what is wrong with keys that are neither a language nor a key of `cls`.

    Where each may be a key of the object, misspelt, they are left to be reported one by one.
    """
    from cjm.model.language_names import language_advice, names_a_language

    meant = [_meant(cls, key) for key in strangers]
    if len(strangers) == len(keys) and any(meant):
        return
    if all(names_a_language(key) for key in strangers):
        raise _fact(
            f"'{strangers[0]}' is no language tag", language_advice(strangers), key=strangers[0],
            rule="unknown-key",
        )  # fmt: skip
    if len(strangers) < len(keys):
        raise _mixed(cls, strangers[0], meant[0])
    if len(keys) > 1 or isinstance(value[keys[0]], dict | list):
        raise _fact(_not_one(cls, keys[0]), "", **{NESTED: keys[0]})
    raise wrong(
        _not_one(cls, keys[0]), f"quote this text, it has a colon; or write '{cls.shorthand}: …'"
    )


def _mixed(cls: type[Item], stranger: str, near: str | None) -> PydanticCustomError:
    noun = article(noun_of(cls))
    if near:
        return wrong(
            f"unknown key '{stranger}' in {noun}; did you mean '{near}'?", rule="unknown-key"
        )
    return wrong(
        f"'{stranger}' is neither a language nor a key of {noun}",
        f"write the languages as '{cls.shorthand}: {{…}}'",
        rule="unknown-key",
    )


def _not_one(cls: type[Item], key: str) -> str:
    return f"expected a text or {article(noun_of(cls))}, found a mapping with the key '{key}'"


def _meant(cls: type[Item], key: str) -> str | None:
    keys = cls.keys()
    found = meant_key(key, keys, noun_of(cls), str(cls.shorthand))
    return found or nearest(key, keys, at_least=70)


def _fact(sentence: str, help: str, rule: str = "wrong-type", **facts: str) -> PydanticCustomError:
    return PydanticCustomError(rule, "{sentence}", {"sentence": sentence, "help": help, **facts})


def noun_of(cls: type[Item]) -> str:
    """Return what messages call an item of `cls`: `walk finding`."""
    name = cls.__name__.removesuffix("Use")
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def article(noun: str) -> str:
    """Return `noun` with its article."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
