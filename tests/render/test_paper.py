"""A map is printed on A3 lying, on one page where it can be read there, and larger only where it must."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.render.paper import LARGEST, MARGIN, PX_PER_MM, READABLE, SIZES, Paper, paper_for

sizes = st.floats(200, 20_000)
A3 = SIZES[0]


def test_a_small_map_fills_its_paper_but_not_with_giant_letters() -> None:
    assert paper_for(932, 560) == Paper(*A3, LARGEST)


def test_a_map_slightly_too_high_is_shrunk_and_not_cut_in_two() -> None:
    paper = paper_for(1432, 1200)

    assert (paper.width, paper.height) == A3
    assert READABLE < paper.scale < 1
    assert 1200 * paper.scale < (paper.height - 2 * MARGIN) * PX_PER_MM


def test_a_high_map_is_laid_over_several_pages_as_wide_as_it_can() -> None:
    paper = paper_for(1512, 4400)

    assert (paper.width, paper.height) == A3
    assert paper.scale == pytest.approx(1, abs=0.01)


def test_a_last_page_with_little_on_it_is_spared() -> None:
    paper = paper_for(1512, 1047 * 0.85 * 2 + 60)

    assert (paper.width, paper.height) == A3
    assert 0.95 < paper.scale < 0.98


def test_only_a_wide_map_asks_for_larger_paper() -> None:
    assert paper_for(3000, 400) == Paper(*SIZES[1], pytest.approx(0.723, abs=0.001))


@given(sizes, sizes)
def test_a_map_is_never_wider_than_its_paper(width: float, height: float) -> None:
    paper = paper_for(width, height)

    assert paper.scale <= LARGEST
    assert width * paper.scale <= (paper.width - 2 * MARGIN) * PX_PER_MM + 1e-6


@given(st.floats(200, 7000), sizes)
def test_what_fits_some_paper_in_width_can_be_read(width: float, height: float) -> None:
    assert paper_for(width, height).scale >= READABLE


@pytest.mark.parametrize("height", [500, 50_000])
def test_the_widest_maps_have_the_largest_paper(height: float) -> None:
    paper = paper_for(30_000, height)

    assert (paper.width, paper.height) == SIZES[-1]
    assert paper.scale < READABLE
