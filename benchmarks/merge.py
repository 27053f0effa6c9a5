"""How often two edits of one map conflict, merged by item and merged by line as git does.

Run it as `python benchmarks/merge.py [PAIRS]`. Each pair of edits is checked too: no edit is lost, and
none invented; what fails is printed with its number, and the run ends with exit code 1.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from cjm.merge.merge import merge
from cjm.merge.tree import UnsureError
from tests.merge.check import Pair, fault, pair

KINDS = ("different items", "one item, different fields", "the same field or item")
HOWS = ("any", "near", "any", "same")


def main(pairs: int) -> int:
    """Merge `pairs` random pairs of edits both ways, and print what came of it."""
    by_item: Counter[str] = Counter()
    by_line: Counter[str] = Counter()
    unsure: Counter[str] = Counter()
    count: Counter[str] = Counter()
    faults = 0
    seconds = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(pairs):
            each = pair(random.Random(seed), HOWS[seed % len(HOWS)])
            kind = KINDS[(1 if each.is_near else 0) if each.is_apart else 2]
            count[kind] += 1
            by_line[kind] += _conflicts_by_line(Path(folder), each)
            start = time.perf_counter()
            try:
                merged = merge(*each.texts)
            except UnsureError:
                unsure[kind] += 1
                by_item[kind] += _conflicts_by_line(Path(folder), each)
                continue
            finally:
                seconds += time.perf_counter() - start
            by_item[kind] += bool(merged.conflicts)
            found = fault(each, merged)
            if found:
                faults += 1
                print(f"pair {seed}: {each.edits[0].kind} | {each.edits[1].kind}: {found}")
    _print(count, by_item, by_line, unsure)
    print(f"{1000 * seconds / pairs:.1f} ms a merge; {faults} of {pairs} pairs wrong")
    return 1 if faults else 0


def _conflicts_by_line(folder: Path, each: Pair) -> bool:
    paths = [folder / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, each.texts, strict=True):
        path.write_bytes(text)
    base, ours, theirs = map(str, paths)
    done = subprocess.run(
        ["git", "merge-file", "-p", ours, base, theirs], capture_output=True, check=False
    )
    return done.returncode != 0


def _print(
    count: Counter[str], by_item: Counter[str], by_line: Counter[str], unsure: Counter[str]
) -> None:
    print(f"{'pairs of edits that touch':32}{'pairs':>7}{'cjm':>9}{'git':>9}{'left to git':>13}")
    for kind in KINDS:
        if count[kind]:
            rates = [f"{100 * each[kind] / count[kind]:.1f} %" for each in (by_item, by_line)]
            print(f"{kind:32}{count[kind]:>7}{rates[0]:>9}{rates[1]:>9}{unsure[kind]:>13}")
    print("cjm, git: pairs with a conflict")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
