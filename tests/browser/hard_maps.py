"""Maps that are hard to draw: long, wide, full, and in the scripts that no example is written in."""

from __future__ import annotations

from textwrap import dedent

from tests.layout.test_scene import MAPS
from tests.render.maps import EVERYTHING
from tests.render.test_html import RIGHT_TO_LEFT

THAI = """
    title: การย้ายค่ายโทรศัพท์
    language: th
    goal: ได้แพ็กเกจที่เหมาะกับการใช้งานจริงโดยไม่ต้องไปที่ร้าน
    persona: {name: สมชาย ใจดี, role: พนักงานบริษัท อายุ 34 ปี, quote: ขอแค่ใช้งานได้ก็พอ}
    stages:
      - name: ค้นหา
        steps:
          - {name: เปรียบเทียบแพ็กเกจบนเว็บไซต์, feeling: {level: -1, label: สับสน}, pains: {text: มีแพ็กเกจมากเกินไปและเปรียบเทียบกันไม่ได้, severity: 4}}
          - {name: โทรถามศูนย์บริการลูกค้า, feeling: {level: -2, label: หงุดหงิด}, thoughts: ทำไมต้องรอนานถึง 25 นาที, touchpoints: ศูนย์บริการ}
      - name: ย้ายค่าย
        steps:
          - {name: ส่งคำขอย้ายค่าย, feeling: 1, opportunities: {text: ยืนยันตัวตนผ่านแอปพลิเคชัน, impact: 5, effort: 2}, touchpoints: แอปพลิเคชัน}
          - {name: เริ่มใช้งานเครือข่ายใหม่, feeling: {level: 2, label: โล่งใจ}, metrics: {name: ระยะเวลาย้ายค่าย, actual: 3, target: 1, unit: วัน}}
"""

HEBREW = """
    title: החלפת ספק סלולר
    language: he
    goal: לעבור לתוכנית מתאימה בלי להגיע לחנות
    persona: {name: נועה לוי, role: סטודנטית, quote: העיקר שזה יעבוד}
    stages:
      - name: חיפוש
        steps:
          - {name: משווה תוכניות באתר, feeling: {level: -1, label: מבולבלת}, pains: {text: יש 27 תוכניות ואין השוואה, severity: 4}, touchpoints: אתר}
          - {name: מתקשרת למוקד, feeling: {level: -2, label: מתוסכלת}, thoughts: למה מחכים 25 דקות?}
      - name: מעבר
        steps:
          - {name: שולחת בקשה, feeling: 1, opportunities: {text: אימות באפליקציה, impact: 5, effort: 2}}
          - {name: מתחילה להשתמש, feeling: {level: 2, label: הקלה}, metrics: {name: זמן מעבר, actual: 3, target: 1, unit: ימים}}
"""


def _forty_steps() -> str:
    """Return a map of 8 stages and 40 steps, each of them full."""
    lines = ["title: From first thought to renewal", "language: en", "persona: {name: Ana Silva}"]
    lines.append("stages:")
    for stage in range(8):
        lines += [f"  - name: Stage {stage + 1} of the journey", "    goal: Get to the next one"]
        lines.append("    steps:")
        for step in range(5):
            number = 5 * stage + step
            level = (2, 1, -1, -2, 0)[number % 5]
            parts = [
                f"name: Does what comes at place {number + 1}",
                f"feeling: {{level: {level}, label: {('delighted', 'content', 'unsure', 'overwhelmed', 'indifferent')[number % 5]}}}",
                f"touchpoints: {('Carrier app', 'Flagship store', 'Hotline', 'Website')[number % 4]}",
                "thoughts: Is this the last form that I have to fill in?",
                f"pains: {{text: The same question is asked {number + 2} times, severity: {number % 5 + 1}}}",
                "opportunities: {text: Ask once and remember, impact: 4, effort: 2}",
            ]
            if step == 4 and number > 6:
                parts.append(f"next: [{{to: Does what comes at place {number - 4}, share: 20, "
                             "when: nothing was saved}]")  # fmt: skip
            lines.append("      - {" + ", ".join(parts) + "}")
    return "\n".join(lines)


HARD = {
    **{name: dedent(text) for name, text in MAPS.items()},
    "everything": EVERYTHING,
    "everything-rtl": RIGHT_TO_LEFT,
    "thai": dedent(THAI),
    "hebrew": dedent(HEBREW),
    "forty-steps": _forty_steps(),
}
"""Name → text of a map."""
