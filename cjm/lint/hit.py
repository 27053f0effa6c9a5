"""What a rule yields: where, and what its sentence needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from cjm.findings import Route, Severity, Span
from cjm.lint.remedy import Remedy
from cjm.source.document import Document


class Other(NamedTuple):
    """A further place that explains a hit.

    Attributes:
        route: Where.
        label: A few words beside the caret.
        document: The file, where it is not that of the hit.
        path: The same by its path, where a rule about all maps together does not hold it; the place
            is left out where the file holds nothing.
    """

    route: Route
    label: str = ""
    document: Document | None = None
    path: str = ""


# Not frozen: a map has hundreds, and to make a frozen one takes four times as long.
@dataclass(slots=True, unsafe_hash=True)
class Hit:
    """One thing that a rule found; nobody changes it.

    Attributes:
        route: Where to point.
        parameters: What the sentence names: texts, words and numbers. `where` is worked out.
        variant: Which of the rule's sentences; empty for the one that bears its name.
        on_key: The key itself is meant, not its value.
        label: A few words beside the caret.
        related: Further places.
        document: The file, where it is not the one the rule was asked about.
        path: The same by its path: a rule about all maps together knows outlines, and no documents.
        span: Where to point, for the few rules that judge a text as such; `route` is passed over.
        scope: What the hit is about, where it points elsewhere; supersession compares it.
        absent: What would have to be there; the hit is dropped where that was not valid and left
            out when the file was read.
        at_most: The worst severity for this hit.
        remedies: How it could be mended; all of them together.
    """

    route: Route
    parameters: Mapping[str, object] = field(default_factory=dict, hash=False)
    variant: str = ""
    on_key: bool = False
    label: str = ""
    related: tuple[Other, ...] = ()
    document: Document | None = None
    path: str = ""
    span: Span | None = None
    scope: Route | None = None
    absent: tuple[Route, ...] = ()
    at_most: Severity = Severity.ERROR
    remedies: tuple[Remedy, ...] = ()

    @property
    def about(self) -> Route:
        """The route that supersession compares."""
        return self.route if self.scope is None else self.scope
