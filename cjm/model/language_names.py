"""Languages by the names and codes that people write in place of a tag: `cn`, `english`, `中文`.

Codes of countries, and of ISO 639-2 and 639-3. A code that ISO 639-1 gives to a language of its own
(`kr` is Kanuri) is not among them, nor are codes that are common words (`may`, `per`).
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

from cjm.model.languages import is_language

_NAMES = {
    "ar": "Arabic ara العربية عربي",
    "bg": "Bulgarian bul български",
    "bn": "Bengali ben bangla বাংলা",
    "ca": "Catalan cat català",
    "cs": "Czech cz ces cze čeština česky",
    "da": "Danish dk dansk",
    "de": "German deu ger deutsch allemand alemán 德语",
    "el": "Greek gr ell gre ελληνικά",
    "en": "English eng gb englisch anglais inglés inglese английский 英语 英文 英語 영어",
    "es": "Spanish esp spa mx español castellano spanisch espagnol 西班牙语",
    "et": "Estonian eesti",
    "eu": "Basque eus baq euskara",
    "fa": "Persian ir fas farsi فارسی",
    "fi": "Finnish suomi",
    "fr": "French fra fre français französisch francés 法语",
    "ga": "Irish gle gaeilge",
    "gl": "Galician glg galego",
    "he": "Hebrew iw heb עברית",
    "hi": "Hindi hin हिन्दी हिंदी",
    "hr": "Croatian hrv hrvatski",
    "hu": "Hungarian hun magyar",
    "hy": "Armenian hye arm հայերեն",
    "id": "Indonesian bahasa",
    "is": "Icelandic isl íslenska",
    "it": "Italian ita italiano italienisch italien",
    "ja": "Japanese jp jap jpn 日本語 日语 japonais japanisch",
    "ka": "Georgian geo ქართული",
    "kk": "Kazakh kz kaz қазақша",
    "ko": "Korean kor 한국어 韩语 koreanisch coréen",
    "lt": "Lithuanian lit lietuvių",
    "lv": "Latvian lav latviešu",
    "mn": "Mongolian монгол",
    "ms": "Malay msa melayu",
    "nb": "Norwegian nor nob norsk bokmål",
    "nl": "Dutch nld dut nederlands holländisch niederländisch",
    "pl": "Polish polski",
    "pt": "Portuguese português portugués portugiesisch",
    "ro": "Romanian ron rum română",
    "ru": "Russian rus русский русскій russisch russe 俄语",
    "sk": "Slovak slk slo slovenčina",
    "sl": "Slovene slv slovenian slovenščina",
    "sq": "Albanian sqi alb shqip",
    "sr": "Serbian rs srp srpski српски",
    "sv": "Swedish swe svenska",
    "sw": "Swahili swa kiswahili",
    "ta": "Tamil tam தமிழ்",
    "th": "Thai tha ไทย ภาษาไทย",
    "tr": "Turkish tur türkçe",
    "uk": "Ukrainian ua ukr українська",
    "ur": "Urdu urd اردو",
    "vi": "Vietnamese vn vie tiếng-việt",
    "zh": "Chinese cn zho chi chs cht cmn chinesisch chinois chino mandarin hk "
    "китайский 中文 汉语 漢語 中国語 普通话 國語 중국어",
    "zh-Hans": "Simplified-Chinese 简体 简体中文 简中",
    "zh-Hant": "Traditional-Chinese 繁體 繁體中文 繁体中文 繁中",
}
"""Tag → its English name, then what else people write for it; `-` stands for a blank."""


def language_advice(words: Iterable[str]) -> str:
    """Return what the tags of `words` are, such as "Chinese is 'zh'"; empty where none is known."""
    told = [f"{name} is '{tag}'" for name, tag in map(_meant, words) if tag]
    return ", ".join(dict.fromkeys(told))


def names_a_language(word: str) -> bool:
    """Whether `word`, which is no tag, is a name or another code of a language."""
    return bool(_meant(word)[1])


def english_name(tag: str) -> str:
    """Return the English name of the language of `tag`; the tag where none is known."""
    spellings = _NAMES.get(tag) or _NAMES.get(tag.partition("-")[0], tag)
    return spellings.split()[0].replace("-", " ")


def _meant(word: str) -> tuple[str, str]:
    if is_language(word):
        return "", ""
    table, spelt = _table(), word.strip().lower().replace("_", "-").replace(" ", "-")
    found = table.get(spelt)
    return found or table.get(spelt.partition("-")[0], ("", ""))


@functools.cache
def _table() -> dict[str, tuple[str, str]]:
    """Return what people write → the English name of the language and its tag."""
    table = {}
    for tag, spellings in _NAMES.items():
        words = spellings.split()
        for word in words:
            table[word.lower()] = (words[0].replace("-", " "), tag)
    return table
