"""How a language puts words together: lists, quotes, per cent, units of time."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

THIN_SPACE = "\u202f"
NO_BREAK = "\u00a0"


class Habits(NamedTuple):
    """What stands between words in one language.

    Attributes:
        spell: An amount and the number of its unit (0 a year … 6 a second) → words.
        and_then: Between two units of one duration: "4 h 30 min".
        gap: Between sentences.
        aged: A persona's name with an age in digits; `about` is for one in words.
    """

    spell: Callable[[float, int], str]
    and_then: str = " "
    comma: str = ", "
    gap: str = " "
    colon: str = ": "
    semicolon: str = "; "
    percent: str = THIN_SPACE + "%"
    quotes: tuple[str, str] = ("“", "”")
    aged: str = "{name}, {age}"
    about: str = "{name}, {age}"


_UNITS = (
    ("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days"), ("h", "h"),
    ("min", "min"), ("s", "s"),
)  # fmt: skip
_CHINESE_UNITS = ("年", "个月", "周", "天", "小时", "分钟", "秒")
_JAPANESE_UNITS = ("年", "か月", "週間", "日", "時間", "分", "秒")
_ARABIC_UNITS = (
    ("سنة", "سنتان", "سنوات", "سنة"), ("شهر", "شهران", "أشهر", "شهرًا"),
    ("أسبوع", "أسبوعان", "أسابيع", "أسبوعًا"), ("يوم", "يومان", "أيام", "يومًا"),
    ("ساعة", "ساعتان", "ساعات", "ساعة"), ("دقيقة", "دقيقتان", "دقائق", "دقيقة"),
    ("ثانية", "ثانيتان", "ثوانٍ", "ثانية"),
)  # fmt: skip
"""One, two (both told with no number), three to ten, and all others."""


def _in_english(amount: float, unit: int) -> str:
    return f"{amount:g}{NO_BREAK}{_UNITS[unit][amount != 1]}"


def _in_chinese(amount: float, unit: int) -> str:
    return f"{amount:g}{NO_BREAK}{_CHINESE_UNITS[unit]}"


def _in_japanese(amount: float, unit: int) -> str:
    return f"{amount:g}{_JAPANESE_UNITS[unit]}"


def _in_arabic(amount: float, unit: int) -> str:
    one, two, few, many = _ARABIC_UNITS[unit]
    if amount in (1, 2):
        return one if amount == 1 else two
    is_few = amount == int(amount) and 3 <= amount % 100 <= 10
    return f"{amount:g}{NO_BREAK}{few if is_few else many}"


ENGLISH = Habits(_in_english)
CHINESE = Habits(
    _in_chinese, comma="、", gap="", colon="：", semicolon="；", percent="%",
    aged="{name}，{age} 岁", about="{name}，{age}",
)  # fmt: skip
JAPANESE = Habits(
    _in_japanese, and_then="", comma="、", gap="", colon="：", semicolon="；", percent="%",
    quotes=("「", "」"), aged="{name}（{age}歳）", about="{name}（{age}）",
)  # fmt: skip
ARABIC = Habits(
    _in_arabic, and_then=" و", comma="، ", semicolon="؛ ", percent="%", quotes=("«", "»"),
    aged="{name}، {age}", about="{name}، {age}",
)  # fmt: skip
