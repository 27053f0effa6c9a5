"""The lane of pictures."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.sheet.sheet import Block, Lane, Picture
from cjm.sheet.view import Place, View, shown


def storyboard(view: View) -> Lane | None:
    """Pictures of the steps; what they show in words, where a file gives no picture."""

    def blocks(place: Place) -> Iterator[Block]:
        for index, picture in enumerate(place.get("storyboard")):
            alt, language = view.said(picture.alt)
            caption, spoken = view.said(picture.caption)
            route = place.at("storyboard", index)
            path = str(picture.image or "")
            image = view.album.at(route, path) if path else None
            yield Picture(shown(path), alt, caption, route, language, image, spoken)

    return view.lane("storyboard", blocks)
