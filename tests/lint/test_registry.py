"""What a new rule needs is asked for by name, so that no step of writing one is forgotten."""

from __future__ import annotations

import inspect
import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

from cjm.lint import RULES, rules
from cjm.lint.sentences import ENGLISH
from cjm.rulebook import CATEGORIES, Rule

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


def test_what_cannot_be_ignored_is_of_the_format():
    locked = {rule.category for rule in RULES.values() if rule.is_locked}

    assert locked == {"format"}, "Rules.running() leaves the other categories out where it may"


@pytest.mark.parametrize(
    ("select", "categories"),
    [((), set(CATEGORIES)), (("metric",), {"format", "metric"}), (("too-long",), set(CATEGORIES))],
)
def test_only_the_rules_that_may_run_are_taken(select, categories):
    assert {rule.category for rule in RULES.running(select).values()} == categories


def test_who_asks_for_the_format_imports_no_other_rules():
    asked = (
        "import sys; from cjm.lint.rules import RULES; RULES.running(['format'])\n"
        "print(*(each for each in sys.modules if each.startswith('cjm.lint.rules.')))"
    )

    imported = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "cjm.lint.rules.references" in imported
    assert "cjm.lint.rules.metric" not in imported
