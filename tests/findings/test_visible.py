from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.findings.visible import characters, visible

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Mn"]),
        st.sampled_from("#[:\n\r\t\x1b\x9b\u200d\u200c\u202e\u2066\ufeff👩💻م"),
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("\x9b31m \x7f \x85", "\\x9b31m \\x7f \\x85"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("zero\u200bwidth \ufeff", "zero\\u200bwidth \\ufeff"),
        ("line\u2028paragraph\u2029", "line\\u2028paragraph\\u2029"),
        ("lone \ud83d half", "lone \\ud83d half"),
        ("tags \U000e0041\U000e0042", "tags \\U000e0041\\U000e0042"),
        ("blank\u3164name", "blank\\u3164name"),
        ("feel\u200ding", "feel\\u200ding"),
        ("end\u200d", "end\\u200d"),
    ],
)
def test_what_hides_or_acts_is_spelt_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain words, −1 and “quotes”",
        "比较套餐 料金プラン 요금제",
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d💻 👩🏽\u200d💻 🏳️\u200d🌈 ❤️",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "mark \u200e left, \u200f right and \u061c",
        "e\u0301 and 葛\U000e0100",
        "# a comment [with brackets] ## and more",
    ],
)
def test_every_script_and_emoji_stays(text: str) -> None:
    assert visible(text) == text


def test_line_breaks_and_tabs_keep_to_one_line() -> None:
    assert visible("one\ntwo\tthree") == "one⏎two three"


@pytest.mark.parametrize(
    "command",
    [
        "a ##[add-mask]x",
        "##vso[task.setvariable variable=a]b",
        "##teamcity[buildStop]",
        "#\u200e#[add-mask]x",
        "##vso\u200f[x]",
        "###[error]",
    ],
)
def test_no_build_service_reads_a_command(command: str) -> None:
    shown = visible(command)

    assert re.search(r"##\w*\[", re.sub("[\u200e\u200f]", "", shown)) is None
    assert "\\x23" in shown


@pytest.mark.parametrize(
    "line", ["::error::x", "  ::error::x", "\u200e:\u200d:error::x", "\xa0::x"]
)
def test_no_line_begins_a_command_of_the_runner(line: str) -> None:
    shown = visible(line)

    assert "\\x3a" in shown
    assert not re.match(r"[\s\u200e\u200d]*:[\u200e\u200d]*:", shown)


@pytest.mark.parametrize("text", [": a", "a::b", "std::vector ::x"])
def test_colons_elsewhere_stay(text: str) -> None:
    assert visible(text) == text


@given(HOSTILE)
def test_nothing_unsafe_is_left(text: str) -> None:
    shown = visible(text)

    assert not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in shown)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\ufeff]", shown)


@given(HOSTILE)
def test_doing_it_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(HOSTILE)
def test_each_code_point_has_its_own_spelling(text: str) -> None:
    shown = characters(text)

    assert len(shown) == len(text)
    assert "".join(shown) == visible(text)
