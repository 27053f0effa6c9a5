"""Pictures are read inside the workspace, once, and never from outside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.images import MOST_BYTES, Bitmap
from cjm.workspace.files import DiskFiles, MemoryFiles
from cjm.workspace.pictures import KEPT, NoPicture, Pictures
from tests.images.pictures import drawing, encoded

PNG = encoded(drawing())


class Counting(MemoryFiles):
    reads = 0

    def read(self, path: str, most: int = 0) -> bytes:
        self.reads += 1
        return super().read(path, most)


def test_a_path_is_relative_to_the_file_that_writes_it() -> None:
    files = MemoryFiles({"personas/pics/face.png": PNG, "pics/face.png": b"another"})

    found = Pictures(files, "").find("pics/face.png", "personas/li.persona.yaml")

    assert isinstance(found, Bitmap)


def test_a_path_may_climb_within_the_workspace() -> None:
    files = MemoryFiles({"ws/pics/face.png": PNG})

    found = Pictures(files, "ws").find("../pics/face.png", "ws/journeys/a.journey.yaml")

    assert isinstance(found, Bitmap)


@pytest.mark.parametrize(
    "path",
    ["../../face.png", "/face.png", "C:/face.png", "file:///face.png", "https://x.org/face.png",
     "..\\..\\face.png", "\\\\host\\face.png", "~/face.png", "face.png\0"],
)  # fmt: skip
def test_no_path_leaves_the_workspace(path: str) -> None:
    files = Counting({"face.png": PNG, "ws/journeys/face.png": PNG})

    found = Pictures(files, "ws").find(path, "ws/journeys/a.journey.yaml")

    assert found == NoPicture()
    assert files.reads == 0


def test_a_link_that_leaves_the_workspace_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    (tmp_path / "ws").mkdir()
    (tmp_path / "ws" / "face.png").symlink_to(tmp_path / "secret.png")

    found = Pictures(DiskFiles(tmp_path), "ws").find("face.png", "ws/a.journey.yaml")

    assert isinstance(found, NoPicture)
    assert found.what == "is a link that leaves the workspace"


def test_a_folder_a_device_and_nothing_give_no_picture(tmp_path: Path) -> None:
    (tmp_path / "pics").mkdir()
    pictures = Pictures(DiskFiles(tmp_path), "")

    assert pictures.find("pics", "a.journey.yaml") == NoPicture()
    assert pictures.find("gone.png", "a.journey.yaml") == NoPicture()


def test_what_is_no_picture_says_what_to_do() -> None:
    files = MemoryFiles({"a.svg": "<svg/>"})

    found = Pictures(files, "").find("a.svg", "a.journey.yaml")

    assert isinstance(found, NoPicture)
    assert found.what.startswith("is an SVG drawing")
    assert found.cure == "export it as PNG"


def test_no_more_than_the_limit_of_a_file_is_read(tmp_path: Path) -> None:
    with open(tmp_path / "large.png", "wb") as file:
        file.truncate(MOST_BYTES * 2)

    found = Pictures(DiskFiles(tmp_path), "").find("large.png", "a.journey.yaml")

    assert isinstance(found, NoPicture)
    assert found.what == "is larger than 20 MB"


def test_a_file_is_read_once() -> None:
    files = Counting({"face.png": PNG})
    pictures = Pictures(files, "")

    first = pictures.find("face.png", "a.journey.yaml")
    second = pictures.find("./face.png", "b.journey.yaml")

    assert first is second
    assert files.reads == 1


def test_only_so_many_pictures_stay_in_memory() -> None:
    files = Counting({f"{number}.png": PNG for number in range(KEPT + 1)})
    pictures = Pictures(files, "")
    for number in range(KEPT + 1):
        pictures.find(f"{number}.png", "a.journey.yaml")

    pictures.find("0.png", "a.journey.yaml")

    assert files.reads == KEPT + 2
