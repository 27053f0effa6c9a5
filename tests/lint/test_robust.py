"""Whatever a map holds, linting it ends in findings."""

from __future__ import annotations

import json
from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.lint import RULES
from cjm.rulebook import CATEGORIES

from .workspaces import linted, skeleton

ODD = st.one_of(
    st.none(), st.just("x: y"), st.just("TODO"), st.just("end"), st.just("learn"), st.just("a#b"),
    st.just({"en": "x", "zh": "乙"}), st.just([]), st.just({}), st.just(["learn", "learn"]),
    st.integers(-9, 9), st.text(max_size=20), st.just("../../x"), st.just("\u202e"),
    st.just("%(x)s {0} {x.y}"),
)  # fmt: skip


def places(value, route=()):
    yield route
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, (*route, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*route, index))


def put(data, route, value):
    at = data
    for key in route[:-1]:
        at = at[key]
    at[route[-1]] = value


@settings(max_examples=150, deadline=None)
@given(st.data(), st.sampled_from(["current", "blueprint", "future", "workspace"]))
def test_a_map_with_a_value_put_wrong_is_still_judged(data, name):
    files = deepcopy(skeleton(name))
    for _ in range(data.draw(st.integers(1, 3))):
        routes = [route for route in places(files) if len(route) > 1]
        put(files, data.draw(st.sampled_from(routes)), deepcopy(data.draw(ODD)))
    texts = {
        path: json.dumps(value, ensure_ascii=False, default=str) for path, value in files.items()
    }

    result = linted(texts)

    for finding in result.findings:
        text = texts[finding.place.path]
        assert finding.rule in RULES
        assert "\n" not in finding.message
        assert 0 <= finding.place.start.offset <= finding.place.span.end.offset <= len(text)


def test_every_rule_belongs_to_a_category():
    assert {rule.category for rule in RULES.values()} <= set(CATEGORIES)
