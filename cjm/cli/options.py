"""What the commands share in reading their options: choices, lists with commas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cjm.errors import UsageError


def one_of(option: str, value: str, choices: Sequence[str]) -> str:
    """Return `value` if it is among `choices`.

    Raises:
        UsageError: It is not; the message names the nearest.
    """
    word = value.strip().lower()
    if word in choices:
        return word
    near = nearest_word(word, choices)
    raise UsageError(
        f"{option} has no choice '{value}'" + (f"; did you mean '{near}'?" if near else ""),
        help=f"choose {listed(choices, 'or')}",
    )


def split(values: Iterable[str] | None) -> tuple[str, ...]:
    """Return the words of an option that may be repeated and take several with commas."""
    words = (word.strip() for value in values or () for word in value.split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def completing(choices: Sequence[str]) -> Callable[[str], list[str]]:
    """Return what completes a word in the shell."""

    def complete(incomplete: str) -> list[str]:
        return [choice for choice in choices if choice.startswith(incomplete)]

    return complete


def listed(words: Sequence[str], join: str = "and") -> str:
    """Return `words` as a sentence names them: `a, b and c`."""
    *most, last = words
    return f"{', '.join(most)} {join} {last}" if most else last


def nearest_word(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that `word` was probably meant to be, or `None`."""
    from difflib import get_close_matches

    known = list(choices)
    begun = [choice for choice in known if word and choice.startswith(word)]
    return next(iter((*begun, *get_close_matches(word, known, n=1, cutoff=0.6))), None)
