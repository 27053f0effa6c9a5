"""Time a flow of 60 steps and 90 ways against `dot -Tjson`: `python benchmarks/flow.py`.

`dot` gets the steps as boxes of the size of a card, and the ways with their labels; it starts anew each
time, as for whoever calls it. Ours is warm: the module is compiled and loaded.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).parent))

import measure

STEPS, WAYS, STAGES = 60, 90, 8


def journey() -> str:
    """Return the text of the map: most ways lead on, some skip, some lead back, some out."""
    dice = random.Random(60)
    following = [[f"s{step + 1}"] for step in range(STEPS - 1)] + [[]]
    for _ in range(WAYS - STEPS + 1):
        start = dice.randrange(STEPS - 1)
        target = max(0, min(STEPS - 1, start + dice.choice((-4, -2, -1, 2, 2, 3, 3, 4, 6))))
        following[start].append(f"s{target}")
    lines = ["cjm: journey/1", "title: A flow to measure with", "language: en", "stages:"]
    for step, targets in enumerate(following):
        if step % (STEPS // STAGES + 1) == 0:
            lines += [f"  - name: Stage {step}", "    steps:"]
        ways = ", ".join(
            f"{{to: {target}, when: it is so, share: {100 // len(targets)}}}" for target in targets
        )
        lines.append(
            f"      - {{id: s{step}, name: Does thing number {step}, touchpoints: Shop,"
            f" feeling: {step % 5 - 2}, next: [{ways}]}}"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print how long each takes, at best: other work on the machine slows both at random."""
    from cjm.layout import graphviz
    from cjm.layout.flow import lay_out_flow
    from cjm.render.svg import scene_svg
    from cjm.sheet.flow import arrange_flow
    from cjm.workspace.files import MemoryFiles
    from cjm.workspace.load import load

    loaded = load(
        MemoryFiles({"cjm.yaml": "cjm: workspace/1\n", "m.journey.yaml": journey()}), ["."]
    )
    ((workspace, map),) = loaded.maps
    flow = arrange_flow(map, workspace)
    graphs = _graphs(graphviz, lambda: lay_out_flow(flow))
    print(f"{graphviz.engine().name}, Graphviz {graphviz.engine().version}; "
          f"{len(flow.cards)} steps, {len(flow.edges)} ways, {len(graphs)} rows")  # fmt: skip
    scene = lay_out_flow(flow)
    placing = measure.function(lambda: graphviz.place_all(graphs))
    laying = measure.function(lambda: lay_out_flow(flow))
    drawing = measure.function(lambda: scene_svg(scene))
    program = shutil.which("dot")
    if program is None:
        print("there is no dot here to compare with")
        return
    texts = [_whole_dot(flow)]
    theirs = measure.function(lambda: [_run(program, text) for text in texts])
    for name, ours in (("place", placing), ("place, route and lay out", laying),
                       ("the same and write SVG", None)):  # fmt: skip
        seconds = ours.best if ours else laying.best + drawing.best
        print(f"{name}: {1000 * seconds:.1f} ms / dot -Tjson {1000 * theirs.best:.1f} ms"
              f" = {seconds / theirs.best:.2f}  (reach ≤ 1.5)")  # fmt: skip


def _graphs(graphviz, draw: Callable[[], object]):  # type: ignore[no-untyped-def]
    """Return the graphs that are placed while `draw` runs."""
    from cjm.layout.flow import place as module

    found = []
    before = module.place_all
    module.place_all = lambda graphs: found.extend(graphs) or before(graphs)
    draw()
    module.place_all = before
    return found


def _whole_dot(flow) -> str:  # type: ignore[no-untyped-def]
    """Return the flow as one would write it for `dot`: cards as boxes, with labels of the ways."""
    lines = ["digraph {", "rankdir=LR;", 'node [shape=box, fixedsize=true, label="", width=2.44,'
             " height=1];"]  # fmt: skip
    lines += [f"n{index};" for index in range(len(flow.cards))]
    for edge in flow.edges:
        back = ", constraint=false" if edge.is_loop else ""
        lines.append(f'n{edge.start} -> n{edge.end} [label="{edge.when} {edge.share[:2]}"{back}];')
    return "\n".join([*lines, "}"])


def _run(program: str, text: str) -> bytes:
    done = subprocess.run([program, "-Tjson"], input=text.encode(), capture_output=True, check=True)
    return done.stdout


if __name__ == "__main__":
    main()
