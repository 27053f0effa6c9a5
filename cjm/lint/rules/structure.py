"""Rules about the shape of a map: its stages, its steps, and how they are worded."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Severity
from cjm.lint.hit import Hit, Other
from cjm.lint.remedy import AddFormatKey, WriteId
from cjm.lint.subject import MapSubject
from cjm.lint.targets import derived_targets
from cjm.model.stage import LIFECYCLE
from cjm.rulebook import rule

_AFTER_PURCHASE = frozenset(LIFECYCLE[LIFECYCLE.index("purchase") + 1 :])


@rule("structure", "iWE", mermaid=False, is_fixable=True)
def missing_format_key(subject: MapSubject) -> Iterator[Hit]:
    """No `cjm: journey/1`.

    The first key says what the file is and which version of the format it is written in. With it,
    hooks, editors and later versions of cjm read the file as it was meant, wherever it lies.

    Bad:
        cjm:

    Good:
        cjm: journey/1
    """
    if subject.journey.cjm is None:
        yield Hit((), absent=(("cjm",),), remedies=(AddFormatKey("journey/1"),))


@rule("structure", "·WE", mermaid=False)
def missing_state(subject: MapSubject) -> Iterator[Hit]:
    """No `state`: is this how things are, or how they should be?

    A map that mixes what customers live through with what the team wishes for can be neither
    checked nor acted on. The state also decides which rules hold.

    Bad:
        state:

    Good:
        state: current

    Source: seven steps, 2; NN/g
    """
    if subject.journey.state is None:
        yield Hit(("title",), absent=(("state",),))


@rule("structure", "·WE", mermaid=False)
def missing_business_goal(subject: MapSubject) -> Iterator[Hit]:
    """No `goal.business`.

    A map without the goal it serves ends as a poster: nobody can say which of its pains is worth
    the money.

    Bad:
        goal:
          business:

    Good:
        goal:
          business: Raise 5G uptake among existing customers from 23 % to 40 %

    Source: seven steps, 1
    """
    goal = subject.journey.goal
    if goal is None:
        yield Hit(("title",), absent=(("goal",),))
    elif goal.business is None:
        yield Hit(("goal",), absent=(("goal", "business"),))


@rule("structure", "·iW", mermaid=False)
def missing_scope(subject: MapSubject) -> Iterator[Hit]:
    """No start or no end of the journey.

    Two people who draw "buying a phone" begin and end at different moments. With both ends written
    down, everybody maps the same journey, and what is left out was left out on purpose.

    Bad:
        scope:
          to:

    Good:
        scope:
          from: The first time that 4G annoys
          to: Recommending 5G to someone
    """
    scope = subject.journey.scope
    if scope is None:
        yield Hit(("title",), absent=(("scope",),))
    elif scope.from_ is None:
        yield Hit(("scope",), variant="start", absent=(("scope", "from"),))
    elif scope.to is None:
        yield Hit(("scope",), variant="end", absent=(("scope", "to"),))


@rule("structure", "·WW")
def stage_count(subject: MapSubject) -> Iterator[Hit]:
    """Fewer than 3 or more than 8 stages.

    One or two stages hide how the customer's situation changes; with nine, nobody sees the journey
    as a whole. Not asked of a blueprint, nor of a map with a `parent`, which details one stretch.
    The limits are the settings `stages.min` and `stages.max`.

    Bad:
        stages:
          - id: choose
            name:

    Good:
        stages:
          - id: choose
            name: Choose

    Source: Milkymap, 5–7 stages; ARIS, at most 8
    """
    journey, limits = subject.journey, subject.limits
    if subject.is_blueprint or journey.parent is not None:
        return
    count = len(journey.stages)
    if count < limits["stages.min"]:
        lost = tuple({("stages",)} & subject.map.removed)
        few = {"stages": _counted(count, "stage"), "limit": limits["stages.min"]}
        yield Hit(("stages",), few, "few", on_key=True, absent=lost)
    elif count > limits["stages.max"]:
        many = {"stages": _counted(count, "stage"), "limit": limits["stages.max"]}
        yield Hit(("stages",), many, "many", on_key=True)


@rule("structure", "WWE", mermaid=False)
def stage_without_steps(subject: MapSubject) -> Iterator[Hit]:
    """A stage with no step and no content of its own.

    An empty stage says that something happens there, and not what. A stage may speak for itself,
    with a feeling or a pain; one that says nothing is better left out until somebody knows. In a
    Mermaid diagram `mermaid-reading` says so.

    Bad:
        stages:
          - {id: recommend, name: Recommend}

    Good:
        stages:
          - {id: recommend, name: Recommend, touchpoints: plan-page, feeling: {level: 1, evidence: survey}}

    Source: TheyDo
    """
    for index, stage in enumerate(subject.journey.stages):
        # Of one with no name either, `missing-key` tells.
        if stage.name and not stage.steps and not stage.has_content and not stage.same:
            route = ("stages", index)
            yield Hit(route, {"stage": stage.name}, absent=(route,))


@rule("structure", "·WW", mermaid=False)
def no_stage_before_contact(subject: MapSubject) -> Iterator[Hit]:
    """No `awareness` stage: the journey starts when the firm is met, not when the need arises.

    What makes customers look for something new, and where they look first, decides whether they
    ever arrive. Silent on a blueprint, on a day in the life, and on a map with a `parent`; where no
    stage has a `lifecycle`, a note asks for it, and no more.

    Bad:
        stages:
          - {id: learn, lifecycle: consideration}

    Good:
        stages:
          - {id: learn, lifecycle: awareness}

    Source: CJM Studio; Smaply
    """
    if not _has_a_lifecycle(subject):
        return
    named = {each for stage in subject.stages for each in stage.lifecycle}
    absent = (("stages",),)
    if not named:
        yield Hit(("stages",), variant="unknown", on_key=True, absent=absent, at_most=Severity.NOTE)
    elif "awareness" not in named:
        stage = subject.journey.stages[0]
        yield Hit(("stages", 0), {"stage": stage.name or ""}, absent=absent)


@rule("structure", "·WW", mermaid=False)
def no_stage_after_purchase(subject: MapSubject) -> Iterator[Hit]:
    """Nothing after `purchase`.

    Customers stay, leave and recommend because of what comes after they have paid. A journey that
    ends at the till maps a sale. Silent where `no-stage-before-contact` is.

    Bad:
        stages:
          - {id: use, lifecycle: purchase}

    Good:
        stages:
          - {id: use, lifecycle: [use, retention]}

    Source: Mennella; 451 Research; practice guide
    """
    if not _has_a_lifecycle(subject):
        return
    stages = subject.stages
    named = {each for stage in stages for each in stage.lifecycle}
    if "purchase" in named and not named & _AFTER_PURCHASE:
        last = max(i for i, stage in enumerate(stages) if "purchase" in stage.lifecycle)
        yield Hit(("stages", last), {"stage": stages[last].name or ""}, absent=(("stages",),))


def _has_a_lifecycle(subject: MapSubject) -> bool:
    journey = subject.journey
    return not (
        subject.is_blueprint or journey.type == "day-in-life" or journey.parent is not None
    ) and bool(journey.stages)


@rule("structure", "·WW")
def oversized_map(subject: MapSubject) -> Iterator[Hit]:
    """More than 40 steps: split it, with `parent` and `level`.

    Nobody reads 60 columns. A top map with the whole way, and one map for each stretch that needs
    detail, are read, kept up and owned. The limit is the setting `steps.max`.

    Bad:
        # file: cjm.yaml
        cjm: workspace/1
        lint: {settings: {steps.max: 2}}

    Good:
        # file: cjm.yaml
        cjm: workspace/1
        lint: {settings: {steps.max: 40}}

    Source: Cemantica
    """
    count, limit = len(subject.columns), subject.limits["steps.max"]
    if count > limit:
        yield Hit(("title",), {"steps": _counted(count, "step"), "limit": limit})


@rule("structure", "··i", once=True, mermaid=False, is_fixable=True)
def derived_id(subject: MapSubject) -> Iterator[Hit]:
    """Items with no written `id`.

    Without one, an item is known by its words, so rewording it reads as one thing removed and
    another added. Reported once a map. An item that another file refers to is told by
    `reference-to-derived-id`.

    Bad:
        pains:
          - {text: "App, store and hotline give different answers", severity: 3, evidence: survey}

    Good:
        pains:
          - id: many-stories
            text: App, store and hotline give different answers
            severity: 3
            evidence: survey
    """
    told = subject.whole.once(derived_targets).get(id(subject.map), frozenset())
    for route in sorted(subject.ids.derived - told):
        remedies = (WriteId(subject.map, route),)
        yield Hit(route, {"id": subject.ids.of[route]}, remedies=remedies)


@rule("structure", "·WW")
def shadowed_library_entry(subject: MapSubject) -> Iterator[Hit]:
    """A journey's own entry hides the shared one.

    A journey may bring a library of its own. Where one of its ids is also in the workspace's
    library, this map speaks of another thing than all the others, and changes to the shared entry
    never reach it.

    Bad (workspace):
        library:
          channels:
            web: {name: {en: Web shop, zh: 网上商店}, kind: digital}

    Good (workspace):
        library:
          channels:
            shop: {name: {en: Web shop, zh: 网上商店}, kind: digital}
    """
    shared = subject.whole.workspace.library.sections
    for section, entries in subject.references.own_library.sections.items():
        for key, entry in entries.items():
            hidden = shared.get(section, {}).get(key)
            if hidden is not None:
                yield Hit(
                    entry.route, {"id": entry.id, "kind": section.removesuffix("s")},
                    on_key=True, label="this one counts here",
                    related=(Other(hidden.route, "hidden", hidden.document),),
                )  # fmt: skip


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
