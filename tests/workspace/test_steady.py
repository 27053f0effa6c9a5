from __future__ import annotations

from pathlib import Path

from cjm.workspace.files import DiskFiles
from cjm.workspace.steady import SteadyFiles


def test_a_file_stays_as_it_was_first_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one")
    files = SteadyFiles(DiskFiles(tmp_path))
    files.read("a")

    path.write_bytes(b"another")

    assert files.read("a") == b"one"
    assert files.read("a", most=1) == b"on"
    assert files.is_file("a")
