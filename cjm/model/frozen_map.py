"""A mapping that is immutable, hashable and keeps its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

V = TypeVar("V")


class FrozenMap(Mapping[str, V], Generic[V]):
    """A read-only mapping from string to `V`, equal and hashed without regard to order."""

    __slots__ = ("_hash", "_items")

    def __init__(self, items: Mapping[str, V] | None = None) -> None:
        self._items: dict[str, V] = dict(items or {})
        self._hash: int | None = None

    def __getitem__(self, key: str) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset(self._items.items()))
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FrozenMap) and self._items == other._items

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (value,) = get_args(source)
        entries = core_schema.dict_schema(core_schema.str_schema(), handler.generate_schema(value))
        read = core_schema.no_info_after_validator_function(cls, entries)
        return core_schema.no_info_before_validator_function(
            _thaw, read, serialization=core_schema.plain_serializer_function_ser_schema(dict)
        )


def _thaw(value: object) -> object:
    if isinstance(value, FrozenMap):
        return value._items
    if type(value) is dict and None in value.values():
        return {key: inner for key, inner in value.items() if inner is not None}
    return value
