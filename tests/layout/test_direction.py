"""Which way a text runs."""

from __future__ import annotations

import pytest

from cjm.layout.direction import direction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Customer", "ltr"),
        ("客户", "ltr"),
        ("עברית", "rtl"),
        ("العربية", "rtl"),
        ("25 דקות", "rtl"),
        ("… – الباقة", "rtl"),
        ("5G – الباقة", "ltr"),
        ("É שלום", "ltr"),
        ("Plan א", "ltr"),
        ("… 25", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_first_strong_character_decides(text: str, expected: str) -> None:
    assert direction(text) == expected
