"""A theme of one's own: what may stand in a file of kind `theme/1`, `NAME.theme.yaml`.

It holds typed values only, no CSS: a colour is `#rrggbb`, a font the plain name of a family, a size
a number within limits. So nothing in it can do more than colour a picture.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import Field

from cjm.findings import Problem
from cjm.model.item import Item, Many
from cjm.model.read import Reading, read
from cjm.model.values import Shape, choice, is_id, number_within, shown, wrong
from cjm.source.plain import Plain
from cjm.workspace.choices import THEMES

_COLOUR = re.compile("#(?:[0-9a-fA-F]{3}){1,2}")


def _read_colour(value: object) -> str:
    if isinstance(value, str) and _COLOUR.fullmatch(value):
        digits = value[1:].lower()
        return f"#{digits}" if len(digits) == 6 else "#" + "".join(2 * each for each in digits)
    bare = _COLOUR.fullmatch(f"#{value}") is not None
    help = f"write '#{value}', in quotes" if bare else "write it as '#3d5a98', in quotes"
    raise wrong(f"expected a colour, found {shown(value)}", help)


Colour: TypeAlias = Annotated[str, Shape("colour", _read_colour)]
"""`#rrggbb`, in lower case."""

MAX_FONT = 60


def _read_font(value: object) -> str:
    is_word = isinstance(value, str) and not isinstance(value, Plain)
    if is_word and len(str(value)) <= MAX_FONT and all(map(is_id, str(value).split(" "))):
        return str(value)
    raise wrong(
        f"expected the name of a font family, found {shown(value)}",
        "a name is made of letters, digits, blanks and '-', such as Source Sans 3",
    )


Font: TypeAlias = Annotated[str, Shape("font", _read_font)]
"""The name of a family: letters, marks, digits, `-` and `_`, with single blanks between."""


class Colours(Item):
    """The colours of a theme that stand alone."""

    required = False

    page: Colour | None = Field(None, description="Around the sheet.")
    sheet: Colour | None = Field(None, description="Ground of the map.")
    ink: Colour | None = Field(None, description="Most words.")
    soft_ink: Colour | None = Field(None, description="What people say.")
    quiet: Colour | None = Field(None, description="Small words, titles of lanes.")
    alert: Colour | None = Field(None, description="Words that warn.")
    shadow: Colour | None = Field(None, description="Of the sheet.")
    edge: Colour | None = Field(None, description="Lines between lanes.")
    hairline: Colour | None = Field(None, description="The thinnest lines.")
    zero: Colour | None = Field(None, description="The zero line of the curve.")
    expectation: Colour | None = Field(None, description="The curve of what is expected.")
    behind: Colour | None = Field(None, description="Ground of the lanes behind the scenes.")
    divider: Colour | None = Field(None, description="Lines of interaction and visibility.")
    card: Colour | None = Field(None, description="Ground of steps.")
    card_edge: Colour | None = Field(None, description="Edge of steps.")
    badge_edge: Colour | None = Field(None, description="Edge of badges.")
    moment: Colour | None = Field(None, description="Edge of moments of truth.")
    moment_glow: Colour | None = Field(None, description="Around moments of truth.")
    portrait: Colour | None = Field(None, description="Ground of initials.")
    portrait_ink: Colour | None = Field(None, description="Initials.")
    bar: Colour | None = Field(None, description="Bars of metrics.")
    bar_ground: Colour | None = Field(None, description="What bars stand on.")
    good: Colour | None = Field(None, description="Above the zero line of the curve.")
    bad: Colour | None = Field(None, description="Below the zero line of the curve.")
    stage_ink: Colour | None = Field(None, description="Words on stages.")


class Note(Item):
    """The colours of one kind of note; what is left out is mixed from its edge."""

    shorthand = "edge"
    required = False

    edge: Colour | None = Field(None, description="The bar at its side.")
    ground: Colour | None = Field(None, description="What its words stand on.")
    stripe: Colour | None = Field(None, description="Stripes of the ground of an assumed one.")


class Notes(Item):
    """The colours of notes."""

    required = False

    pain: Note | None = Field(None, description="Pain points.")
    delight: Note | None = Field(None, description="Delights.")
    itch: Note | None = Field(None, description="Itches.")
    opportunity: Note | None = Field(None, description="Opportunities.")
    solution: Note | None = Field(None, description="Solutions.")
    saying: Note | None = Field(None, description="Thoughts and quotes that are assumed.")


class Sizes(Item):
    """The sizes that a theme may choose, in px."""

    required = False

    radius: Annotated[float, number_within(0, 40)] | None = Field(
        None, description="Of the corners of the sheet; default: 14."
    )
    card_radius: Annotated[float, number_within(0, 20)] | None = Field(
        None, description="Of the corners of steps; default: 8."
    )
    heading: Annotated[float, number_within(16, 48)] | None = Field(
        None, description="Of the map's title; default: 25."
    )


class Tokens(Item):
    """Colours, over those of a theme that comes with cjm."""

    required = False
    aliases: ClassVar[dict[str, str]] = {"colours": "colors"}

    extends: Annotated[str, choice(*THEMES)] | None = Field(
        None, description="The theme that fills in what is left out: `light`, `dark` or `print`."
    )
    colors: Colours = Field(Colours(), description="Colours by name.")
    stages: Many[Colour] = Field((), description="Colours of stages, in turn; any number.")
    tints: Many[Colour] = Field(
        (), description="Grounds below the stages; default: mixed from those."
    )
    feelings: Many[Colour] = Field((), description="Five colours, from −2 to +2.")
    lines: Many[Colour] = Field((), description="Curves of personas, the main one first.")
    owners: Many[Colour] = Field((), description="Dots of owners, in turn.")
    notes: Notes = Field(Notes(), description="Notes, by kind: the edge, or all three colours.")


class ThemeFile(Tokens):
    """A file of kind `theme/1`: `NAME.theme.yaml`."""

    cjm: Annotated[str, choice("theme/1")] | None = Field(
        None, description="Kind and version of the file: `theme/1`."
    )
    fonts: Many[Font] = Field((), description="Families to use before cjm's own, in order.")
    sizes: Sizes = Field(Sizes(), description="Sizes in px.")
    dark: Tokens | None = Field(
        None, description="Colours of a page where the reader's system is dark."
    )


FEELINGS = 5


def read_theme(data: Any) -> Reading[ThemeFile]:
    """Read the data of a theme file; a typo costs its own key and nothing else."""
    return read(ThemeFile, data, noun="theme", check=_check)


def _check(theme: ThemeFile) -> Iterator[Problem]:
    for at, tokens in (((), theme), (("dark",), theme.dark)):
        if tokens is not None and len(tokens.feelings) not in (0, FEELINGS):
            found = len(tokens.feelings)
            yield Problem(
                (*at, "feelings"), "wrong-type",
                f"expected {FEELINGS} colours, from −2 to +2, found {found}",
            )  # fmt: skip
