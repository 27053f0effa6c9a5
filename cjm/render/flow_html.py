"""A flow as one HTML file that stands alone: the picture, then a table of where each step leads.

The table is what screen readers and paper get; there is no script, and the page's policy forbids all
but its one style, which is named by its hash.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cjm.layout.canvas import number
from cjm.layout.dark import variables
from cjm.layout.flow import lay_out_flow
from cjm.model.languages import is_right_to_left, own_name
from cjm.render.elements import ElementWriter
from cjm.render.html import POLICY, spoken
from cjm.render.html_style import style_hash
from cjm.render.look import PLAIN, Look
from cjm.render.mark import MARK
from cjm.render.paper import MARGIN as PAPER_MARGIN
from cjm.render.paper import paper_for
from cjm.render.templating import template_source, templates
from cjm.render.theme_style import theme_style
from cjm.sheet.flow_parts import Flow, FlowCard, FlowEdge, FlowEnd
from cjm.sheet.flow_words import flow_words

if TYPE_CHECKING:
    from markupsafe import Markup

    from cjm.layout.scene import Scene


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a step leads: `target` is the id of a row, or `""`; `parts` are condition and share."""

    kind: str
    text: str
    target: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the table."""

    id: str
    name: str
    language: str
    notes: tuple[str, ...]
    place: str
    feeling: str
    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class StageRows:
    """A stage with its steps; `colour` is the number of its colour."""

    name: str
    colour: int
    steps: tuple[Step, ...]


class Leaf:
    """The flow in one language, as a part of the page."""

    def __init__(self, flow: Flow, number: int, look: Look) -> None:
        scene = lay_out_flow(flow, variables(look.theme), wide=look.wide)
        self.flow, self.number, self.scene = flow, number, scene
        self.say = flow_words(flow.language).say
        self.direction = "rtl" if is_right_to_left(flow.language) else "ltr"
        self.ours = spoken("" if flow.language.partition("-")[0] in ("en", "zh") else "en")
        self.language_name = own_name(flow.language)
        self.stages = tuple(_stages(flow, number, len(look.theme.stages)))

    @property
    def width(self) -> str:
        """Of the picture, in px."""
        return number(self.scene.width)

    @property
    def height(self) -> str:
        """Of the picture, in px."""
        return number(self.scene.height)

    @property
    def drawn(self) -> Markup:
        """The picture as SVG elements."""
        return _drawn(self.scene)


def flow_html(flows: Sequence[Flow], look: Look = PLAIN) -> str:
    """Return a flow as an HTML file.

    Args:
        flows: The flow; then the same in other languages, among which a reader may choose.
        look: How it looks.

    Raises:
        NoEngineError: There is no Graphviz to place it.
    """
    from markupsafe import Markup

    leaves = [Leaf(flow, number, look) for number, flow in enumerate(flows)]
    style = _style(leaves, look)
    return templates(look.templates).get_template("html/flow.html.j2").render(
        leaves=leaves,
        mark=Markup(MARK),
        policy=Markup(POLICY.format(hash=style_hash(style))),
        style=Markup(style),
        schemes=look.schemes,
        spoken=spoken,
    )  # fmt: skip


def _drawn(scene: Scene) -> Markup:
    from markupsafe import Markup

    return Markup(ElementWriter("flow", (), scene.fonts).elements(scene.shapes))


def _style(leaves: Sequence[Leaf], look: Look) -> str:
    widest = max(leaf.scene.width for leaf in leaves)
    paper = paper_for(widest, max(leaf.scene.height for leaf in leaves))
    shared = template_source(look.templates, "html/flow.css")
    stages = "".join(
        f".stage-{at}{{--stage:var(--stages-{at})}}" for at in range(len(look.theme.stages))
    )
    shown = "".join(
        f".leaf-{leaf.number}{{display:none}}"
        f":root:has(#in-{leaf.number}:checked) .leaf-0{{display:none}}"
        f":root:has(#in-{leaf.number}:checked) .leaf-{leaf.number}{{display:block}}"
        for leaf in leaves[1:]
    )
    return (
        f"{theme_style(look.theme, look.dark)}{shared}{stages}{shown}\n"
        f":root{{--widest:{number(widest)}px}}\n"
        f"@page{{size:{paper.width}mm {paper.height}mm;margin:{PAPER_MARGIN}mm}}\n"
        f"@media print{{.picture{{zoom:{paper.scale:.3f}}}}}\n"
    )


def _stages(flow: Flow, leaf: int, colours: int) -> Iterator[StageRows]:
    for stage in flow.stages:
        steps = tuple(_step(flow, leaf, card) for card in range(stage.start, stage.end))
        yield StageRows(stage.name, stage.colour % colours, steps)


def _step(flow: Flow, leaf: int, index: int) -> Step:
    card = flow.cards[index]
    words = flow_words(flow.language)
    leads = [_way(flow, leaf, edge) for edge in flow.edges if edge.start == index]
    leads += [_end(flow, end) for end in flow.ends if end.start == index]
    if card.is_dead_end:
        leads.append(Lead("dead", words.say("flow.dead_end"), "", ()))
    unreached = words.say("flow.unreached") if card.is_unreached else ""
    notes = tuple(note for note in (card.moment, card.who, unreached) if note)
    return Step(
        f"step-{leaf}-{index}", card.name, card.language, notes, card.place,
        _feeling(flow, card), tuple(leads),
    )  # fmt: skip


def _feeling(flow: Flow, card: FlowCard) -> str:
    words = flow_words(flow.language)
    level = words.level(card.level) if card.level is not None else ""
    assumed = words.say("assumed") if card.is_assumed and level else ""
    return " · ".join(part for part in (level, card.feeling, assumed) if part)


def _way(flow: Flow, leaf: int, edge: FlowEdge) -> Lead:
    parts = tuple(part for part in (edge.when, edge.share) if part)
    return Lead("step", flow.cards[edge.end].name, f"step-{leaf}-{edge.end}", parts)


def _end(flow: Flow, end: FlowEnd) -> Lead:
    words = flow_words(flow.language)
    default = words.say("legend.final" if end.kind == "end" else "flow.exit")
    name = words.say(f"flow.leads.{end.kind}", name=end.name) if end.name else default
    return Lead(end.kind, name, "", tuple(part for part in (end.when, end.share) if part))
