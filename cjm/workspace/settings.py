"""Settings of a workspace: what may stand in its `cjm.yaml`.

Settings name no program, plugin or template outside the workspace.
"""

import re
from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item, Many
from cjm.model.text import Text
from cjm.model.values import LanguageTag, Shape, Share, Words, choice, nearest_help, shown, wrong
from cjm.workspace.choices import (
    FAIL_ON,
    LEVELS,
    PICTURES,
    PROFILES,
    SEVERITIES,
    THEMES,
    VIEWS,
)

SeverityWord = Annotated[str, choice(*SEVERITIES)]


def _read_theme(value: object) -> str:
    """Return the name of a shipped theme, or the path of a file in the workspace."""
    try:
        return str(_THEMES.read(value))
    except PydanticCustomError:
        pass
    if isinstance(value, str) and value.lower().endswith((".yaml", ".yml")):
        from cjm.model.schema.patterns import theme_file_pattern

        if re.fullmatch(theme_file_pattern(), value):
            return str(value)
        raise wrong(
            f"the theme {shown(value)} may lie outside the workspace",
            "put it beside cjm.yaml, and name it from there",
            "unsafe-path",
        )
    raise wrong(
        f"expected {', '.join(THEMES)} or a theme file, found {shown(value)}",
        nearest_help(value, THEMES) or "the name of a theme file ends in .theme.yaml",
    )


_THEMES = choice(*THEMES)


class PathLint(Item):
    """Settings of lint for the files that a glob matches."""

    required = False

    select: Many[Words] = Field((), description="Rules or categories to run.")
    ignore: Many[Words] = Field((), description="Rules or categories to leave out.")
    severity: FrozenMap[SeverityWord] | None = Field(None, description="Rule → severity.")


class LintSettings(Item):
    """How maps are linted."""

    required = False

    profile: Annotated[str, choice(*PROFILES)] | None = Field(
        None, description="`sketch`, `standard` (the default) or `strict`."
    )
    select: Many[Words] = Field((), description="Rules or categories to run; default: all.")
    ignore: Many[Words] = Field((), description="Rules or categories to leave out.")
    severity: FrozenMap[SeverityWord] | None = Field(
        None, description="Rule → off, note, warning or error."
    )
    per_path: FrozenMap[PathLint] | None = Field(
        None, description="Glob → select, ignore, severity."
    )
    settings: FrozenMap[Words] | None = Field(
        None, description="Thresholds of rules: name → value."
    )
    fail_on: SeverityWord | None = Field(
        None, description="The severity from which `cjm lint` fails; default: error."
    )
    baseline: Words | None = Field(
        None, description="File of known findings beside cjm.yaml; default: cjm-baseline.json."
    )


class RenderSettings(Item):
    """How maps are drawn."""

    required = False

    formats: Many[Annotated[str, choice(*PICTURES)]] = Field(
        (), description="Formats to write; default: svg and html."
    )
    out: Words | None = Field(None, description="Folder to write to; default: maps.")
    theme: Annotated[str, Shape("theme", _read_theme)] | None = Field(
        None, description="Colours of the pictures: light (the default), dark, print, or a file."
    )
    lanes: Many[Words] = Field((), description="Lanes or presets to draw.")
    views: Many[Annotated[str, choice(*VIEWS)]] = Field(
        (), description="Views to draw; default: map."
    )


class DiffSettings(Item):
    """How maps are compared."""

    required = False

    levels: FrozenMap[Annotated[str, choice(*LEVELS)]] | None = Field(
        None, description="Rule → breaking, worse, better or neutral."
    )
    min_likeness: Share | None = Field(
        None,
        description="Per cent of likeness from which two items are one where no id or name says so; "
        "default: 50.",
    )
    fail_on: Annotated[str, choice(*FAIL_ON)] | None = Field(
        None, description="The changes at which `cjm diff` exits with 1; default: none."
    )


class Settings(Item):
    """A file of kind `workspace/1`: `cjm.yaml`."""

    required = False

    cjm: Annotated[str, choice("workspace/1")] | None = Field(
        None, description="Kind and version of the file: `workspace/1`."
    )
    language: LanguageTag | None = Field(None, description="Language of plain strings.")
    languages: Many[LanguageTag] = Field((), description="Languages that every text should have.")
    journeys: Many[Words] = Field((), description="Globs of the journey files.")
    personas: Many[Words] = Field((), description="Globs of the persona files.")
    library: Many[Words] = Field((), description="Globs of the library files.")
    lint: LintSettings = Field(LintSettings(), description="How maps are linted.")
    render: RenderSettings = Field(RenderSettings(), description="How maps are drawn.")
    diff: DiffSettings = Field(DiffSettings(), description="How maps are compared.")
    vocabulary: FrozenMap[Many[Text]] | None = Field(
        None, description="The words allowed: departments, regions, brands …"
    )
