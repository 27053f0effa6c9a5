"""Maps whose pictures have golden files: a sketch, and one that holds a bit of everything."""

from __future__ import annotations

SKETCH = """
cjm: journey/1
title: Upgrading from 4G to 5G
persona: {name: Li Na, quote: I just want it to work.}
stages:
  - name: Learn
    steps:
      - {name: Checks the phone, touchpoints: Carrier app, feeling: 0}
      - {name: Compares plans, touchpoints: Plan page, feeling: -2, pains: "27 plans, no side-by-side view"}
  - name: Upgrade
    steps:
      - {name: Signs up, touchpoints: Store, feeling: 1}
      - {name: Swaps the SIM, feeling: -1, pains: Line dead for hours, opportunities: eSIM}
"""

EVERYTHING = """
cjm: journey/1
title: {en: Returning a lamp, zh: 退一盏灯}
language: en
state: current
status: validated
review: {last: 2026-09-14}
goal: {customer: {en: Money back without a fight, zh: 不费劲拿回钱}, business: Fewer calls}
personas:
  - {name: Ana Silva, role: Buys online, quote: Not again., demographics: {age: 41}}
  - {name: 王强, role: {zh: 门店常客}}
lanes: [journey, frontstage, backstage, {id: risk, name: {en: Risk, zh: 风险}, after: pains}]
pains: {text: {en: Nobody says when the money comes, zh: 没人说钱什么时候到}, severity: 4, evidence: [talk]}
stages:
  - name: {en: Notice, zh: 发现}
    goal: {en: Know what is wrong, zh: 弄清哪里坏了}
    delights: {text: The box says it all, evidence: [talk]}
    steps:
      - name: {en: Opens the box, zh: 拆箱}
        feeling: {level: 1, label: {en: curious, zh: 好奇}, evidence: [talk]}
        feelings: {王强: 0}
        expectation: 1
        thoughts: {text: Is it the bulb?, persona: Ana Silva, evidence: [talk]}
      - name: {en: Calls the shop, zh: 给店里打电话}
        moment_of_truth: true
        touchpoints: {name: Hotline, channels: [Phone], usage: retiring}
        feeling: [{level: -2, label: {en: ignored, zh: 没人理}, evidence: [talk]}, -1]
        feelings: {王强: cross}
        expectation: {level: 1, text: A person answers}
        pains: {text: Nine menus, severity: 5}
        custom: {risk: Leaves for good}
        next: [{to: Sends it back, share: 70}, {to: Brings it back, share: 30}]
  - name: {en: Return, zh: 退货}
    steps:
      - {name: Sends it back, feeling: -0.5, duration: 20 min, wait: 5 min, itches: {text: Pick it up, evidence: [poll]}}
      - {name: Brings it back, personas: 王强, feeling: 1, frontstage: {text: Checks the lamp, actor: Clerk}}
      - name: Gets the money
        feeling: {level: 2, evidence: [talk]}
        opportunities: {text: Pay at once, impact: 5, effort: 2, status: planned, owner: Finance}
        solutions: {text: Instant refund, owner: IT}
        metrics: {name: Days to refund, actual: 9, target: 2, scale: [0, 14]}
        backstage: {text: Books the refund, fail: true}
        systems: Ledger
        storyboard: {image: money.png, alt: Coins, caption: At last}
library: {evidence: {talk: {title: Talks, method: interview, sample: 1204}, poll: {title: Poll, method: survey}}}
"""
