from __future__ import annotations

import pytest

from cjm.cli import lint_options, schema
from cjm.cli.options import listed, nearest_word, one_of, split
from cjm.errors import UsageError
from cjm.layout.themes import SHIPPED
from cjm.render.formats import FORMATS as PICTURE_FORMATS
from cjm.render.formats import VIEWS as PICTURE_VIEWS
from cjm.report.formats import FORMATS as REPORT_FORMATS
from cjm.rulebook import PROFILES
from cjm.workspace.choices import PICTURES, THEMES, VIEWS
from cjm.workspace.schemas import schema_texts


def test_the_choices_offered_are_those_there_are() -> None:
    # They are spelt out, since help and completion must not import what they are choices of.
    assert set(lint_options.FORMATS) == set(REPORT_FORMATS), (
        "name each format of cjm/report/formats.py in FORMATS of cjm/cli/lint_options.py, and no "
        "other"
    )
    assert set(PICTURES) == set(PICTURE_FORMATS), (
        "name each format of cjm/render/formats.py in PICTURES of cjm/workspace/choices.py, which "
        "settings and 'cjm render -f' offer, then run 'pytest tests/model --update-golden'"
    )
    assert set(VIEWS) == set(PICTURE_VIEWS)
    assert set(THEMES) == set(SHIPPED)
    assert {f"{kind}.schema.json" for kind in schema.KINDS} == set(schema_texts())


def test_a_choice_is_read_in_any_case() -> None:
    assert one_of("--profile", " Strict ", PROFILES) == "strict"


def test_a_wrong_choice_names_the_nearest_and_all() -> None:
    with pytest.raises(
        UsageError, match="--profile has no choice 'stric'; did you mean 'strict'"
    ) as told:
        one_of("--profile", "stric", PROFILES)

    assert told.value.help == "choose sketch, standard or strict"


def test_lists_take_commas_and_repetition_each_word_once() -> None:
    assert split(["a,b", " c ,", "a"]) == ("a", "b", "c")
    assert split(None) == ()


def test_a_beginning_is_near_and_so_is_a_slip() -> None:
    assert nearest_word("5g", ["ten-lines", "5g-upgrade"]) == "5g-upgrade"
    assert nearest_word("rendre", ["lint", "render"]) == "render"
    assert nearest_word("xyz", ["lint", "render"]) is None
    assert nearest_word("", ["lint"]) is None


def test_words_are_listed_as_in_a_sentence() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"], "or") == "a, b or c"
