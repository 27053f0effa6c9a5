"""Benchmarks of `cjm diff`, with ratios of one run: `python benchmarks/diff.py [--quick]`.

Two maps against graphtage, which compares trees; two workspaces against loading one of them; and a
map of 2,000 steps against itself with every step renamed.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import tempfile
from pathlib import Path

import maps
import measure
import peers

ROOT = Path(__file__).resolve().parent.parent

LOAD = """
import sys
from cjm.source.manner import read_lightly
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
read_lightly()
print(len(load(DiskFiles("."), [sys.argv[1]]).maps))
"""
"""Loads a workspace once, as a command does."""


def main() -> None:
    """Run the benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer maps and fewer runs")
    parser.add_argument("--cache", default=str(Path(tempfile.gettempdir()) / "cjm-benchmarks"),
                        help="folder where the environments of the peers are kept")  # fmt: skip
    asked = parser.parse_args()
    cache = Path(asked.cache)
    cjm = peers.environment_of(cache, "cjm", str(ROOT), anew=True)
    graphtage = peers.environment_of(cache, "graphtage", "graphtage")
    print("cjm:", peers.versions(cjm, "cjm-toolkit", "rapidfuzz"))
    print("graphtage:", peers.versions(graphtage, "graphtage"))
    two_maps(cjm, graphtage)
    two_workspaces(cjm, 100 if asked.quick else 500)
    renamed(cjm)


def two_maps(cjm: Path, graphtage: Path) -> None:
    """Two maps of 490 lines, of which a few steps differ, cold."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old, new = folder / "old.journey.yaml", folder / "new.journey.yaml"
        # Graphtage stops at a date; a text that looks like one both can read.
        text = re.sub(r"\d{4}-\d\d-\d\d", r'"\g<0>"', maps.journey(1))
        old.write_text(text, encoding="utf-8")
        new.write_text(edited(text), encoding="utf-8")
        words = [str(old), str(new)]
        ours = measure.command([str(cjm / "cjm"), "diff", *words], runs=7)
        peer = [str(graphtage / "graphtage"), "--no-status", *words]
        said = subprocess.run(peer, capture_output=True, text=True, check=False)
        if "Traceback" in said.stderr:
            raise SystemExit(said.stderr)
        theirs = measure.command(peer, runs=2)
    told("two maps of 490 lines, cold: graphtage / cjm", theirs.seconds, ours.seconds, "≥ 3")


def two_workspaces(cjm: Path, count: int) -> None:
    """Two workspaces of many maps, of which 20 differ; against loading one of them once."""
    with tempfile.TemporaryDirectory() as name:
        old, new = Path(name) / "old", Path(name) / "new"
        maps.workspace(old, count)
        for path in maps.workspace(new, count)[:: count // 20]:
            path.write_text(edited(path.read_text(encoding="utf-8")), encoding="utf-8")
        words = [str(cjm / "cjm"), "diff", str(old), str(new), "--stat"]
        both = measure.command(words, runs=3)
        once = measure.command([str(cjm / "python"), "-c", LOAD, str(old)], runs=3)
    told(
        f"two workspaces of {count} maps, 20 changed / loading one",
        both.seconds,
        once.seconds,
        "< 1.5",
    )


def renamed(cjm: Path) -> None:
    """2,000 steps against 2,000, each with another name, and most in another place."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = []
        for state in ("old", "new"):
            path = folder / f"{state}.journey.yaml"
            path.write_text(large(state), encoding="utf-8")
            paths.append(str(path))
        taken = measure.command([str(cjm / "cjm"), "diff", *paths], runs=1)
    print(f"2,000 steps, all renamed: {taken.seconds:.1f} s (< 20), {taken.peak:.0f} MB (< 500)")


def edited(text: str) -> str:
    """Return a map with a few edits: a feeling, a pain, a name, a step."""
    return (
        text.replace("level: -2", "level: 1", 2)
        .replace("Queue of 3 minutes", "Queue of 30 minutes", 1)
        .replace("Compares plan 5 ", "Weighs plan 5 ", 1)
        .replace("severity: 4", "severity: 2", 1)
    )


_DOES = (
    "Opens Checks Compares Reads Signs Orders Pays Waits Asks Sends Receives Returns Finds".split()
)
_THINGS = (
    "bill plan phone form parcel ticket invoice account code letter card box meter shop".split()
)
_KINDS = "new old first second broken wrong missing digital printed paper cheap late early".split()


def large(state: str, steps: int = 2000) -> str:
    """Return a map of many steps; those of the new state have other names than any of the old."""
    choose = random.Random(state)
    lines = ["cjm: journey/1", "title: Large", "stages:"]
    for number in range(steps):
        if number % 20 == 0:
            lines += [f"  - name: Stage {number // 20} {state}", "    steps:"]
        words = [choose.choice(_DOES), choose.choice(_KINDS), choose.choice(_THINGS)]
        lines.append(f"      - name: {' '.join(words)} {number if state == 'old' else 'again'}")
        lines.append(f"        feeling: {choose.choice((-2, -1, 0, 1, 2))}")
        lines.append(f"        pains: [{choose.choice(_KINDS)} {choose.choice(_THINGS)} {state}]")
    return "\n".join(lines) + "\n"


def told(what: str, one: float, other: float, wanted: str) -> None:
    """Print a ratio."""
    print(f"{what}: {one:.2f} s / {other:.2f} s = {one / other:.2f} ({wanted})")


if __name__ == "__main__":
    main()
