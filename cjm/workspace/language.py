"""The language of plain strings, told from the script of the texts where nobody says it."""

from __future__ import annotations

import itertools
import re

from cjm.model.journey import Journey
from cjm.model.text import Text
from cjm.model.walk import texts

_SCRIPTS = (
    ("ja", "[\u3041-\u30ff]"),
    ("ko", "[\uac00-\ud7a3\u1100-\u11ff]"),
    ("zh", "[\u3400-\u4dbf\u4e00-\u9fff]"),
    ("ar", "[\u0600-\u06ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("ru", "[\u0400-\u04ff]"),
    ("el", "[\u0370-\u03ff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("hi", "[\u0900-\u097f]"),
)
"""Language → the letters of its script; compiled when they are asked for, and mostly they are not."""


def language_of(journey: Journey, workspace_language: str | None) -> str:
    """Return the language of the plain strings of `journey`.

    Written in the journey, else in the workspace, else told from the script of its texts; Latin
    script counts as English.
    """
    written = journey.language or workspace_language
    if written:
        return written
    plain: list[Text] = []
    tagged: list[Text] = []
    for _, text in itertools.islice(texts(journey), 60):
        (plain if text.is_plain else tagged).append(text)
    if not plain and tagged:
        return tagged[0].languages[0]
    sample = " ".join(str(text) for text in plain)
    return script_language(sample)


def script_language(sample: str) -> str:
    """Return the language that the script of `sample` suggests, `en` for Latin and for none."""
    letters = sum(character.isalpha() for character in sample)
    for language, script in _SCRIPTS:
        found = len(re.findall(script, sample))
        # Kana are few in a Japanese text full of Han characters, so one in eight will do.
        share = 8 if language == "ja" else 3
        if found and found * share >= letters:
            return language
    return "en"
