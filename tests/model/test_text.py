"""A text is one text, in one language or in several."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from cjm.model.text import Text
from cjm.source.plain import Plain

TEXT = TypeAdapter(Text)


@pytest.mark.parametrize(
    "spelling", ["Compare plans", Plain("1.10"), Plain("404"), Plain("true"), ""]
)
def test_a_scalar_is_a_text_as_it_is_spelt(spelling: str) -> None:
    text = TEXT.validate_python(spelling)

    assert str(text) == spelling
    assert text.is_plain
    assert text.languages == ()


def test_a_mapping_is_one_text_a_language_in_the_order_written() -> None:
    text = TEXT.validate_python({"zh": "比较", "en": "Compare", "pt_br": "Comparar"})

    assert text.languages == ("zh", "en", "pt-BR")
    assert str(text) == "比较"
    assert not text.is_plain


@pytest.mark.parametrize(
    ("wanted", "fallback", "found"),
    [
        ("en", "", "Compare"), ("en-GB", "", "Compare"), ("zh", "", "比較"), ("de", "en", "Compare"),
        ("de", "fr", "比較"), ("", "", "比較"),
    ],
)  # fmt: skip
def test_a_missing_language_falls_back(wanted: str, fallback: str, found: str) -> None:
    text = TEXT.validate_python({"zh-Hant": "比較", "en": "Compare"})

    assert text.in_language(wanted, fallback) == found


def test_a_plain_text_stands_for_every_language() -> None:
    assert Text("Compare").in_language("zh", "de") == "Compare"


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (["A"], "expected one text, found a list"),
        ({}, "expected a text"),
        ({"en": ["A"]}, "expected one text under 'en'"),
        (
            {"Note": "A"},
            "expected one text, found a mapping with the key 'Note', which is no language",
        ),
    ],
)
def test_what_is_not_one_text_is_refused(value: object, sentence: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TEXT.validate_python(value)

    assert caught.value.errors()[0]["ctx"]["sentence"] == sentence


def test_a_text_cut_by_its_colon_is_answered_with_quote_it() -> None:
    with pytest.raises(ValidationError) as caught:
        TEXT.validate_python({"He said": "no"})

    assert "quote this text, it has a colon" in caught.value.errors()[0]["ctx"]["help"]


def test_a_language_of_the_workspace_counts_beside_the_two_letter_codes() -> None:
    text = TEXT.validate_python({"tlh": "nuqneH"}, context={"languages": frozenset({"tlh"})})

    assert text.languages == ("tlh",)


def test_one_language_in_two_spellings_is_refused() -> None:
    with pytest.raises(ValidationError) as caught:
        TEXT.validate_python({"zh-hant": "比較", "zh_Hant": "比对"})

    assert caught.value.errors()[0]["ctx"]["sentence"] == "'zh-hant' and 'zh_Hant' are one language"


def test_texts_are_equal_by_content_hash_and_stay_as_they_are() -> None:
    text = Text(en="A", zh="B")

    assert text == Text(en="A", zh="B")
    assert hash(text) == hash(Text(en="A", zh="B"))
    assert text != Text("A")
    with pytest.raises(AttributeError):
        text.pairs = ()


@pytest.mark.parametrize("value", ["A", {"en": "A", "zh": "B"}])
def test_a_text_is_written_as_it_was_read(value: object) -> None:
    assert TEXT.dump_python(TEXT.validate_python(value)) == value
