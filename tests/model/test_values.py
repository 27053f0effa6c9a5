"""Single values are read by their meaning, and refused with a sentence that helps."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from cjm.model.values import (
    Count,
    Date,
    Depth,
    Five,
    Id,
    LanguageTag,
    Level,
    Moment,
    Reference,
    Share,
    Truth,
    Url,
    Words,
    choice,
    fold,
    nearest,
)
from cjm.source.plain import Plain


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


def problem(kind: Any, value: object) -> tuple[str, str]:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    context = caught.value.errors()[0]["ctx"]
    return context["sentence"], context["help"]


@pytest.mark.parametrize(
    ("kind", "spelling", "value"),
    [
        (Level, Plain("2"), 2), (Level, Plain("-0.5"), -0.5), (Level, "−2", -2), (Level, 1, 1),
        (Five, Plain("5"), 5), (Five, Plain("3.0"), 3), (Depth, Plain("0"), 0), (Depth, "−0", 0),
        (Count, Plain("1204"), 1204), (Share, Plain("12.5"), 12.5), (Share, Plain("0x10"), 16),
    ],
)  # fmt: skip
def test_numbers_are_read_a_true_minus_included(kind: Any, spelling: str, value: float) -> None:
    found = read(kind, spelling)

    assert found == value


@pytest.mark.parametrize(
    ("kind", "spelling"),
    [
        (Level, "2"), (Level, Plain("2.1")), (Level, "−3"), (Level, Plain(".inf")),
        (Level, Plain(".nan")), (Level, Plain("true")), (Level, True), (Level, "− 1"), (Level, "−1e0"),
        (Five, Plain("0")), (Five, Plain("6")), (Five, Plain("2.5")), (Five, []), (Five, "high"),
        (Depth, Plain("4")), (Count, Plain("-1")), (Count, Plain("9" * 400)), (Share, "18 %"),
    ],
)  # fmt: skip
def test_what_is_no_number_of_the_scale_is_refused(kind: Any, spelling: object) -> None:
    sentence, _ = problem(kind, spelling)

    assert sentence.startswith("expected a ")


@pytest.mark.parametrize(
    ("number", "meant"), [("3", "0"), ("4", "+1"), ("5", "+2"), ("2.5", "−0.5")]
)
def test_a_feeling_on_a_scale_of_five_is_answered_with_the_conversion(
    number: str, meant: str
) -> None:
    sentence, help = problem(Level, Plain(number))

    assert sentence == (
        f"expected a number from −2 (very negative) to +2 (very positive), found '{number}'"
    )
    assert help == f"feelings run from −2 to +2; {number} on a scale of 1 to 5 is {meant}"


@pytest.mark.parametrize("number", ["6", "-3", "10"])
def test_a_feeling_on_no_known_scale_is_answered_with_the_ends(number: str) -> None:
    _, help = problem(Level, Plain(number))

    assert help == "feelings run from −2 (very negative) to +2 (very positive)"


METHOD = choice("session-replay", "survey")


@pytest.mark.parametrize("spelling", ["session-replay", "session_replay", " Session-Replay "])
def test_a_choice_takes_either_mark_and_any_case(spelling: str) -> None:
    assert METHOD.read(spelling) == "session-replay"


def test_a_wrong_choice_names_all_and_the_nearest() -> None:
    from typing import Annotated

    sentence, help = problem(Annotated[str, METHOD], "survy")

    assert sentence == "expected one of session-replay, survey, found 'survy'"
    assert help == "did you mean 'survey'?"


@pytest.mark.parametrize(
    ("spelling", "value"),
    [(Plain("true"), True), (Plain("FALSE"), False), ("ZMOT", "zmot"), (" fmot", "fmot")],
)
def test_a_moment_of_truth_is_yes_no_or_which(spelling: str, value: object) -> None:
    assert read(Moment, spelling) == value


@pytest.mark.parametrize("value", ["yes", "true", Plain("1"), 1, []])
def test_only_unquoted_true_and_false_are_truth_values(value: object) -> None:
    assert problem(Truth, value)[0].startswith("expected true or false, found")
    assert problem(Moment, value)[0].startswith("expected true, false, zmot, fmot or smot, found")


def test_a_date_is_a_day_that_the_calendar_has() -> None:
    assert read(Date, "2028-02-29") == datetime.date(2028, 2, 29)
    assert problem(Date, "2026-02-29")[0] == "there is no such day as '2026-02-29'"


@pytest.mark.parametrize(
    "value", ["14.09.2026", "2026-9-14", Plain("2026"), "２０２６-09-14", "2026-09-14\n"]
)
def test_a_date_has_one_spelling(value: str) -> None:
    assert problem(Date, value)[1] == "write it as 2026-09-14"


@pytest.mark.parametrize(
    "word", ["a", "step-3", "step_3", "地图", "मानचित्र", "č", Plain("404"), "Ⅳ"]
)
def test_an_id_has_letters_and_marks_of_any_script(word: str) -> None:
    assert read(Id, word) == word


@pytest.mark.parametrize("word", ["", "a b", "a.b", "a/b", "🙂", "a\u200b", "a\n", ["a"]])
def test_an_id_has_no_blank_and_no_symbol(word: object) -> None:
    assert problem(Id, word)[0].startswith("expected an id, found")


@pytest.mark.parametrize("word", ["end", "EXIT", "ｅｘｉｔ"])
def test_the_words_that_end_a_path_are_no_ids(word: str) -> None:
    assert problem(Id, word)[0] == f"'{word}' is reserved, it ends a path"


@pytest.mark.parametrize("kind", [Words, Reference])
def test_words_keep_their_spelling(kind: Any) -> None:
    assert read(kind, Plain("1.10")) == "1.10"
    assert type(read(kind, Plain("1.10"))) is str
    assert problem(kind, " ")[0] == "expected a few words, found ''"


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a?b#c", "HTTP://example.org", "mailto:a@example.org", " https://a "],
)
def test_links_are_web_or_mail_addresses(url: str) -> None:
    assert read(Url, url) == url.strip()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://a", "JaVaScRiPt:x", "file:///etc"]
)
def test_a_link_that_could_run_or_read_something_is_refused(url: str) -> None:
    sentence, help = problem(Url, url)

    assert sentence.startswith("a link may not begin with")
    assert help == "links are http, https or mailto"


@pytest.mark.parametrize(
    "url", ["example.org", "https://a b", "java\nscript:x", "//a", Plain("404")]
)
def test_what_is_no_whole_address_is_refused(url: str) -> None:
    assert problem(Url, url)[0].startswith("expected a web address, found")


@pytest.mark.parametrize(
    ("tag", "usual"), [("en", "en"), ("ZH_hant_tw", "zh-Hant-TW"), ("pt-419", "pt-419")]
)
def test_a_language_tag_gets_its_usual_spelling(tag: str, usual: str) -> None:
    assert read(LanguageTag, tag) == usual


@pytest.mark.parametrize("tag", ["klingon", "xx", "en-", "", Plain("5")])
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    assert problem(LanguageTag, tag)[1] == "such as en, zh or zh-Hant"


def test_names_are_compared_without_case_width_and_runs_of_blanks() -> None:
    assert fold("Ｗｅｂ  Shop") == fold("web shop") == "web shop"
    assert fold("STRASSE") == fold("straße")


def test_the_nearest_word_is_near_or_none() -> None:
    assert nearest("feelng", ["feeling", "pains"]) == "feeling"
    assert nearest("zzz", ["feeling", "pains"]) is None
