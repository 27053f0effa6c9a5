"""How pictures look, apart from what they say."""

from __future__ import annotations

from typing import NamedTuple

from cjm.layout.dark import DARK
from cjm.layout.theme import LIGHT, Theme
from cjm.render.templating import Templates


class Look(NamedTuple):
    """How pictures look; it can be pickled.

    Attributes:
        theme: Colours.
        dark: Colours of a page where the reader's system is dark; `None` keeps `theme` there too.
        wide: Whether a wide map stays in one band.
        id_prefix: What the ids of a picture begin with; empty for one made of the map's id.
        templates: Templates that replace shipped ones, or `None`.
    """

    theme: Theme = LIGHT
    dark: Theme | None = DARK
    wide: bool = False
    id_prefix: str = ""
    templates: Templates | None = None

    @property
    def schemes(self) -> str:
        """The colour schemes that a page supports (CSS Color Adjustment 1 §2.1)."""
        if self.dark is not None:
            return "light dark"
        from cjm.layout.contrast import is_dark

        return "dark" if is_dark(self.theme.page) else "only light"


PLAIN = Look()
"""How pictures look where nobody says otherwise."""
