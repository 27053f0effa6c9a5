"""The language in which a rule judges words, and how a message names it."""

from __future__ import annotations

from cjm.lint.subject import FileSubject
from cjm.workspace.language import script_language


def language_judged(tag: str, text: str, subject: FileSubject) -> str:
    """Return the code of the language that `text` is read in: `en`, `zh`.

    The tag it bears, else the language of the file; where the file's is written in another script,
    that of the text.
    """
    written = (tag or subject.language).partition("-")[0].lower()
    if written in _SCRIPTS_OF_THEIR_OWN or (tag and written):
        return written
    told = "en" if text.isascii() else script_language(text)
    return written or told if told == "en" else told


_SCRIPTS_OF_THEIR_OWN = frozenset(
    {"zh", "ja", "ko", "ar", "he", "ru", "el", "th", "hi", "uk", "fa"}
)
"""Where the file says so, a text in Latin letters is a name or a term, not another language."""


def language_name(tag: str) -> str:
    """Return the English name of the language `tag`, or the tag where none is known."""
    from cjm.model.language_names import english_name

    return english_name(tag)
