"""What a run of lint asks beyond the files it was given, so that it can be asked again.

A result stays true as long as every question has the answer that it had.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import fields, replace
from typing import Any

from cjm.lint.plain import read_back, spell
from cjm.lint.result import LintOptions
from cjm.source.limits import MAX_BYTES
from cjm.workspace.files import Files, UnreadableFile
from cjm.workspace.states import digest

Question = tuple[str, str, str]
"""What is asked, of what, and the answer; the last two as `spell` spells them, in JSON."""


class Asked:
    """Files and options that write down what is asked of them.

    Args:
        files: Whose answers are written down.
        options: Whose callables are.
        known: Paths whose content is accounted for: reading them is no question.

    Attributes:
        files: The same files.
        options: The same options.
        questions: What was asked.
        read: Those of `known` that were read.
    """

    def __init__(self, files: Files, options: LintOptions, known: Collection[str]) -> None:
        self.questions: set[Question] = set()
        self.read: set[str] = set()
        self.files: Files = _AskedFiles(files, self, known)
        asking: dict[str, Any] = {
            name: self._asking(name, call) for name, call in _callables(options)
        }
        self.options = replace(options, **asking)

    def note(self, name: str, given: tuple[Any, ...], answer: Any) -> None:
        """Write down a question and its answer."""
        self.questions.add((name, _json(given), _json(answer)))

    def _asking(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def ask(*given: Any) -> Any:
            answer = call(*given)
            self.note(name, given, answer)
            return answer

        return ask


class Answers:
    """Asks questions again, each once."""

    def __init__(self, files: Files, options: LintOptions) -> None:
        self._files = files
        self._calls = dict(_callables(options))
        self._known: dict[tuple[str, str], str] = {}

    def hold(self, questions: Collection[Question]) -> bool:
        """Whether all of `questions` have the answers that they had."""
        return all(self._answer(name, given) == answer for name, given, answer in questions)

    def _answer(self, name: str, given: str) -> str:
        known = self._known.get((name, given))
        if known is None:
            call = _FILES.get(name)
            words = read_back(json.loads(given))
            answer = call(self._files, *words) if call is not None else self._calls[name](*words)
            known = self._known[name, given] = _json(answer)
        return known


def _callables(options: LintOptions) -> Iterator[tuple[str, Callable[..., Any]]]:
    for field in fields(options):
        value = getattr(options, field.name)
        if callable(value):
            yield field.name, value


def _json(value: Any) -> str:
    return json.dumps(spell(value))


def _read(files: Files, path: str, most: int) -> str:
    try:
        return digest(files.read(path, most))
    except UnreadableFile as error:
        return f"unreadable: {error}"
    except FileNotFoundError:
        return "gone"


_FILES: dict[str, Callable[..., Any]] = {
    "file": lambda files, path: files.is_file(path),
    "folder": lambda files, path: files.is_folder(path),
    "leaves": lambda files, path, root: files.leaves(path, root),
    "read": _read,
    "walk": lambda files, folder: list(files.walk(folder, lambda _: True)),
}


class _AskedFiles:
    """Files that write down what is asked of them."""

    def __init__(self, files: Files, asked: Asked, known: Collection[str]) -> None:
        self._files, self._asked, self._known = files, asked, known

    def read(self, path: str, most: int = MAX_BYTES) -> bytes:
        if path in self._known and most == MAX_BYTES:
            self._asked.read.add(path)
        else:
            self._asked.note("read", (path, most), _read(self._files, path, most))
        return self._files.read(path, most)

    def is_file(self, path: str) -> bool:
        return self._noted("file", path)

    def is_folder(self, path: str) -> bool:
        return self._noted("folder", path)

    def walk(self, folder: str, enter: Callable[[str], bool]) -> Iterator[str]:
        self._asked.note("walk", (folder,), list(self._files.walk(folder, lambda _: True)))
        return self._files.walk(folder, enter)

    def leaves(self, path: str, root: str) -> bool:
        if path in self._known:
            self._asked.read.add(path)
            return self._files.leaves(path, root)
        return self._noted("leaves", path, root)

    def absolute(self, path: str) -> str:
        return self._files.absolute(path)

    def _noted(self, name: str, *given: str) -> bool:
        answer: bool = _FILES[name](self._files, *given)
        self._asked.note(name, given, answer)
        return answer
