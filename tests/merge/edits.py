"""Random maps, random edits of them, and what two edits together should come to."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cjm.source.plain import Plain
from cjm.source.scalars import scalar
from cjm.source.writer import write_yaml

Data = dict[str, Any]
LAYOUTS = ("canonical", "lines")
WORDS = "asks opens pays waits reads sends calls finds picks signs plan card shop bill form".split()
FIELDS = ("name", "description", "feeling", "duration", "goal", "wait", "success")
PAIN_FIELDS = ("severity", "frequency", "cause", "status", "effect")


@dataclass(frozen=True)
class Edit:
    """One thing that a person changes in a map.

    Attributes:
        kind: What sort of edit.
        touches: What it changes; a part of something stands behind it.
        apply: Makes it, in place; the same edit may be made of what another has changed before.
    """

    kind: str
    touches: tuple[tuple[Any, ...], ...]
    apply: Callable[[Data], None]


def random_map(rng: random.Random) -> Data:
    """Return the data of a map; each stage, step and pain has an id or a name of its own."""
    counter = iter(range(1, 1000))
    stages = []
    for _ in range(rng.randint(2, 4)):
        steps = [_step(rng, counter) for _ in range(rng.randint(1, 5))]
        stages.append(_named(rng, counter, "Stage") | {"steps": steps})
    return {
        "cjm": "journey/1",
        "title": "A map",
        "persona": "Li Na",
        "scenario": "One day",
        "tags": {"brand": "A", "region": "B"},
        "stages": stages,
        "library": {"channels": {"web": {"name": "Web"}, "shop": {"name": "Shop"}}},
    }


def _named(rng: random.Random, counter: Any, noun: str) -> Data:
    number = next(counter)
    name = f"{rng.choice(WORDS).title()} {rng.choice(WORDS)} {number * 7919 % 997}x{number}"
    return ({"id": f"{noun.lower()}-{number}"} if rng.random() < 0.6 else {}) | {"name": name}


def _step(rng: random.Random, counter: Any) -> Data:
    step = _named(rng, counter, "Step")
    if rng.random() < 0.7:
        step["feeling"] = Plain(str(rng.randint(-2, 2)))
    if rng.random() < 0.5:
        step["touchpoints"] = [f"Touch {next(counter)}" for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.6:
        step["pains"] = [_pain(rng, counter) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.3:
        step["description"] = "Some words: with a colon, and more"
    if rng.random() < 0.2:
        step["quotes"] = [{"text": "First line\nsecond: line\n", "persona": "Li Na"}]
    return step


def _pain(rng: random.Random, counter: Any) -> Data:
    number = next(counter)
    text = (
        f"{rng.choice(WORDS).title()} takes {number * 7907 % 991} too {rng.choice(WORDS)} {number}"
    )
    pain: Data = ({"id": f"pain-{number}"} if rng.random() < 0.5 else {}) | {"text": text}
    if rng.random() < 0.6:
        pain["severity"] = Plain(str(rng.randint(1, 5)))
    return pain


def key_of(item: Data) -> str:
    """Return what an item of a random map is known by, whatever becomes of its name."""
    return str(item.get("x-key") or item.get("id") or item.get("name") or item.get("text"))


def random_edit(rng: random.Random, data: Data, who: str) -> Edit:
    """Return a random edit of `data`; what it writes is told from others' by `who`."""
    make = rng.choice(_MAKERS)
    while True:
        found = make(rng, data, who)
        if found is not None:
            return found
        make = rng.choice(_MAKERS)


def are_apart(one: Edit, other: Edit) -> bool:
    """Whether two edits touch different fields or items."""
    return not any(a[: len(b)] == b or b[: len(a)] == a for a in one.touches for b in other.touches)


def applied(data: Data, *edits: Edit) -> Data:
    """Return `data` with edits made in their order."""
    found = copy.deepcopy(data)
    for edit in edits:
        edit.apply(found)
    return found


