"""Personas: who goes through the journey."""

from typing import Annotated, ClassVar

from pydantic import Field

from cjm.model.evidence import EvidenceUse, Shared
from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item, Many
from cjm.model.text import Text
from cjm.model.touchpoint import Channel, Need
from cjm.model.values import Date, Five, LanguageTag, Level, Path, Share, choice

BASICS = ("age", "gender", "relationship", "children", "residence")
"""The demographics that a persona is asked for, or `n/a` for each."""


class Segment(Item):
    """What the persona stands for in the market."""

    any_of = ("share", "value", "priority")

    share: Share | None = Field(None, description="Share of customers, 0…100.")
    value: Text | None = Field(None, description="What it is worth.")
    priority: Five | None = Field(None, description="1…5, 5 is most.")


class Demographics(Item):
    """Age, household and the like; `n/a` where it does not matter."""

    required = False

    age: Text | None = Field(None, description="Age. 年龄")
    gender: Text | None = Field(None, description="Gender. 性别")
    relationship: Text | None = Field(None, description="Relationship. 感情状况")
    children: Text | None = Field(None, description="Children. 子女")
    residence: Text | None = Field(None, description="Where the persona lives. 居住地点")
    occupation: Text | None = Field(None, description="Occupation. 职业")
    income: Text | None = Field(None, description="Income. 收入")


class Persona(Shared):
    """A person who stands for a group of customers."""

    shorthand: ClassVar[str | None] = "name"
    text_shorthand = True
    aliases: ClassVar[dict[str, str]] = {"channel": "channels"}

    name: Text | None = Field(None, description="The persona's name. 人物角色")
    role: Text | None = Field(None, description="Who it is in a few words.")
    quote: Text | None = Field(None, description="A sentence the persona would say.")
    photo: Path | None = Field(None, description="Picture, relative to the file.")
    alt: Text | None = Field(
        None, description="What the picture shows, for those who cannot see it."
    )
    archetype: Text | None = Field(None, description="The type it stands for.")
    segment: Segment | None = Field(None, description="Share, value and priority of its segment.")
    demographics: Demographics | None = Field(None, description="Age, household and the like.")
    interests: Many[Text] = Field((), description="Interests. 兴趣")
    consumption: Many[Text] = Field((), description="What it buys and uses. 消费")
    habits: Many[Text] = Field((), description="Habits. 习惯")
    motivations: Many[Text] = Field((), description="What drives it. 动机")
    goals: Many[Text] = Field((), description="What it wants to reach. 目标")
    needs: Many[Need] = Field((), description="What it needs. 需求")
    expectations: Many[Text] = Field((), description="What it expects. 期望")
    frustrations: Many[Text] = Field((), description="What frustrates it. 挫折")
    behaviours: FrozenMap[Level] | None = Field(
        None, description="Scales of behaviour: name → −2…+2."
    )
    channels: Many[Channel] = Field((), description="Channels it uses. 渠道")
    evidence: Many[EvidenceUse] = Field((), description="What the persona is distilled from.")


class PersonaFile(Persona):
    """A file of kind `persona/1`."""

    shorthand = None
    text_shorthand = False
    required = False

    cjm: Annotated[str, choice("persona/1")] | None = Field(
        None, description="Kind and version of the file: `persona/1`."
    )
    updated: Date | None = Field(None, description="When it was last changed; left out: git's.")
    language: LanguageTag | None = Field(None, description="Language of its plain strings.")


def is_not_applicable(text: object) -> bool:
    """Whether a demographic says that it does not matter (`n/a`)."""
    return str(text).strip().lower() in ("n/a", "na", "不适用", "不適用", "該当なし")


__all__ = ["BASICS", "Demographics", "Persona", "PersonaFile", "Segment", "is_not_applicable"]
