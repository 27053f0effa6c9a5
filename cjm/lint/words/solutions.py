"""Words by which a pain shows that it is a solution in disguise: it begins with what to make.

A pain says what hurts. Where a text begins with an order to the company and holds no complaint, it
is taken for a solution; where it could be either, for a pain.
"""

from __future__ import annotations

import re

MAKING: dict[str, str] = {
    "en": r"implement|introduce|develop|automate|redesign|streamline|integrate|optimi[sz]e|digiti[sz]e|"
    r"personali[sz]e|roll out|set up|improve|enhance|we should|we (?:need|have) to|we must|let's|"
    r"there should be|(?:the )?(?:app|site|website|system|page|team|staff) should",
    "zh": "新增|增设|添加|搭建|建设|建立|开发|上线|引入|推出|优化|完善|打通|改造|部署|开设|接入|"
    "实现|简化|改进|加强|我们(?:应该|需要|要)|应该?(?:增加|提供|支持|开发|建立|有)|"
    "(?:需要|建议)(?:增加|新增|开发|建立|提供|上线|引入|优化)",
}
"""A text that begins so asks for something to be made, whatever follows."""

MAKING_A_THING: dict[str, str] = {
    "en": r"add|build|launch|offer|design",
    "zh": "增加|提供|配置|设立|设置|自动化|提升|推广|制作|安排|发送",
}
"""The same, where a thing to be made follows, or `a`, `more`, `better`."""

MAY_BE_DUTIES: dict[str, str] = {
    "en": r"create|provide|install|enable|simplify|give|send|show|allow|make",
}
"""The same, where what follows is a thing that only the company makes; else it is what customers do."""

ARTICLES: dict[str, str] = {
    "en": r"an?|more|new|better|another|our|one|some|online",
}
"""What tells that a thing follows."""

THINGS: dict[str, str] = {
    "en": r"(?:automatic|automated|real-time|self-service|push|in-app|personali[sz]ed|proactive) |"
    r"(?:(?:the|an?|more|new|better|our) )?(?:[\w-]+ ){0,3}(?:chat ?bots?|apps?|portals?|dashboards?|"
    r"filters?|buttons?|pages?|notifications?|reminders?|videos?|tutorials?|faqs?|guides?|wizards?|"
    r"kiosks?|tools?|features?|functions?|screens?|widgets?|tables?|checklists?|templates?|hotlines?|"
    r"trainings?)\b",
    "zh": r".*(?:机器人|小程序|应用|功能|入口|按钮|页面|系统|平台|提醒|通知|短信|视频|教程|指南|指引|"
    r"工具|看板|筛选|对比表|清单|模板|热线|培训|通道|专区|自助机|客服|二维码|流程)",
}
"""What companies make."""

COMPLAINTS: dict[str, str] = {
    "en": r"no|not|never|none|nobody|nothing|without|cannot|can't|\w+n't|too|slow\w*|hard|difficult\w*|"
    r"fails?|failed|failing|error\w*|lost|los(?:es|ing)|wrong|again|twice|times|every time|each time|"
    r"confus\w+|unclear|expensive|costs?|long|waits?|waiting|stuck|crash\w*|only|just|before|manual\w*|"
    r"same|forced?|impossible|broken|missing|lacks?|breaks?|takes?|took|hidden|late|rude|but",
    "zh": "不|没|无|难|慢|太|失败|错|差|贵|久|被|卡顿|卡死|卡住|太卡|很卡|重复|多次|才|等待|时间|费|成本|负担|风险|压力|麻烦|"
    "却|但|反复|再次|只能|仅|缺|未|丢|断|混乱|繁|票|后|要|期间|空间|意见|[大高低小坏长]$|的(?!.*(?:功能|入口|页面|系统|平台))",
}
"""Words of somebody who complains; what holds one is a pain."""

LANGUAGES = frozenset(MAKING)
"""The languages that can be judged."""

_BEGINS = {
    "en": re.compile(
        rf"(?:{MAKING['en']})\b(?![-'’])|(?:{MAKING_A_THING['en']}) (?:{ARTICLES['en']})\b|"
        rf"(?:{MAKING_A_THING['en']}|{MAY_BE_DUTIES['en']}) (?=(?:{THINGS['en']}))",
        re.IGNORECASE,
    ),
    "zh": re.compile(rf"(?:{MAKING['zh']})|(?:{MAKING_A_THING['zh']})(?={THINGS['zh']})"),
}
_COMPLAINS = {
    "en": re.compile(rf"(?<![\w-])(?:{COMPLAINTS['en']})(?![\w-])", re.IGNORECASE),
    "zh": re.compile(COMPLAINTS["zh"]),
}
_TO_BEGIN = re.compile(r"[\s\"'“”‘’「『（(*•·-]*")


def asks_for(text: str, language: str) -> str:
    """Return the words with which `text` asks for a solution, or an empty string.

    Args:
        text: A pain.
        language: One of `LANGUAGES`; in another nothing is found.
    """
    begins = _BEGINS.get(language)
    if begins is None:
        return ""
    found = begins.match(text, _TO_BEGIN.match(text).end())  # type: ignore[union-attr]
    if found is None or _COMPLAINS[language].search(text, found.end()):
        return ""
    return found[0].strip()
