"""What cjm says where Mermaid misreads the score or the actors of a task."""

from __future__ import annotations

from cjm.source.mermaid.sentences import Saying, quoted


def swapped(name: str, first: str, second: str) -> Saying:
    """Say that the actor stands before the score."""
    return Saying(
        "swapped",
        f"actor and score of {quoted(name)} are swapped, "
        f"Mermaid takes {quoted(first)} for the score and {quoted(second)} for the actor",
        f"write '{name}: {second}: {first}'" if len(name + first) < 60 else "swap them",
    )


def colon_in_name(name: str, first: str, second: str) -> Saying:
    """Say that a task's name has a colon."""
    return Saying(
        "colon-in-name",
        f"the name of the task {quoted(name)} ends at its colon, "
        f"Mermaid takes {quoted(first)} for the score and {quoted(second)} for the actor",
        "write '#58;' for a ':' in the name",
    )


def mistaken_word(name: str, text: str) -> Saying:
    """Say that `title: …` is a task to Mermaid."""
    return Saying(
        "colon-after-word",
        f"Mermaid takes '{name}: …' for a task with the score {quoted(text)}",
        f"write '{name} …', with no colon, if the {name.lower()} is meant",
    )


def no_number(name: str, score: str) -> Saying:
    """Say that a score is no number."""
    return Saying(
        "score-no-number",
        f"expected a score from 1 to 5 for {quoted(name)}, found {quoted(score)}",
        "write a whole number; Mermaid reads NaN and draws no face",
    )


def no_score(name: str) -> Saying:
    """Say that a task has no score."""
    return Saying(
        "no-score",
        f"{quoted(name)} has no score",
        "write a whole number from 1 to 5; "
        "Mermaid reads 0 and draws its face off the scale, or rejects the diagram",
    )


def out_of_range(name: str, score: str) -> Saying:
    """Say that a score is off the scale."""
    return Saying(
        "score-out-of-range",
        f"expected a score from 1 to 5 for {quoted(name)}, found '{score}'",
        "Mermaid draws its face off the scale; "
        "cjm reads no feeling and keeps the number as 'x-mermaid-score'",
    )


def decimal(name: str, score: str, level: str) -> Saying:
    """Say that a score is no whole number."""
    return Saying(
        "score-decimal",
        f"expected a whole score from 1 to 5 for {quoted(name)}, found '{score}'",
        "Mermaid draws its face between two marks; "
        f"cjm reads the feeling {level.replace('-', '−')}",
    )


def no_actor(name: str, *, drawn: bool) -> Saying:
    """Say that nobody does a task; `drawn` where Mermaid draws an actor with no name."""
    how = "Mermaid draws an actor with no name" if drawn else "Mermaid draws nobody"
    return Saying("no-actor", f"{quoted(name)} has no actor", f"write who does it; {how}")


def nameless_actor(name: str) -> Saying:
    """Say that a comma has nothing beside it."""
    return Saying(
        "nameless-actor",
        f"an actor of {quoted(name)} has no name",
        "leave the comma out; Mermaid draws an actor with no name",
    )


def further_field(name: str, rest: str) -> Saying:
    """Say that a task has more fields than Mermaid reads."""
    return Saying(
        "further-field",
        f"Mermaid drops {quoted(rest)} after the actors of {quoted(name)}",
        "a task has a name, a score and actors; write '#58;' for a ':' that belongs to one",
    )
