from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from cjm.findings import Route
from cjm.workspace.holes import Holes

ROUTES = st.lists(st.sampled_from(["a", "b", 0, 1]), max_size=4).map(tuple)


def is_around(route: Route, hole: Route) -> bool:
    """Whether one of two routes lies in the other; a 0 of `route` may be missing in `hole`."""
    inner, outer = list(route), list(hole)
    while inner and outer:
        if inner[0] == 0 and isinstance(outer[0], str):
            inner.pop(0)
        elif inner.pop(0) != outer.pop(0):
            return False
    return True


@given(st.lists(ROUTES, max_size=3), ROUTES)
def test_a_route_meets_what_lies_around_it(holes: list[Route], route: Route) -> None:
    assert Holes(holes).meet(route) == any(is_around(route, hole) for hole in holes)


def test_thousands_of_holes_are_not_walked_through() -> None:
    holes = Holes(("stages", 0, "steps", n, "feeling") for n in range(20_000))

    start = time.process_time()
    met = [holes.meet(("stages", 0, "steps", n, "name")) for n in range(20_000)]

    assert not any(met)
    assert time.process_time() - start < 5
