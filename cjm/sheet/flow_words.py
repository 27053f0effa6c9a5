"""The words of a flow that a map does not have, in English and Chinese."""

from __future__ import annotations

import functools

from cjm.sheet.words import Vocabulary, vocabulary

_EN: dict[str, str] = {
    "flow": "Flow",
    "flow.how": "The straight line is the main path",
    "flow.how.plain": "One way through, from start to end",
    "flow.how.shares": "The straight line is where most go on, width is the share of all who set out",
    "flow.exit": "Leaves",
    "flow.end": "Goal reached",
    "flow.leave": "{share} leave here",
    "flow.finish": "{share} end here",
    "flow.dead_end": "Dead end: no way leads on",
    "flow.unreached": "No way leads here",
    "figure.goal": "of customers reach the goal",
    "figure.leaving": "of customers leave on the way",
    "legend.main": "main path",
    "legend.width": "width: share of all who set out; numbers: of those at the step",
    "legend.exit": "leaves the journey",
    "legend.end": "goal reached",
    "legend.final": "end",
    "legend.dead_end": "dead end",
    "legend.start": "start",
    "legend.jump": "goes on at the same letter",
    "describe.flow": "Flow of {title}: {steps}, {ways}.",
    "describe.ways": "{count} ways between them",
    "describe.ways.one": "1 way between them",
    "describe.exits": "{count} ways out",
    "describe.exits.one": "1 way out",
    "describe.main": "Main path: {names}.",
    "flow.steps": "Steps, and where each leads",
    "flow.step": "Step",
    "flow.stage": "Stage",
    "flow.touchpoint": "Touchpoint",
    "flow.feeling": "Feeling",
    "flow.leads": "Leads to",
    "flow.leads.exit": "leaves: {name}",
    "flow.leads.end": "end: {name}",
}

_ZH: dict[str, str] = {
    "flow": "流程",
    "flow.how": "直线为主路径",
    "flow.how.plain": "从起点到终点只有一条路径",
    "flow.how.shares": "直线为继续前行者中多数的路径，线宽为占全部出发客户的比例",
    "flow.exit": "离开",
    "flow.end": "达成目标",
    "flow.leave": "{share} 在此离开",
    "flow.finish": "{share} 到此为止",
    "flow.dead_end": "断点：无路可走",
    "flow.unreached": "没有路径通向这里",
    "figure.goal": "的客户达成目标",
    "figure.leaving": "的客户中途离开",
    "legend.main": "主路径",
    "legend.width": "线宽：占全部出发客户的比例；数字：占到达该步骤者的比例",
    "legend.exit": "离开旅程",
    "legend.end": "达成目标",
    "legend.final": "终点",
    "legend.dead_end": "断点",
    "legend.start": "起点",
    "legend.jump": "在相同字母处继续",
    "describe.flow": "“{title}”的流程：{steps}，{ways}。",
    "describe.ways": "{count} 条路径",
    "describe.exits": "{count} 个离开处",
    "describe.main": "主路径：{names}。",
    "flow.steps": "各步骤及其去向",
    "flow.step": "步骤",
    "flow.stage": "阶段",
    "flow.touchpoint": "触点",
    "flow.feeling": "情绪",
    "flow.leads": "去向",
    "flow.leads.exit": "离开：{name}",
    "flow.leads.end": "结束：{name}",
}


@functools.cache
def flow_words(language: str) -> Vocabulary:
    """Return the words for a language tag, those of a map among them."""
    base = vocabulary(language)
    own = _ZH if language.partition("-")[0].lower() == "zh" else _EN
    # What Japanese and Arabic say of a flow stands among their other words.
    return Vocabulary({**own, **base.words}, base.habits)
