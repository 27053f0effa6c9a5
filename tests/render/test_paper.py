"""A map is printed whole on the smallest paper on which it can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.render.paper import MARGIN, PX_PER_MM, READABLE, SIZES, Paper, paper_for

sizes = st.floats(200, 20_000)


def test_a_small_map_is_printed_as_it_is() -> None:
    assert paper_for(932, 560) == Paper(297, 210, 1.0)


def test_a_map_slightly_too_high_is_shrunk_and_not_cut_in_two() -> None:
    paper = paper_for(1032, 870)

    assert (paper.width, paper.height) == (297, 210)
    assert READABLE < paper.scale < 1


def test_a_high_map_is_printed_on_standing_paper() -> None:
    paper = paper_for(1000, 1500)

    assert (paper.width, paper.height) == (210, 297)


@given(sizes, sizes)
def test_a_map_is_never_wider_than_its_paper(width: float, height: float) -> None:
    paper = paper_for(width, height)

    assert paper.scale <= 1
    assert width * paper.scale <= (paper.width - 2 * MARGIN) * PX_PER_MM + 1e-6


@given(st.floats(200, 7000), st.floats(200, 4800))
def test_what_can_be_read_on_one_page_is_on_one_page(width: float, height: float) -> None:
    paper = paper_for(width, height)

    assert paper.scale >= READABLE
    assert height * paper.scale <= (paper.height - 2 * MARGIN) * PX_PER_MM


@pytest.mark.parametrize("height", [500, 50_000])
def test_the_widest_maps_have_the_largest_paper(height: float) -> None:
    paper = paper_for(30_000, height)

    assert (paper.width, paper.height) == SIZES[-1]
    assert paper.scale < READABLE
