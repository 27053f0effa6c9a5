"""A scene as SVG 1.1 that stands alone: real text, no script, no reference to anything outside.

The shapes are written here and not in the template, since a map has thousands; the template holds
the frame. Every text of a map is escaped; every other value is a number or a colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.layout.canvas import number
from cjm.render.elements import ElementWriter, language_tag, legal
from cjm.render.mark import MARK

if TYPE_CHECKING:
    from cjm.layout.scene import Scene
    from cjm.sheet.sheet import Sheet


def svg(sheet: Sheet) -> str:
    """Return `sheet` as an SVG file."""
    from cjm.layout import lay_out

    return scene_svg(lay_out(sheet))


def scene_svg(scene: Scene) -> str:
    """Return `scene` as an SVG file."""
    from markupsafe import Markup

    from cjm.render.templating import templates

    prefix = id_prefix(scene.id)
    paints = {hatch.name for hatch in scene.hatches} | {fade.name for fade in scene.fades}
    writer = ElementWriter(prefix, paints)
    body = "\n".join(map(writer.element, scene.shapes))
    template = templates().get_template("svg/map.svg.j2")
    return template.render(
        scene=scene,
        prefix=prefix,
        mark=Markup(MARK),
        title=legal(scene.title),
        description=legal(scene.description),
        language=language_tag(scene.language),
        number=number,
        body=Markup(body),
    )


def id_prefix(id: str) -> str:
    """Return what the ids of a picture begin with: letters, digits and `-`, told from the id.

    Letters of other scripts are spelt by number, so that different ids stay different.
    """
    spelt = [each if each in _PLAIN else f"-{ord(each):x}-" for each in id.lower()]
    return "cjm-" + "".join(spelt)[:80].strip("-")


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")
