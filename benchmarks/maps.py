"""Maps for the benchmarks: as large as asked, as rich as real ones, the same on every run.

Their texts differ from map to map, so that nothing remembered of one helps with the next.
"""

from __future__ import annotations

from pathlib import Path

HEAD = """\
cjm: journey/1
title: {{en: "Journey {number}, a map to measure with", zh: "旅程 {number}，用来测量"}}
language: en
state: current
status: draft
goal:
  customer: {{en: Get it done without a call, zh: 不打电话就办好}}
  business: {{en: Fewer calls and more renewals, zh: 减少来电，提高续约}}
scope:
  from: {{en: The first annoyance, zh: 第一次不满}}
  to: {{en: Recommending it, zh: 向别人推荐}}
personas: [li-na]
owner: {{department: Products, region: East, person: Zhou Min}}
team:
  - {{department: Network}}
  - {{department: Retail}}
  - {{department: IT}}
review: {{last: 2026-09-14, every: 1 year}}
tags:
  brand: [one, two]
success:
  - {{en: Nobody has to call, zh: 没人需要打电话}}
library:
  evidence:
    interviews: {{title: Twelve interviews, method: interview, date: 2026-09-01, sample: 12}}
    survey: {{title: A survey, method: survey, date: 2026-08-01, sample: 1204}}
stages:
"""

STAGE = """\

  - id: stage-{stage}
    name: {{en: Stage {stage}, zh: 阶段 {stage}}}
    lifecycle: {lifecycle}
    steps:
"""

STEP = """\
      - id: step-{step}
        name: {{en: "Compares plan {step} of {number}", zh: "比较第 {number} 组第 {step} 个套餐"}}
        touchpoints: [{{name: Plan page {step}, channels: Web, importance: {five}}}]
        thoughts: {{en: Which of {number} is the same as mine?, zh: 这 {number} 个里哪个跟我现在的一样？}}
        feeling: {{level: {level}, label: {{en: lost, zh: 迷茫}}, evidence: [survey]}}
        expectation: 1
        pains:
          - id: pain-{step}
            text: {{en: "Queue of {step} minutes in shop {number}", zh: "在 {number} 号店排队 {step} 分钟"}}
            severity: {five}
        opportunities: [{{text: Book adviser {number} from the app, impact: {five}, effort: 2, owner: Digital}}]
        metrics: [{{name: Task success {step}, actual: {step} %, target: 95 %}}]
"""

LIFECYCLE = ("awareness", "consideration", "purchase", "onboarding", "use", "advocacy")


def journey(number: int = 1, *, steps: int = 36, stages: int = 6) -> str:
    """Return the text of one map; 36 steps in 6 stages are 490 lines and a few."""
    parts = [HEAD.format(number=number)]
    for stage in range(stages):
        parts.append(STAGE.format(stage=stage + 1, lifecycle=LIFECYCLE[stage % 6]))
        for inner in range(steps // stages):
            step = stage * (steps // stages) + inner + 1
            level = (-2, -1, 0, 1, 2)[(step * 7 + number) % 5]
            parts.append(STEP.format(number=number, step=step, five=1 + step % 5, level=level))
    return "".join(parts)


def diagram(*, steps: int = 36, stages: int = 6) -> str:
    """Return a Mermaid journey with the steps, stages and scores of `journey()`."""
    lines = ["journey", "    title Journey 1, a map to measure with"]
    for stage in range(stages):
        lines.append(f"    section Stage {stage + 1}")
        for inner in range(steps // stages):
            step = stage * (steps // stages) + inner + 1
            lines.append(f"      Compares plan {step}: {1 + (step * 7 + 1) % 5}: Li Na")
    return "\n".join(lines) + "\n"


def workspace(folder: Path, count: int, *, steps: int = 36) -> list[Path]:
    """Write `count` maps, a persona and settings to `folder`; return the maps' paths."""
    (folder / "journeys").mkdir(parents=True, exist_ok=True)
    (folder / "cjm.yaml").write_text("cjm: workspace/1\nlanguage: en\n")
    (folder / "li-na.persona.yaml").write_text(
        "cjm: persona/1\nname: Li Na\nrole: Commuter\ngoals: [Watch without stalls]\n"
    )
    paths = []
    for number in range(1, count + 1):
        path = folder / "journeys" / f"map-{number:04}.journey.yaml"
        path.write_text(journey(number, steps=steps), encoding="utf-8")
        paths.append(path)
    return paths
