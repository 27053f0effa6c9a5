"""A theme file is read tolerantly: a typo costs its own key, and is told with its place."""

from __future__ import annotations

import pytest

from cjm.lint.engine import lint
from cjm.source import Document
from cjm.workspace.files import MemoryFiles
from cjm.workspace.load import load
from cjm.workspace.read_file import read_file
from cjm.workspace.settings import Settings
from cjm.workspace.theme_file import ThemeFile

TYPOS = """\
cjm: theme/1
extends: drak
colors:
  inc: "#1a1a2e"
  quiet: grey
  page: "#fff"
stages: ["#0b6e4f", green]
feelings: ["#cf4436", "#c9703a"]
sizes: {radius: 99}
"""


def read(text: str) -> tuple[ThemeFile, Document]:
    reading = read_file("brand.theme.yaml", text.encode(), "theme", Settings())
    assert isinstance(reading.item, ThemeFile)
    return reading.item, reading.documents[0]


def test_each_typo_is_told_at_its_place_and_the_rest_is_kept() -> None:
    theme, document = read(TYPOS)

    told = sorted((each.span.start.line, each.message) for each in document.problems)
    assert told == [
        (2, "'extends' of the theme: expected one of light, dark, print, found 'drak'"),
        (4, "unknown key 'inc' in a set of colours; did you mean 'ink'?"),
        (5, "'quiet' of a set of colours: expected a colour, found 'grey'"),
        (7, "'stages' of the theme: expected a colour, found 'green'"),
        (8, "expected 5 colours, from −2 to +2, found 2"),
        (9, "'radius' of a set of sizes: expected a number from 0 to 40, found '99'"),
    ]
    assert (theme.colors.page, theme.stages) == ("#ffffff", ("#0b6e4f",))


def test_a_colour_that_yaml_takes_for_a_comment_is_told() -> None:
    _, document = read("cjm: theme/1\ncolors:\n  ink: #1a1a2e\n")

    assert [each.message for each in document.problems] == [
        "'#1a1a2e' is read as a comment, so 'ink:' has no value"
    ]


def test_a_colour_without_its_sign_is_mended() -> None:
    _, document = read("cjm: theme/1\ncolors: {ink: 1a1a2e}\n")

    assert [each.help for each in document.problems] == ["write '#1a1a2e', in quotes"]


def test_lint_checks_a_theme_in_the_workspace_as_format_and_takes_it_for_no_map() -> None:
    files = MemoryFiles(
        {
            "cjm.yaml": "cjm: workspace/1\n",
            "looks/brand.theme.yaml": TYPOS,
            "looks/plain.yaml": "cjm: theme/1\nstages: ['#0b6e4f']\n",
            "a.journey.yaml": "title: T\npersona: P\nstages: [{name: S, steps: [A]}]\n",
        }
    )

    (workspace,) = load(files, ["."]).workspaces
    found = lint(workspace).findings

    assert [map.path for map in workspace.maps] == ["a.journey.yaml"]
    assert {each.rule for each in found if "looks/" in each.place.path} == {
        "unknown-key", "wrong-type",
    }  # fmt: skip
    assert not any(each.place.path == "looks/plain.yaml" for each in found)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("drak", "expected light, dark, print or a theme file, found 'drak'"),
        ("../x.theme.yaml", "the theme '../x.theme.yaml' may lie outside the workspace"),
        ("/x.theme.yaml", "the theme '/x.theme.yaml' may lie outside the workspace"),
    ],
)
def test_settings_name_a_shipped_theme_or_one_of_the_workspace(written: str, said: str) -> None:
    files = MemoryFiles({"cjm.yaml": f"cjm: workspace/1\nrender: {{theme: {written}}}\n"})

    (workspace,) = load(files, ["."]).workspaces

    (problem,) = workspace.documents[0].problems
    assert problem.message.rpartition("': ")[2] == said
    assert workspace.settings.render.theme is None
