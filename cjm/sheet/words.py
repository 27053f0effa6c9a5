"""The words that cjm itself puts into a picture, in English and Chinese.

Japanese and Arabic are beside; other languages get English. Sources of the Chinese terms: those
that the format's own documentation gives for each key.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor, isclose, log10

from cjm.sheet import closer_words, sign_words
from cjm.sheet.habits import ARABIC, CHINESE, ENGLISH, JAPANESE, Habits
from cjm.sheet.habits import THIN_SPACE as THIN_SPACE

MINUS = "\u2212"

_EN: dict[str, str] = {
    "lane.stage": "Stage",
    "lane.goal": "Goal",
    "lane.step": "Steps",
    "lane.success": "Success",
    "lane.actions": "Actions",
    "lane.touchpoints": "Touchpoint",
    "lane.touchpoints.channels": "and channel",
    "lane.channels": "Channel",
    "lane.thoughts": "Thinking",
    "lane.quotes": "Quotes",
    "lane.feeling": "Feeling",
    "lane.needs": "Needs",
    "lane.pains": "Pain points",
    "lane.delights": "Delights",
    "lane.itches": "Itches",
    "lane.opportunities": "Opportunities",
    "lane.solutions": "Solutions",
    "lane.metrics": "Metrics",
    "lane.owner": "Owner",
    "lane.resources": "Resources",
    "lane.performance": "Performance",
    "lane.time": "Time",
    "lane.evidence": "Evidence",
    "lane.storyboard": "Storyboard",
    "lane.systems": "Systems",
    "lane.physical_evidence": "Physical evidence",
    "lane.frontstage": "Frontstage",
    "lane.backstage": "Backstage",
    "lane.support": "Support",
    "lane.policies": "Policies",
    "lane.fails": "Points of failure",
    "line.frontstage": "line of interaction",
    "line.backstage": "line of visibility",
    "line.support": "line of internal interaction",
    "state.current": "CURRENT STATE",
    "state.transition": "TRANSITION STATE",
    "state.future": "FUTURE STATE",
    "status.draft": "Draft",
    "status.hypothesis": "Hypothesis",
    "status.validated": "Validated",
    "status.live": "Live",
    "status.archived": "Archived",
    "reviewed": "Reviewed {date}",
    "goal.customer": "Customer goal",
    "goal.business": "Business goal",
    "goal.scenario": "Scenario",
    "goal.scope": "Scope",
    "moment": "moment of truth",
    "moment.zmot": "zero moment of truth",
    "moment.fmot": "first moment of truth",
    "moment.smot": "second moment of truth",
    "fail": "point of failure",
    "assumed": "assumed",
    "severity": "severity",
    "strength": "strength",
    "impact": "impact {value}",
    "effort": "effort {value}",
    "work.open": "open",
    "work.planned": "planned",
    "work.in-progress": "in progress",
    "work.done": "done",
    "work.dismissed": "dismissed",
    "only": "only {names}",
    "usage.desired": "wished for",
    "usage.retiring": "being retired",
    "wait": "wait {time}",
    "waiting": "of which waiting {time}",
    "owned": "{text}",
    "needed": "missing: {text}",
    "score": "{value} of 5",
    "details": "details: {name}",
    "continued": "continued",
    "whole": "Whole journey",
    "figure.emotion": "mean emotion",
    "figure.pains": "pain points",
    "figure.pains.one": "pain point",
    "figure.pains.critical": "pain points, {count} critical",
    "figure.pains.critical.one": "pain point, {count} critical",
    "figure.opportunities": "opportunities",
    "figure.opportunities.one": "opportunity",
    "figure.evidence": "of claims have customer evidence",
    "figure.channels": "channels",
    "figure.channels.one": "channel",
    "figure.owners": "owning teams",
    "figure.owners.one": "owning team",
    "experienced": "experienced",
    "expected": "expected",
    "legend.hatched": "hatched: assumed, no evidence is named for it",
    "legend.hollow": "hollow face: the feeling is assumed",
    "legend.moment": "moment of truth",
    "legend.tick": "target",
    "evidence": "Evidence: {list}",
    "source.map": "Map: {id}",
    "source.version": "file version {digest}",
    "sample": "n\u00a0=\u00a0{count}",
    "and_more": "and {count} more",
    "describe": "Journey map with {stages} and {steps}.",
    "describe.stages": "{count} stages",
    "describe.stages.one": "1 stage",
    "describe.steps": "{count} steps",
    "describe.steps.one": "1 step",
    "describe.stage_names": "Stages: {names}.",
    "describe.lowest": "The feeling is lowest, {level}, at {step}.",
}

_ZH: dict[str, str] = {
    "lane.stage": "阶段",
    "lane.goal": "目标",
    "lane.step": "步骤",
    "lane.success": "成功标准",
    "lane.actions": "行为",
    "lane.touchpoints": "触点",
    "lane.touchpoints.channels": "与渠道",
    "lane.channels": "渠道",
    "lane.thoughts": "想法",
    "lane.quotes": "客户原声",
    "lane.feeling": "情绪",
    "lane.needs": "需求",
    "lane.pains": "痛点",
    "lane.delights": "爽点",
    "lane.itches": "痒点",
    "lane.opportunities": "机会点",
    "lane.solutions": "解决方案",
    "lane.metrics": "指标",
    "lane.owner": "负责部门",
    "lane.resources": "资源",
    "lane.performance": "部门表现",
    "lane.time": "时长",
    "lane.evidence": "证据",
    "lane.storyboard": "故事板",
    "lane.systems": "系统",
    "lane.physical_evidence": "有形展示",
    "lane.frontstage": "前台",
    "lane.backstage": "后台",
    "lane.support": "支持",
    "lane.policies": "政策",
    "lane.fails": "失败点",
    "line.frontstage": "互动分界线",
    "line.backstage": "可见性分界线",
    "line.support": "内部互动分界线",
    "state.current": "当前状态",
    "state.transition": "过渡状态",
    "state.future": "未来状态",
    "status.draft": "草稿",
    "status.hypothesis": "假设",
    "status.validated": "已验证",
    "status.live": "生效",
    "status.archived": "归档",
    "reviewed": "复审于 {date}",
    "goal.customer": "客户目标",
    "goal.business": "业务目标",
    "goal.scenario": "场景",
    "goal.scope": "范围",
    "moment": "关键时刻",
    "moment.zmot": "零关键时刻",
    "moment.fmot": "第一关键时刻",
    "moment.smot": "第二关键时刻",
    "fail": "失败点",
    "assumed": "假设",
    "severity": "严重度",
    "strength": "强度",
    "impact": "影响 {value}",
    "effort": "投入 {value}",
    "work.open": "待定",
    "work.planned": "已计划",
    "work.in-progress": "进行中",
    "work.done": "已完成",
    "work.dismissed": "不采纳",
    "only": "仅{names}",
    "usage.desired": "期望",
    "usage.retiring": "将停用",
    "wait": "等待 {time}",
    "waiting": "其中等待 {time}",
    "owned": "{text}",
    "needed": "缺：{text}",
    "score": "{value} / 5",
    "details": "详见：{name}",
    "continued": "（续）",
    "whole": "整个旅程",
    "figure.emotion": "平均情绪",
    "figure.pains": "痛点",
    "figure.pains.one": "痛点",
    "figure.pains.critical": "痛点，其中严重 {count} 个",
    "figure.pains.critical.one": "痛点，其中严重 {count} 个",
    "figure.opportunities": "机会点",
    "figure.opportunities.one": "机会点",
    "figure.evidence": "的判断有客户证据",
    "figure.channels": "渠道",
    "figure.channels.one": "渠道",
    "figure.owners": "负责部门",
    "figure.owners.one": "负责部门",
    "experienced": "实际体验",
    "expected": "期望",
    "legend.hatched": "斜纹：假设，未注明证据",
    "legend.hollow": "空心表情：情绪为假设",
    "legend.moment": "关键时刻",
    "legend.tick": "目标值",
    "evidence": "证据：{list}",
    "source.map": "地图：{id}",
    "source.version": "文件版本 {digest}",
    "sample": "n\u00a0=\u00a0{count}",
    "and_more": "等 {count} 项",
    "describe": "客户旅程地图，{stages}，{steps}。",
    "describe.stages": "{count} 个阶段",
    "describe.stages.one": "1 个阶段",
    "describe.steps": "{count} 个步骤",
    "describe.steps.one": "1 个步骤",
    "describe.stage_names": "阶段：{names}。",
    "describe.lowest": "情绪最低点为 {level}，在“{step}”。",
}


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language.

    Attributes:
        words: Key → words, with names in braces to fill.
        habits: What stands between them.
    """

    words: Mapping[str, str]
    habits: Habits = ENGLISH

    def say(self, key: str, **values: object) -> str:
        """Return the words for `key` with its values put in."""
        return self.words[key].format(**values) if values else self.words[key]

    def count(self, key: str, number: int, **values: object) -> str:
        """Return the words for `number` things, in the singular where it is one."""
        singular = f"{key}.one"
        return self.say(singular if number == 1 and singular in self.words else key, **values)

    def quoted(self, text: str) -> str:
        """Return `text` within quotation marks, unless it has some of its own."""
        first, last = self.habits.quotes
        return text if text[:1] in _QUOTES else first + text + last

    def listed(self, names: list[str]) -> str:
        """Return `names` one after the other."""
        return self.habits.comma.join(names)

    def told(self, sentences: list[str]) -> str:
        """Return `sentences` one after the other."""
        return self.habits.gap.join(sentences)

    def aged(self, name: str, age: str) -> str:
        """Return a person's name with an age, in digits or in words."""
        how = self.habits.aged if age.isdigit() else self.habits.about
        return how.format(name=name, age=age)

    def number(self, value: float) -> str:
        """Return `value` with a true minus and thin spaces between thousands: "−1 204.5".

        Two decimals, and below 0.01 two significant digits.
        """
        return _number(value)

    def level(self, value: float) -> str:
        """Return a level of feeling as it is shown: "−1", "0", "+1.5"."""
        shown = self.number(round(value, 1))
        return "+" + shown if round(value, 1) > 0 else shown

    def percent(self, value: float) -> str:
        """Return `value` per cent: "61 %" with a thin space; "61%" in Chinese."""
        return self.number(value) + self.habits.percent

    def duration(self, low: float, high: float, own_unit: float = 0) -> str:
        """Return seconds, or a range of them, in the units people use: "25 min", "1–4 h".

        Args:
            own_unit: Seconds of a unit that is used instead where it tells the time exactly: 14 days
                are two weeks, but not to whom counts days.
        """
        if own_unit in _SECONDS and _are_told(low / own_unit, high / own_unit):
            unit = _SECONDS.index(int(own_unit))
            start = "" if low == high else f"{low / own_unit:g}–"
            return start + self._spelt([(round(high / own_unit, 1), unit)])
        if low == high:
            return self._spelt(_in_units(low))
        (count, unit), *rest = _in_units(low)
        many = high / _SECONDS[unit]
        if not rest and many == int(many) and many <= _MOST[unit]:
            return f"{count:g}–" + self._spelt([(many, unit)])
        return f"{self._spelt(_in_units(low))} – {self._spelt(_in_units(high))}"

    def date(self, day: datetime.date) -> str:
        """Return the day as it is written in a file: "2026-09-14"."""
        return day.isoformat()

    def _spelt(self, parts: list[tuple[float, int]]) -> str:
        return self.habits.and_then.join(self.habits.spell(count, unit) for count, unit in parts)


