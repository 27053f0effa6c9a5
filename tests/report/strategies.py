"""Findings that say anything, anywhere."""

from __future__ import annotations

from hypothesis import strategies as st

from cjm.findings import Edit, Finding, Fix, Place, Position, Severity, Span

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Mn", "Lo"]),
        st.sampled_from("#[:\n\r\t\x1b\x9b\u200d\u202e 比👩é%,<>&\"'`|@](/\\"),
    ),
    max_size=40,
)
_LONG = st.builds(lambda text, times: text * times, HOSTILE, st.sampled_from([1, 1, 8, 400]))
_LINE = _LONG.map(lambda text: text.replace("\n", "").replace("\r", ""))
_SEVERITIES = st.sampled_from([Severity.NOTE, Severity.WARNING, Severity.ERROR])


@st.composite
def places(draw: st.DrawFn) -> Place:
    first = draw(st.integers(1, 12))
    lines = tuple(enumerate(draw(st.lists(_LINE, max_size=3)), first))
    line = draw(st.integers(1, 15))
    start = Position(line, draw(st.integers(1, 5000)), draw(st.integers(0, 5000)))
    further = draw(st.integers(0, 60))
    end = Position(line + draw(st.integers(0, 1)), start.column + further, start.offset + further)
    return Place(draw(HOSTILE), Span(start, end), lines, draw(HOSTILE))


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    place = draw(places())
    return Finding(
        draw(st.from_regex("[a-z]+(-[a-z]+)*", fullmatch=True)),
        draw(_SEVERITIES),
        draw(HOSTILE),
        place,
        related=tuple(draw(st.lists(places(), max_size=2))),
        help=draw(HOSTILE),
        route=tuple(draw(st.lists(HOSTILE | st.integers(0, 9), max_size=3))),
        journey=draw(HOSTILE),
        data=draw(st.dictionaries(HOSTILE, HOSTILE | st.floats() | st.none() | st.lists(HOSTILE))),
        fix=draw(st.none() | st.just(Fix("mend it", (Edit(place.path, place.span, "\x1b"),)))),
        anchor=draw(HOSTILE),
    )
