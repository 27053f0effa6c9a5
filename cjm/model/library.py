"""Libraries: touchpoints, channels, evidence and the like that journeys share."""

from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cjm.model.evidence import Evidence
from cjm.model.frozen_map import FrozenMap
from cjm.model.item import Item
from cjm.model.metric import Metric
from cjm.model.touchpoint import Channel, Department, Need, System, Touchpoint
from cjm.model.values import Date, LanguageTag, choice, read_id, wrong

SECTIONS = (
    "touchpoints", "channels", "evidence", "metrics", "needs", "departments", "systems",
)  # fmt: skip


class Section:
    """Marks a mapping from id to entry: its keys are ids."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_check_section, handler(source))


def _check_section(value: Any) -> Any:
    if isinstance(value, list):
        raise wrong(
            "expected a mapping from id to entry, found a list", "write each entry as 'its-id: …'"
        )
    if isinstance(value, dict):
        for key in value:
            try:
                read_id(str(key))
            except PydanticCustomError as problem:
                facts = {**(problem.context or {}), "key": str(key)}
                raise PydanticCustomError("wrong-type", "{sentence}", facts) from None
    return value


class Library(Item):
    """Shared things, each a mapping from id to entry."""

    required = False

    touchpoints: Annotated[FrozenMap[Touchpoint], Section()] | None = Field(
        None, description="Shared touchpoints: id → touchpoint. 触点"
    )
    channels: Annotated[FrozenMap[Channel], Section()] | None = Field(
        None, description="Shared channels: id → channel. 渠道"
    )
    evidence: Annotated[FrozenMap[Evidence], Section()] | None = Field(
        None, description="Evidence: id → evidence. 证据"
    )
    metrics: Annotated[FrozenMap[Metric], Section()] | None = Field(
        None, description="Metrics: id → metric. 指标"
    )
    needs: Annotated[FrozenMap[Need], Section()] | None = Field(
        None, description="Needs: id → need. 需求"
    )
    departments: Annotated[FrozenMap[Department], Section()] | None = Field(
        None, description="Departments: id → department. 部门"
    )
    systems: Annotated[FrozenMap[System], Section()] | None = Field(
        None, description="Systems: id → system. 系统"
    )


class LibraryFile(Library):
    """A file of kind `library/1`."""

    cjm: Annotated[str, choice("library/1")] | None = Field(
        None, description="Kind and version of the file: `library/1`."
    )
    updated: Date | None = Field(None, description="When it was last changed; left out: git's.")
    language: LanguageTag | None = Field(None, description="Language of its plain strings.")
