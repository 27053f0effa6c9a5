"""A map as an outline, for git to compare."""

from __future__ import annotations

from cjm.convert.outline import outline
from cjm.workspace.read_file import read_file
from cjm.workspace.settings import Settings

MAP = """\
title: {en: Upgrade, zh: 升级}
language: zh
persona: Li Na
tags: {brand: [A, B]}
stages:
  - name: Learn
    goal: Know what fits
    steps:
      - name: Compares plans
        feeling: {level: -1.5, label: lost}
        touchpoints: [Plan page, {name: Shop, importance: 5}]
        duration: 25 min
        moment_of_truth: true
        success: Done
        pains: [Queue, {text: No table, severity: 4, evidence: [{title: Survey}]}]
  - Buy
library:
  channels: {web: {name: Web, kind: digital}}
"""
OUTLINE = """\
升级
  language: zh
  persona: Li Na
  tags
    brand: A, B
  library
    channels
      web: Web (kind digital)
  Learn
    goal: Know what fits
    Compares plans
      success: Done
      feeling: −1.5 lost
      touchpoint: Plan page
      touchpoint: Shop (importance 5)
      duration: 25 min
      moment of truth: yes
      pain: Queue
      pain: No table (evidence Survey, severity 4)
  Buy
"""


def outlined(text: str) -> str:
    [found] = read_file("walk.journey.yaml", text.encode(), "journey", Settings()).maps
    return outline(found)


def test_a_line_for_each_thing_a_map_says():
    assert outlined(MAP) == OUTLINE


def test_nothing_in_it_acts():
    found = outlined('title: "\\u001b]0;owned\\u0007"\nstages: ["\\u202eevil", "a\\nb"]\n')

    assert not {"\x1b", "\x07", "\u202e"} & set(found)
    assert len(found.splitlines()) == 3
