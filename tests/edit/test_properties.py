"""What holds of every edit, on every map: it changes what it is about and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from cjm.edit.apply import apply_edits, edit_bytes
from cjm.edit.ids import id_edits
from cjm.edit.insert import put_format_key
from cjm.edit.languages import Gap, language_edits
from cjm.findings import Edit
from cjm.lint.index import index_of
from cjm.workspace.workspace import Map

from .maps import BOM, comments_of, corpus, map_of, maps, read

CORPUS = corpus()


def id_edits_of(map: Map) -> list[Edit]:
    return id_edits(map)


def format_key_edits_of(map: Map) -> list[Edit]:
    return [] if map.journey.cjm else put_format_key(map.document, "journey/1") or []


def language_edits_of(map: Map) -> list[Edit]:
    gaps = [
        Gap(found.route, ("zh",))
        for found in index_of([((), map.journey)]).texts
        if "zh" not in found.text.languages
    ]
    return language_edits(map.document, gaps, "en")


WAYS = [id_edits_of, format_key_edits_of, language_edits_of]


def check(content: bytes, way) -> None:
    before = map_of(content)
    edits = way(before)
    text = before.document.text
    outside = [text[i] for i in range(len(text)) if not any(_covers(edit, i) for edit in edits)]

    after = edit_bytes(content, edits)

    changed = map_of(after)
    assert after.startswith(BOM) == content.startswith(BOM)
    assert _is_within(outside, changed.document.text)
    assert "\r\n" not in text or "\n" not in changed.document.text.replace("\r\n", "")
    assert "\r\n" in text or "\r\n" not in changed.document.text
    kept = [
        each for each in comments_of(changed.document.text) if not each.startswith("# TODO: zh")
    ]
    assert kept == comments_of(text)
    assert way(changed) == []
    if way is language_edits_of:
        assert _in_english(changed) == _in_english(before)
    else:
        assert _without_ids(changed) == _without_ids(before)
        assert dict(changed.ids.of) == dict(before.ids.of)


def _covers(edit: Edit, offset: int) -> bool:
    return edit.span.start.offset <= offset < edit.span.end.offset


def _is_within(signs: list[str], text: str) -> bool:
    left = iter(text)
    return all(sign in left for sign in signs)


def _without_ids(map: Map) -> object:
    return _bare(map.journey.model_dump())


def _bare(value: object) -> object:
    if isinstance(value, dict):
        return {key: _bare(inner) for key, inner in value.items() if key not in ("id", "cjm")}
    if isinstance(value, list | tuple):
        return [_bare(inner) for inner in value]
    return value


def _in_english(map: Map) -> list[tuple[object, ...]]:
    """Return every text; a plain one is English."""
    return [
        (found.route, {tag or "en": text for tag, text in found.text.pairs})
        for found in index_of([((), map.journey)]).texts
    ]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_edits_of_the_maps_of_the_repository_keep_all_else(path: Path, way) -> None:
    content = path.read_bytes()

    check(content, way)
    check(BOM + content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"), way)


@pytest.mark.parametrize("way", WAYS)
@given(content=maps())
@settings(max_examples=150, deadline=None)
def test_edits_of_any_map_keep_all_else(content: bytes, way) -> None:
    reading = read(content)
    assume(reading.maps and not reading.documents[0].problems)

    check(content, way)


@given(content=maps())
@settings(max_examples=100, deadline=None)
def test_every_derived_id_that_the_text_spells_is_written(content: bytes) -> None:
    reading = read(content)
    assume(reading.maps and not reading.documents[0].problems)

    after = map_of(edit_bytes(content, id_edits(map_of(content))))

    assert not after.ids.derived
    assert id_edits(after) == []


@given(content=maps())
@settings(max_examples=50, deadline=None)
def test_edits_put_into_a_text_one_by_one_from_the_end_give_the_same(content: bytes) -> None:
    reading = read(content)
    assume(reading.maps and not reading.documents[0].problems)
    edits = id_edits(reading.maps[0])
    text = reading.documents[0].text

    one_by_one = text
    for edit in sorted(edits, key=lambda each: each.span.start.offset, reverse=True):
        one_by_one = apply_edits(one_by_one, [edit])

    assert one_by_one == apply_edits(text, edits)
