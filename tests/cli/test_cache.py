"""Caches lie in the user's own folder, and never where a relative path would lead."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cjm.cli.cache import user_cache

from .conftest import Run


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other folders")
@pytest.mark.parametrize(
    ("told", "expected"),
    [("/caches", "/caches/cjm"), ("caches", "/me/.cache/cjm"), ("", "/me/.cache/cjm")],
)
def test_the_cache_is_where_the_system_says(
    monkeypatch: pytest.MonkeyPatch, told: str, expected: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", told)
    monkeypatch.setenv("HOME", "/me")

    assert user_cache() == Path(expected)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other folders")
def test_without_a_home_there_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", "here")

    assert user_cache() is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other folders")
@pytest.mark.parametrize("state", ["warm", "broken", "in the way"])
def test_a_page_is_the_same_with_and_without_kept_templates(
    installed: Run, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    kept = tmp_path / "user-cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(kept))
    Path(here, "a.journey.yaml").write_text("title: A <b>\nstages: [{name: B & C}]\n")
    if state == "in the way":
        kept.touch()

    first = installed("render", "a.journey.yaml", "-f", "html", "-o", "-")
    for file in (kept / "cjm").glob("template-*") if state == "broken" else ():
        file.write_bytes(file.read_bytes()[:100])
    second = installed("render", "a.journey.yaml", "-f", "html", "-o", "-")

    assert first.code == 0
    assert "A &lt;b&gt;" in first.out
    assert second == first
    assert kept.is_file() or any((kept / "cjm").glob("template-*"))
