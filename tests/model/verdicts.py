"""Two verdicts on one text: that of the JSON Schema and that of the models."""

from __future__ import annotations

import functools
import json
import re
from typing import Any

from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from cjm.findings import Problem
from cjm.model.check import check_journey
from cjm.model.item import Item
from cjm.model.journey import Journey
from cjm.model.read import read
from cjm.model.schema import schema_texts
from cjm.source.plain import Plain, to_truth
from cjm.workspace.schemas import FILES

KINDS: dict[str, type[Item]] = {kind.name: kind.cls for kind in FILES}


@functools.cache
def schema(kind: str) -> Draft7Validator:
    """Return the validator of a kind of file."""
    return Draft7Validator(json.loads(schema_texts(FILES)[f"{kind}.schema.json"]))


def schema_problems(kind: str, data: Any) -> list[str]:
    """Return what the schema has against data as a YAML 1.2 core loader gives it."""
    return [
        f"{list(error.path)}: {error.message[:200]}" for error in schema(kind).iter_errors(data)
    ]


def model_problems(kind: str, data: Any) -> list[Problem]:
    """Return what the models have against data as `cjm.source` gives it."""
    check = check_journey if KINDS[kind] is Journey else None
    return list(read(KINDS[kind], data, noun=kind, check=check).problems)


def as_source(data: Any) -> Any:
    """Return plain data as `cjm.source` would give it: no empty items, numbers as they are spelt."""
    if isinstance(data, dict):
        return {key: as_source(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_source(value) for value in data if value is not None]
    if isinstance(data, bool):
        return Plain(str(data).lower())
    if isinstance(data, int | float):
        return Plain({"inf": ".inf", "-inf": "-.inf"}.get(str(data), str(data)))
    return data


INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)")


def as_core(text: str) -> Any:
    """Read YAML by the core schema of YAML 1.2 (chapter 10.3.2), which knows no dates."""
    return _value(YAML(pure=True).compose(text))


def _value(node: Any) -> Any:
    if isinstance(node, MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [_value(value) for value in node.value]
    assert isinstance(node, ScalarNode)
    return node.value if node.style else _scalar(node.value)


def _scalar(spelling: str) -> Any:
    if spelling in ("", "~", "null", "Null", "NULL"):
        return None
    if INTEGER.fullmatch(spelling):
        return (
            int(spelling, 0)
            if spelling.startswith("0") and spelling[1:2] in "ox"
            else int(spelling)
        )
    if FLOAT.fullmatch(spelling):
        return float(spelling.replace(".i", "i").replace(".I", "I"))
    truth = to_truth(spelling)
    return spelling if truth is None else truth


def objects_of(value: object) -> list[dict[str, Any]]:
    """Return the schemas of objects within a schema."""
    if isinstance(value, list):
        return [found for each in value for found in objects_of(each)]
    if not isinstance(value, dict):
        return []
    inner = [found for each in value.values() for found in objects_of(each)]
    closed = value.get("additionalProperties") is False and "properties" in value
    return [value, *inner] if closed else inner
