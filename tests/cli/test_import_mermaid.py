from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

DIAGRAM = """\
journey
  title My day
  section Go to work
    Make tea: 5: Me
    Go upstairs: 9: Me
"""
MARKDOWN = f"# Two\n\n```mermaid\n{DIAGRAM}```\n\ntext\n\n```mermaid\n{DIAGRAM}```\n"


def test_each_diagram_becomes_a_file_that_lints_at_sketch(cjm: Run, here: Path) -> None:
    (here / "day.mmd").write_text(DIAGRAM)
    (here / "page.md").write_text(MARKDOWN)

    result = cjm("import", "mermaid", "day.mmd", "page.md", "-o", "maps-of-mine")

    assert result.code == 0
    assert result.out.splitlines() == [
        f"written    maps-of-mine/{name}.journey.yaml" for name in ("day", "page", "page-2")
    ]
    assert cjm("lint", "maps-of-mine/*.yaml", "--profile", "sketch").code == 0


def test_what_mermaid_misreads_is_told_on_stderr(cjm: Run, here: Path) -> None:
    (here / "day.mmd").write_text(DIAGRAM)

    result = cjm("import", "mermaid", "day.mmd", "-o", "out")

    assert "day.mmd:5:18: warning[mermaid-reading]" in result.err
    assert "mermaid-reading" not in result.out


def test_a_file_that_is_there_is_kept_unless_forced(cjm: Run, here: Path) -> None:
    (here / "day.mmd").write_text(DIAGRAM)
    (here / "day.journey.yaml").write_text("mine\n")

    kept = cjm("import", "mermaid", "day.mmd")
    mine = (here / "day.journey.yaml").read_text()
    forced = cjm("import", "mermaid", "day.mmd", "--force")
    again = cjm("import", "mermaid", "day.mmd")

    assert (kept.code, kept.out, mine) == (2, "", "mine\n")
    assert (forced.code, forced.out) == (0, "written    day.journey.yaml\n")
    assert (again.code, again.out) == (0, "unchanged  day.journey.yaml\n")


def test_files_of_one_name_do_not_overwrite_each_other(cjm: Run, here: Path) -> None:
    for folder in ("a", "b"):
        (here / folder).mkdir()
        (here / folder / "day.mmd").write_text(DIAGRAM)

    result = cjm("import", "mermaid", "*/day.mmd")

    assert result.out.splitlines() == [
        "written    day.journey.yaml",
        "written    day-2.journey.yaml",
    ]


def test_a_diagram_beside_its_import_is_told(cjm: Run, here: Path) -> None:
    (here / "day.mmd").write_text(DIAGRAM)

    assert "note: day.mmd counts as a map too" in cjm("import", "mermaid", "day.mmd").err
    assert "counts as" not in cjm("import", "mermaid", "day.mmd", "-o", "elsewhere").err


def test_a_file_without_a_diagram_is_a_usage_error(cjm: Run, here: Path) -> None:
    (here / "page.md").write_text("# no diagram\n")

    assert cjm("import", "mermaid", "page.md").code == 2
    assert cjm("import", "mermaid", "nowhere.mmd").code == 2
    assert "name the files in it" in cjm("import", "mermaid", ".").err


def test_a_file_that_cannot_be_read_fails_and_the_others_are_imported(cjm: Run, here: Path) -> None:
    (here / "day.mmd").write_text(DIAGRAM)
    (here / "bad.mmd").write_bytes(b"journey\n\xff\n")

    result = cjm("import", "mermaid", "day.mmd", "bad.mmd", "-o", "out")

    assert (result.code, result.out) == (1, "written    out/day.journey.yaml\n")
    assert "bad.mmd:" in result.err
