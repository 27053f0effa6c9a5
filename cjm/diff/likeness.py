"""How like two texts are, 0…100, in whatever languages they are written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cjm.diff.synonyms import one_word, one_wording
from cjm.model.text import Text

_WORD = re.compile(r"\w+")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_RUN = re.compile(f"{_WIDE.pattern}+|[^{_WIDE.pattern[1:-1]}]+")
_NUMBER = re.compile(
    r"^\s*(?:(?:step|no\.?)\s*)?\d+\s*[.):、：]\s*(?=\S)|^第.{1,3}步[:：]?\s*(?=\S)"
)
"""A number that a list begins with: `1.`, `Step 2:`, `3、`, `第一步：`."""

_EMPTY = frozenset(
    "a an and are as at be by for from has her his in into is it its my of on or own that the their "
    "them then there they this to up was we with you your user customer".split()
)
"""English words that say nothing of what a step is about."""


@lru_cache(maxsize=20_000)
def cleaned(text: str) -> str:
    """Return `text` as it is compared: folded, words alone, those that say nothing left out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = _WORD.findall(_NUMBER.sub("", folded)) or _WORD.findall(folded)
    telling = [word for word in words if word not in _EMPTY]
    return " ".join(stem(word) for word in telling or words)


@lru_cache(maxsize=20_000)
def levelled(text: str) -> str:
    """Return a cleaned text with one word for all that mean about the same."""
    words = " ".join(one_word(word) for word in text.split())
    return one_wording(words) if _WIDE.search(words) else words


def stem(word: str) -> str:
    """Return an English word without the endings that verbs and plurals take."""
    if not word.isascii() or len(word) < 5:
        return word
    for ending in ("ing", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def text_likeness(old: Text | None, new: Text | None) -> float:
    """Return how like two texts are; those in one language are compared, where there are some."""
    if not old or not new:
        return 0.0
    shared = [(a, b) for tag, a in old.pairs for other, b in new.pairs if tag == other and a and b]
    pairs = shared or [(a, b) for a in old for b in new if a and b]
    return max((string_likeness(a, b) for a, b in pairs), default=0.0)


@lru_cache(maxsize=200_000)
def string_likeness(old: str, new: str) -> float:
    """Return how like two strings are: by letters, by words in any order, and by what they share.

    Where one holds the whole of the other, as a longer name often does, that counts nearly full.
    """
    a, b = cleaned(old), cleaned(new)
    if not a or not b:
        return 0.0
    if a == b:
        return 100.0
    written = _likeness(a, b)
    meant = _likeness(levelled(a), levelled(b))
    return max(written, _MEANT * meant)


_MEANT = 0.9
"""What two words that mean about the same count, where one word that both use counts 1."""


def _likeness(a: str, b: str) -> float:
    from rapidfuzz import fuzz

    if a == b:
        return 100.0
    if _WIDE.search(a) and _WIDE.search(b):
        # The Chinese part of a mixed name tells more than the names of programs in it.
        wide_a, wide_b = ("".join(_WIDE.findall(each)) for each in (a, b))
        mixed = 0.0 if wide_a == a and wide_b == b else 0.7 * _shared_words(wide_a, wide_b)
        return _raised(max(fuzz.ratio(a, b), 0.9 * _shared_words(a, b), mixed), a, b)
    written = max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b))
    if set(a.split()).isdisjoint(b.split()):
        return max(0.0, (written - _CHANCE) / (100.0 - _CHANCE) * 100.0)
    return max(written, 0.85 * fuzz.token_set_ratio(a, b))


def telling_words(text: Text, language: str) -> frozenset[str]:
    """Return the words of a name that say what it is about, one for all that mean about the same."""
    return frozenset(_words(levelled(cleaned(text.in_language(language)))))


_CHANCE = 30.0
"""How like the letters of two English texts are that have nothing in common."""


def _raised(score: float, a: str, b: str) -> float:
    """Return `score`, raised where both begin alike, as Winkler does with Jaro's distance.

    What a Chinese or Japanese name begins with is mostly what it is about.
    """
    begin = 2 if a[:2] == b[:2] else int(a[:1] == b[:1])
    return score + 0.2 * begin * (100 - score)


def _shared_words(a: str, b: str) -> float:
    """Return the share of the shorter text's words that stand in the longer, 0…100.

    Chinese and Japanese write no blanks: two characters are about a word.
    """
    words_a, words_b = _words(a), _words(b)
    if not words_a or not words_b:
        return 0.0
    return 100.0 * len(words_a & words_b) / min(len(words_a), len(words_b))


def _words(text: str) -> set[str]:
    words: set[str] = set()
    for word in text.split():
        for run in _RUN.findall(word):
            is_wide = _WIDE.match(run) and len(run) > 1
            words.update(run[at : at + 2] for at in range(len(run) - 1)) if is_wide else words.add(
                run
            )
    return words
