"""What a journey must have beyond the shape of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Problem
from cjm.model.journey import Journey


def check_journey(journey: Journey) -> Iterator[Problem]:
    """Yield what is missing or stands in the wrong place."""
    if not journey.title:
        yield Problem((), "missing-key", "the map has no title", "add 'title: …' at the top")
    if not journey.stages:
        yield Problem(
            (),
            "missing-key",
            "the map has no stages",
            "add 'stages:' and a list of them, '- name: …' each",
        )
    for position, stage in enumerate(journey.stages):
        at = ("stages", position)
        if not stage.name and not stage.same:
            yield Problem(at, "missing-key", "a stage needs 'name'", "add 'name: …'")
        if stage.same and stage.id is None and not stage.name:
            yield Problem(
                at,
                "missing-key",
                "'same' says that the stage is as the baseline has it, but not which stage",
                "add 'id: …', the id that the stage has in the baseline",
            )
        for key in ("next", "actor") if stage.steps else ():
            if getattr(stage, key):
                yield Problem(
                    (*at, key),
                    "wrong-type",
                    f"'{key}' stands on stage '{stage.name}', which has steps",
                    f"move '{key}' to the step it belongs to",
                    on_key=True,
                )
        for index, step in enumerate(stage.steps):
            if not step.name:
                yield Problem(
                    (*at, "steps", index), "missing-key", "a step needs 'name'", "add 'name: …'"
                )
