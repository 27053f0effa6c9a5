"""Time drawing a map as SVG and HTML against loading it, and a large map against a small one."""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import maps

from cjm.cli.draw import Manner, draw_map
from cjm.cli.pictures import Picture, Wishes, pictures
from cjm.render.look import Look
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import Loaded, load
from cjm.workspace.read_file import read_file

COUNT = 12
"""Maps that the time of one is told from."""

WISHES = Wishes(formats=("svg", "html"), out=".")


def loaded(folder: str, count: int, steps: int) -> tuple[Loaded, list[str]]:
    """Return a workspace with `count` maps of `steps` steps, and the paths of the maps."""
    names = [f"journeys/{path.name}" for path in maps.workspace(Path(folder), count, steps=steps)]
    return load(DiskFiles(folder), names), names


def drawing(found: Loaded) -> float:
    """Return the CPU seconds that SVG and HTML of a map take: the median over maps not seen before."""
    groups = [list(group) for _, group in groupby(pictures(found, WISHES), key=lambda it: it.at)]
    return _median(lambda group: _draw(found, group), groups)


def _draw(found: Loaded, group: list[Picture]) -> None:
    drawn = draw_map(found, group, Manner((Look(),)))
    assert drawn.failure is None
    assert all(drawn.contents)


def _median(work: Callable[[Any], object], things: Sequence[Any]) -> float:
    """Return the median of the CPU seconds that `work` takes with each; the first is not counted."""
    times = []
    for thing in things:
        began = time.process_time()
        work(thing)
        times.append(time.process_time() - began)
    return median(times[1:] or times)


def loading(found: Loaded, folder: str, names: list[str]) -> float:
    """Return the CPU seconds that it takes to read a map to a valid model."""
    (workspace,) = found.workspaces
    sources = [(name, (Path(folder) / name).read_bytes()) for name in names]

    def read(source: tuple[str, bytes]) -> None:
        assert read_file(*source, "journey", workspace.settings).maps

    return _median(read, sources)


def main() -> None:
    """Print both ratios; with `load`, only the seconds that loading a map takes."""
    gc.disable()  # as the command does
    with tempfile.TemporaryDirectory() as folder:
        found, names = loaded(folder, COUNT, 36)
        model = loading(found, folder, names)
        if sys.argv[1:] == ["load"]:
            print(model)
            return
        small = drawing(found)
    print(f"draw a map of 36 steps as SVG and HTML / load it, CPU of one core: {small * 1000:.1f} ms / "
          f"{model * 1000:.1f} ms = {small / model:.1f} ×  (reach ≤ 4 ×)")  # fmt: skip
    times = []
    for steps in (200, 2000):
        with tempfile.TemporaryDirectory() as folder:
            times.append(drawing(loaded(folder, 3, steps)[0]))
        gc.collect()
    print(f"draw 2,000 steps / 200 steps, CPU, warm: {times[1]:.2f} s / {times[0]:.3f} s = "
          f"{times[1] / times[0]:.1f} ×  (reach < 10 ×)")  # fmt: skip


if __name__ == "__main__":
    main()
