"""Sections and tasks made stages and steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from cjm.findings import Route
from cjm.source.mermaid import sentences as say
from cjm.source.mermaid import task_sentences
from cjm.source.mermaid.fields import js_number, level_of
from cjm.source.mermaid.lines import Named, Piece, Task, is_mistaken_word, is_swapped
from cjm.source.plain import Plain
from cjm.source.scalars import is_plain

Placed: TypeAlias = tuple[Route, Piece | None, Piece]
"""A route, its key where the text spells one, and its value."""


class Say(Protocol):
    """Takes what is wrong between two offsets."""

    def __call__(
        self, start: int, end: int, saying: say.Saying, *related: tuple[Piece, str]
    ) -> None: ...


@dataclass
class _Section:
    word: Piece | None
    name: Piece | None
    tasks: list[Task] = field(default_factory=list)
    steps: list[dict[str, Any]] = field(default_factory=list)

    @property
    def place(self) -> Piece:
        """The line that begins it, or its tasks where there is none."""
        if self.word is not None:
            return Piece("", self.word.start, (self.name or self.word).end)
        return Piece("", self.tasks[0].name.start, self.tasks[-1].end)


class Stages:
    """The stages of a diagram, as they are found."""

    def __init__(self, say_: Say) -> None:
        self.found: list[_Section] = []
        self._say = say_
        self._names: dict[str, Piece] = {}
        self._personas: dict[str, Piece] = {}

    def add_section(self, named: Named) -> None:
        """Begin a stage."""
        before = self._names.get(named.text.text)
        if before is not None:
            drawn = [one.name.text for one in self.found[-1:] if one.name]
            merged = drawn == [named.text.text]
            saying = say.section_again(named.text.text, merged=merged)
            self._say(named.text.start, named.text.end, saying, (before, "first here"))
        if named.text.text:
            self._names[named.text.text] = named.text
        self.found.append(_Section(named.word, named.text if named.text.text else None))

    def add_task(self, task: Task) -> None:
        """Add a step to the last stage; the first stage is made where there is none."""
        if not self.found:
            self.found.append(_Section(None, None))
        step: dict[str, Any] = {"name": task.name.text}
        step |= self._feeling(task)
        personas = self._actors(task)
        if personas:
            step["personas"] = personas
        self.found[-1].tasks.append(task)
        self.found[-1].steps.append(step)

    def data(self, title: str) -> dict[str, Any]:
        """Return `personas` and `stages`; a stage with no name of its own takes the title."""
        stages = []
        for section in self.found:
            if section.name is not None and not section.tasks:
                saying = say.section_without_tasks(section.name.text)
                self._say(section.name.start, section.name.end, saying)
            stage: dict[str, Any] = {"name": section.name.text if section.name else title}
            if section.steps:
                stage["steps"] = section.steps
            stages.append(stage)
        personas = {"personas": list(self._personas)} if self._personas else {}
        return {**personas, "stages": stages}

    def places(self, title: Piece) -> Iterator[Placed]:
        """Yield the place of everything in `data`."""
        for number, persona in enumerate(self._personas.values()):
            if number == 0:
                yield ("personas",), None, persona
            yield ("personas", number), None, persona
        for number, section in enumerate(self.found):
            stage: Route = ("stages", number)
            if number == 0:
                yield ("stages",), None, section.place
            yield stage, None, section.place
            yield (*stage, "name"), section.word, section.name or title
            if section.tasks:
                first, last = section.tasks[0], section.tasks[-1]
                yield (*stage, "steps"), None, Piece("", first.name.start, last.end)
            for index, task in enumerate(section.tasks):
                yield from _step_places((*stage, "steps", index), task, section.steps[index])

    def _feeling(self, task: Task) -> dict[str, Any]:
        """Return `feeling`, or `x-mermaid-score` where the score is none from 1 to 5."""
        raw, name = task.score.text, task.name.text
        score = js_number(raw)
        if not raw:
            self._say(task.name.start, task.end, task_sentences.no_score(name))
            return {}
        if score is None or not 1 <= score <= 5:
            if score is not None:
                self._say_score(task, task_sentences.out_of_range(name, raw))
            elif not _is_told_elsewhere(task):
                self._say_score(task, task_sentences.no_number(name, raw))
            return {"x-mermaid-score": raw if score is None or not is_plain(raw) else Plain(raw)}
        level = level_of(score)
        if score != int(score):
            self._say_score(task, task_sentences.decimal(name, raw, level))
        return {"feeling": Plain(level)}

    def _say_score(self, task: Task, saying: say.Saying) -> None:
        self._say(task.score.start, task.score.end, saying)

    def _actors(self, task: Task) -> list[str]:
        names = list(dict.fromkeys(actor.text for actor in task.actors if actor.text))
        for actor in task.actors:
            if actor.text:
                self._personas.setdefault(actor.text, actor)
        if not names:
            if task.score.text and not _is_told_elsewhere(task):
                saying = task_sentences.no_actor(task.name.text, drawn=task.actor_field is not None)
                self._say(task.name.start, task.end, saying)
        elif not all(actor.text for actor in task.actors):
            field_ = task.actor_field or task.name
            saying = task_sentences.nameless_actor(task.name.text)
            self._say(field_.start, field_.end, saying)
        return names


def _is_told_elsewhere(task: Task) -> bool:
    """Whether the line already has a remark on what stands where the score is asked."""
    field_ = task.actor_field
    if field_ is None:
        return is_mistaken_word(task.name.text, task.score.text, has_actors=False)
    return is_swapped(task.score.text, field_.text)


def _step_places(step: Route, task: Task, data: dict[str, Any]) -> Iterator[Placed]:
    yield step, None, Piece("", task.name.start, task.end)
    yield (*step, "name"), None, task.name
    for key in ("feeling", "x-mermaid-score"):
        if key in data:
            yield (*step, key), None, task.score
    if "personas" in data:
        yield (*step, "personas"), None, task.actor_field or task.name
        first = {actor.text: actor for actor in reversed(task.actors)}
        for number, name in enumerate(data["personas"]):
            yield (*step, "personas", number), None, first[name]
