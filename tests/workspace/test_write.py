from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cjm.errors import OutputError
from cjm.workspace.write import Outcome, write_file

posix = pytest.mark.skipif(os.name != "posix", reason="links and modes as POSIX has them")


def left_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_new_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "map.svg"

    assert write_file(path, b"new") is Outcome.WRITTEN

    assert path.read_bytes() == b"new"
    assert left_in(path.parent) == {"map.svg"}


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    write_file(path, b"same")
    before = path.stat()

    outcome = write_file(path, b"same", guard=lambda _: pytest.fail("nothing is replaced"))

    assert outcome is Outcome.UNCHANGED
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@posix
def test_the_mode_of_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_file(path, b"new")

    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target.svg", tmp_path / "link.svg"
    target.write_bytes(b"old")
    link.symlink_to(target)

    write_file(link, b"new", within=tmp_path)

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@posix
@pytest.mark.parametrize("kind", ["file", "folder", "dangling"])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path, kind: str) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "map.svg").write_bytes(b"precious")
    if kind == "file":
        (inside / "map.svg").symlink_to(outside / "map.svg")
    elif kind == "folder":
        (inside / "maps").symlink_to(outside)
    else:
        (inside / "map.svg").symlink_to(outside / "new.svg")
    path = inside / "maps" / "map.svg" if kind == "folder" else inside / "map.svg"

    with pytest.raises(OutputError, match="leads out of"):
        write_file(path, b"new", within=inside)

    assert left_in(outside) == {"map.svg"}
    assert (outside / "map.svg").read_bytes() == b"precious"


def test_a_guard_is_told_how_the_old_file_begins_and_can_refuse(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"mine " * 10_000)
    told = []

    def refuse(beginning: bytes) -> None:
        told.append(beginning)
        raise OutputError("no")

    with pytest.raises(OutputError, match="no"):
        write_file(path, b"new", guard=refuse)

    assert told[0].startswith(b"mine ")
    assert len(told[0]) < 10_000
    assert path.read_bytes() == b"mine " * 10_000


def test_what_is_no_regular_file_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "map.svg").mkdir()

    with pytest.raises(OutputError, match="it is a folder"):
        write_file(tmp_path / "map.svg", b"new")


@posix
def test_a_device_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(OutputError, match="no regular file"):
        write_file(tmp_path / "pipe", b"new")


@pytest.mark.parametrize("name", ["x" * 300, "nul\0"])
def test_a_name_that_the_disk_refuses_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_file(tmp_path / name, b"new")


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "maps").write_bytes(b"")

    with pytest.raises(OutputError, match="cannot be written"):
        write_file(tmp_path / "maps" / "map.svg", b"new")


def test_what_another_program_wrote_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"old")
    sync = os.fsync

    def meanwhile(number: int) -> None:
        sync(number)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", meanwhile)

    with pytest.raises(OutputError, match="changed by another program"):
        write_file(path, b"ours")

    assert path.read_bytes() == b"theirs"
    assert left_in(tmp_path) == {"map.svg"}


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_an_interruption_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"old")

    def interrupt(_number: int) -> None:
        raise stop

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises((KeyboardInterrupt, OutputError)):
        write_file(path, b"new")

    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == {"map.svg"}


WRITER = """
import sys
from pathlib import Path
from cjm.workspace.write import write_file
while True:
    for letter in b"ab":
        write_file(Path(sys.argv[1]), bytes([letter]) * 2_000_000)
        print(flush=True)
"""


@posix
@pytest.mark.parametrize("delay", [0.0, 0.003, 0.007, 0.013])
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file(tmp_path: Path, delay: float) -> None:
    path = tmp_path / "map.svg"
    process = subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(delay)

    os.kill(process.pid, signal.SIGKILL)
    process.wait(timeout=10)

    assert path.read_bytes() in (b"a" * 2_000_000, b"b" * 2_000_000)
    process.stdout.close()


def test_a_change_worked_out_from_another_text_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"by somebody else")

    with pytest.raises(OutputError, match="was changed by another program"):
        write_file(path, b"new", expected=b"old")
    with pytest.raises(OutputError, match="was changed by another program"):
        write_file(tmp_path / "gone", b"new", expected=b"old")

    assert path.read_bytes() == b"by somebody else"
    assert write_file(path, b"new", expected=b"by somebody else") is Outcome.WRITTEN
