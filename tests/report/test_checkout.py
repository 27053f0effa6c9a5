from __future__ import annotations

import pytest

from cjm.report.checkout import Checkout


@pytest.mark.parametrize(
    ("here", "top", "path", "shown"),
    [
        ("", "", "a/b.yaml", "a/b.yaml"),
        ("", "", "./a.yaml", "a.yaml"),
        ("maps", "/r", "a.yaml", "maps/a.yaml"),
        ("maps", "/r", "../a.yaml", "a.yaml"),
        ("", "/r", "../a.yaml", "../a.yaml"),
        ("maps", "/r", "/r/x/a.yaml", "x/a.yaml"),
        ("maps", "/r", "/rest/a.yaml", "/rest/a.yaml"),
        ("", "C:/r", "C:\\r\\a.yaml", "a.yaml"),
        ("", "", "", ""),
    ],
)
def test_paths_are_seen_from_the_top(here: str, top: str, path: str, shown: str) -> None:
    assert Checkout(here, top).path(path) == shown
