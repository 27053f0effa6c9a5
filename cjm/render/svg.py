"""A scene as SVG 1.1 that stands alone: real text, no script, no reference to anything outside.

The shapes are written here and not in the template, since a map has thousands; the template holds
the frame, and where nobody replaces it, `svg_frame` writes the same. Every text of a map is escaped; every other value is a number or a colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.layout.canvas import number
from cjm.render.elements import ElementWriter, language_tag, legal
from cjm.render.look import PLAIN, Look
from cjm.render.mark import MARK
from cjm.render.svg_frame import framed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cjm.layout.scene import Scene
    from cjm.sheet.flow import Flow
    from cjm.sheet.sheet import Sheet


PREFIX = "cjm-"
"""What ids begin with where nobody says otherwise."""


def svg(sheets: Sequence[Sheet], look: Look = PLAIN) -> str:
    """Return the first of `sheets` as an SVG file."""
    from cjm.layout import lay_out

    return scene_svg(lay_out(sheets[0], look.theme, wide=look.wide), look)


def flow_svg(flows: Sequence[Flow], look: Look = PLAIN) -> str:
    """Return the first of `flows` as an SVG file."""
    from cjm.layout.flow import lay_out_flow

    scene = lay_out_flow(flows[0], look.theme, wide=look.wide)
    # Its ids differ from those of the map, beside which it may stand.
    return scene_svg(scene._replace(id=f"{scene.id}-flow"), look)


def scene_svg(scene: Scene, look: Look = PLAIN) -> str:
    """Return `scene` as an SVG file."""
    prefix = id_prefix(scene.id, look.id_prefix or PREFIX)
    paints = {hatch.name for hatch in scene.hatches} | {fade.name for fade in scene.fades}
    writer = ElementWriter(prefix, paints, scene.fonts)
    body = writer.elements(scene.shapes)
    if look.templates is None:
        return framed(
            scene, prefix, body, title=legal(scene.title), description=legal(scene.description),
            language=language_tag(scene.language), shade=look.theme.shade,
        )  # fmt: skip
    return _templated(scene, prefix, body, look)


def _templated(scene: Scene, prefix: str, body: str, look: Look) -> str:
    """Return the file by the template, since the user may have replaced it."""
    from markupsafe import Markup

    from cjm.render.templating import templates

    template = templates(look.templates).get_template("svg/map.svg.j2")
    return template.render(
        scene=scene,
        prefix=prefix,
        mark=Markup(MARK),
        title=legal(scene.title),
        description=legal(scene.description),
        language=language_tag(scene.language),
        number=number,
        shade=look.theme.shade,
        body=Markup(body),
    )


def id_prefix(id: str, before: str = PREFIX) -> str:
    """Return what the ids of a picture begin with: letters, digits and `-`, told from the id.

    Letters of other scripts are spelt by number, so that different ids stay different.
    """
    spelt = [each if each in _PLAIN else f"-{ord(each):x}-" for each in id.lower()]
    return before + "".join(spelt)[:80].strip("-")


_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")
