"""A language by its name, or by the code of a country, leads to its tag."""

from __future__ import annotations

import pytest

from cjm.model import language_names
from cjm.model.language_names import language_advice, names_a_language
from cjm.model.languages import ISO_639_1, is_language


@pytest.mark.parametrize(
    ("word", "advice"),
    [
        ("cn", "Chinese is 'zh'"),
        ("中文", "Chinese is 'zh'"),
        ("Chinese", "Chinese is 'zh'"),
        ("jp", "Japanese is 'ja'"),
        ("cz", "Czech is 'cs'"),
        ("gr", "Greek is 'el'"),
        ("dk", "Danish is 'da'"),
        ("English", "English is 'en'"),
        ("eng-US", "English is 'en'"),
        ("simplified chinese", "Simplified Chinese is 'zh-Hans'"),
        ("繁體中文", "Traditional Chinese is 'zh-Hant'"),
        ("klingon", ""),
        ("en", ""),
    ],
)
def test_a_name_or_wrong_code_is_told_the_tag(word: str, advice: str) -> None:
    assert language_advice([word]) == advice
    assert names_a_language(word) == bool(advice)


def test_several_are_told_once_each() -> None:
    assert language_advice(["english", "en", "chinese", "cn"]) == "English is 'en', Chinese is 'zh'"


def test_no_name_in_the_table_is_a_tag_or_leads_to_none() -> None:
    assert [word for word in language_names._table() if is_language(word)] == []
    assert {tag.partition("-")[0] for tag in language_names._NAMES} <= ISO_639_1
    assert len(language_names._table()) == sum(
        len(set(words.lower().split())) for words in language_names._NAMES.values()
    )
