"""`cjm render`: views, themes, templates and ids, as they are asked for and refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cjm.cli.inputs import inputs
from cjm.cli.pictures import Wishes, pictures
from cjm.errors import UndrawableError
from cjm.layout.dark import DARK
from cjm.layout.ink_saving import PRINT
from cjm.layout.theme import LIGHT
from cjm.render import formats
from tests.cli.conftest import Run, write_map, write_maps

TWO_LANGUAGES = """\
cjm: journey/1
title: {en: A walk, zh: 散步}
language: en
persona: Sam
stages: [{name: {en: First, zh: 第一}, steps: [{name: {en: Looks, zh: 看看}, feeling: 1}]}]
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(here: Path, *, languages: str = "", **wishes: Any) -> list[str]:
    """Return the names of the files that a run would write."""
    write(here / "cjm.yaml", f"cjm: workspace/1\n{languages}")
    write(here / "walk.journey.yaml", TWO_LANGUAGES)
    wanted = pictures(inputs([]).load(), Wishes(**wishes))
    return [picture.path.name for picture in wanted if picture.path]


def test_a_view_stands_in_the_name_of_a_file_unless_it_is_the_map(here: Path) -> None:
    found = names(here, languages="languages: [en, zh]\n", views=("map", "flow"), formats=("svg",))

    assert found == ["walk.svg", "walk.zh.svg", "walk.flow.svg", "walk.flow.zh.svg"]


def test_the_workspace_chooses_views_and_the_command_line_overrules(here: Path) -> None:
    settings = "render: {views: [map, flow], formats: svg}\n"

    assert names(here, languages=settings) == ["walk.svg", "walk.flow.svg"]
    assert names(here, languages=settings, views=("map",)) == ["walk.svg"]


