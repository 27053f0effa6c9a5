"""Time drawing a map as SVG and HTML against loading it, and a large map against a small one."""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import maps
import measure

from cjm.cli.draw import Manner, draw_map
from cjm.cli.pictures import Wishes, pictures
from cjm.render.look import Look
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import Loaded, load
from cjm.workspace.read_file import read_file


def loaded(folder: str, steps: int) -> tuple[Loaded, str]:
    """Return a workspace with one map of `steps` steps, and the map's path."""
    (path,) = maps.workspace(Path(folder), 1, steps=steps)
    name = f"journeys/{path.name}"
    return load(DiskFiles(folder), [name]), name


def drawing(found: Loaded) -> float:
    """Return the seconds that SVG and HTML of the one map take."""
    group = pictures(found, Wishes(formats=("svg", "html"), out="."))

    def draw() -> None:
        drawn = draw_map(found, group, Manner((Look(),)))
        assert drawn.failure is None
        assert all(drawn.contents)

    return measure.function(draw, runs=8).seconds


def main() -> None:
    """Print both ratios."""
    gc.disable()  # as the command does
    with tempfile.TemporaryDirectory() as folder:
        found, name = loaded(folder, 36)
        (workspace,) = found.workspaces
        source = (Path(folder) / name).read_bytes()

        def read() -> None:
            assert read_file(name, source, "journey", workspace.settings).maps

        model = measure.function(read, runs=30).seconds
        small = drawing(found)
    print(f"draw a map of 36 steps as SVG and HTML / load it: {small * 1000:.1f} ms / "
          f"{model * 1000:.1f} ms = {small / model:.1f} ×  (reach ≤ 4 ×)")  # fmt: skip
    times = []
    for steps in (200, 2000):
        with tempfile.TemporaryDirectory() as folder:
            times.append(drawing(loaded(folder, steps)[0]))
        gc.collect()
    print(f"draw 2,000 steps / 200 steps: {times[1]:.2f} s / {times[0]:.3f} s = "
          f"{times[1] / times[0]:.1f} ×  (reach < 10 ×)")  # fmt: skip


if __name__ == "__main__":
    main()
