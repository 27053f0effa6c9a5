"""What a new rule needs is asked for by name, so that no step of writing one is forgotten."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module

import pytest

from cjm.lint import RULES, rules
from cjm.lint.sentences import ENGLISH
from cjm.rulebook import Rule

MODULES = [import_module(f"{rules.__name__}.{each.name}") for each in
           pkgutil.iter_modules(rules.__path__)]  # fmt: skip
SPOKEN = [name for name, rule in RULES.items() if rule.subject != "loader"]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_public_generator_is_a_rule(module):
    plain = [
        name
        for name, value in vars(module).items()
        if inspect.isgeneratorfunction(value)
        and value.__module__ == module.__name__
        and not name.startswith("_")
    ]

    assert not plain, f"put '@rule(CATEGORY, MARKS)' above {plain}, or begin the name with '_'"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_rule_runs(module):
    written = [each for each in vars(module).values() if isinstance(each, Rule)]
    left_out = [each.name for each in written if RULES.get(each.name) is not each]

    assert not left_out, (
        f"{left_out} do not run: add '{module.__name__}' to _MODULES in cjm/lint/rules/__init__.py, "
        "and give no two rules one name"
    )


@pytest.mark.parametrize("name", SPOKEN)
def test_every_rule_has_its_sentence(name):
    keys = [key for key in ENGLISH if key.partition(".")[0] == name]

    assert keys, f'add "{name}": (SENTENCE, ADVICE) to ENGLISH in cjm/lint/sentences/'


@pytest.mark.parametrize("key", ENGLISH)
def test_every_sentence_is_of_a_rule(key):
    name = key.partition(".")[0]

    assert name in RULES, f"'{key}' in cjm/lint/sentences/ belongs to no rule: take it out"
