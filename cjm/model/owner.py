"""Who answers for something: department, region and person."""

from pydantic import Field

from cjm.model.item import Item
from cjm.model.text import Text
from cjm.model.values import Words


class Owner(Item):
    """Who answers for something."""

    shorthand = "department"
    text_shorthand = True
    any_of = ("department", "region", "person")

    department: Text | None = Field(None, description="Department that answers for it. 负责部门")
    region: Text | None = Field(None, description="Region it answers for. 区域")
    person: Words | None = Field(None, description="The person who answers for it. 负责人")
