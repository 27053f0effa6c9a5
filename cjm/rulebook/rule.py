"""A rule: its name, how bad what it finds is, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cjm.findings import Severity
from cjm.rulebook.profiles import severities
from cjm.workspace.choices import PROFILES

if TYPE_CHECKING:
    from cjm.rulebook.page import Page

CATEGORIES = (
    "format", "structure", "persona", "touchpoint", "evidence", "experience", "action", "metric",
    "governance", "blueprint", "future",
)  # fmt: skip
"""The categories in the order of the handbook."""

SUBJECTS = ("journey", "file", "workspace", "loader")
"""What a rule is asked about.

`journey`: one map. `file`: one map, library or persona file. `workspace`: all of them together.
`loader`: nothing, its findings are problems that reading the files came upon.
"""

Check = Callable[[Any], Iterator[Any]]
"""From a subject to the hits in it; both are defined by the linter, one layer above."""


@dataclass(frozen=True)
class Rule:
    """One lint rule.

    Attributes:
        name: Kebab-case, what it finds; the id in output, settings and suppressions.
        category: One of `CATEGORIES`.
        severities: By profile, in the order of `PROFILES`.
        subject: One of `SUBJECTS`.
        check: Finds it; does nothing for a rule of the loader.
        is_raised: One worse where the map's status is `validated` or `live`.
        is_fixable: cjm can mend it.
        is_locked: It cannot be ignored, nor its severity changed.
        once: Reported once a file, with the count and the first three places.
        mermaid: Whether it may run on a Mermaid diagram: false where the rule asks for
            something that such a diagram cannot hold.
        supersedes: Rules that are silent where this one has spoken.
    """

    name: str
    category: str
    severities: tuple[Severity, ...]
    subject: str
    check: Check
    is_raised: bool = False
    is_fixable: bool = False
    is_locked: bool = False
    once: bool = False
    mermaid: bool = True
    supersedes: tuple[str, ...] = ()

    @cached_property
    def page(self) -> Page:
        """Its page: why it matters, a bad and a good example, its source."""
        from cjm.rulebook.page import read_page

        return read_page(self.check.__doc__ or "")

    def severity(self, profile: str, *, status: str | None = None) -> Severity:
        """Return how bad its findings are in `profile`, on a map of that status."""
        severity = self.severities[PROFILES.index(profile)]
        if self.is_raised and status in ("validated", "live"):
            return Severity(min(severity + 1, Severity.ERROR))
        return severity


def rule(
    category: str,
    marks: str,
    *,
    subject: str = "journey",
    is_raised: bool = False,
    is_fixable: bool = False,
    is_locked: bool = False,
    once: bool = False,
    mermaid: bool = True,
    supersedes: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Make a rule of a generator function, whose name is its name and whose docstring its page.

    Args:
        category: One of `CATEGORIES`.
        marks: Its severity at sketch, standard and strict, a mark each: `E`, `W`, `i` or `·`.
        subject: See `Rule`, as for the rest.
        is_raised: See `Rule`.
        is_fixable: See `Rule`.
        is_locked: See `Rule`.
        once: See `Rule`.
        mermaid: See `Rule`.
        supersedes: See `Rule`.
    """

    def make(check: Check) -> Rule:
        assert category in CATEGORIES
        assert subject in SUBJECTS
        return Rule(
            check.__name__.replace("_", "-"), category, severities(marks), subject, check,
            is_raised, is_fixable, is_locked, once, mermaid, supersedes,
        )  # fmt: skip

    return make