def test_a_view_that_is_none_names_the_nearest(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm("render", "--view", "flwo")

    assert result.code == 2
    assert "--view has no choice 'flwo'; did you mean 'flow'?" in result.err


def test_several_views_do_not_fit_into_one_file(cjm: Run, here: Path) -> None:
    write_map(here)

    result = cjm("render", "--view", "map,flow", "-o", "walk.svg")

    assert result.code == 2
    assert "several pictures do not fit into one file" in result.err


def no_engine(*_: object, **__: object) -> object:
    raise UndrawableError("no engine draws flows here", help="install one")


def test_a_view_that_cannot_be_drawn_costs_none_of_the_others_and_is_told_once(
    cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_maps(here, 3)
    monkeypatch.setattr(formats, "found", patched(formats.found, "arrange_flow", no_engine))

    result = cjm("render", "--view", "flow,map", "-f", "svg")

    assert result.code == 1
    assert sorted(path.name for path in (here / "maps").iterdir()) == [
        "walk-0.svg", "walk-1.svg", "walk-2.svg",
    ]  # fmt: skip
    assert result.err.count("no engine draws flows here") == 1
    assert "help: install one" in result.err


def patched(
    found: Callable[[str], Any], ending: str, instead: Callable[..., Any]
) -> Callable[[str], Any]:
    return lambda name: instead if name.endswith(ending) else found(name)


def test_a_page_gets_the_map_in_all_languages_of_the_run_its_own_first(
    cjm: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(here / "cjm.yaml", "cjm: workspace/1\nlanguages: [en, zh]\n")
    write(here / "walk.journey.yaml", TWO_LANGUAGES)
    given: dict[str, list[str]] = {}

    def render(self: formats.Format, sheets: list[Any], look: object) -> str:
        given[f"{self.name} {sheets[0].language}"] = [sheet.language for sheet in sheets]
        return ""

    monkeypatch.setattr(formats.Format, "render", render)

    cjm("render")

    assert given == {
        "svg en": ["en"], "svg zh": ["zh"], "html en": ["en", "zh"], "html zh": ["zh", "en"],
    }  # fmt: skip


def test_one_page_holds_several_languages_and_one_svg_does_not(cjm: Run, here: Path) -> None:
    write(here / "walk.journey.yaml", TWO_LANGUAGES)

    page = cjm("render", "--lang", "zh,en", "-o", "walk.html")
    picture = cjm("render", "--lang", "zh,en", "-o", "walk.svg")

    assert page.code == 0
    assert (here / "walk.html").read_text(encoding="utf-8").count("散步") > 0
    assert picture.code == 2
    assert "several pictures do not fit into one file" in picture.err


@pytest.mark.parametrize(
    ("name", "page"), [("light", LIGHT.page), ("Dark", DARK.page), ("print", PRINT.page)]
)
def test_a_theme_colours_the_picture(cjm: Run, here: Path, name: str, page: str) -> None:
    write_map(here)

    assert f'height="100%" fill="{page}"' in background(
        cjm("render", "--theme", name, "-o", "-").out
    )


def background(svg: str) -> str:
    """Return the rectangle behind everything, its sizes as `100%`."""
    first = re.search(r"<rect [^>]*>", svg.partition("</defs>")[2] or svg)
    assert first is not None
    return re.sub(r'(width|height)="[\d.]+"', r'\1="100%"', first[0])


@pytest.mark.parametrize(
    ("theme", "dark", "schemes"),
    [("light", True, "light dark"), ("dark", False, "dark"), ("print", False, "only light")],
)
def test_a_page_turns_dark_only_in_the_light_theme(
    cjm: Run, here: Path, theme: str, dark: bool, schemes: str
) -> None:
    write_map(here)

    page = cjm("render", "--theme", theme, "-o", "-", "-f", "html").out

    assert ("@media screen and (prefers-color-scheme:dark){:root{" in page) is dark
    assert f'<meta name="color-scheme" content="{schemes}">' in page


def test_the_workspace_chooses_a_theme_and_the_command_line_overrules(cjm: Run, here: Path) -> None:
    write(here / "in/cjm.yaml", "cjm: workspace/1\nrender: {theme: looks/own.theme.yaml}\n")
    write(here / "in/looks/own.theme.yaml", "cjm: theme/1\ncolors: {page: '#abcdef'}\n")
    write_map(here / "in")

    assert 'fill="#abcdef"' in cjm("render", "in", "-o", "-").out
    assert 'fill="#abcdef"' not in cjm("render", "in", "-o", "-", "--theme", "light").out


def test_a_theme_file_may_lie_anywhere_for_the_command_line(cjm: Run, here: Path) -> None:
    write_map(here)
    write(here / "own.yaml", "cjm: theme/1\ncolors: {page: '#abcdef'}\n")

    result = cjm("render", "--theme", "own.yaml", "-o", "-")

    assert 'fill="#abcdef"' in result.out
    assert result.err == ""


def test_a_file_gives_a_page_for_the_dark_only_if_it_says_so(cjm: Run, here: Path) -> None:
    write_map(here)
    one = write(here / "one.theme.yaml", "colors: {page: '#abcdef'}\n")
    both = write(here / "both.theme.yaml", "dark: {colors: {page: '#012345'}}\n")

    pages = [
        cjm("render", "walk.journey.yaml", "--theme", each, "-f", "html", "-o", "-").out
        for each in (one, both)
    ]

    assert ["prefers-color-scheme" in page for page in pages] == [False, True]
    assert "--page:#012345" in pages[1]


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("drak", "there is no theme 'drak'; did you mean 'dark'?"),
        ("sepia", "there is no theme 'sepia'"),
        ("none.theme.yaml", "there is no theme file 'none.theme.yaml'"),
        ("walk.journey.yaml", "the theme 'walk.journey.yaml' cannot be read"),
        ("folder/", "there is no theme file 'folder/'"),
        ("brnd.theme.yaml", "no theme file 'brnd.theme.yaml'; did you mean 'brand.theme.yaml'?"),
    ],
)
def test_a_theme_that_is_not_there_is_refused(cjm: Run, here: Path, theme: str, said: str) -> None:
    write_map(here)
    (here / "folder").mkdir()
    write(here / "brand.theme.yaml", "cjm: theme/1\n")

    result = cjm("render", "walk.journey.yaml", "--theme", theme)

    assert result.code == 2
    assert said in result.err
    assert not (here / "maps").exists()


def test_a_theme_with_typos_is_told_line_by_line_and_the_rest_is_used(cjm: Run, here: Path) -> None:
    write_map(here)
    write(here / "own.theme.yaml", "colors:\n  page: '#abcdef'\n  quite: '#333333'\n")

    result = cjm("render", "walk.journey.yaml", "--theme", "own.theme.yaml", "-o", "-")

    assert result.code == 0
    assert 'fill="#abcdef"' in result.out
    assert "own.theme.yaml:3:3: error[unknown-key]" in result.err
    assert "did you mean 'quiet'?" in result.err


def test_typos_in_the_theme_of_a_workspace_are_told_once(cjm: Run, here: Path) -> None:
    write(here / "cjm.yaml", "cjm: workspace/1\nrender: {theme: own.theme.yaml}\n")
    write(here / "own.theme.yaml", "colors:\n  quite: '#333333'\n")
    write_maps(here, 2)

    result = cjm("render", "-f", "svg")

    assert result.err.count("unknown key 'quite'") == 1


def test_words_that_can_hardly_be_read_are_warned_of(cjm: Run, here: Path) -> None:
    write_map(here)
    write(here / "own.theme.yaml", "colors: {quiet: '#999999'}\nstages: '#fa9f42'\n")

    result = cjm("render", "walk.journey.yaml", "--theme", "own.theme.yaml", "-f", "svg")

    assert result.code == 0
    assert (
        "warning: own.theme.yaml: 'stage-ink' on 'stages 1' has a contrast of 2.1 to 1; "
        "words need 4.5 to 1"
    ) in result.err
    assert re.search(r"'quiet' on '[\w-]+' \(and on \d+ more\) has a contrast of 2", result.err)


def test_a_link_to_a_theme_outside_the_workspace_is_not_followed(cjm: Run, here: Path) -> None:
    write(here / "in/cjm.yaml", "cjm: workspace/1\nrender: {theme: own.theme.yaml}\n")
    write(here / "out.theme.yaml", "colors: {page: '#abcdef'}\n")
    write_map(here / "in")
    try:
        (here / "in/own.theme.yaml").symlink_to(here / "out.theme.yaml")
    except OSError:
        pytest.skip("no links here")

    result = cjm("render", "in")

    assert result.code == 2
    assert "is a link that leaves the workspace" in result.err


def test_ids_begin_as_asked(cjm: Run, here: Path) -> None:
    write_map(here)

    ids = re.findall(r' id="([^"]*)"', cjm("render", "--id-prefix", "shop-", "-o", "-").out)

    assert ids
    assert all(id.startswith("shop-walk-") for id in ids)


@pytest.mark.parametrize("prefix", ["1a", "a b", '"><script>', "a" * 65, "é"])
def test_a_prefix_that_begins_no_id_is_refused(cjm: Run, here: Path, prefix: str) -> None:
    write_map(here)

    result = cjm("render", "--id-prefix", prefix)

    assert result.code == 2
    assert "cannot begin an id" in result.err


def test_templates_of_ones_own_are_used(cjm: Run, here: Path) -> None:
    write_map(here)
    write(here / "own/svg/map.svg.j2", "{{ mark }}<svg>{{ title }}</svg>")

    assert cjm("render", "--templates", "own", "-o", "-").out.endswith("<svg>A walk</svg>")


def test_a_template_that_fails_is_one_message_and_no_traceback(cjm: Run, here: Path) -> None:
    write_maps(here, 2)
    write(here / "own/svg/map.svg.j2", "{{ mark }}\n{{ titel }}")

    result = cjm("render", "--templates", "own", "-f", "svg")

    file = str(Path("own/svg/map.svg.j2"))
    assert result.code == 2
    assert result.err.splitlines() == [
        f"error: the template '{file}' fails in line 2: 'titel' is undefined",
        "help: templates/README.md of cjm lists what a template gets",
        "note: not drawn for this reason: walk-0.journey.yaml, and 1 more",
    ]


def test_the_other_formats_of_a_failing_template_are_drawn(cjm: Run, here: Path) -> None:
    write_map(here)
    write(here / "own/svg/map.svg.j2", "{{ titel }}")

    result = cjm("render", "--templates", "own")

    assert result.code == 2
    assert [path.name for path in (here / "maps").iterdir()] == ["walk.html"]


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("none", "there is no folder of templates 'none'"),
        (".", "no file in '.' replaces a template"),
    ],
)
def test_a_folder_without_templates_is_refused(
    cjm: Run, here: Path, folder: str, said: str
) -> None:
    write_map(here)

    result = cjm("render", "--templates", folder)

    assert result.code == 2
    assert said in result.err


def test_settings_name_no_templates(cjm: Run, here: Path) -> None:
    write(here / "cjm.yaml", "cjm: workspace/1\nrender: {templates: own}\n")
    write_map(here)
    write(here / "own/svg/map.svg.j2", "{{ mark }}mine")

    result = cjm("render", "-o", "-")

    assert "unknown key 'templates'" in result.err
    assert "mine" not in result.out
