"""A Mermaid `journey` diagram to a `Document` in the journey format.

What is read is what Mermaid draws, with two exceptions: a score outside 1 to 5 gives no feeling, and
where Mermaid rejects a diagram or swallows a line, the line is read for itself. Every such place
becomes a problem with the rule `mermaid-reading`.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from cjm.findings import Route, Span
from cjm.source.document import Document, RouteTable, TextProblem
from cjm.source.mermaid import sentences as say
from cjm.source.mermaid.diagram import DiagramText
from cjm.source.mermaid.header import Header, find_header
from cjm.source.mermaid.lines import Named, Piece, Remark, Task, statements
from cjm.source.mermaid.markdown import mermaid_blocks
from cjm.source.mermaid.stages import Stages

RULE = "mermaid-reading"


def parse_mermaid(
    text: str,
    path: str,
    *,
    first_line: int = 1,
    first_offset: int = 0,
    whole_text: str | None = None,
    digest: str = "",
) -> Document:
    """Read a Mermaid `journey` diagram.

    Args:
        text: The diagram.
        path: As the user would write it, with `/`.
        first_line: The line of the file where the diagram begins, at its first column.
        first_offset: The offset in the file where it begins, in code points.
        whole_text: The file's text, where the diagram is only part of it (Markdown).
        digest: What `Document.digest` shall be.

    Returns:
        A document of kind `mermaid`; where it holds no journey diagram its data is `None` and one
        problem is fatal.
    """
    if whole_text is None:
        text = text.removeprefix("\ufeff")
        whole_text = text
    diagram = DiagramText(text, first_line=first_line, first_offset=first_offset)
    reader = _Reader(diagram, find_header(diagram), path)
    data = reader.read()
    problems = tuple(sorted(reader.problems, key=lambda problem: problem.span))
    spans = RouteTable(reader.spans)
    return Document(path, whole_text, data, spans, problems, kind="mermaid", digest=digest)


def read_markdown(text: str, path: str, *, digest: str = "") -> list[Document]:
    """Read every `journey` diagram in the fenced `mermaid` blocks of a Markdown text, in order."""
    text = text.removeprefix("\ufeff")
    return [
        parse_mermaid(
            block.text,
            path,
            first_line=block.line,
            first_offset=block.offset,
            whole_text=text,
            digest=digest,
        )
        for block in mermaid_blocks(text)
    ]


class _Reader:
    def __init__(self, diagram: DiagramText, header: Header, path: str) -> None:
        self.diagram = diagram
        self.header = header
        self.path = path
        self.problems: list[TextProblem] = []
        self.spans: dict[Route, tuple[Span | None, Span]] = {}
        self.named: dict[str, Named] = {}

    def read(self) -> dict[str, Any] | None:
        header = self.header
        if self.diagram.unclosed is not None:
            unclosed = self.diagram.unclosed
            self._say(unclosed, unclosed + 3, say.UNCLOSED)
        if not header.is_journey:
            self._say(header.start, header.end, say.not_a_journey(header), fatal=True)
            return None
        if header.word != "journey":
            self._say(header.start, header.end, say.header_case(header.word))
        stages = Stages(self._say)
        for statement in statements(self.diagram, header):
            match statement:
                case Remark(start, end, saying):
                    self._say(start, end, saying)
                case Task():
                    stages.add_task(statement)
                case Named(word) if word.text.lower() == "section":
                    stages.add_section(statement)
                case Named():
                    self._name(statement)
        if not stages.found:
            self._say(header.start, header.end, say.EMPTY, fatal=True)
            return None
        return self._data(stages)

    def _data(self, stages: Stages) -> dict[str, Any]:
        word = Piece("journey", self.header.start, self.header.end)
        self.spans[()] = (None, self._span(word))
        data: dict[str, Any] = {"cjm": "journey/1"}
        self.spans[("cjm",)] = (None, self._span(word))
        title_word, title = self._title(word)
        data["title"] = title.text
        self.spans[("title",)] = (title_word and self._span(title_word), self._span(title))
        self._describe(data)
        data |= stages.data(title.text)
        for route, key, value in stages.places(title):
            self.spans[route] = (key and self._span(key), self._span(value))
        return data

    def _title(self, header: Piece) -> tuple[Piece | None, Piece]:
        """Return the word `title` and the title; Mermaid lets the statement win over the rest."""
        statement = self.named.get("title")
        above = self._front_matter_title()
        if statement is not None:
            if above is not None:
                saying = say.twice("title", statement.text.text)
                self._say(statement.word.start, statement.text.end, saying, (above, "also here"))
            return statement.word, statement.text
        if above is not None:
            return None, above
        self._say(header.start, header.end, say.NO_TITLE)
        return None, header._replace(text=PurePosixPath(self.path).stem or "journey")

    def _front_matter_title(self) -> Piece | None:
        if self.diagram.front_matter is None or not self.diagram.front_matter_text.strip():
            return None
        from cjm.source.yaml import parse

        begin = self.diagram.front_matter[0]
        matter = parse(self.diagram.front_matter_text, self.path)
        if matter.data is None:
            self._say(begin, self.diagram.front_matter[1], say.FRONT_MATTER)
            return None
        place = matter.spans.exact(("title",))
        title = matter.data.get("title") if isinstance(matter.data, dict) else None
        if place is None or not isinstance(title, str) or not title.strip():
            return None
        start, end = place[1]
        return Piece(" ".join(title.split()), begin + start.offset, begin + end.offset)

    def _describe(self, data: dict[str, Any]) -> None:
        found = [self.named[word] for word in ("acctitle", "accdescr") if word in self.named]
        texts = list(dict.fromkeys(one.text.text for one in found))
        texts = [text for text in texts if text != data["title"]]
        if texts:
            data["description"] = "\n".join(texts)
            last = found[-1]
            self.spans[("description",)] = (self._span(last.word), self._span(last.text))

    def _name(self, named: Named) -> None:
        word = named.word.text.lower()
        before = self.named.get(word)
        if before is not None:
            saying = say.twice(named.word.text, named.text.text)
            self._say(named.word.start, named.text.end, saying, (before.text, "first here"))
        self.named[word] = named

    def _say(
        self,
        start: int,
        end: int,
        saying: say.Saying,
        *related: tuple[Piece, str],
        fatal: bool = False,
    ) -> None:
        self.problems.append(
            TextProblem(
                self.diagram.span(start, min(end, len(self.diagram.plain))),
                RULE,
                saying.message,
                saying.help,
                tuple((self._span(piece), words) for piece, words in related),
                fatal,
                {"reading": saying.reading},
            )
        )

    def _span(self, piece: Piece) -> Span:
        return self.diagram.span(piece.start, piece.end)
