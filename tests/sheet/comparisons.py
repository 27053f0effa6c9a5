"""Pairs of maps whose comparison has pictures: a small one that holds every change, and hard ones."""

from __future__ import annotations

from cjm.diff.compare import compare
from cjm.diff.judge import Judgement, judge
from cjm.diff.side import Side
from cjm.sheet import Sheet
from cjm.sheet.comparison import arrange_comparison
from cjm.sheet.sheet import Block, Lane
from cjm.workspace.files import MemoryFiles
from cjm.workspace.load import load

OLD, BETWEEN, NEW = "old.journey.yaml", "between.journey.yaml", "new.journey.yaml"

BEFORE = """
cjm: journey/1
id: returns-current
title: {en: Returning a lamp, zh: 退一盏灯}
language: en
state: current
personas: [{name: Ana Silva}, {name: 王强}]
library:
  touchpoints:
    hotline: {name: {en: Hotline, zh: 热线}, channels: [Phone], owner: Service}
    counter: {name: {en: Counter, zh: 柜台}, channels: [Store], owner: Retail}
    letter: {name: {en: Letter, zh: 来信}, channels: [Post], owner: Finance}
pains: {id: unclear, text: {en: Nobody says when the money comes, zh: 没人说钱什么时候到}, severity: 4}
metrics: {name: {en: Cost of a return, zh: 单次退货成本}, actual: 80 CNY, better: lower}
stages:
  - id: notice
    name: {en: Notice, zh: 发现}
    steps:
      - {id: open, name: {en: Opens the box, zh: 拆箱}, feeling: 1, delights: {id: box, text: {en: The box says it all, zh: 盒上写得清清楚楚}, severity: 3}}
      - id: call
        name: {en: Calls the shop, zh: 给店里打电话}
        description: {en: In the lunch break, zh: 午休时}
        touchpoints: [{ref: hotline}]
        feeling: -2
        feelings: {王强: -1}
        duration: 25 min
        wait: 20 min
        pains:
          - {id: menus, text: {en: Nine menus, zh: 九层菜单}, severity: 5}
          - {id: rude, text: {en: The clerk is cross, zh: 店员不耐烦}, severity: 2}
          - {id: twice, text: {en: Asked for everything twice, zh: 什么都要问两遍}, severity: 3}
        opportunities:
          - {id: online, text: {en: Let people send it back online, zh: 让人在线退货}}
          - {id: robot, text: {en: A robot that answers, zh: 机器人接听}}
  - id: return
    name: {en: Return, zh: 退货}
    steps:
      - {id: print, name: {en: Prints a label, zh: 打印标签}, feeling: -1, itches: {id: pick, text: {en: Pick it up, zh: 上门取件}}, solutions: {id: fax, text: {en: Fax the label, zh: 传真标签}}}
      - {id: pack, name: {en: Packs the lamp, zh: 打包}, feeling: 0, touchpoints: [{ref: counter}]}
      - {id: queue, name: {en: Stands in a queue, zh: 排队}, feeling: -2, touchpoints: [{ref: counter}]}
      - id: money
        name: {en: Gets the money, zh: 收到钱}
        feeling: 1
        touchpoints: [{ref: letter}]
        metrics:
          - {name: {en: Days to refund, zh: 退款天数}, actual: 9 days, better: lower}
          - {name: {en: Content, zh: 满意度}, actual: 3.9, scale: [1, 5], better: higher}
          - {name: {en: Letters, zh: 来信数}, actual: 400}
"""

