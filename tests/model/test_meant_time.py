from __future__ import annotations

import pytest

from cjm.model.meant_time import meant_date, meant_duration


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-3-1", ("2026-03-01", True)),
        ("2026/03/1", ("2026-03-01", True)),
        ("2026.3.1", ("2026-03-01", True)),
        ("1.3.2026", ("2026-03-01", False)),
        ("13.3.2026", ("2026-03-13", True)),
        ("3.3.2026", ("2026-03-03", True)),
        ("2026-2-30", None),
        ("3/4/2026", None),
        ("soon", None),
    ],
)
def test_a_date_is_sure_where_no_other_day_can_be_meant(text, meant) -> None:
    assert meant_date(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("pt25m", ("PT25M", True)),
        ("PT 25M", ("PT25M", True)),
        ("p3m", ("P3M", True)),
        ("P1D2H", ("P1DT2H", True)),
        ("1h30", ("PT1H30M", True)),
        ("1 h 05", ("PT1H5M", True)),
        ("2h0", ("PT2H", True)),
        ("25 minuts", ("PT25M", False)),
        ("3 weaks", ("P3W", False)),
        ("10 msec", None),
        ("1:30", None),
        ("two hours", None),
        ("24x7", None),
        ("25", None),
        ("", None),
    ],
)
def test_a_duration_is_sure_where_only_its_spelling_is_odd(text, meant) -> None:
    assert meant_duration(text) == meant
