"""What people write where the format has another word: keys and choices of other tools and tongues.

Data only: an error that can say "did you mean …" ends the search.
"""

from __future__ import annotations

from collections.abc import Iterable

_KEYS = {
    "feeling": "emotion emotions mood sentiment score feel",
    "feelings": "emotions_by_persona",
    "pains": "painpoints painpoint pain_points pain_point pain problems problem frustrations issues",
    "delights": "gains gain highlights",
    "stages": "phases phase",
    "steps": "tasks activities",
    "personas": "actor actors user users customer",
    "thoughts": "thinking thought",
    "actions": "doing activity action",
    "solutions": "ideas idea",
    "metrics": "kpis kpi measures",
    "name": "label title",
    "title": "name",
    "text": "name title",
    "role": "job profession",
    "evidence": "sources source research proof",
    "method": "type",
    "sample": "n",
    "quotes": "verbatims",
    "duration": "time",
    "state": "as_is",
}
"""Key of the format → what is written for it, in snake_case; a class reads those it has no key for."""

_CALLED = {
    "phase": "stage",
    "task": "step",
    "activity": "step",
    "pain": "insight",
    "delight": "insight",
    "itch": "insight",
}

_CHOICES = {
    # methods of evidence
    "analytics": "web-analytics logs data a/b-test ab-test tracking google-analytics",
    "survey": "questionnaire poll nps csat",
    "contextual-inquiry": "observation observed shadowing field-study ethnography field-visit",
    "usability-test": "usability user-test user-testing usability-testing usertest",
    "diary-study": "diary",
    "interview": "talk conversation call",
    "support-log": "tickets complaints call-log call-center support hotline",
    "social-listening": "reviews social-media ratings",
    "third-party": "desk-research market-research benchmark secondary study",
    "workshop": "brainstorm brainstorming team",
    "assumption": "guess assumed gut-feeling opinion none",
    # state of a journey
    "current": "as-is asis now today present is ist existing active",
    "future": "to-be tobe target vision desired soll planned ideal",
    "transition": "interim next",
    # status
    "draft": "wip sketch new in-progress",
    "hypothesis": "assumed assumption guess",
    "validated": "confirmed approved final verified proven done",
    "live": "published released in-use active",
    "archived": "old obsolete retired deprecated",
    "refuted": "wrong rejected disproved false",
    "assumed": "hypothesis guess open unconfirmed assumption",
    "open": "idea new todo to-do backlog proposed",
    "planned": "scheduled accepted approved next",
    "in-progress": "wip doing started ongoing active",
    "done": "finished complete completed closed shipped live implemented",
    "dismissed": "rejected cancelled canceled dropped declined wontfix won't-fix",
    "collected": "done have",
    # lifecycle
    "awareness": "discovery discover aware need inspiration inspire",
    "consideration": "research compare evaluation evaluate consider decision",
    "purchase": "buy buying order booking book checkout payment conversion acquisition",
    "onboarding": "setup activation first-use delivery welcome arrival",
    "use": "usage service stay consumption",
    "retention": "renewal renew loyalty repeat retain",
    "advocacy": "recommend recommendation referral share advocate",
    "exit": "leave churn cancel cancellation offboarding end",
    # channels, touchpoints, metrics
    "digital": "online web website app mobile",
    "physical": "offline store shop in-store in-person",
    "human": "staff people person agent call-center phone",
    "retiring": "old ending deprecated",
    "desired": "new future planned to-be",
    "higher": "up more high max",
    "lower": "down less low min",
    "ratio": "percentage percent rate share",
    "volume": "count number",
    "time": "duration",
    "journey": "customer-journey map journey-map cjm customer-journey-map",
    "experience": "experience-map",
    "blueprint": "service-blueprint",
}
"""Choice → what is written for it, with `-`; a key reads those that are not among its own choices."""

_YES = frozenset("yes y on ja oui sí si sim да 是 はい 예 true 1 x".split())
_NO = frozenset("no n off nein non não нет 否 いいえ 아니요 false 0".split())


def meant_key(key: str, keys: Iterable[str], noun: str = "", shorthand: str = "") -> str | None:
    """Return which of `keys`, the keys of a class, `key` is another word for, or `None`.

    `step` in a step, the `noun` of the class, is its `shorthand`: the name.
    """
    spelt = key.strip().lower().replace("-", "_").replace(" ", "_")
    known = frozenset(keys)
    if spelt in known:
        return None
    if noun and noun in (spelt, _CALLED.get(spelt)) and shorthand in known:
        return shorthand
    for meant, words in _KEYS.items():
        if meant in known and spelt in words.split():
            return meant
    return None


def meant_choice(word: str, choices: Iterable[str]) -> str | None:
    """Return which of `choices` `word` is another word for, or `None`."""
    spelt = word.strip().lower().replace("_", "-").replace(" ", "-")
    for choice in choices:
        if spelt in _CHOICES.get(choice, "").split():
            return choice
    return None


def meant_truth(word: str) -> str | None:
    """Return `true` or `false` where `word` is another word for it, or `None`."""
    spelt = word.strip().lower()
    return "true" if spelt in _YES else "false" if spelt in _NO else None