def written(data: Data, layout: str) -> str:
    """Return data as YAML, with a comment at each step."""
    text = write_yaml(data) if layout == "canonical" else "\n".join(_lines(data, 0)) + "\n"
    lines = []
    for line in text.split("\n"):
        start = line.lstrip(" ").removeprefix("- ")
        if start.startswith(("id: step-", "id: pain-")) and line.lstrip(" ").startswith("- "):
            lines.append(" " * (len(line) - len(line.lstrip(" "))) + f"# about {start[4:]}")
        lines.append(line)
    return "\n".join(lines)


def _lines(value: Any, indent: int) -> list[str]:
    """Return data with a line for each part, whatever fits on one."""
    blanks, lines = " " * indent, []
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | list) and inner:
                lines += [f"{blanks}{key}:", *_lines(inner, indent + 2)]
            else:
                lines.append(f"{blanks}{key}: {scalar(inner) if inner != [] else '[]'}")
        return lines
    for item in value:
        if isinstance(item, dict):
            inner = _lines(item, indent + 2)
            lines += [f"{blanks}- {inner[0].lstrip()}", *inner[1:]]
        else:
            lines.append(f"{blanks}- {scalar(item)}")
    return lines


def _stages(data: Data) -> list[Data]:
    return list(data["stages"])


def _steps(data: Data) -> list[tuple[Data, Data]]:
    return [(stage, step) for stage in data["stages"] for step in stage["steps"]]


class _Finder:
    """Finds an item again after other edits: by the object's first id or name."""

    def __init__(self, data: Data, item: Data) -> None:
        self.path = _path_to(data, item)
        self.id = item.get("id")
        self.name = item.get("name") or item.get("text")

    def __call__(self, data: Data) -> Data | None:
        for item in _all_items(data):
            if self.id is not None and item.get("id") == self.id:
                return item
            if self.id is None and item.get("name", item.get("text")) == self.name:
                return item
            if item.get("__was") == self.name:
                return item
        return None


def _path_to(data: Data, item: Data) -> tuple[int, ...]:
    return tuple(at for at, each in enumerate(_all_items(data)) if each is item)


def _all_items(data: Data) -> list[Data]:
    found = []
    for stage in data["stages"]:
        found.append(stage)
        for step in stage["steps"]:
            found += [step, *(each for each in step.get("pains", ()) if isinstance(each, dict))]
    return found


def _set(item: Data, key: str, value: Any) -> None:
    if key in ("name", "text"):
        item["__was"] = item.get("__was", item[key])
    item[key] = value


def cleaned(data: Any) -> Any:
    """Return data without the marks of the edits."""
    if isinstance(data, dict):
        return {key: cleaned(inner) for key, inner in data.items() if key != "__was"}
    return [cleaned(each) for each in data] if isinstance(data, list) else data


def _set_step_field(rng: random.Random, data: Data, who: str) -> Edit:
    _, step = rng.choice(_steps(data))
    key = rng.choice(FIELDS)
    value = {
        "feeling": Plain(str(rng.choice([-2, -1.5, -1, 0.5, 1, 2]))),
        "duration": f"{rng.randint(1, 90)} min",
        "wait": f"{rng.randint(1, 9)} h",
    }.get(key, f"{who} wrote: {rng.choice(WORDS)} {rng.randint(1, 10**6)}")
    find = _Finder(data, step)

    def apply(data: Data) -> None:
        found = find(data)
        if found is not None:
            _set(found, key, value)

    return Edit(f"set {key}", (("item", key_of(step), key),), apply)


def _unset_step_field(rng: random.Random, data: Data, who: str) -> Edit | None:
    _, step = rng.choice(_steps(data))
    keys = [key for key in ("feeling", "description", "touchpoints", "pains") if key in step]
    if not keys:
        return None
    key, find = rng.choice(keys), _Finder(data, step)

    def apply(data: Data) -> None:
        found = find(data)
        if found is not None:
            found.pop(key, None)

    inner = [("item", key_of(each)) for each in step.get(key, ()) if isinstance(each, dict)]
    return Edit(f"unset {key}", (("item", key_of(step), key), *inner), apply)


