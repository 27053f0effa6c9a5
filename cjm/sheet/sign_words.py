"""The words beside signs: what a bar, a tick or a row of dots means."""

from __future__ import annotations

EN: dict[str, str] = {
    "resource.owned": "there",
    "resource.needed": "missing",
    "aim": "target",
    "aim.higher": "target, higher is better",
    "aim.lower": "target, lower is better",
    "reached": "target reached",
    "trend": "from {first} to {last}",
    "trend.dated": "from {first} ({start}) to {last} ({end})",
    "claims.assumed": "{count} claims assumed",
    "claims.assumed.one": "1 claim assumed",
}

ZH: dict[str, str] = {
    "resource.owned": "已有",
    "resource.needed": "缺",
    "aim": "目标值",
    "aim.higher": "目标值，越高越好",
    "aim.lower": "目标值，越低越好",
    "reached": "已达目标",
    "trend": "从 {first} 到 {last}",
    "trend.dated": "从 {first}（{start}）到 {last}（{end}）",
    "claims.assumed": "{count} 条为假设",
    "claims.assumed.one": "1 条为假设",
}
