"""The pictures of a comparison: both maps on one grid, as files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cjm.cli.cache import keep_compiled
from cjm.cli.exit_codes import GOOD
from cjm.cli.options import listed
from cjm.cli.pictures import STDOUT, Picture, carries, checked_formats
from cjm.cli.sinks import Write
from cjm.errors import UsageError
from cjm.workspace.choices import PICTURES

if TYPE_CHECKING:
    from cjm.diff.chain import Run
    from cjm.diff.judge import Judgement
    from cjm.diff.side import Side
    from cjm.render.look import Look
    from cjm.sheet.sheet import Sheet


@dataclass(frozen=True)
class PictureWishes:
    """What the command line asks for.

    Attributes:
        formats: Names of formats; none where `out` says it.
        out: A folder, a file, or `-` for stdout.
        language: Tag; empty for each language that both the map and its workspace have.
        force: Replace files that cjm did not make.
    """

    formats: tuple[str, ...]
    out: str
    language: str = ""
    force: bool = False

    @property
    def are_there(self) -> bool:
        """Whether pictures are asked for at all."""
        return bool(self.formats or self.out)


Compare = Callable[["Side", "Side"], "Judgement"]
"""Compares two maps as the command line and the settings ask."""


def put_pictures(runs: Sequence[Run], wishes: PictureWishes, look: Look, compared: Compare) -> int:
    """Write the pictures of the comparisons, and return the exit code.

    A chain of states is one picture, with a curve for each state. Maps that are in one workspace
    only have none.
    """
    from cjm.render.formats import COMPARISON_FORMATS

    keep_compiled()
    sink = Write(force=wishes.force)
    code = GOOD
    drawn = list(_drawn(runs, compared))
    if not drawn:
        raise UsageError("there is nothing to draw: no map is in both", help="leave out -f and -o")
    for picture, run, earlier in _pictures(drawn, wishes):
        sheets = [_sheet(run, earlier, tag) for tag in (picture.language, *picture.others)]
        content = COMPARISON_FORMATS[picture.format].file(sheets, look)
        code = max(code, sink.take(picture, content))
    sink.close()
    return code


Drawn = tuple["Run", tuple["Judgement", ...]]


def _drawn(runs: Sequence[Run], compared: Compare) -> Iterator[Drawn]:
    """Yield what has a picture: a chain as its whole, with the states between; maps that changed."""
    between = [run.judgement for run in runs if run.role == "step"][1:]
    for run in runs:
        if run.judgement is None or run.role == "step":
            continue
        if run.role == "map" and run.is_empty:
            continue
        states = between if run.role == "whole" else ()
        yield run, tuple(_against(run, each, compared) for each in states if each)


def _against(run: Run, step: Judgement, compared: Compare) -> Judgement:
    """Return the comparison of a state between with the last one."""
    assert run.new is not None
    if step.comparison.new.written.path == run.new.written.path:
        return step
    return compared(step.comparison.old, run.new)


def _sheet(run: Run, earlier: tuple[Judgement, ...], language: str) -> Sheet:
    from cjm.sheet.comparison import arrange_comparison

    assert run.judgement is not None
    return arrange_comparison(run.judgement, language=language, names=run.names, earlier=earlier)


def _pictures(
    drawn: Sequence[Drawn], wishes: PictureWishes
) -> Iterator[tuple[Picture, Run, tuple[Judgement, ...]]]:
    single = _single_format(wishes)
    if single and len(drawn) > 1:
        raise UsageError(
            f"{len(drawn)} comparisons do not fit into one file", help="name a folder with -o"
        )
    for number, (run, earlier) in enumerate(drawn):
        side = run.new
        assert side is not None
        own = wishes.language or side.language or "en"
        others = () if wishes.language else _others(run, own)
        at, source = (0, number), side.written.path
        if single:
            path = None if wishes.out == STDOUT else Path(wishes.out)
            within = path.parent if path else None
            yield Picture(at, own, single, path, within, source, others=others), run, earlier
            continue
        folder = Path(wishes.out or "maps")
        for format in wishes.formats or PICTURES:
            for tag in (own, *others):
                mark = tag if tag != side.language and tag != own else ""
                name = ".".join(filter(None, (side.map.id, "diff", mark, format)))
                rest = tuple(each for each in (own, *others) if each != tag)
                picture = Picture(at, tag, format, folder / name, folder, source, others=rest)
                yield picture, run, earlier


def _others(run: Run, own: str) -> tuple[str, ...]:
    """Return the further languages of the workspace that the new map carries."""
    side = run.new
    assert side is not None
    base = own.partition("-")[0]
    return tuple(
        tag for tag in side.workspace.settings.languages
        if tag.partition("-")[0] != base and carries(side.map, tag)
    )  # fmt: skip


_REPORTS = ("text", "json", "markdown", "md", "github")


def _check_formats(formats: Sequence[str]) -> None:
    """Refuse what is no format of pictures; who asks for a report's is told where."""
    for name in formats:
        if name.lower() in _REPORTS:
            raise UsageError(
                f"-f is for pictures, and '{name}' is none", help="ask for it with --output-format"
            )
    checked_formats(formats)


def _single_format(wishes: PictureWishes) -> str:
    """Return the format of the one file asked for; `""` where it is a folder."""
    _check_formats(wishes.formats)
    if wishes.out == STDOUT:
        if len(wishes.formats) > 1:
            raise UsageError("several pictures do not fit into standard output")
        return wishes.formats[0] if wishes.formats else PICTURES[0]
    ending = Path(wishes.out).suffix.lower().lstrip(".")
    if not ending or Path(wishes.out).is_dir():
        return ""
    if ending not in PICTURES:
        raise UsageError(f"cjm draws no '{ending}'", help=f"there are {listed(PICTURES)}")
    if wishes.formats and wishes.formats != (ending,):
        raise UsageError(f"'{wishes.out}' ends in another format than -f asks for")
    return ending
