"""What ci/README.md tells people to copy is valid, and names what there is."""

from __future__ import annotations

import re
from typing import Any

import pytest
from ruamel.yaml import YAML

from cjm.workspace.choices import FAIL_ON
from tests.ci.conftest import ROOT

TEXT = (ROOT / "ci" / "README.md").read_text(encoding="utf-8")


def load(text: str) -> Any:
    return YAML(typ="safe").load(text)


def read(name: str) -> Any:
    return load((ROOT / name).read_text(encoding="utf-8"))


BLOCKS = [load(block) for block in re.findall(r"^```yaml\n(.*?)^```", TEXT, re.M | re.S)]
TABLES = [
    [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()[2:]]
    for table in re.findall(r"((?:^\|.*\n)+)", TEXT, re.M)
]
INPUTS = read("action.yml")["inputs"]
VARIABLES = read("ci/gitlab.yml")["variables"]


def steps() -> list[dict[str, Any]]:
    """Return each step that uses this action."""
    found = [block["jobs"]["cjm"]["steps"] for block in BLOCKS if "jobs" in block]
    lists = [*found, *(block for block in BLOCKS if isinstance(block, list))]
    return [step for each in lists for step in each if "/cjm@" in step["uses"]]


def test_every_step_sets_inputs_that_there_are() -> None:
    assert len(steps()) == 2
    for step in steps():
        assert set(step["with"]) <= set(INPUTS)


def test_the_workflow_gives_what_the_comparison_needs() -> None:
    (workflow,) = [block for block in BLOCKS if "jobs" in block]
    checkout = workflow["jobs"]["cjm"]["steps"][0]

    assert workflow["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert re.fullmatch(r"actions/checkout@v\d+", checkout["uses"])
    assert checkout["with"] == {"fetch-depth": 0}
    assert "pull_request" in workflow["on"]


@pytest.mark.parametrize(
    ("table", "known"), [(TABLES[0], INPUTS), (TABLES[1], VARIABLES)], ids=["action", "gitlab"]
)
def test_the_tables_list_every_setting_with_its_default(
    table: list[list[str]], known: dict[str, dict[str, str]]
) -> None:
    assert [row[0].strip("`") for row in table] == list(known)
    for name, _, default in table:
        setting = known[name.strip("`")]
        value = setting.get("default", setting.get("value"))
        if default.startswith("`"):
            assert default == f"`{value}`"
        else:
            assert value in ("", "${{ github.token }}")


def test_the_words_of_a_limit_are_those_of_the_command() -> None:
    rows = {row[0].strip("`"): row[1] for table in TABLES for row in table}

    for name in ("diff-fail-on", "CJM_DIFF_FAIL_ON"):
        assert set(re.findall(r"`(\w+)`", rows[name])) == set(FAIL_ON)


def test_the_gitlab_examples_name_variables_and_jobs_that_there_are() -> None:
    (first,) = [block for block in BLOCKS if "include" in block]
    jobs = [block for block in BLOCKS if "cjm-lint" in block]

    assert set(first["variables"]) <= set(VARIABLES)
    # A variable of GitLab's is a text: an unquoted true is refused.
    assert all(isinstance(value, str) for value in first["variables"].values())
    assert jobs
    for block in jobs:
        assert set(block) <= set(read("ci/gitlab.yml"))


def test_the_hooks_in_the_example_are_all_that_there_are() -> None:
    ((repository,),) = [block["repos"] for block in BLOCKS if "repos" in block]

    told = {hook["id"] for hook in repository["hooks"]}
    assert told == {hook["id"] for hook in read(".pre-commit-hooks.yaml")}


def test_every_file_it_links_to_is_there() -> None:
    for name in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (ROOT / "ci" / name).exists()