def _rename_stage(rng: random.Random, data: Data, who: str) -> Edit:
    stage = rng.choice(_stages(data))
    find, name = _Finder(data, stage), f"{stage['name']} ({who})"

    def apply(data: Data) -> None:
        found = find(data)
        if found is not None:
            _set(found, "name", name)

    return Edit("rename stage", (("item", key_of(stage), "name"),), apply)


def _add_step(rng: random.Random, data: Data, who: str) -> Edit:
    stage = rng.choice(_stages(data))
    find, number = _Finder(data, stage), rng.randint(10**5, 10**6)
    after = rng.choice([None, *stage["steps"]])
    find_after = None if after is None else _Finder(data, after)
    step = {"name": f"{who} {rng.choice(WORDS)} anew {number}", "feeling": Plain("1")}

    def apply(data: Data) -> None:
        found = find(data)
        if found is None:
            return
        last = None if find_after is None else find_after(data)
        at = [number for number, each in enumerate(found["steps"]) if each is last]
        place = at[0] + 1 if at else 0 if find_after is None else len(found["steps"])
        found["steps"].insert(place, copy.deepcopy(step))

    return Edit("add step", (("item", key_of(stage), "steps", number),), apply)


def _remove_step(rng: random.Random, data: Data, who: str) -> Edit | None:
    stage, step = rng.choice(_steps(data))
    if len(stage["steps"]) < 2:
        return None
    find, pains = _Finder(data, step), list(step.get("pains", ()))

    def apply(data: Data) -> None:
        found = find(data)
        for stage in data["stages"]:
            stage["steps"] = [each for each in stage["steps"] if each is not found]

    inner = [("item", key_of(each)) for each in pains]
    return Edit("remove step", (("item", key_of(step)), *inner), apply)


def _move_step(rng: random.Random, data: Data, who: str) -> Edit | None:
    stage = rng.choice(_stages(data))
    if len(stage["steps"]) < 2:
        return None
    step = rng.choice(stage["steps"])
    after = rng.choice([each for each in stage["steps"] if each is not step])
    at = stage["steps"].index(after)
    if at + 1 == stage["steps"].index(step):
        return None
    find, find_after = _Finder(data, step), _Finder(data, after)

    def apply(data: Data) -> None:
        found, last = find(data), find_after(data)
        for stage in data["stages"]:
            if any(each is found for each in stage["steps"]) and any(
                each is last for each in stage["steps"]
            ):
                stage["steps"] = [each for each in stage["steps"] if each is not found]
                at = [number for number, each in enumerate(stage["steps"]) if each is last]
                stage["steps"].insert(at[0] + 1, found)

    # Which of two neighbours was moved cannot be told from what came of it.
    between = stage["steps"][
        min(at, stage["steps"].index(step)) : max(at, stage["steps"].index(step)) + 1
    ]
    return Edit("move step", tuple(("item", key_of(each), "place") for each in between), apply)


def _step_to_other_stage(rng: random.Random, data: Data, who: str) -> Edit | None:
    stage, step = rng.choice(_steps(data))
    others = [each for each in data["stages"] if each is not stage]
    if len(stage["steps"]) < 2:
        return None
    find, find_stage = _Finder(data, step), _Finder(data, rng.choice(others))
    name = rng.choice([step["name"]])

    def apply(data: Data) -> None:
        found, aim = find(data), find_stage(data)
        if found is None or aim is None:
            return
        for stage in data["stages"]:
            stage["steps"] = [each for each in stage["steps"] if each is not found]
        aim["steps"].append(found)

    touches = [("item", key_of(step), "place")]
    if "id" not in step:
        # Without an id its name is all that it is known by.
        touches.append(("item", key_of(step), "name"))
    return Edit("step to other stage", tuple(touches), apply) if name else None


