"""Caches lie in the user's own folder, and never where a relative path would lead."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cjm.cli.cache import user_cache


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