AFTER = """
cjm: journey/1
id: returns-future
title: {en: Returning a lamp, zh: 退一盏灯}
language: en
state: future
baseline: old.journey.yaml
personas: [{name: Ana Silva}, {name: 王强}]
library:
  touchpoints:
    app: {name: {en: Shop app, zh: 商城 App}, channels: [App], owner: Digital}
    counter: {name: {en: Counter, zh: 柜台}, channels: [Store, Phone], owner: Retail}
    transfer: {name: {en: Transfer, zh: 转账}, channels: [Bank], owner: Finance}
resolves: [unclear]
defers: [{pain: rude, reason: {en: Training comes later, zh: 以后再培训}}]
metrics: {name: {en: Cost of a return, zh: 单次退货成本}, baseline: 80 CNY, target: 40 CNY, better: lower}
stages:
  - id: notice
    name: {en: Notice, zh: 发现}
    steps:
      - {id: open, name: {en: Opens the box, zh: 拆箱}, feeling: 1}
      - id: call
        name: {en: Taps on return, zh: 点退货}
        description: {en: From the sofa, zh: 在沙发上}
        touchpoints: [{ref: app}]
        feeling: 1
        feelings: {王强: -2}
        duration: 2 min
        resolves: [menus, pick]
        realises: [online]
        pains:
          - {id: twice, text: {en: Asked for the number twice, zh: 单号要问两遍}, severity: 1}
          - {id: login, text: {en: The password is forgotten, zh: 忘了密码}, severity: 3}
        opportunities: [{id: face, text: {en: Log in by face, zh: 刷脸登录}}]
  - id: return
    name: {en: Return, zh: 退货}
    steps:
      - {id: pack, name: {en: Packs lamp and label, zh: 打包并贴标签}, replaces: [print, pack], feeling: 1, touchpoints: [{ref: counter}]}
      - id: money
        name: {en: Gets the money, zh: 收到钱}
        feeling: 0.5
        touchpoints: [{ref: transfer}]
        solutions: {id: instant, text: {en: Instant refund, zh: 即时退款}}
        metrics:
          - {name: {en: Days to refund, zh: 退款天数}, baseline: 9 days, target: 2 days, better: lower}
          - {name: {en: Content, zh: 满意度}, actual: 3.7, scale: [1, 5], better: higher}
      - {id: check, name: {en: Checks the account, zh: 查账}, replaces: [money], feeling: 0}
  - id: after
    name: {en: Afterwards, zh: 之后}
    steps: [{id: plant, name: {en: A tree is planted, zh: 种下一棵树}, feeling: 2, delights: {id: tree, text: {en: Something good comes of it, zh: 坏事变好事}}}]
"""

_RTL_BEFORE = """
title: الترقية
language: ar
state: current
stages:
  - name: التعرّف
    steps:
      - {name: يرى إعلانًا عن 5G, feeling: -1, touchpoints: ملصق, pains: {text: الإعلان لا يقول من يمكنه الترقية, severity: 3}}
      - {name: يقارن الباقات, feeling: -2, touchpoints: صفحة الباقات, pains: {text: سبع وعشرون باقة بلا مقارنة, severity: 5}}
  - name: الترقية
    steps:
      - {name: يقف في الطابور, feeling: -2}
      - {name: يبدّل الشريحة, feeling: 0, touchpoints: SIM kit, metrics: {name: الوقت, actual: 4 h, better: lower}}
"""
_RTL_AFTER = """
title: الترقية
language: ar
state: future
stages:
  - name: التعرّف
    steps:
      - {name: يرى إعلانًا عن 5G, feeling: 1, touchpoints: التطبيق, opportunities: {text: فحص الجهاز بلمسة}}
      - {name: يقارن ثلاث باقات, feeling: 1, touchpoints: صفحة الباقات, pains: {text: سبع وعشرون باقة بلا مقارنة, severity: 2}}
  - name: الترقية
    steps:
      - {name: يبدّل الشريحة, feeling: 2, touchpoints: eSIM, metrics: {name: الوقت, actual: 2 min, better: lower}}
      - {name: يشاهد أول فيلم, feeling: 2}
"""


