"""Data to a model, tolerantly: a typo costs its own route and nothing else.

Each invalid route becomes a problem and is removed, and the rest is validated once more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from cjm.findings import Problem, Route
from cjm.model.item import Item
from cjm.model.nouns import class_at, is_list_at, noun_at, thing_at
from cjm.model.object_or_text import NESTED
from cjm.model.unknown_key import unknown_key
from cjm.model.values import shown
from cjm.source.document import ALIASES

T = TypeVar("T", bound=Item)

MAX_ROUNDS = 12
"""Each round removes what the last one found; nesting is the only reason for a further one."""

MAX_PROBLEMS = 200


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What could be read of some data.

    Attributes:
        item: The model; `None` where nothing of it is usable.
        problems: Their routes are those of the data as it was given.
        removed: Routes that were left out, as the model counts: of a removed list item the list.
        kept: Route of a list, as the model counts → the indexes of the items that stayed.
    """

    item: T | None
    problems: tuple[Problem, ...] = ()
    removed: frozenset[Route] = frozenset()
    kept: tuple[tuple[Route, tuple[int, ...]], ...] = ()


def read(
    cls: type[T],
    data: Any,
    *,
    noun: str,
    languages: Collection[str] = (),
    check: Callable[[T], Iterator[Problem]] | None = None,
) -> Reading[T]:
    """Validate `data` as `cls`.

    Args:
        cls: The model.
        data: Dicts, lists and strings as `cjm.source` gives them; left untouched.
        noun: What messages call the whole: `journey`.
        languages: Languages of the workspace, beside the two-letter codes.
        check: Yields what the model cannot see by itself; its routes are left in the model.
    """
    context = {"languages": frozenset(languages)}
    try:
        item = cls.model_validate(data, context=context)
    except ValidationError as error:
        return _Repair(cls, data, noun, context).run(error, check)
    return Reading(item, tuple(check(item)) if check else ())


