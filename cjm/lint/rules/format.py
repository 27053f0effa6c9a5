"""Pages of the rules of the category format that reading the files finds out by itself."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.lint.hit import Hit
from cjm.rulebook import rule


@rule("format", "EEE", subject="loader", is_locked=True)
def yaml_syntax(subject: object) -> Iterator[Hit]:
    """What is no YAML: duplicate key, tab, bad indent, alias cycle, over the limits.

    A file that cannot be read shows nothing. The message says what people usually meant: a text with
    a colon wants quotes, a tab wants to be blanks. Limits of size, depth and nodes keep a file from
    taking the machine with it.

    Bad (text):
        cjm: journey/1
        title: Upgrading
        title: Upgrading to 5G
        persona: Li Na
        stages:
          - {name: Learn, steps: [Compares plans]}

    Good (text):
        cjm: journey/1
        title: Upgrading to 5G
        persona: Li Na
        stages:
          - {name: Learn, steps: [Compares plans]}
    """
    yield from ()


@rule("format", "EEE", subject="loader", is_locked=True, is_fixable=True)
def unknown_key(subject: object) -> Iterator[Hit]:
    """A key the format does not have; suggests the nearest.

    A key that nobody reads is a fact that nobody sees. Begin it with `x-` to keep a key of your own.

    Bad (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - name: Learn
            steps:
              - {name: Compares plans, emotion: -2}

    Good (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - name: Learn
            steps:
              - {name: Compares plans, feeling: -2, x-score: 1}
    """
    yield from ()


@rule("format", "EEE", subject="loader", is_locked=True, is_fixable=True)
def wrong_type(subject: object) -> Iterator[Hit]:
    """A value of the wrong type, range or choice; says what is allowed.

    Bad (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - name: Learn
            steps:
              - {name: Compares plans, feeling: 4}

    Good (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - name: Learn
            steps:
              - {name: Compares plans, feeling: 1}
    """
    yield from ()


@rule("format", "EEE", subject="loader", is_locked=True)
def missing_key(subject: object) -> Iterator[Hit]:
    """No `title`, no `stages`; an object with neither its shorthand key nor `ref`.

    A map needs a title and a stage, and each thing in it a name. All else is asked for by other
    rules, when the map is old enough.

    Bad (text):
        cjm: journey/1
        persona: Li Na
        stages:
          - {name: Learn, steps: [Compares plans]}

    Good (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - {name: Learn, steps: [Compares plans]}
    """
    yield from ()


@rule("format", "EEE", subject="loader", is_locked=True)
def unsupported_version(subject: object) -> Iterator[Hit]:
    """A kind or version this program does not know.

    A newer format may mean something else by the same words. cjm never guesses: it names the
    versions that it knows.

    Bad (text):
        cjm: journey/9
        title: Upgrading
        persona: Li Na
        stages:
          - {name: Learn, steps: [Compares plans]}

    Good (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - {name: Learn, steps: [Compares plans]}
    """
    yield from ()


@rule("format", "EEE", subject="loader", is_locked=True)
def unreadable_file(subject: object) -> Iterator[Hit]:
    """Not UTF-8, not a regular file, no permission.

    A file that cannot be read is named, so that a report that says "clean" has seen all maps.
    """
    yield from ()


@rule("format", "WWW", subject="loader")
def mermaid_reading(subject: object) -> Iterator[Hit]:
    """In a Mermaid diagram: what Mermaid itself swallows or misreads.

    Mermaid takes a score of 500, drops a fourth field, ends a text at `#` or `;`, and swaps actor and
    score without a word. The picture looks right and is not. `%% cjm: ignore[mermaid-reading]: why`
    above the line silences it.

    Bad (mermaid):
        journey
            title My working day
            section Go to work
              Make tea: 500: Me

    Good (mermaid):
        journey
            title My working day
            section Go to work
              Make tea: 5: Me
    """
    yield from ()
