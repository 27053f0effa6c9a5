"""Maps with many ways, the same for the same seed."""

from __future__ import annotations

import random

from cjm.sheet.flow import arrange_flow
from cjm.sheet.flow_parts import Flow
from tests.sheet.builders import map_of

WORDS = (
    "checks", "the", "phone", "in", "a", "store", "compares", "plans", "asks", "adviser", "waits",
    "for", "activation", "calls", "hotline", "returns", "with", "receipt", "reads", "bill",
)  # fmt: skip


def flow_of(text: str, language: str = "en") -> Flow:
    """Return the flow of the map that `text` writes."""
    map, workspace = map_of(text)
    return arrange_flow(map, workspace, language=language)


def steps_of(*steps: str) -> str:
    """Return a map of one stage: `steps` are the insides of flow mappings."""
    listed = "\n".join(f"      - {{{step}}}" for step in steps)
    return f"cjm: journey/1\ntitle: T\nlanguage: en\nstages:\n  - name: S\n    steps:\n{listed}\n"


def random_map(seed: int, steps: int, ways: int, stages: int = 5) -> str:
    """Return a map with about as many ways as asked: branches, skips, loops, exits, dead ends."""
    dice = random.Random(seed)
    following = _following(dice, steps, ways)
    lines = ["cjm: journey/1", "title: Everything at once", "language: en", "stages:"]
    for stage in range(min(stages, steps)):
        lines += [f"  - name: {_words(dice, 2).title()}", "    steps:"]
        start, end = (steps * at // min(stages, steps) for at in (stage, stage + 1))
        for step in range(start, end):
            lines += _step(dice, step, following[step])
    return "\n".join(lines) + "\n"


def _following(dice: random.Random, steps: int, ways: int) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in range(steps)]
    for step in range(steps - 1):
        found[step].append(f"s{step + 1}")
    for _ in range(ways - steps + 1):
        start = dice.randrange(steps)
        near = max(0, min(steps - 1, start + dice.choice((-9, -4, -2, -1, 0, 2, 2, 3, 4, 7, 15))))
        target = dice.choice((f"s{near}", f"s{near}", f"s{near}", "exit", "end"))
        if target not in found[start] or dice.random() < 0.2:
            found[start].append(target)
    if dice.random() < 0.3:
        found[dice.randrange(steps)] = ["nowhere"]
    return found


def _step(dice: random.Random, step: int, following: list[str]) -> list[str]:
    lines = [f"      - id: s{step}", f"        name: {_words(dice, dice.randrange(1, 7))}"]
    if dice.random() < 0.8:
        lines.append(f"        touchpoints: {_words(dice, dice.randrange(1, 5))}")
    if dice.random() < 0.8:
        lines.append(f"        feeling: {dice.choice((-2, -1, 0, 1, 2, 'numb'))}")
    if dice.random() < 0.2:
        lines.append("        moment_of_truth: true")
    if len(following) > 1 or (following and following[0] != f"s{step + 1}"):
        lines.append("        next:")
        for target in following:
            when = f", when: {_words(dice, dice.randrange(1, 9))}" if dice.random() < 0.6 else ""
            share = f", share: {100 // len(following)}" if dice.random() < 0.8 else ""
            name = f", name: {_words(dice, 2)}" if dice.random() < 0.3 else ""
            lines.append(f"          - {{to: {target}{when}{share}{name}}}")
    return lines


def _words(dice: random.Random, count: int) -> str:
    return " ".join(dice.choice(WORDS) for _ in range(count))
