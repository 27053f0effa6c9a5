"""The journey: one map, from its title to its last step."""

from typing import Annotated, Any, ClassVar

from pydantic import Field

from cjm.model.frozen_map import FrozenMap
from cjm.model.insight import Insight, Opportunity, Solution
from cjm.model.item import Item, Many
from cjm.model.library import Library
from cjm.model.metric import MetricUse
from cjm.model.owner import Owner
from cjm.model.persona import Persona
from cjm.model.quantity import Time
from cjm.model.stage import Goal, Stage, Step
from cjm.model.text import Text
from cjm.model.values import Date, Depth, Id, LanguageTag, Reference, Words, choice

STATES = ("current", "transition", "future")
TYPES = ("journey", "experience", "day-in-life", "blueprint")
STATUSES = ("draft", "hypothesis", "validated", "live", "archived")


class Scope(Item):
    """Where the journey starts and ends."""

    any_of = ("from", "to", "excludes")

    from_: Text | None = Field(None, alias="from", description="Where the journey starts. 起点")
    to: Text | None = Field(None, description="Where it ends. 终点")
    excludes: Many[Text] = Field((), description="What is left out.")


class TeamMember(Item):
    """One who works on the journey."""

    shorthand = "name"
    any_of = ("name", "role", "department")

    name: Words | None = Field(None, description="Name of the person.")
    role: Text | None = Field(None, description="What the person does.")
    department: Text | None = Field(None, description="Department of the person. 部门")


class Review(Item):
    """When the map was reviewed, and when it will be. 复审."""

    any_of = ("last", "next", "every", "watch")

    last: Date | None = Field(None, description="Day of the last review.")
    next: Date | None = Field(None, description="Day of the next review.")
    every: Time | None = Field(None, description="How often, such as 1 year.")
    watch: Many[Words] = Field((), description="File globs whose change makes the map stale.")


class Deferral(Item):
    """A pain of the baseline that this map leaves, and why."""

    shorthand = "pain"

    pain: Reference | None = Field(None, description="The pain of the baseline.")
    reason: Text | None = Field(None, description="Why it is left.")


class Hypothesis(Item):
    """What is assumed, and how it will be tested. 假设."""

    shorthand = "statement"
    text_shorthand = True

    statement: Text | None = Field(None, description="What is assumed.")
    about: Many[Reference] = Field(
        (), description="A step, insight, opportunity or touchpoint that it is about."
    )
    test: Text | None = Field(None, description="How it will be tested.")
    result: Text | None = Field(None, description="What came out.")
    decided: Date | None = Field(None, description="When it was decided.")


class WalkFinding(Item):
    """What somebody found while walking the journey."""

    shorthand = "text"
    text_shorthand = True

    step: Reference | None = Field(None, description="The step where it was found.")
    text: Text | None = Field(None, description="What was found.")


class Walkthrough(Item):
    """The journey, walked by one of the team. 亲身走查."""

    any_of = ("date", "by", "persona", "findings")

    date: Date | None = Field(None, description="When it was walked.")
    by: Words | None = Field(None, description="Who walked it.")
    persona: Reference | None = Field(None, description="As whom.")
    findings: Many[WalkFinding] = Field((), description="What was found.")


class Lane(Item):
    """A row of the picture: a known one, a preset, or one of the journey's own."""

    shorthand = "id"

    id: Id | None = Field(None, description="Id of a lane or preset.")
    name: Text | None = Field(None, description="Title of a lane of your own.")
    after: Id | None = Field(None, description="The lane that it stands below.")


class Journey(Item):
    """One journey map."""

    required = False
    aliases: ClassVar[dict[str, str]] = {"persona": "personas"}
    also_read = frozenset({"steps"})

    cjm: Annotated[str, choice("journey/1")] | None = Field(
        None, description="Kind and version of the file: `journey/1`."
    )
    title: Text = Field(Text(""), description="Title of the map. 标题")
    language: LanguageTag | None = Field(
        None, description="Language of plain strings; default: the workspace's."
    )
    state: Annotated[str, choice(*STATES)] | None = Field(
        None, description="How things are, or how they should be. 当前状态 过渡状态 未来状态"
    )
    type: Annotated[str, choice(*TYPES)] | None = Field(
        None, description="旅程 体验地图 日常生活 服务蓝图; decides the lanes; default `journey`."
    )
    status: Annotated[str, choice(*STATUSES)] | None = Field(
        None, description="How far it has come. 草稿 假设 已验证 生效 归档"
    )
    baseline: Reference | None = Field(None, description="The map that this one changes.")
    parent: Reference | None = Field(
        None, description="The journey, stage or step above: `journey#step`."
    )
    level: Depth | None = Field(None, description="Place in the hierarchy of maps; 0 is the top.")
    goal: Goal | None = Field(None, description="What the customer and the business want.")
    success: Many[Text] = Field((), description="How one will know. 成功标准")
    scenario: Text | None = Field(None, description="The situation. 场景")
    scope: Scope | None = Field(None, description="Where it starts and ends. 起点 终点")
    personas: Many[Persona] = Field((), description="Who goes through it. 人物角色")
    owner: Owner | None = Field(None, description="Accountable for the journey.")
    sponsor: Text | None = Field(None, description="Who backs it at the top.")
    team: Many[TeamMember] = Field((), description="Who works on it. 跨职能团队")
    review: Review | None = Field(None, description="When it was and will be reviewed. 复审")
    tags: FrozenMap[Many[Words]] | None = Field(
        None, description="Brand, country, segment, product …: name → one or many."
    )
    updated: Date | None = Field(None, description="When it was last changed; left out: git's.")
    lanes: Many[Lane] = Field((), description="Which rows to draw, in order.")
    pains: Many[Insight] = Field((), description="Pains of the whole journey. 痛点")
    delights: Many[Insight] = Field((), description="Delights of the whole journey. 爽点")
    itches: Many[Insight] = Field((), description="Itches of the whole journey. 痒点")
    opportunities: Many[Opportunity] = Field(
        (), description="Opportunities of the whole journey. 机会点"
    )
    solutions: Many[Solution] = Field((), description="Solutions of the whole journey. 解决方案")
    metrics: Many[MetricUse] = Field((), description="Metrics of the whole journey. 指标")
    resolves: Many[Reference] = Field((), description="Insights of the baseline that it settles.")
    realises: Many[Reference] = Field((), description="Opportunities of the baseline it realises.")
    defers: Many[Deferral] = Field((), description="Pains of the baseline that it leaves, and why.")
    hypotheses: Many[Hypothesis] = Field((), description="What is assumed. 假设")
    walkthroughs: Many[Walkthrough] = Field((), description="The journey, walked. 亲身走查")
    library: Library | None = Field(None, description="The journey's own shared things.")
    stages: Many[Stage] = Field((), description="The stages, in order. 旅程阶段")

    @classmethod
    def adjust(cls, value: dict[Any, Any]) -> dict[Any, Any]:
        """Read `steps` in the place of `stages`: one stage, named after the title."""
        if "steps" not in value or value.get("stages") is not None:
            return value
        others = {key: inner for key, inner in value.items() if key != "steps"}
        stage = {"name": value.get("title") or "…", "steps": value["steps"]}
        return {**others, "stages": [stage]}


__all__ = [
    "STATES", "STATUSES", "TYPES", "Deferral", "Hypothesis", "Journey", "Lane", "Review", "Scope",
    "Stage", "Step", "TeamMember", "WalkFinding", "Walkthrough",
]  # fmt: skip
