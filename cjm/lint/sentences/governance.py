"""What the rules of the category `governance` say."""

_JOIN = (
    "write 'parent: {other}' or 'baseline: {other}', or make them one map; where they are for "
    "different people, say for whom with 'personas' or 'tags'"
)

ENGLISH: dict[str, tuple[str, str]] = {
    "journey-without-owner": (
        "nobody answers for the journey",
        "add 'owner: {{department: …, region: …, person: …}}'",
    ),
    "journey-without-owner.region": (
        "the owner of the journey is a region, {region}, and no department or person in it",
        "add 'department: …' or 'person: …' to the owner",
    ),
    "review-overdue": (
        "the review of this map was due on {due}, {ago}",
        "walk through it with those who know, then set 'last' to that day and 'next' to the one to come",
    ),
    "review-overdue.last": (
        "this map was last reviewed on {last}, and the next review was due on {due}, {ago}",
        "walk through it with those who know, then set 'last' to that day, or say how often with 'every'",
    ),
    "watched-files-changed": (
        "'{path}' changed on {day}, after the review of {last}",
        "see whether the map still holds, then set 'review.last' to the day on which you looked",
    ),
    "watched-files-changed.several": (
        "'{path}' changed on {day}, after the review of {last}, and so did {more} more",
        "see whether the map still holds, then set 'review.last' to the day on which you looked",
    ),
    "narrow-team": (
        "the team is from {count_of} departments, {names}, fewer than {limit}",
        "ask those in who own the other touchpoints, and those who build and run them",
    ),
    "narrow-team.one": (
        "the whole team is from one department, {names}",
        "ask those in who own the other touchpoints, and those who build and run them",
    ),
    "narrow-team.unnamed": (
        "not everybody in the team says from which department, and those who do are from fewer than "
        "{limit}",
        "add 'department: …' to each of its members",
    ),
    "narrow-team.none": (
        "the map does not say who works on it",
        "add 'team: [{{name: …, department: …}}]', of at least three departments, IT or operations "
        "among them",
    ),
    "narrow-team.builders": (
        "nobody in the team seems to be from IT or operations, by the {language} names of its "
        "departments: {names}",
        "ask somebody in who builds or runs what customers meet",
    ),
    "missing-sponsor": (
        "the map does not say who backs the journey at the top",
        "add 'sponsor: …', somebody above the departments that the journey runs through",
    ),
    "overlapping-journeys.steps": (
        "this map shares {steps} of {of} steps with '{other}', and nothing joins the two",
        _JOIN,
    ),
    "overlapping-journeys.touchpoints": (
        "this map shares {steps} of {of} steps and {touchpoints} with '{other}', and "
        "nothing joins the two",
        _JOIN,
    ),
    "overlapping-journeys.steps-more": (
        "this map shares {steps} of {of} steps with '{other}', and many with {more} more, and nothing "
        "joins them",
        _JOIN,
    ),
    "overlapping-journeys.touchpoints-more": (
        "this map shares {steps} of {of} steps and {touchpoints} with '{other}', and many "
        "with {more} more, and nothing joins them",
        _JOIN,
    ),
}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
