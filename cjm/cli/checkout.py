"""Where the working directory lies in its repository, for reports that services read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjm.report.checkout import Checkout


def checkout() -> Checkout:
    """Return the place of the working directory; outside a repository it is the top itself."""
    from cjm.report.checkout import Checkout

    here = Path.cwd()
    top = next((each for each in (here, *here.parents) if (each / ".git").exists()), here)
    inside = here.relative_to(top).as_posix()
    return Checkout("" if inside == "." else inside, top.as_posix())