class _Repair(Generic[T]):
    """Removes what is invalid, round by round."""

    def __init__(self, cls: type[T], data: Any, noun: str, context: dict[str, Any]) -> None:
        self.cls, self.noun, self.context = cls, noun, context
        self.data = _copy(data)
        self.problems: list[Problem] = []
        self.removed: set[Route] = set()
        self.kept: dict[Route, list[int]] = {}

    def run(
        self, error: ValidationError, check: Callable[[T], Iterator[Problem]] | None
    ) -> Reading[T]:
        for _ in range(MAX_ROUNDS):
            self._remove(error)
            try:
                item = self.cls.model_validate(self.data, context=self.context)
            except ValidationError as again:
                error = again
                continue
            if check is not None:
                for problem in check(item):
                    if not self._is_echo(self._spelt(problem.route)):
                        at = self._origin(problem.route)
                        self.problems.append(replace(problem, route=at))
            return Reading(item, *self._findings())
        return Reading(None, *self._findings())

    def _findings(self) -> tuple[Any, ...]:
        kept = tuple((route, tuple(indexes)) for route, indexes in self.kept.items())
        return tuple(self.problems[:MAX_PROBLEMS]), frozenset(self.removed), kept

    def _remove(self, error: ValidationError) -> None:
        routes: list[Route] = []
        for each in error.errors(include_url=False, include_input=False):
            route = self._spelt(each["loc"])
            # Where one key of a mapping is at fault, the others stay.
            key: Any = (each.get("ctx") or {}).get("key")
            routes.append((*route, key) if _has(self._value(route), key) else route)
            if not self._is_echo(route):
                self.problems += self._told(route, each)
        # The last items of a list go first, so that the indexes before them stay true.
        for route in sorted(set(routes), key=_removal_order, reverse=True):
            self._cut(route)

    def _spelt(self, loc: tuple[str | int, ...]) -> Route:
        """Return the longest route of the data that `loc`, in the long form, speaks of."""
        here, route = self.data, []
        for key in loc:
            for spelling in (key, str(key).replace("_", "-"), ALIASES.get(str(key), key)):
                if _has(here, spelling):
                    here = here[spelling]
                    route.append(spelling)
                    break
        return tuple(route)

    def _is_echo(self, route: Route) -> bool:
        """Whether the problem only says that what held a removed part is now too empty."""
        return any(gone[: len(route)] == route for gone in self.removed)

    def _told(self, route: Route, error: Any) -> list[Problem]:
        kind, context = error["type"], error.get("ctx") or {}
        at = self._origin(route)
        if kind == "extra_forbidden":
            return [self._unknown_key(route, at)]
        if "sentence" not in context:
            sentence, help = _plainly(kind, self._value(route), route)
            sentence = self._with_place(sentence, route, "wrong-type")
            return [Problem(at, "wrong-type", sentence, help)]
        if NESTED in context:
            context = self._nested(route, context)
        sentence, key = context["sentence"], context.get("key")
        sentence = self._with_place(sentence, route, kind)
        if key is not None:
            at = (*at, key)
        data = {"meant": context["meant"]} if "meant" in context else {}
        help = context.get("help", "")
        problems = [Problem(at, kind, sentence, help, on_key=key is not None, data=data)]
        return self._one_cause(route, at, problems) if kind == "missing-key" else problems

    def _one_cause(self, route: Route, at: Route, missing: list[Problem]) -> list[Problem]:
        """Return what to tell of an item that lacks a key and has unknown ones."""
        unknown = self._unknown_keys(route, at)
        if any(f"'{each.data.get('nearest')}'" in missing[0].message for each in unknown):
            return unknown
        value = self._value(route)
        if len(unknown) == 1 == len(value) and missing[0].help.endswith(": …'"):
            # {nps: 5} is a metric that is called so.
            name = unknown[0].route[-1]
            key = missing[0].help.removeprefix("add '").partition(":")[0]
            return [replace(missing[0], help=f"write '{key}: {name}', not '{name}: …'")]
        return [*missing, *unknown]

    def _nested(self, route: Route, context: dict[str, Any]) -> dict[str, Any]:
        """Return the facts of a mapping with names where the keys of an item should be."""
        name, noun, cls = context[NESTED], noun_at(route, self.noun), class_at(self.cls, route)
        key = cls.shorthand if cls is not None else "name"
        if is_list_at(self.cls, route):
            if noun == "feeling":
                help = f"feelings by persona stand under 'feelings': feelings: {{{name}: …}}"
                return {**context, "help": help}
            sentence = f"expected a list, found the key '{name}'"
            help = f"write '- {key}: {name}', and each further {noun} in the same way"
            return {**context, "sentence": sentence, "help": help}
        if isinstance(self._value(route).get(name), dict | list):
            return {**context, "help": f"write '{key}: {name}', and what belongs to it below that"}
        return {**context, "help": f"quote this text, it has a colon; or write '{key}: …'"}

    def _with_place(self, sentence: str, route: Route, kind: str) -> str:
        """Return `sentence` with the thing that it speaks of, and the step that this stands in."""
        if not route:
            return sentence
        if kind == "missing-key" and " needs " in sentence:
            thing = thing_at(self.data, route, self.noun)
            where = self._step_above(route[:-1])
            return f"{thing}{where} needs {sentence.split(' needs ', 1)[1]}"
        if not sentence.startswith("expected "):
            return sentence
        keys = [index for index, key in enumerate(route) if isinstance(key, str)]
        parent = thing_at(self.data, route[: keys[-1]], self.noun)
        noun = noun_at(route, self.noun)
        if noun in ("pain", "delight", "itch"):
            sentence = sentence.replace("an insight", f"{'an' if noun == 'itch' else 'a'} {noun}")
        return f"'{route[keys[-1]]}' of {parent}: {sentence}"

    def _step_above(self, route: Route) -> str:
        for length in range(len(route), 1, -1):
            if isinstance(route[length - 1], int) and route[length - 2] in ("steps", "stages"):
                return f" in {thing_at(self.data, route[:length], self.noun)}"
        return ""

    def _unknown_keys(self, route: Route, at: Route) -> list[Problem]:
        value, cls = self._value(route), class_at(self.cls, route)
        if not isinstance(value, dict) or cls is None:
            return []
        strange = [
            key for key in value
            if not key.startswith("x-") and cls.field_named(key.replace("-", "_")) is None
        ]  # fmt: skip
        return [self._unknown_key((*route, key), (*at, key)) for key in strange]

    def _unknown_key(self, route: Route, at: Route) -> Problem:
        *parent, key = route
        cls, thing = (
            class_at(self.cls, tuple(parent)),
            thing_at(self.data, tuple(parent), self.noun),
        )
        return unknown_key(cls, str(key), self._value(route), thing, at)

    def _value(self, route: Route) -> Any:
        here = self.data
        for key in route:
            here = here[key]
        return here

    def _origin(self, route: Route) -> Route:
        """Return `route` as the data given counts: with the items that are gone by now."""
        origin: Route = ()
        for length, key in enumerate(route):
            kept = self.kept.get(route[:length])
            if kept is not None and isinstance(key, int):
                origin = (*origin, kept[key])
            else:
                origin = (*origin, key)
        return origin

    def _cut(self, route: Route) -> None:
        if not route:
            self.data = {}
            self.removed.add(())
            return
        *parent, key = route
        holder = self._value(tuple(parent))
        if isinstance(holder, dict):
            holder.pop(key, None)
            self.removed.add(route)
        else:
            at = tuple(parent)
            indexes = self.kept.setdefault(at, list(range(len(holder))))
            index = int(key)
            del holder[index], indexes[index]
            self.removed.add(at)
            self._shift(at, index)

    def _shift(self, at: Route, gone: int) -> None:
        """Let what is known below the list `at` follow its items to their new indexes."""
        self.kept = {
            moved: indexes
            for route, indexes in self.kept.items()
            if (moved := _moved(route, at, gone)) is not None
        }
        self.removed = {
            moved for route in self.removed if (moved := _moved(route, at, gone)) is not None
        }


def _moved(route: Route, at: Route, gone: int) -> Route | None:
    length = len(at)
    if len(route) <= length or route[:length] != at:
        return route
    index = route[length]
    if not isinstance(index, int) or index < gone:
        return route
    return None if index == gone else (*at, index - 1, *route[length + 1 :])


def _has(here: Any, key: str | int | None) -> bool:
    if isinstance(here, dict):
        return key in here
    return isinstance(here, list) and isinstance(key, int) and 0 <= key < len(here)


def _removal_order(route: Route) -> tuple[tuple[int, str], ...]:
    return tuple((key, "") if isinstance(key, int) else (-1, key) for key in route)


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_copy(inner) for inner in value]
    return value


def _plainly(kind: str, value: Any, route: Route) -> tuple[str, str]:
    if kind == "tuple_type":
        return f"expected a list, found {shown(value)}", "begin each item with '- '"
    if kind in ("dict_type", "mapping_type", "model_type"):
        if route[-1:] == ("feelings",):
            found = str(value) if isinstance(value, str | int | float) else "…"
            return (
                f"expected a feeling for each persona, found {shown(value)}",
                f"did you mean 'feeling: {found}'? 'feelings' is {{persona: feeling}}",
            )
        return f"expected keys with values, found {shown(value)}", "write 'key: value'"
    return f"expected another value, found {shown(value)}", ""
