"""What stands in brackets and braces, read sign by sign; the text may be half typed."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Frame:
    """A mapping or list that is open.

    Attributes:
        column: From 0; of a block.
        is_list: Whether it is a list.
        keys: Of a mapping, so far; the last one is open.
        index: Of a list: of the item that is open.
        wants_value: In braces: a colon was read, and no comma since.
    """

    column: int
    is_list: bool
    keys: list[str] = field(default_factory=list)
    index: int = 0
    wants_value: bool = False

    @property
    def step(self) -> str | int:
        """The part of a route that leads into it."""
        return self.index if self.is_list else (self.keys[-1] if self.keys else "")


class Flow:
    """Reads what stands in brackets and braces, over several lines.

    Attributes:
        frames: What is open.
        word: Where the word that is being read begins.
        quote: The quote that is open, or an empty string.
        outer: Keys of the frame that was there at first.
    """

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.word = 0
        self.quote = ""
        self.comment = False
        self.outer: list[str] = []

    def read(self, text: str, at: int) -> int:
        """Read on from `at`; return where the last bracket closes, or the end."""
        self.word, self.comment = at, False
        while at < len(text):
            character = text[at]
            if self.comment:
                self.comment = character not in "\r\n"
            elif self.quote:
                if character == "\\" and self.quote == '"':
                    at += 1
                elif character == self.quote:
                    self.quote = ""
            elif character == "#" and (at == 0 or text[at - 1] in " \t\n"):
                self.comment = True
            elif self._sign(text, at, character):
                return at + 1
            at += 1
        return at

    def _sign(self, text: str, at: int, character: str) -> bool:
        """Take one sign; tell whether it closed the outermost bracket."""
        top = self.frames[-1] if self.frames else None
        if character in "\"'" and not text[self.word : at].strip():
            self.quote = character
        elif character in "[{":
            self.frames.append(Frame(0, is_list=character == "["))
            self.word = at + 1
        elif character in "]}":
            if self.frames:
                self.frames.pop()
            self.word = at + 1
            return not self.frames
        elif character == "," and top is not None:
            top.index += 1
            top.wants_value = False
            self.word = at + 1
        elif character == ":" and top is not None and not top.is_list:
            self._colon(text, at, top)
        return False

    def _colon(self, text: str, at: int, top: Frame) -> None:
        ends_a_key = at + 1 == len(text) or text[at + 1] in " \t\r\n[{\"'"
        if ends_a_key and not top.wants_value:
            top.keys.append(text[self.word : at].strip().strip("\"'"))
            if len(self.frames) == 1:
                self.outer.append(top.keys[-1])
            top.wants_value = True
            self.word = at + 1
