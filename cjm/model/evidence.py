"""Evidence: what stands behind a claim, and how strong each method makes it."""

from typing import Annotated

from pydantic import Field

from cjm.model.item import Item, Many
from cjm.model.text import Text
from cjm.model.values import Count, Date, Reference, Truth, Url, Words, choice

BASES = ("measured", "observed", "reported", "external", "internal", "assumed")
"""How well founded a claim is, strongest first."""

METHODS: dict[str, str] = {
    "analytics": "measured",
    "transactions": "measured",
    "survey": "measured",
    "session-replay": "measured",
    "contextual-inquiry": "observed",
    "usability-test": "observed",
    "diary-study": "observed",
    "interview": "reported",
    "focus-group": "reported",
    "support-log": "reported",
    "social-listening": "reported",
    "forum": "reported",
    "document": "reported",
    "third-party": "external",
    "workshop": "internal",
    "walkthrough": "internal",
    "assumption": "assumed",
}
"""Method of collecting → the basis that it gives a claim."""


class Shared(Item):
    """An item that may stand in a library and be referred to from elsewhere."""

    ref: Reference | None = Field(
        None, description="Id or name of the shared entry that this refers to; other keys override."
    )


class Evidence(Shared):
    """A piece of research, a data source or a record."""

    shorthand = "title"
    text_shorthand = True

    title: Text | None = Field(None, description="What the evidence is called. 证据")
    method: Annotated[str, choice(*METHODS)] | None = Field(
        None, description="How it was collected; decides the basis of the claims it backs."
    )
    date: Date | None = Field(None, description="When it was collected, YYYY-MM-DD.")
    sample: Count | None = Field(None, description="Number of people or records (n).")
    by: Words | None = Field(None, description="Who collected it.")
    silo: Text | None = Field(None, description="Department or system that keeps the data.")
    link: Url | None = Field(None, description="Where it can be read.")
    first_party: Truth | None = Field(
        None, description="Whether your own organisation collected it."
    )
    expires: Date | None = Field(None, description="The day after which it counts as stale.")
    status: Annotated[str, choice("collected", "planned")] | None = Field(
        None, description="`planned` is a research to-do and counts for nothing yet."
    )

    @property
    def basis(self) -> str:
        """The basis it gives a claim: one of `BASES`."""
        if self.status == "planned" or self.method is None:
            return "assumed"
        return METHODS[self.method]


class EvidenceUse(Evidence):
    """Evidence where it is used: plain words refer to an entry, an object may define one."""

    shorthand = "ref"
    text_shorthand = False
    required = True
    any_of = ("ref", "title")


class Backed(Item):
    """An item that evidence can stand behind."""

    evidence: Many[EvidenceUse] = Field((), description="What stands behind it: evidence ids.")