def _long(*, is_new: bool) -> str:
    """Return a map of 8 stages and 40 steps; the new one has other touchpoints, pains and feelings."""
    lines = [f"title: From first thought to renewal\nlanguage: en\nstate: {'future' if is_new else 'current'}"]  # fmt: skip
    lines.append("stages:")
    for stage in range(8):
        lines += [f"  - id: stage-{stage}", f"    name: Stage {stage + 1} of the journey", "    steps:"]  # fmt: skip
        for number in range(5 * stage, 5 * stage + 5):
            if number % 7 == (3 if is_new else 5):
                continue
            level = (2, 1, -1, -2, 0)[(number * 3 if is_new else number) % 5]
            where = ("Carrier app", "Flagship store", "Hotline", "Website")[
                (number + is_new * (number % 3)) % 4
            ]
            pain = f"The same question is asked {number + 2} times"
            name = f"Does what comes at place {number + 1}"
            if number % 7 == 3:
                name = f"Queues at desk {number + 1}"
            elif number % 7 == 5:
                name = f"Taps tile {number + 1}"
            elif is_new and number % 4 == 0:
                name = f"Now does what comes at place {number + 1}"
            parts = [
                f"id: step-{number}",
                f"name: {name}",
                f"feeling: {level}",
                f"touchpoints: {where}",
            ]
            if not (is_new and number % 2):
                parts.append(f"pains: {{text: {pain}, severity: {(number + is_new) % 5 + 1}}}")
            lines.append("      - {" + ", ".join(parts) + "}")
    return "\n".join(lines)


_UNLIKE = (
    "title: Buys bread\nstages: [{name: Shop, steps: [{name: Waits in line, feeling: -1}]}]\n",
    "title: Flies to Oslo\nstages: [{name: Airport, steps: [{name: Boards the plane}]}]\n",
)
_WORDY = (
    "title: Donaudampfschifffahrtsgesellschaft\nlanguage: de\nstages:\n  - name: Rechtsschutzversicherungsgesellschaften\n"
    "    steps: [{id: a, name: Kraftfahrzeughaftpflichtversicherung kündigen, feeling: -2, "
    "touchpoints: Betriebsunterbrechungsversicherungsformular, wait: 1-4 h}]\n",
    "title: Donaudampfschifffahrtsgesellschaft\nlanguage: de\nstages:\n  - name: Rechtsschutzversicherungsgesellschaften\n"
    "    steps: [{id: a, name: Haftpflichtversicherungsbedingungen annehmen, feeling: 2, "
    "touchpoints: Versicherungsvergleichsplattform, wait: 3 min}]\n",
)
_JAPANESE = (
    "title: 引っ越し\nlanguage: ja\nstate: current\nstages:\n  - name: 準備\n    steps: [{name: 窓口で手続きする, feeling: -2, "
    "touchpoints: 窓口, pains: {text: 平日しか開いていない, severity: 4}}, {name: 転出届を出す, feeling: -1}]\n",
    "title: 引っ越し\nlanguage: ja\nstate: future\nstages:\n  - name: 準備\n    steps: [{name: オンラインで手続きする, feeling: 1, "
    "touchpoints: 専用サイト}, {name: 本人確認, feeling: 0, pains: {text: カードの暗証番号を忘れた, severity: 3}}]\n",
)

PAIRS: dict[str, tuple[str, str]] = {
    "changes": (BEFORE, AFTER),
    "changes-backwards": (AFTER.replace("baseline: old.journey.yaml\n", ""), BEFORE),
    "changes-rtl": (_RTL_BEFORE, _RTL_AFTER),
    "changes-ja": _JAPANESE,
    "changes-long": (_long(is_new=False), _long(is_new=True)),
    "changes-none-alike": _UNLIKE,
    "changes-long-words": _WORDY,
    "changes-none": (BEFORE, BEFORE),
}
"""Name → the texts of an old and a new map."""


def judged(old: str, new: str, between: str = "") -> tuple[Judgement, tuple[Judgement, ...]]:
    """Return the comparison of two maps of one workspace, and that of the map between, if there is one."""
    files = {OLD: old, NEW: new, **({BETWEEN: between} if between else {})}
    loaded = load(MemoryFiles(files), ["."])
    maps = {map.path: Side(map, workspace) for workspace, map in loaded.maps}
    earlier = (judge(compare(maps[BETWEEN], maps[NEW])),) if between else ()
    return judge(compare(maps[OLD], maps[NEW])), earlier


def change_sheet(
    old: str, new: str, *, language: str = "", between: str = "", names: tuple[str, str] = ("", "")
) -> Sheet:
    """Return the sheet of the comparison of two maps."""
    judgement, earlier = judged(old, new, between)
    return arrange_comparison(judgement, language=language, names=names, earlier=earlier)


def blocks_of(lane: Lane) -> list[Block]:
    """Return what stands in a lane, row by row."""
    return [block for cell in lane.cells for block in cell.blocks]
