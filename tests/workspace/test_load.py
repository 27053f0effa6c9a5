"""Paths lead to workspaces that are known whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cjm.errors import MissingPathError, NoMapError
from cjm.workspace.files import DiskFiles, MemoryFiles
from cjm.workspace.load import Loaded, load

MAP = "cjm: journey/1\ntitle: T\nstages: [A]\n"


def loaded(texts: dict[str, str | bytes], *paths: str) -> Loaded:
    return load(MemoryFiles(texts), list(paths))


def shown(found: Loaded) -> list[str]:
    return [each.path for _, each in found.maps]


def test_a_folder_gives_what_is_cjms_and_counts_the_rest() -> None:
    found = loaded(
        {
            "a.journey.yaml": "title: T\nstages: [A]",
            "b.yaml": MAP,
            "c.yml": "name: x\nstages: [build, test]\n",
            "compose.yaml": "services: {}\n",
            "d.mmd": "journey\n  section A\n    Do: 3: Me\n",
            "notes.md": "```mermaid\njourney\n  Do: 3: Me\n```\n",
            "readme.txt": "x",
            ".hidden/e.journey.yaml": MAP,
            "node_modules/f.journey.yaml": MAP,
            ".venv/g.journey.yaml": MAP,
            "maps/h.journey.yaml": MAP,
        }
    )

    assert shown(found) == ["a.journey.yaml", "b.yaml", "c.yml", "d.mmd", "maps/h.journey.yaml"]
    assert found.workspaces[0].skipped == 3


def test_the_folder_of_pictures_may_hold_maps_unless_settings_name_it() -> None:
    files = {"maps/a.journey.yaml": MAP, "maps/a.svg": "<svg/>", "maps/a.html": "", "b.yaml": MAP}

    usual = loaded(files)
    named = loaded({**files, "cjm.yaml": "cjm: workspace/1\nrender: {out: maps}\n"})

    assert (shown(usual), usual.workspaces[0].skipped) == (["b.yaml", "maps/a.journey.yaml"], 0)
    assert shown(named) == ["b.yaml"]


def test_what_git_ignores_is_left_alone() -> None:
    found = loaded(
        {
            ".git/HEAD": "x",
            ".gitignore": "build/\n*.draft.journey.yaml\n!keep.draft.journey.yaml\n",
            "a.journey.yaml": MAP,
            "b.draft.journey.yaml": MAP,
            "keep.draft.journey.yaml": MAP,
            "build/c.journey.yaml": MAP,
            "in/.gitignore": "/d.journey.yaml\n",
            "in/d.journey.yaml": MAP,
            "in/e.journey.yaml": MAP,
        }
    )

    assert shown(found) == ["a.journey.yaml", "in/e.journey.yaml", "keep.draft.journey.yaml"]


def test_nested_workspaces_are_separate() -> None:
    texts: dict[str, str | bytes] = {
        "cjm.yaml": "cjm: workspace/1\nlanguage: zh\n",
        "a.journey.yaml": MAP,
        "in/cjm.yaml": "cjm: workspace/1\n",
        "in/b.journey.yaml": MAP,
    }

    found = loaded(texts)

    assert [(each.root, [m.path for m in each.maps]) for each in found.workspaces] == [
        (".", ["a.journey.yaml"]),
        ("in", ["in/b.journey.yaml"]),
    ]
    assert found.workspaces[0].maps[0].language == "zh"
    assert found.workspaces[1].maps[0].language == "en"


def test_a_file_named_belongs_to_the_nearest_workspace_above_which_is_known_whole() -> None:
    found = loaded(
        {
            "cjm.yaml": "cjm: workspace/1\n",
            "journeys/a.journey.yaml": MAP,
            "journeys/b.journey.yaml": MAP,
            "library/t.library.yaml": "cjm: library/1\ntouchpoints: {app: App}\n",
        },
        "journeys/a.journey.yaml",
    )

    assert shown(found) == ["journeys/a.journey.yaml"]
    (workspace,) = found.workspaces
    assert [each.id for each in workspace.maps] == ["a", "b"]
    assert workspace.library.find("touchpoints", "APP") is not None


def test_the_search_for_a_workspace_ends_at_the_git_root() -> None:
    found = loaded(
        {"cjm.yaml": "language: zh\n", "repo/.git/HEAD": "x", "repo/m/a.journey.yaml": MAP},
        "repo/m",
    )

    assert found.workspaces[0].root == "repo/m"
    assert found.workspaces[0].maps[0].language == "en"


def test_a_file_named_is_a_journey_even_with_no_sign_of_it() -> None:
    found = loaded(
        {"notes.yaml": "title: T\nstages: [A]", "other.txt": MAP}, "notes.yaml", "other.txt"
    )

    assert sorted(shown(found)) == ["notes.yaml", "other.txt"]


def test_a_markdown_file_named_gives_each_of_its_diagrams() -> None:
    text = "# Hi\n```mermaid\njourney\n title One\n Do: 3: Me\n```\n~~~mermaid\njourney\n title Two\n Do: 1: Me\n~~~\n"

    found = loaded({"notes.md": text}, "notes.md")

    assert [(each.id, str(each.journey.title)) for _, each in found.maps] == [
        ("notes", "One"),
        ("notes-2", "Two"),
    ]


def test_globs_reach_into_folders() -> None:
    texts: dict[str, str | bytes] = {"a/b/c.journey.yaml": MAP, "a/d.journey.yaml": MAP}

    assert shown(loaded(texts, "a/**/*.yaml")) == ["a/b/c.journey.yaml", "a/d.journey.yaml"]
    assert shown(loaded(texts, "a/*.yaml")) == ["a/d.journey.yaml"]
    with pytest.raises(MissingPathError, match="no file matches"):
        loaded(texts, "z/*.yaml")


def test_what_is_not_there_stops_the_command() -> None:
    with pytest.raises(MissingPathError, match="there is no file or folder 'x'"):
        loaded({"a.journey.yaml": MAP}, "x")
    with pytest.raises(NoMapError):
        loaded({"a.txt": "x"})


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("journey/2", None),
        ("jurney/1", None),
        ("workspace/1", None),
        ("journey", None),
        ("7", None),
    ],
)
def test_a_kind_or_version_that_is_not_known_is_an_error_that_names_the_known(
    key: str, kind: str | None
) -> None:
    found = loaded({"a.journey.yaml": f"cjm: {key}\ntitle: T\nstages: [A]\n"})

    (problem,) = found.workspaces[0].documents[0].problems
    assert problem.rule == "unsupported-version"
    assert "journey/1" in problem.message
    assert found.maps == ()


def test_the_declared_kind_decides() -> None:
    found = loaded({"a.yaml": "cjm: persona/1\nname: Li\n", "b.journey.yaml": MAP})

    assert list(found.workspaces[0].personas) == ["a"]


def test_an_id_that_stands_twice_in_a_library_names_the_first() -> None:
    found = loaded(
        {
            "a.library.yaml": "cjm: library/1\nchannels: {web: Web}\n",
            "b.library.yaml": "cjm: library/1\nchannels: {Web: Web}\n",
            "c.journey.yaml": MAP,
        }
    )

    (problem,) = found.workspaces[0].documents[1].problems
    assert problem.rule == "duplicate-id"
    assert "a.library.yaml:2" in problem.message


def test_settings_with_a_typo_say_so_and_the_rest_holds() -> None:
    found = loaded({"cjm.yaml": "langage: zh\nlanguages: [en, zh]\n", "a.journey.yaml": MAP})

    (workspace,) = found.workspaces
    assert [each.message for each in workspace.documents[0].problems] == [
        "unknown key 'langage' in the settings; did you mean 'language'?"
    ]
    assert workspace.settings.languages == ("en", "zh")


def test_memory_lies_over_disk(tmp_path: Path) -> None:
    (tmp_path / "a.journey.yaml").write_text(MAP)
    (tmp_path / "b.journey.yaml").write_text(MAP)
    files = MemoryFiles({"a.journey.yaml": MAP.replace("T", "New")}, DiskFiles(tmp_path))

    found = load(files, ["."])

    assert [str(each.journey.title) for _, each in found.maps] == ["New", "T"]


def test_a_link_that_leaves_the_workspace_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out.journey.yaml").write_text(MAP)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.journey.yaml").symlink_to(tmp_path / "out.journey.yaml")
    (tmp_path / "in" / "b.journey.yaml").write_text(MAP)

    found = load(DiskFiles(tmp_path), ["in"])

    assert shown(found) == ["in/b.journey.yaml"]
    (problem,) = found.workspaces[0].documents[0].problems
    assert problem.rule == "unsafe-path"


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.journey.yaml")

    found = load(DiskFiles(tmp_path), ["a.journey.yaml"])
    device = load(DiskFiles(tmp_path), ["/dev/zero"])

    for each in (found, device):
        (problem,) = each.workspaces[0].documents[-1].problems
        assert problem.rule == "unreadable-file"
        assert "no regular file" in problem.message


def test_a_map_from_a_parent_folder_keeps_the_path_as_given(tmp_path: Path) -> None:
    (tmp_path / "cjm.yaml").write_text("language: zh\n")
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "a.journey.yaml").write_text(MAP)
    (tmp_path / "docs").mkdir()

    found = load(DiskFiles(tmp_path / "docs"), ["../journeys/a.journey.yaml"])
    whole = load(DiskFiles(tmp_path / "journeys"), [])

    assert shown(found) == ["../journeys/a.journey.yaml"]
    assert found.workspaces[0].maps[0].language == "zh"
    assert whole.workspaces[0].maps[0].language == "zh"
    assert len(shown(whole)) == 1


def test_settings_behind_a_link_that_leaves_the_workspace_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("password: hunter2\nlanguage: zh\n")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "cjm.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "in" / "a.journey.yaml").write_text(MAP)

    (workspace,) = load(DiskFiles(tmp_path), ["in"]).workspaces

    assert workspace.settings.language is None
    assert [each.rule for each in workspace.documents[0].problems] == ["unsafe-path"]
    assert "hunter2" not in "".join(document.text for document in workspace.documents)
