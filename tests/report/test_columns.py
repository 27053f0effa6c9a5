from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.findings.visible import visible
from cjm.report.columns import clipped, columns


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("plain", 5),
        ("比较", 4),
        ("ＡＢ", 4),
        ("ｱｲ", 2),
        ("e\u0301", 1),
        ("\u1112\u1161\u11ab", 2),
        ("요금", 4),
        ("−1 … ⏎", 6),
        ("می\u200cخواهم", 7),
        ("क्\u200dष", 2),
        ("👩\u200d💻", 2),
        ("👍🏽", 2),
        ("🏳\ufe0f\u200d🌈", 2),
        ("❤\ufe0f", 2),
        ("❤", 1),
        ("1\ufe0f\u20e3", 2),
        ("🇩🇪", 2),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, count: int) -> None:
    assert columns(text) == count


@given(st.text(), st.integers(1, 20))
def test_a_cut_text_fits_and_a_short_one_stays(text: str, room: int) -> None:
    text = visible(text)

    cut = clipped(text, room)

    assert columns(cut) <= room
    assert cut == text or cut.endswith("…")
    assert (cut == text) == (columns(text) <= room)
