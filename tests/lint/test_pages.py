"""Every rule's page is its test: Bad gives exactly its own rule, Good nothing."""

from __future__ import annotations

import pytest

from cjm.lint import RULES
from cjm.rulebook import CATEGORIES

from .workspaces import linted, skeleton, texts_of

WITH_EXAMPLES = [rule for rule in RULES.values() if rule.page.bad is not None]
WITHOUT_EXAMPLES = {"unreadable-file"}
WHOLE_FILES = ("text", "mermaid")


def said(texts: dict[str, str], **options: object) -> list[str]:
    result = linted(texts, **options)
    return [f"{each.place.path}: {each.rule}: {each.message}" for each in result.findings]


@pytest.mark.parametrize("name", ["current", "blueprint", "future", "workspace"])
def test_each_skeleton_is_clean_at_strict(name):
    assert said({path: str_of(data) for path, data in skeleton(name).items()}) == []


def str_of(data: object) -> str:
    import json

    return json.dumps(data, ensure_ascii=False, default=str)


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.name)
def test_the_bad_example_gives_exactly_its_own_rule(rule):
    profile = "sketch" if rule.page.bad.over in WHOLE_FILES else "strict"

    result = linted(texts_of(rule.page.bad), profile=profile)

    assert {each.rule for each in result.findings} == {rule.name}, said(texts_of(rule.page.bad))


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.name)
def test_the_good_example_gives_nothing(rule):
    profile = "sketch" if rule.page.good.over in WHOLE_FILES else "strict"

    assert said(texts_of(rule.page.good), profile=profile) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_every_rule_has_a_page(rule):
    page = rule.page

    assert page.summary.endswith((".", "?"))
    assert page.why or page.bad
    assert (page.bad is None) == (rule.name in WITHOUT_EXAMPLES)
    assert (page.bad is None) == (page.good is None)


def test_the_rules_come_category_by_category():
    categories = [CATEGORIES.index(rule.category) for rule in RULES.values()]

    assert categories == sorted(categories)
