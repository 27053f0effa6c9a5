"""Touchpoints, channels, needs, systems and departments: the things journeys share."""

from typing import Annotated, ClassVar

from pydantic import Field

from cjm.model.evidence import EvidenceUse, Shared
from cjm.model.icons import ICONS
from cjm.model.item import Item, Many
from cjm.model.metric import MetricUse
from cjm.model.owner import Owner
from cjm.model.text import Text
from cjm.model.values import Five, Reference, Url, Words, choice

Kano = Annotated[str, choice("must-be", "one-dimensional", "attractive", "indifferent", "reverse")]


class Channel(Shared):
    """A way in which a touchpoint reaches the customer."""

    shorthand = "name"
    text_shorthand = True

    name: Text | None = Field(None, description="What the channel is called. 渠道")
    kind: Annotated[str, choice("digital", "physical", "human", "third-party")] | None = Field(
        None, description="What sort of channel it is."
    )
    media: Annotated[str, choice("owned", "earned", "paid")] | None = Field(
        None, description="Owned, earned or paid media."
    )
    icon: Annotated[str, choice(*ICONS)] | None = Field(
        None, description="The icon that pictures draw for it; left out: told from its words."
    )


class Need(Shared):
    """What the customer needs."""

    shorthand = "text"
    text_shorthand = True

    text: Text | None = Field(None, description="The need in the customer's words. 需求")
    kano: Kano | None = Field(None, description="Its class in Kano's model.")


class System(Shared):
    """A system that works behind a step."""

    shorthand = "name"
    text_shorthand = True

    name: Text | None = Field(None, description="What the system is called. 系统")
    owner: Owner | None = Field(None, description="Who runs it.")
    link: Url | None = Field(None, description="Where it is documented.")


class Department(Shared):
    """A department that owns touchpoints."""

    shorthand = "name"
    text_shorthand = True

    name: Text | None = Field(None, description="What the department is called. 部门")
    region: Text | None = Field(None, description="Where it works. 区域")
    contact: Words | None = Field(None, description="Its team's handle, for review routing.")


class Resources(Item):
    """What is there, and what is missing."""

    any_of = ("owned", "needed")

    owned: Many[Text] = Field((), description="Resources that are there. 现有资源")
    needed: Many[Text] = Field((), description="Resources that are missing. 所需资源")


class Relation(Item):
    """How a touchpoint hangs together with another."""

    shorthand = "to"

    to: Reference | None = Field(None, description="The other touchpoint.")
    kind: (
        Annotated[str, choice("precedes", "hands-off-to", "alternative-to", "depends-on")] | None
    ) = Field(None, description="How the two hang together.")


class Performance(Item):
    """How well a department does at a touchpoint."""

    shorthand = "department"
    text_shorthand = True

    department: Text | None = Field(None, description="The department.")
    score: Five | None = Field(None, description="1…5, 5 is best.")
    metric: Reference | None = Field(None, description="The metric that says so.")


class Importance(Item):
    """How much a touchpoint matters, 1…5."""

    number = "customer"
    any_of = ("customer", "business")

    customer: Five | None = Field(None, description="To the customer, 1…5.")
    business: Five | None = Field(None, description="To the business, 1…5.")

    @property
    def value(self) -> int:
        """The larger of the two."""
        return max(self.customer or 0, self.business or 0)


class Touchpoint(Shared):
    """A point at which the customer meets the organisation."""

    shorthand = "name"
    text_shorthand = True
    aliases: ClassVar[dict[str, str]] = {"channel": "channels"}

    name: Text | None = Field(None, description="What the touchpoint is called. 触点")
    channels: Many[Channel] = Field((), description="Channels it runs in. 渠道")
    usage: Annotated[str, choice("current", "desired", "retiring")] | None = Field(
        None, description="Whether it is there, wished for, or on its way out."
    )
    owner: Owner | None = Field(None, description="Who answers for it.")
    importance: Importance | None = Field(
        None, description="How much it matters, 1…5, or `{customer, business}`."
    )
    satisfaction: Five | None = Field(None, description="How content customers are, 1…5.")
    needs: Many[Need] = Field((), description="Needs that it meets.")
    relations: Many[Relation] = Field((), description="How it hangs together with others.")
    performance: Many[Performance] = Field((), description="How well departments do at it.")
    resources: Resources | None = Field(None, description="Resources it has and needs.")
    systems: Many[System] = Field((), description="Systems behind it.")
    metrics: Many[MetricUse] = Field((), description="What measures it.")
    evidence: Many[EvidenceUse] = Field((), description="What is known about it.")
