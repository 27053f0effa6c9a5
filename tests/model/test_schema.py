"""The schemas say of a text what the models say of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from cjm.resources import folder
from cjm.source import parse
from cjm.workspace.schemas import schema_texts

from .bad_cases import BAD
from .frames import placed
from .good_cases import GOOD
from .verdicts import as_core, model_problems, objects_of, schema, schema_problems


def _cases(table):
    return [
        pytest.param(kind, placed(frame, snippet), id=f"{kind}-{snippet}")
        for (kind, frame), snippets in table.items()
        for snippet in snippets
    ]


@pytest.mark.parametrize(("kind", "text"), _cases(GOOD))
def test_what_the_format_allows_both_accept(kind: str, text: str) -> None:
    by_schema = schema_problems(kind, as_core(text))
    by_models = model_problems(kind, parse(text, "a.yaml").data)

    assert (by_schema, by_models) == ([], [])


@pytest.mark.parametrize(("kind", "text"), _cases(BAD))
def test_what_the_format_forbids_both_refuse(kind: str, text: str) -> None:
    by_schema = schema_problems(kind, as_core(text))
    by_models = model_problems(kind, parse(text, "a.yaml").data)

    assert by_schema, "the schema accepts it"
    assert by_models, "the models accept it"


EXAMPLES = sorted(
    path
    for path in Path(str(folder("examples"))).rglob("*.yaml")
    if path.name == "cjm.yaml" or re.search(r"\.(journey|persona|library|theme)\.yaml$", path.name)
)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_passes_both(path: Path) -> None:
    kind = "workspace" if path.name == "cjm.yaml" else path.name.split(".")[-2]
    text = path.read_text(encoding="utf-8")

    by_schema = schema_problems(kind, as_core(text))
    by_models = model_problems(kind, parse(text, path.name).data)

    assert (by_schema, by_models) == ([], [])


@pytest.mark.parametrize("name", schema_texts())
def test_the_schema_files_are_what_the_models_say_now(name: str, pytestconfig) -> None:
    file = Path(str(folder("schemas"))) / name
    if pytestconfig.getoption("--update-golden"):
        file.write_bytes(schema_texts()[name].encode())

    assert file.read_bytes().decode() == schema_texts()[name]


@pytest.mark.parametrize("name", schema_texts())
def test_a_schema_is_itself_valid_draft_7(name: str) -> None:
    Draft7Validator.check_schema(json.loads(schema_texts()[name]))


@pytest.mark.parametrize("kind", ["journey", "persona", "library", "workspace", "theme"])
def test_every_key_is_described(kind: str) -> None:
    found = schema(kind).schema

    def described(key: dict) -> bool:
        if "$ref" in key:
            return described(found["definitions"][key["$ref"].rpartition("/")[2]])
        return bool(key.get("description"))

    objects = objects_of(found)
    silent = [
        name for each in objects for name, key in each["properties"].items() if not described(key)
    ]

    assert len(objects) >= 5
    assert silent == []
