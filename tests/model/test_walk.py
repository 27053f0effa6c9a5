"""Going through a journey gives every part with its route."""

from __future__ import annotations

from typing import Any

from cjm.model.journey import Journey
from cjm.model.text import Text
from cjm.model.walk import claims, columns, insights, texts

DATA: dict[str, Any] = {
    "title": "T",
    "pains": "whole",
    "stages": [
        {"name": "A", "pains": ["stage", {"text": "gone", "status": "refuted"}],
         "steps": [{"name": "One", "itches": "step", "feeling": [1, 2],
                    "feelings": {"Li": -1}, "expectation": {"text": "quick"},
                    "thoughts": "hm", "quotes": "oh"}, "Two"]},
        {"name": "B", "expectation": 1},
    ],
}  # fmt: skip
JOURNEY = Journey.model_validate(DATA)


def test_a_stage_without_steps_is_a_column_of_its_own() -> None:
    found = [(column.route, column.stage_index, column.is_implicit) for column in columns(JOURNEY)]

    assert found == [
        (("stages", 0, "steps", 0), 0, False),
        (("stages", 0, "steps", 1), 0, False),
        (("stages", 1), 1, True),
    ]


def test_insights_come_from_journey_stages_and_steps() -> None:
    found = [(route, kind) for route, kind, _ in insights(JOURNEY)]

    assert found == [
        (("pains", 0), "pains"),
        (("stages", 0, "pains", 0), "pains"),
        (("stages", 0, "pains", 1), "pains"),
        (("stages", 0, "steps", 0, "itches", 0), "itches"),
    ]


def test_claims_leave_out_refuted_insights_and_expectations_without_words() -> None:
    kinds = sorted(kind for _, kind, _ in claims(JOURNEY))

    assert kinds == sorted(
        ["pains", "pains", "itches", "feeling", "feeling", "feeling", "expectation", "thoughts",
         "quotes"]
    )  # fmt: skip


def test_every_text_is_found_once_with_a_route_that_leads_to_it() -> None:
    found = dict(texts(JOURNEY))

    assert found[("stages", 0, "steps", 0, "expectation", "text")] == Text("quick")
    assert len(found) == 12