def _add_pain(rng: random.Random, data: Data, who: str) -> Edit:
    _, step = rng.choice(_steps(data))
    find, number = _Finder(data, step), rng.randint(10**5, 10**6)
    pain = {"text": f"{who} lost {number} {rng.choice(WORDS)}", "severity": Plain("2")}

    def apply(data: Data) -> None:
        found = find(data)
        if found is not None:
            found.setdefault("pains", []).append(copy.deepcopy(pain))

    return Edit("add pain", (("item", key_of(step), "pains", number),), apply)


def _pains(data: Data) -> list[tuple[Data, Data]]:
    return [(step, each) for _, step in _steps(data) for each in step.get("pains", ())]


def _set_pain_field(rng: random.Random, data: Data, who: str) -> Edit | None:
    pains = _pains(data)
    if not pains:
        return None
    _, pain = rng.choice(pains)
    key = rng.choice(PAIN_FIELDS)
    value = {"cause": f"{who}'s reason", "status": "validated"}.get(
        key, Plain(str(rng.randint(1, 5)))
    )
    find = _Finder(data, pain)

    def apply(data: Data) -> None:
        found = find(data)
        if found is not None:
            found[key] = value

    return Edit(f"set pain {key}", (("item", key_of(pain), key),), apply)


def _remove_pain(rng: random.Random, data: Data, who: str) -> Edit | None:
    pains = [each for each in _pains(data) if len(each[0]["pains"]) > 1]
    if not pains:
        return None
    _, pain = rng.choice(pains)
    find = _Finder(data, pain)

    def apply(data: Data) -> None:
        found = find(data)
        for _, step in _steps(data):
            if "pains" in step:
                step["pains"] = [each for each in step["pains"] if each is not found]

    return Edit("remove pain", (("item", key_of(pain)),), apply)


def _add_touchpoint(rng: random.Random, data: Data, who: str) -> Edit:
    _, step = rng.choice(_steps(data))
    find, number = _Finder(data, step), rng.randint(10**5, 10**6)

    def apply(data: Data) -> None:
        found = find(data)
        if found is not None:
            found.setdefault("touchpoints", []).append(f"{who}'s page {number}")

    return Edit("add touchpoint", (("item", key_of(step), "touchpoints", number),), apply)


def _set_top(rng: random.Random, data: Data, who: str) -> Edit:
    key = rng.choice(["title", "scenario", "status", "owner"])
    value = {"status": "draft"}.get(key, f"{who} {rng.randint(1, 10**6)}")

    def apply(data: Data) -> None:
        data[key] = value

    return Edit(f"set {key}", (("top", key),), apply)


def _set_tag(rng: random.Random, data: Data, who: str) -> Edit:
    key = rng.choice(["brand", "region", "segment"])
    value = f"{who} {rng.randint(1, 99)}"

    def apply(data: Data) -> None:
        data["tags"][key] = value

    return Edit("set tag", (("top", "tags", key),), apply)


def _set_library(rng: random.Random, data: Data, who: str) -> Edit:
    id = rng.choice(["web", "shop", f"{who}-{rng.randint(1, 99)}"])
    key = rng.choice(["kind", "media"])
    value = {"kind": "digital", "media": "owned"}[key]

    def apply(data: Data) -> None:
        data["library"]["channels"].setdefault(id, {"name": f"Channel {id}"})[key] = value

    return Edit("set channel", (("library", id, key),), apply)


_MAKERS: tuple[Callable[[random.Random, Data, str], Edit | None], ...] = (
    _set_step_field, _set_step_field, _set_step_field, _unset_step_field, _rename_stage, _add_step,
    _add_step, _remove_step, _move_step, _step_to_other_stage, _add_pain, _set_pain_field,
    _set_pain_field, _remove_pain, _add_touchpoint, _set_top, _set_tag, _set_library,
)  # fmt: skip
