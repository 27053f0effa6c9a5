"""Files on disk: read in one go and not beyond the limit, and known to lie inside or outside."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cjm.workspace.files import DiskFiles, UnreadableFile


@pytest.mark.parametrize(("size", "read"), [(0, 0), (9, 9), (10, 10), (11, 11), (12, 11), (99, 11)])
def test_one_byte_more_than_the_limit_is_read_at_most(tmp_path: Path, size: int, read: int) -> None:
    (tmp_path / "a").write_bytes(b"x" * size)

    assert DiskFiles(tmp_path).read("a", 10) == b"x" * read


def test_a_large_file_is_read_whole(tmp_path: Path) -> None:
    content = bytes(range(256)) * 2000
    (tmp_path / "a").write_bytes(content)

    assert DiskFiles(tmp_path).read("a") == content


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_a_file_that_says_to_be_empty_is_read_whole() -> None:
    assert DiskFiles("/proc").read("self/status") != b""


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is no regular file"):
        DiskFiles(tmp_path).read(".")


def test_a_link_that_leads_to_itself_hides_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "map").write_text("x")
    (tmp_path / "loop").symlink_to("loop")

    assert list(DiskFiles(tmp_path).walk(".", lambda folder: True)) == ["loop", "map"]


@pytest.fixture
def linked(tmp_path: Path) -> DiskFiles:
    """`work` with a file, links of all kinds, and a folder and file beside it."""
    work, other = tmp_path / "work", tmp_path / "other"
    for folder in (work / "in", other):
        folder.mkdir(parents=True)
        (folder / "a").touch()
    (work / "file-in").symlink_to("in/a")
    (work / "file-out").symlink_to("../other/a")
    (work / "nothing").symlink_to("../other/b")
    (work / "folder-in").symlink_to("in")
    (work / "folder-out").symlink_to("../other")
    (tmp_path / "elsewhere").symlink_to("work")
    return DiskFiles(tmp_path)


@pytest.mark.parametrize(
    ("path", "leaves"),
    [
        ("in/a", False),
        ("in/gone", False),
        ("file-in", False),
        ("file-out", True),
        ("nothing", True),
        ("folder-in/a", False),
        ("folder-out/a", True),
        ("folder-out", True),
        ("../other/a", True),
        ("in/..", False),
        (".", False),
        ("..", True),
    ],
)
@pytest.mark.parametrize("root", ["work", "elsewhere"])
def test_a_path_leaves_where_its_links_lead_out(
    linked: DiskFiles, path: str, root: str, leaves: bool
) -> None:
    assert linked.leaves(f"work/{path}", root) is leaves
