"""The lane of pictures."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.sheet.sheet import Block, Lane, Picture
from cjm.sheet.view import Place, View, shown


def storyboard(view: View) -> Lane | None:
    """Pictures of the steps: what they show, in words; the files are not read."""

    def blocks(place: Place) -> Iterator[Block]:
        for index, picture in enumerate(place.get("storyboard")):
            alt, language = view.said(picture.alt)
            yield Picture(
                shown(str(picture.image or "")), alt, view.text(picture.caption),
                place.at("storyboard", index), language,
            )  # fmt: skip

    return view.lane("storyboard", blocks)
