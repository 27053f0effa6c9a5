"""Files with one place left open, and what puts a snippet there."""

from __future__ import annotations

import textwrap
from typing import NamedTuple


class Frame(NamedTuple):
    """What stands before the open place, and how many blanks deep that is."""

    before: str
    depth: int = 0


NOTHING = Frame("")
JOURNEY = Frame("title: T\nstages:\n  - name: S\n")
STAGE = Frame(JOURNEY.before, 4)
STEP = Frame(STAGE.before + "    steps:\n      - name: N\n", 8)
PAIN = Frame(STEP.before + "        pains:\n          - text: P\n", 12)
PERSONA = Frame("cjm: persona/1\nname: Li Na\n")
LIBRARY = Frame("cjm: library/1\n")
TOUCHPOINT = Frame("touchpoints:\n  app:\n    name: App\n", 4)
METRIC = Frame("metrics:\n  nps:\n    name: NPS\n", 4)
WORKSPACE = Frame("cjm: workspace/1\n")
THEME = Frame("cjm: theme/1\n")


def placed(frame: Frame, snippet: str) -> str:
    """Return the text of a file with `snippet` in the open place of `frame`."""
    return frame.before + textwrap.indent(snippet, " " * frame.depth) + "\n"
