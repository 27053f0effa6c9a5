"""Run the benchmarks and print ratios: `python benchmarks/run.py [--quick] [--only NAME]`."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import maps
import measure
import peers

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("start", "one", "many", "again", "load", "growth", "picture", "pictures", "drawing")


class Bench:
    """One run: where its environments and maps are, and what it found."""

    def __init__(self, cache: Path, *, quick: bool) -> None:
        self.cache, self.quick = cache, quick
        self.cjm_bin = peers.environment_of(cache, "cjm", str(ROOT), anew=True)
        self.jsonschema_bin = peers.environment_of(cache, "check-jsonschema", "check-jsonschema")
        self.yamllint_bin = peers.environment_of(cache, "yamllint", "yamllint")
        self.cjm = str(self.cjm_bin / "cjm")
        self.check = str(self.jsonschema_bin / "check-jsonschema")
        self.yamllint = str(self.yamllint_bin / "yamllint")
        self.schema = ROOT / "schemas" / "journey.schema.json"

    def about(self) -> None:
        """Print what is measured and where."""
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
        print("cjm:", peers.versions(self.cjm_bin, "cjm-toolkit", "pydantic", "ruamel.yaml",
                                     "ruamel.yaml.clib"))  # fmt: skip
        print("check-jsonschema:", peers.versions(self.jsonschema_bin, "check-jsonschema",
              "ruamel.yaml", "ruamel.yaml.clib"), "(parses with ruamel.yaml)")  # fmt: skip
        print("yamllint:", peers.versions(self.yamllint_bin, "yamllint", "PyYAML"),
              "(parses with PyYAML, pure Python)")  # fmt: skip
        print()

    def start(self) -> None:
        """Time the bare start of both programs."""
        ours = measure.command([self.cjm, "--version"], runs=15)
        theirs = measure.command([self.check, "--version"], runs=15)
        ratio("cjm --version / check-jsonschema --version", ours.seconds, theirs.seconds, "≤ 0.4")

    def one(self) -> None:
        """Time one map, from a cold start."""
        with tempfile.TemporaryDirectory() as folder:
            (path,) = maps.workspace(Path(folder), 1)
            lines = len(path.read_text(encoding="utf-8").splitlines())
            ours = measure.command([self.cjm, "lint", "--no-cache", str(path)], runs=9)
            schema = ["--schemafile", str(self.schema)]
            theirs = measure.command([self.check, *schema, str(path)], runs=9)
        ratio(f"lint one map of {lines} lines, cold", ours.seconds, theirs.seconds, "≤ 0.8")

    def many(self) -> None:
        """Time 200 maps."""
        count = 40 if self.quick else 200
        with tempfile.TemporaryDirectory() as folder:
            paths = [str(path) for path in maps.workspace(Path(folder), count)]
            ours = measure.command([self.cjm, "lint", "--no-cache", folder], runs=3)
            spectral = peers.spectral(self.cache, self.schema)
            if spectral is not None:
                taken = measure.command([*spectral[0], *paths], runs=1)
            schema = ["--schemafile", str(self.schema)]
            jsonschema = measure.command([self.check, *schema, *paths], runs=1)
            yamllint = measure.command([self.yamllint, *paths], runs=1)
        times(f"lint {count} maps, faster than check-jsonschema", jsonschema, ours, "≥ 12 ×")
        times(f"lint {count} maps, faster than yamllint", yamllint, ours, "≥ 16 ×")
        if spectral is None:
            print("many: no npm here, so Spectral is left out")
        else:
            what = f"lint {count} maps, faster than Spectral {spectral[1]}"
            times(what, taken, ours, "≥ 2 ×")

    def again(self) -> None:
        """Time a second run: nothing changed, and one map of many changed."""
        few, many = (40, 200) if self.quick else (200, 2000)
        with tempfile.TemporaryDirectory() as name:
            empty = Path(name) / "empty"
            empty.mkdir()
            (empty / "cjm.yaml").write_text("cjm: workspace/1\n", encoding="utf-8")
            nothing = measure.command([self.cjm, "lint", str(empty)], runs=9)
            maps.workspace(Path(name) / "few", few)
            words = [self.cjm, "lint", str(Path(name) / "few")]
            measure.settle()
            measure.command(words, runs=1)
            unchanged = measure.command(words, runs=9)
            paths = maps.workspace(Path(name) / "many", many)
            words = [self.cjm, "lint", str(Path(name) / "many")]
            measure.settle()
            measure.command(words, runs=1)
            changed, idle = self._changed(words, [self.cjm, "lint", str(empty)], paths[many // 2])
        what = "an empty workspace"
        ratio(f"lint {few} maps again / {what}", unchanged.seconds, nothing.seconds, "≤ 1.5")
        ratio(f"one of {many} maps changed / {what}", changed, idle, "≤ 2")

    def _changed(self, words: list[str], others: list[str], path: Path) -> tuple[float, float]:
        """Return the median times of two commands after a text in the map at `path` changed.

        They take turns: each change must settle first, and a machine that idled is slower.
        """
        times, idle = [], []
        text = path.read_text(encoding="utf-8")
        for number in range(7):
            path.write_text(text.replace("Fewer calls", f"{number} calls", 1), encoding="utf-8")
            measure.settle()
            measure.command(others, runs=1)
            idle.append(measure.command(others, runs=1).seconds)
            times.append(measure.command(words, runs=1).seconds)
        return statistics.median(times), statistics.median(idle)

    def load(self) -> None:
        """Time loading against the bare events of the same parser, in one process."""
        print(self._inside("load_one.py"), end="")

    def growth(self) -> None:
        """Time and weigh maps and workspaces of growing size."""
        print("growth: one map (steps, seconds, MB)")
        for steps in (200, 2000) if self.quick else (200, 600, 2000):
            with tempfile.TemporaryDirectory() as folder:
                (path,) = maps.workspace(Path(folder), 1, steps=steps)
                taken = measure.command([self.cjm, "lint", str(path)], runs=2)
            print(f"  {steps:5}  {taken.seconds:6.2f}  {taken.peak:6.0f}")
        print("growth: a workspace (maps, seconds, MB)")
        for count in (20, 200) if self.quick else (20, 200, 2000):
            with tempfile.TemporaryDirectory() as folder:
                maps.workspace(Path(folder), count)
                taken = measure.command([self.cjm, "lint", folder], runs=1)
            print(f"  {count:5}  {taken.seconds:6.2f}  {taken.peak:6.0f}")

    def picture(self) -> None:
        """Time the picture of one map, from a cold start, alone and in a large workspace, and mmdc's."""
        self._one_of_many()
        mermaid = peers.mermaid(self.cache)
        if mermaid is None:
            print("picture: no npm or no Chromium here, so Mermaid's mmdc is left out")
            return
        program, version = mermaid
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (path,) = maps.workspace(folder / "map", 1)
            diagram = folder / "diagram" / "journey.mmd"
            diagram.parent.mkdir()
            diagram.write_text(maps.diagram(), encoding="utf-8")
            render = [self.cjm, "render", "-f", "svg", "--force", "-o"]
            ours = measure.command([*render, str(folder / "a.svg"), str(path)], runs=7)
            same = measure.command([*render, str(folder / "b.svg"), str(diagram)], runs=7)
            html = [self.cjm, "render", "-f", "html", "--force", "-o", str(folder / "a.html")]
            page = measure.command([*html, str(path)], runs=7)
            words = [*program, "-i", str(diagram), "-o", str(folder / "c.svg"), "--quiet"]
            theirs = measure.command(words, runs=3)
            drawn = [(folder / each).stat().st_size for each in ("a.svg", "b.svg", "c.svg")]
        assert all(drawn), "a picture is empty"
        reach = "≤ 0.2"
        what = f"of 36 steps as SVG, cold / mmdc {version}"
        ratio(f"a map {what}", ours.seconds, theirs.seconds, reach)
        ratio(f"the same diagram {what}", same.seconds, theirs.seconds, reach)
        print(f"the map as HTML, cold / as SVG: {page.seconds:.3f} s / {ours.seconds:.3f} s = "
              f"{page.seconds / ours.seconds:.2f}")  # fmt: skip

    def _one_of_many(self) -> None:
        count = 40 if self.quick else 200
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            out = str(folder / "a.svg")
            paths = [
                maps.workspace(folder / "one", 1)[0],
                maps.workspace(folder / "many", count)[0],
            ]
            alone, among = (
                measure.command([self.cjm, "render", "--force", "-o", out, str(path)], runs=5)
                for path in paths
            )
        print(f"a map of {count} as SVG, cold / the same alone: {among.seconds:.3f} s / "
              f"{alone.seconds:.3f} s = {among.seconds / alone.seconds:.2f}")  # fmt: skip

    def pictures(self) -> None:
        """Time 200 maps as SVG and HTML, and how many cores they keep busy."""
        count = 40 if self.quick else 200
        with tempfile.TemporaryDirectory() as name:
            maps.workspace(Path(name), count)
            words = [self.cjm, "render", name, "-o", str(Path(name) / "out"), "--force"]
            taken = measure.command(words, runs=2)
            files = len(list((Path(name) / "out").iterdir()))
        load = float(self._inside("draw_one.py", "load"))
        each = taken.seconds / count
        print(f"render {count} maps as SVG and HTML: {taken.seconds:.2f} s, {files} files, "
              f"{taken.cpu / taken.seconds:.1f} cores busy, {taken.peak:.0f} MB")  # fmt: skip
        print(f"a map of them by the clock, all cores / load it to a valid model: {each * 1000:.1f} ms / "
              f"{load * 1000:.1f} ms = {each / load:.1f} ×  (reach ≤ 4 ×)")  # fmt: skip

    def drawing(self) -> None:
        """Time a large map against a small one: the whole command, then drawing in one process."""
        times = []
        for steps in (200, 2000):
            with tempfile.TemporaryDirectory() as name:
                maps.workspace(Path(name), 1, steps=steps)
                words = [self.cjm, "render", name, "-o", str(Path(name) / "out"), "--force"]
                times.append(measure.command(words, runs=3).seconds)
        print(f"render a map of 2,000 steps / of 200, cold: {times[1]:.2f} s / {times[0]:.2f} s = "
              f"{times[1] / times[0]:.1f} ×  (reach < 10 ×)")  # fmt: skip
        print(self._inside("draw_one.py"), end="")

    def _inside(self, script: str, *arguments: str) -> str:
        python = str(self.cjm_bin / "python")
        path = str(Path(__file__).parent / script)
        done = subprocess.run(
            [python, path, *arguments], check=True, env=measure.environment(),
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        return done.stdout


def ratio(what: str, ours: float, theirs: float, reach: str) -> None:
    """Print how much of the peer's time ours is."""
    print(f"{what}: {ours:.3f} s / {theirs:.3f} s = {ours / theirs:.2f}  (reach {reach})")


def times(what: str, theirs: measure.Taken, ours: measure.Taken, reach: str) -> None:
    """Print how many times faster ours is."""
    factor = theirs.seconds / ours.seconds
    print(
        f"{what}: {theirs.seconds:.2f} s / {ours.seconds:.2f} s = {factor:.1f} ×  (reach {reach})"
    )


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    parser.add_argument("--only", choices=NAMES, action="append", help="run one of them")
    parser.add_argument("--cache", type=Path, help="where the environments are kept")
    asked = parser.parse_args()
    cache = asked.cache or Path(tempfile.gettempdir()) / "cjm-benchmarks"
    bench = Bench(cache, quick=asked.quick)
    bench.about()
    for name in asked.only or NAMES:
        getattr(bench, name)()


if __name__ == "__main__":
    main()