@functools.lru_cache(maxsize=4096)
def _number(value: float) -> str:
    places = 2 if abs(value) >= 0.01 or value == 0 else min(9, 1 - floor(log10(abs(value))))
    whole, _, fraction = f"{abs(value):.{places}f}".rstrip("0").rstrip(".").partition(".")
    grouped = f"{int(whole):,}".replace(",", THIN_SPACE) if len(whole) > 3 else whole
    sign = MINUS if value < 0 and (grouped, fraction) != ("0", "") else ""
    return sign + grouped + ("." + fraction if fraction else "")


_SECONDS = (31556952, 2629746, 604800, 86400, 3600, 60, 1)
"""A year, month, week, day, hour, minute and second."""

_MOST = (1e9, 24, 9, 100, 47, 179, 119)
"""How many of each unit people still say without turning to a larger one."""


def _are_told(*amounts: float) -> bool:
    """Whether amounts of a unit are short to tell: with one decimal at most, and not very small."""
    return all(
        isclose(amount, round(amount, 1)) and (amount == 0 or 0.5 <= amount < _MOST_TOLD)
        for amount in amounts
    )


_MOST_TOLD = 10_000


def _in_units(seconds: float) -> list[tuple[float, int]]:
    """Return amounts with the index of their unit: one unit where it divides, else two."""
    for unit, size in enumerate(_SECONDS):
        if seconds % size == 0 and 1 <= seconds / size <= _MOST[unit]:
            return [(seconds / size, unit)]
    unit = next((index for index, size in enumerate(_SECONDS) if seconds >= size), 6)
    count, rest = divmod(seconds, _SECONDS[unit])
    if unit == 6:
        return [(round(seconds, 1), unit)]
    lesser = round(rest / _SECONDS[unit + 1])
    if lesser * _SECONDS[unit + 1] >= _SECONDS[unit]:
        # 1 h 59 min 59 s is told as two hours, not as "1 h 60 min".
        return _in_units((count + 1) * _SECONDS[unit])
    return [(count, unit), (lesser, unit + 1)] if lesser else [(count, unit)]


_QUOTES = tuple("“”‘’\"'「『《«„")

_ENGLISH = Vocabulary(_EN | closer_words.EN | sign_words.EN)
_CHINESE = Vocabulary(_ZH | closer_words.ZH | sign_words.ZH, CHINESE)


SPOKEN = frozenset({"en", "zh", "ja", "ar"})
"""The languages of which cjm has words of its own."""


def vocabulary(language: str) -> Vocabulary:
    """Return the words for a language tag, whatever its script or region; else the English ones."""
    return _vocabulary(language.partition("-")[0].lower())


@functools.cache
def _vocabulary(base: str) -> Vocabulary:
    if base == "zh":
        return _CHINESE
    if base == "ja":
        from cjm.sheet import japanese_words

        return Vocabulary({**_ENGLISH.words, **japanese_words.WORDS}, JAPANESE)
    if base == "ar":
        from cjm.sheet import arabic_words

        return Vocabulary({**_ENGLISH.words, **arabic_words.WORDS}, ARABIC)
    return _ENGLISH
