"""Metrics: what is measured, on which scale, and how far it is from its target."""

from typing import Annotated, Any

from pydantic import Field

from cjm.model.evidence import Shared
from cjm.model.item import Item, Many
from cjm.model.owner import Owner
from cjm.model.quantity import Value
from cjm.model.text import Text
from cjm.model.values import Count, Date, Reference, Shape, choice, read_number, shown, wrong


def _read_scale(value: Any) -> tuple[float, float]:
    ends = [read_number(end) for end in value] if isinstance(value, list | tuple) else []
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        raise wrong(f"expected a scale of two numbers, found {shown(value)}", "such as [1, 5]")
    if ends[0] >= ends[1]:
        raise wrong(f"a scale runs from low to high, found [{ends[0]:g}, {ends[1]:g}]")
    return (float(ends[0]), float(ends[1]))


Scale = Annotated[tuple[float, float], Shape("scale", _read_scale)]


class Point(Item):
    """One measurement."""

    any_of = ("value",)

    date: Date | None = Field(None, description="When it was measured.")
    value: Value | None = Field(None, description="What was measured.")
    n: Count | None = Field(None, description="Number of people or records.")


class Metric(Shared):
    """Something that is measured."""

    shorthand = "name"
    text_shorthand = True

    name: Text | None = Field(None, description="What the metric is called. 指标")
    kind: (
        Annotated[
            str,
            choice(
                "nps",
                "csat",
                "ces",
                "conversion",
                "churn",
                "retention",
                "revenue",
                "time",
                "volume",
                "ratio",
                "other",
            ),
        ]
        | None
    ) = Field(None, description="What sort of metric it is.")
    unit: Text | None = Field(None, description="The unit of its values, such as '%' or min.")
    scale: Scale | None = Field(None, description="Its lowest and highest value: [min, max].")
    better: Annotated[str, choice("higher", "lower")] | None = Field(
        None, description="Which direction is better."
    )
    formula: Text | None = Field(None, description="How it is worked out.")
    question: Text | None = Field(None, description="The question as customers are asked it.")
    baseline: Value | None = Field(None, description="Its value before the change.")
    actual: Value | None = Field(None, description="Its value now. 实际值")
    target: Value | None = Field(
        None, description="The value to reach; '+25%' is relative to the baseline. 目标值"
    )
    owner: Owner | None = Field(None, description="Who answers for it.")
    source: Reference | None = Field(None, description="The evidence that it comes from.")
    points: Many[Point] = Field((), description="Measurements over time.")


class MetricUse(Metric):
    """A metric where it is used: plain words refer to an entry, an object may define one."""

    shorthand = "ref"
    text_shorthand = False
    any_of = ("ref", "name")
