"""Bad input gives one clear finding with its place and advice, soon, and never a traceback."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SECONDS = 20
"""Against hanging; the promise is under 2 s, which a loaded machine may miss."""

MEGABYTES = 300

MAP = "cjm: journey/1\ntitle: T\nstages:\n  - name: Learn\n    steps:\n      - name: Looks\n"
STEP = MAP + "        {}\n"


def _limit_memory() -> None:
    # Address space, not resident memory: a generous bound that still stops an explosion.
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def cjm(*words: str, cwd: Path, stdin: bytes = b"") -> tuple[int, str, str, float]:
    """Run cjm; return exit code, stdout, stderr and its peak memory in MB."""
    env = {**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", _MEASURED, *words],
        cwd=cwd, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=_limit_memory,
    )  # fmt: skip
    out, err = process.communicate(stdin, timeout=SECONDS)
    told, _, peak = err.decode().rpartition("PEAK ")
    return process.returncode, out.decode(), told, float(peak)


_MEASURED = """
import re, resource, sys
from cjm.cli import main
code = main(sys.argv[1:])
sys.stdout.flush()
try:
    # Of this program alone: ru_maxrss also counts what the process that started it was, before it.
    with open("/proc/self/status") as status:
        peak = int(re.search(r"VmHWM:\\s*(\\d+) kB", status.read())[1]) / 1024
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
sys.stderr.write(f"PEAK {peak}")
sys.exit(code)
"""


def findings(out: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(out)["findings"]
    return [each for each in found if each["severity"] != "note"]


BAD: dict[str, tuple[str | bytes, str, tuple[int, int] | None, str]] = {
    "tab": (MAP + "\t\tfeeling: 1\n", "yaml-syntax", (7, 1), "tab"),
    "duplicate key": (MAP + "title: U\n", "yaml-syntax", (7, 1), "line 2"),
    "unknown key": (STEP.format("emotion: -2"), "unknown-key", (7, 9), "feeling"),
    "wrong type": (STEP.format("feeling: 4"), "wrong-type", (7, 18), "+1"),
    "comment cuts": (STEP.format("pains: Ticket #42 lost"), "cut-text", (7, 23), "quote"),
    "comma cuts": (STEP.format("feeling: {label: Patient, but frustrated}"),
                   "yaml-syntax", (7, 35), "quote"),
    "colon": (STEP.format("pains: a: b: c"), "yaml-syntax", (7, 16), "quote"),
    "percent": (STEP.format("metrics: {name: A, unit: %}"), "yaml-syntax", None, "quote"),
    "at": (STEP.format("pains: @team"), "yaml-syntax", (7, 16), "quote"),
    "bold": (STEP.format("pains: **bold**"), "yaml-syntax", (7, 16), "quote"),
    "half quoted": (STEP.format('pains: "He" said'), "yaml-syntax", (7, 16), "quote"),
    "merge key": ("x-a: &a {b: c}\n" + STEP.format("<<: *a"), "yaml-syntax", (8, 9), "ref"),
    "merge conflict": (MAP + "<<<<<<< HEAD\nstate: current\n=======\n", "yaml-syntax",
                       (7, 1), "one side"),
    "utf-16": (MAP.encode("utf-16"), "unreadable-file", (1, 1), "UTF-8"),
    "invalid utf-8": (MAP.encode() + b"\xff", "unreadable-file", None, "UTF-8"),
    "nul": (MAP.replace("Looks", "Lo\x00oks"), "yaml-syntax", (6, 17), "delete"),
    "escape": (MAP.replace("Looks", "\x1b[31mLooks"), "yaml-syntax", (6, 15), "delete"),
    "empty": ("", "missing-key", (1, 1), "title"),
    "two documents": (MAP + "---\n" + MAP, "yaml-syntax", (7, 1), "one map"),
    "list at the top": ("- a\n- b\n", "wrong-type", (1, 1), "title"),
    "recursive anchor": ("title: T\nstages: &a [*a]\n", "yaml-syntax", (2, 13), "write it out"),
    "deep": ("a: " + "[" * 100_000, "yaml-syntax", None, "limit"),
    "laughs": ("a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 10)}]\n"
        for n in range(9)), "yaml-syntax", None, "limit"),
    "tag": (STEP.format("pains: !!python/object/apply:os.system [id]"), "yaml-syntax",
            (7, 16), "tag"),
    "reference to nothing": (STEP.format("pains: {text: A, evidence: [nothing]}"),
                             "unresolved-reference", (7, 37), "nothing"),
    "path out": ("cjm: journey/1\ntitle: T\nbaseline: ../../../etc/passwd\nstages: [A]\n",
                 "unsafe-path", (3, 11), ""),
    "script link": (STEP.format("links: 'javascript:alert(1)'"), "unsafe-path", (7, 16), "https"),
    "future version": ("cjm: journey/9\ntitle: T\nstages: [A]\n", "unsupported-version",
                       (1, 6), "journey/1"),
    "no title": ("stages: [A]\n", "missing-key", (1, 1), "title"),
    "no stages": ("title: A\n", "missing-key", (1, 1), "stages"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_finding_with_place_and_advice(name: str, tmp_path: Path) -> None:
    content, rule, at, word = BAD[name]
    source = content if isinstance(content, bytes) else content.encode()
    (tmp_path / "a.journey.yaml").write_bytes(source)

    code, out, err, peak = cjm(
        "lint", "--select", "format", "--output-format", "json", "--profile", "sketch",
        "a.journey.yaml", cwd=tmp_path,
    )  # fmt: skip

    (found,) = findings(out)
    start = found["span"]["start"]
    assert found["rule"] == rule
    assert at is None or (start["line"], start["column"]) == at
    assert word in found["message"] + " " + found.get("help", "")
    assert err == ""
    assert code == (0 if found["severity"] == "warning" else 1)
    assert peak < MEGABYTES


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_drawn_or_said_not_to_be(name: str, tmp_path: Path) -> None:
    content, rule, _, _ = BAD[name]
    source = content if isinstance(content, bytes) else content.encode()
    (tmp_path / "a.journey.yaml").write_bytes(source)

    code, out, err, _ = cjm("render", "a.journey.yaml", "-f", "svg", cwd=tmp_path)

    drawn = (tmp_path / "maps" / "a.svg").is_file()
    assert drawn == (code == 0)
    assert drawn == ("written" in out)
    assert "Traceback" not in err
    assert "bug in cjm" not in err
    assert drawn or rule in err


def test_a_file_of_50_mb_is_refused_in_little_memory(tmp_path: Path) -> None:
    with (tmp_path / "a.journey.yaml").open("wb") as file:
        for _ in range(50):
            file.write(b"x: yyyyyyy\n" * 95_000)

    code, out, _, peak = cjm("lint", "--output-format", "json", "a.journey.yaml", cwd=tmp_path)

    (found,) = findings(out)
    assert (code, found["rule"]) == (1, "unreadable-file")
    assert peak < MEGABYTES


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/stdin", "/dev/random"])
def test_a_device_is_not_read(path: str, tmp_path: Path) -> None:
    code, out, _, _ = cjm("lint", "--output-format", "json", path, cwd=tmp_path)

    (found,) = findings(out)
    assert (code, found["rule"]) == (1, "unreadable-file")


def test_a_circle_of_maps_is_found(tmp_path: Path) -> None:
    for one, other in ("ab", "ba"):
        (tmp_path / f"{one}.journey.yaml").write_text(
            f"cjm: journey/1\ntitle: T\nstate: future\nbaseline: {other}\nstages: [A]\n"
        )

    code, out, _, _ = cjm("lint", "--select", "format", "--output-format", "json", cwd=tmp_path)

    assert code == 1
    assert {each["rule"] for each in findings(out)} == {"circular-reference"}


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_a_byte_order_mark_and_windows_line_ends_are_fine(end: bytes, tmp_path: Path) -> None:
    source = b"\xef\xbb\xbf" + MAP.encode().replace(b"\n", end)
    (tmp_path / "a.journey.yaml").write_bytes(source)

    code, out, _, _ = cjm(
        "lint", "--select", "format", "--output-format", "json", "a.journey.yaml", cwd=tmp_path
    )

    assert (code, findings(out)) == (0, [])


HOSTILE = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{ 7 * 7 }}{% raw %}",
    "[/] [link=https://x]y[/link] [bold]", "::error::boom", "\u202egnp.exe", "a\u200bb\u2066c",
    "${PATH} $(id) `id`", "]]> <!-- --> &amp; &#60;", "javascript:alert(1)",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_inert(text: str, tmp_path: Path) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    content = MAP.replace("Looks", quoted).replace("title: T", f"title: {quoted}")
    (tmp_path / "a.journey.yaml").write_text(content + f"        pains: {quoted}\n")

    code, _, err, _ = cjm("render", "a.journey.yaml", cwd=tmp_path)
    _, linted, _, _ = cjm("lint", "--notes", "--profile", "strict", "a.journey.yaml", cwd=tmp_path)

    assert code == 0, err
    for ending in ("svg", "html"):
        drawn = (tmp_path / "maps" / f"a.{ending}").read_text(encoding="utf-8")
        for tag in ("<script", "<img", "onerror=alert(1)>", "]]> <!--"):
            assert tag not in drawn
        assert text != "{{ 7 * 7 }}{% raw %}" or "{{ 7 * 7 }}" in drawn
        assert not set(drawn) & set("\u202e\u200b\u2066\x1b")
    assert not set(linted) & set("\u202e\u200b\u2066\x1b")
    assert not any(line.lstrip().startswith("::") for line in linted.splitlines())
