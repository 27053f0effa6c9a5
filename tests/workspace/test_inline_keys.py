"""An inline item is one item, whether it is found where it stands or by its words."""

from __future__ import annotations

import pytest

from tests.sheet.builders import references_of


@pytest.mark.parametrize("name", ["Li Na", "Bo", "李娜", "Zoë-Ann, the 2nd"])
def test_a_persona_is_the_same_in_the_header_and_in_a_feeling(name: str) -> None:
    map, references = references_of(
        f"title: T\npersonas: [{{name: '{name}', role: Commuter}}]\nstages: [{{name: s}}]\n"
    )

    written = references.persona(map.journey.personas[0])
    named = references.persona_named(name)

    assert written.key == named.key
    assert named.item.role is not None
