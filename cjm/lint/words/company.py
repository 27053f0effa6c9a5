"""Words by which a stage or step shows that it was named from inside the organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable

DEPARTMENTS: dict[str, str] = {
    "en": "sales|marketing|finance|accounting|procurement|purchasing|legal|compliance|logistics|"
    "operations|it|hr|human resources|back office|front office|customer care|engineering|"
    "business development|r&d",
    "zh": "市场部|市场营销部|营销部|销售部|财务部|采购部|法务部|合规部|物流部|运营部|技术部|信息部|"
    "信息技术部|人力资源部|人事部|客服部|客户服务部|研发部|产品部|工程部",
}
"""A stage or step that is called just this, with or without "team" or "department"."""

SUFFIXES: dict[str, str] = {
    "en": r"(?: team| department| dept\.?| division| unit)?",
    "zh": "(?:门)?",
}

SYSTEMS: dict[str, str] = {
    "en": r"crm|erp|cms|etl|sql|rest api|graphql|webhooks?|endpoints?|middleware|microservices?|"
    r"backend|back-end|frontend|front-end|cron ?jobs?|batch jobs?|message queue|data ?base|"
    r"payload|api calls?|data pipeline|datawarehouse|data warehouse|sap",
    "zh": "数据库|接口|后台系统|中间件|微服务|消息队列|批处理|定时任务|数据同步|落库|入库接口|工单系统",
}
"""A stage or step whose name holds one of these."""

REQUEST = r"\b(?:GET|POST|PUT|PATCH|DELETE)\s+/|/api/|\bAPI\b"
"""An implementation rather than an act; upper and lower case count here."""

_DEPARTMENT = "|".join(f"(?:(?:{DEPARTMENTS[tag]}){SUFFIXES[tag]})" for tag in DEPARTMENTS)
_SYSTEM = rf"(?<![a-z0-9])(?:{SYSTEMS['en']})(?![a-z0-9])|{SYSTEMS['zh']}"
# The same in lower case, whatever stands beside it.
_LIKELY = re.compile(
    rf"{SYSTEMS['en']}|{SYSTEMS['zh']}|api|get\s+/|post\s+/|put\s+/|patch\s+/|delete\s+/"
    rf"|\n\s*(?:{DEPARTMENTS['en']}|{DEPARTMENTS['zh']})"
)


def may_speak_of_it(names: Iterable[str]) -> bool:
    """Whether some name may be a department's, or speak of a system; fast.

    Nearly all maps speak the customer's language, and one search through all of their names is far
    faster than some for each. Where it says no, there is none.
    """
    # Where case does not count, an `i` without its dot, or with one on top, is an `i` too.
    whole = "\n".join(("", *names)).casefold().replace("\u0307", "").replace("\u0131", "i")
    return _LIKELY.search(whole) is not None


def names_a_department(name: str) -> bool:
    """Whether `name` is that of a usual department, and no more."""
    return re.fullmatch(_DEPARTMENT, name.strip(), re.IGNORECASE) is not None


def names_a_system(name: str) -> str:
    """Return the system or implementation that `name` speaks of, or an empty string."""
    found = re.search(REQUEST, name) or re.search(_SYSTEM, name, re.IGNORECASE)
    return found[0].strip() if found else ""
