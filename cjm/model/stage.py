"""Stages and steps: the columns of a journey map and all that may stand in them."""

from typing import Annotated, Any, ClassVar

from pydantic import Field

from cjm.model.evidence import Backed, EvidenceUse
from cjm.model.frozen_map import FrozenMap
from cjm.model.insight import Expectation, Feeling, Insight, Opportunity, Quote, Solution
from cjm.model.item import Item, Many
from cjm.model.metric import MetricUse
from cjm.model.owner import Owner
from cjm.model.persona import Persona
from cjm.model.quantity import Time
from cjm.model.text import Text
from cjm.model.touchpoint import Channel, Need, System, Touchpoint
from cjm.model.values import Moment, Path, Reference, Share, Truth, choice

LIFECYCLE = (
    "awareness", "consideration", "purchase", "onboarding", "use", "retention", "advocacy", "exit",
)  # fmt: skip


class Goal(Item):
    """What the customer, and the business, want to reach."""

    shorthand = "customer"
    text_shorthand = True
    any_of = ("customer", "business", "metrics")

    customer: Text | None = Field(None, description="What the customer wants. 客户目标")
    business: Text | None = Field(None, description="What the business wants. 业务目标")
    metrics: Many[Reference] = Field((), description="Metrics that measure the business goal.")


class Cell(Backed):
    """A cell of a blueprint's row."""

    shorthand = "text"
    text_shorthand = True

    text: Text | None = Field(None, description="What happens.")
    actor: Text | None = Field(None, description="Who does it.")
    system: Reference | None = Field(None, description="The system that does it.")
    owner: Owner | None = Field(None, description="Who answers for it.")
    fail: Truth | None = Field(None, description="Whether it is a point of failure.")
    moment_of_truth: Moment | None = Field(None, description="Whether it is a moment of truth.")


class Next(Item):
    """Where a step leads to."""

    shorthand = "to"

    to: Reference | None = Field(None, description="A step, a stage, `end` or `exit`.")
    name: Text | None = Field(None, description="What the way is called, such as 'Gives up'.")
    when: Text | None = Field(None, description="The condition.")
    share: Share | None = Field(None, description="Per cent of customers who take it, 0…100.")


class Picture(Item):
    """A picture of a storyboard."""

    shorthand = "image"

    image: Path | None = Field(None, description="Picture, relative to the file.")
    alt: Text | None = Field(None, description="What it shows, for those who cannot see it.")
    caption: Text | None = Field(None, description="A line beneath it.")


class Content(Item):
    """What a step may hold, and a stage as well."""

    shorthand = "name"
    text_shorthand = True
    # A stage without a name is reported, and kept: a typo there must not cost its steps.
    required = False
    aliases: ClassVar[dict[str, str]] = {"persona": "personas", "channel": "channels"}

    name: Text = Field(
        Text(""), description="The customer's act in few words; begins with a verb. 名称"
    )
    personas: Many[Persona] = Field((), description="Who takes this step; default: all. 人物角色")
    goal: Goal | None = Field(None, description="What the customer wants here.")
    success: Many[Text] = Field((), description="How one will know. 成功标准")
    actions: Many[Text] = Field((), description="What the customer does. 行为")
    needs: Many[Need] = Field((), description="What the customer needs. 需求")
    thoughts: Many[Quote] = Field((), description="What the customer thinks. 想法")
    quotes: Many[Quote] = Field((), description="What customers said. 客户原声")
    feeling: Many[Feeling] = Field((), description="How the customer feels, −2…+2. 情绪")
    feelings: FrozenMap[Many[Feeling]] | None = Field(
        None, description="Feelings by persona, where they differ."
    )
    expectation: Expectation | None = Field(None, description="What the customer expects. 期望")
    touchpoints: Many[Touchpoint] = Field((), description="Where the two meet. 触点")
    channels: Many[Channel] = Field(
        (), description="Channels of the touchpoints that have none of their own. 渠道"
    )
    duration: Time | None = Field(None, description="How long it takes, such as 25 min. 时长")
    wait: Time | None = Field(None, description="How much of it is spent waiting. 等待")
    moment_of_truth: Moment | None = Field(
        None, description="Whether the relation is decided here. 关键时刻"
    )
    pains: Many[Insight] = Field((), description="What hurts. 痛点")
    delights: Many[Insight] = Field((), description="What delights. 爽点")
    itches: Many[Insight] = Field((), description="Wants not yet met. 痒点")
    opportunities: Many[Opportunity] = Field((), description="What could be better. 机会点")
    solutions: Many[Solution] = Field((), description="Ideas that answer opportunities. 解决方案")
    resolves: Many[Reference] = Field((), description="Insights of the baseline that it settles.")
    realises: Many[Reference] = Field((), description="Opportunities of the baseline it realises.")
    replaces: Many[Reference] = Field((), description="Items of the baseline that it stands for.")
    metrics: Many[MetricUse] = Field((), description="What is measured. 指标")
    evidence: Many[EvidenceUse] = Field((), description="What stands behind the step itself. 证据")
    physical_evidence: Many[Cell] = Field((), description="What the customer can touch. 有形展示")
    frontstage: Many[Cell] = Field((), description="What staff do in sight of the customer. 前台")
    backstage: Many[Cell] = Field((), description="What is done out of sight. 后台")
    support: Many[Cell] = Field((), description="What supports it. 支持")
    policies: Many[Cell] = Field((), description="Rules that bear on it. 政策")
    systems: Many[System] = Field((), description="Systems behind it. 系统")
    journey: Reference | None = Field(None, description="The map that details this step.")
    storyboard: Many[Picture] = Field((), description="Pictures of it.")
    custom: FrozenMap[Many[Text]] | None = Field(
        None, description="Cells of the journey's own lanes: lane id → texts."
    )
    actor: Text | None = Field(None, description="Who acts, where it is not the customer.")
    next: Many[Next] = Field((), description="Branches, loops and exits.")


class Step(Content):
    """What the customer does at one point of a stage."""


class Stage(Content):
    """A part of the journey, with its steps."""

    lifecycle: Many[Annotated[str, choice(*LIFECYCLE)]] = Field(
        (), description="Where the customer stands: awareness, consideration, purchase …"
    )
    same: Truth | None = Field(None, description="The stage is as the baseline has it.")
    steps: Many[Step] = Field((), description="The steps of the stage. 步骤")

    @property
    def has_content(self) -> bool:
        """Whether it holds anything of the step table beside its name."""
        return bool(self.model_fields_set - _NO_CONTENT)


_NO_CONTENT: frozenset[Any] = frozenset(
    {"id", "name", "description", "links", "extensions", "lifecycle", "same", "steps", "goal",
     "personas", "replaces"}
)  # fmt: skip
