"""Pages of the rules about comments that silence others."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.lint.hit import Hit
from cjm.rulebook import rule


@rule("format", "WWW", subject="loader")
def suppression_without_reason(subject: object) -> Iterator[Hit]:
    """A comment that silences a rule and does not say why.

    Whoever meets the comment next year has to know whether it still holds. The reason follows a
    colon or a dash; `until 2027-03-01` before it lets the comment run out.

    Bad (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - Learn  # cjm: ignore[stage-without-steps]

    Good (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - Learn  # cjm: ignore[stage-without-steps]: asked for in the next workshop
    """
    yield from ()


@rule("format", "WWW", subject="loader")
def expired_suppression(subject: object) -> Iterator[Hit]:
    """A comment whose last day is past; it silences nothing any more.

    Bad (text):
        # cjm: ignore-file[missing-scope] until 2026-01-31: the workshop is in January
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - {name: Learn, steps: [Compares plans]}

    Good (text):
        # cjm: ignore-file[missing-scope] until 2099-01-31: the workshop is in January
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - {name: Learn, steps: [Compares plans]}
    """
    yield from ()


@rule("format", "WWW", subject="loader", is_fixable=True)
def unused_suppression(subject: object) -> Iterator[Hit]:
    """A comment that silences nothing, though its rule ran.

    What it was written for is mended, or it stands on the wrong line. Left in, it will silence the
    next fault unseen. Most rules of the category format cannot be silenced.

    Bad (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          # cjm: ignore[stage-without-steps]: asked for in the next workshop
          - {name: Learn, steps: [Compares plans]}

    Good (text):
        cjm: journey/1
        title: Upgrading
        persona: Li Na
        stages:
          - {name: Learn, steps: [Compares plans]}
    """
    yield from ()
