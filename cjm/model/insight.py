"""What customers say and feel, what hurts and delights them, and what could be done about it."""

from typing import Annotated, ClassVar

from pydantic import Field

from cjm.model.evidence import BASES, Backed
from cjm.model.item import Item, Many
from cjm.model.owner import Owner
from cjm.model.text import Text
from cjm.model.touchpoint import Kano, Resources
from cjm.model.values import Date, Five, Level, Reference, Share, Url, choice


class Quote(Backed):
    """Something a customer thinks or says."""

    shorthand = "text"
    text_shorthand = True

    text: Text | None = Field(None, description="The words.")
    persona: Reference | None = Field(None, description="Who thinks or says it.")


class Feeling(Backed):
    """How the customer feels."""

    shorthand = "label"
    number = "level"
    text_shorthand = True
    any_of = ("level", "label")

    level: Level | None = Field(None, description="−2 (very negative) to +2 (very positive). 情绪")
    label: Text | None = Field(None, description="The feeling in a word.")
    basis: Annotated[str, choice(*BASES)] | None = Field(
        None, description="How well founded it is; may only lower what its evidence says."
    )


class Expectation(Backed):
    """What the customer expects."""

    shorthand = "text"
    number = "level"
    text_shorthand = True
    any_of = ("level", "text")

    level: Level | None = Field(None, description="The feeling expected, −2 to +2. 期望")
    text: Text | None = Field(None, description="What is expected, in words.")


class Insight(Backed):
    """A pain, a delight or an itch."""

    shorthand = "text"
    text_shorthand = True
    aliases: ClassVar[dict[str, str]] = {"persona": "personas"}

    text: Text | None = Field(None, description="What it is, in the customer's words.")
    severity: Five | None = Field(None, description="How bad (or good) it is, 1…5. 严重度")
    frequency: Five | None = Field(None, description="How often it happens, 1…5. 频率")
    effect: Five | None = Field(None, description="How far it moves the feeling, 1…5.")
    weight: Share | None = Field(None, description="0…100, default 100.")
    personas: Many[Reference] = Field((), description="Whom it concerns; default: all.")
    replaces: Many[Reference] = Field((), description="Insights of the baseline it stands for.")
    cause: Text | None = Field(None, description="Why it happens. 原因")
    consequence: Text | None = Field(None, description="What comes of it. 后果")
    status: Annotated[str, choice("assumed", "validated", "refuted")] | None = Field(
        None, description="A refuted one is neither counted nor drawn."
    )


_WORK = ("open", "planned", "in-progress", "done", "dismissed")


class Initiative(Item):
    """What opportunities and solutions share."""

    shorthand = "text"
    text_shorthand = True

    text: Text | None = Field(None, description="What it is, in a sentence.")
    addresses: Many[Reference] = Field((), description="Ids of what it answers.")
    impact: Five | None = Field(None, description="What it would bring, 1…5. 影响")
    effort: Five | None = Field(None, description="What it would take, 1…5. 投入")
    owner: Owner | None = Field(None, description="Who answers for it.")
    status: Annotated[str, choice(*_WORK)] | None = Field(None, description="How far it is. 状态")
    due: Date | None = Field(None, description="When it shall be done.")
    link: Url | None = Field(None, description="Where the work is tracked.")
    resources: Resources | None = Field(None, description="Resources it has and needs.")


class Opportunity(Initiative):
    """What could be done better. 机会点."""

    aliases: ClassVar[dict[str, str]] = {"persona": "personas"}

    personas: Many[Reference] = Field((), description="Who would gain.")
    replaces: Many[Reference] = Field(
        (), description="Opportunities of the baseline it stands for."
    )
    kano: Kano | None = Field(None, description="Its class in Kano's model.")


class Solution(Initiative):
    """An idea or initiative that answers an opportunity. 解决方案."""
