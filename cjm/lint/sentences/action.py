"""What the rules of the category `action` say."""

ENGLISH: dict[str, tuple[str, str]] = {
    "pain-without-opportunity": (
        "nothing is proposed for the pain '{pain}' (severity {severity}) at {where}",
        "add an opportunity there, or name the pain in one: 'addresses: [{id}]'",
    ),
    "pain-without-opportunity.dismissed": (
        "what was proposed for the pain '{pain}' (severity {severity}) at {where} was dismissed",
        "propose something else: an opportunity with 'addresses: [{id}]'",
    ),
    "opportunity-without-score": (
        "the opportunity '{opportunity}' at {where} has no {missing}",
        "add 'impact' and 'effort', from 1 to 5, so that it can be weighed against the others",
    ),
    "opportunity-without-score.many": (
        "{count} opportunities have no impact or no effort; the first is '{opportunity}' at {where}",
        "add 'impact' and 'effort', from 1 to 5, so that they can be weighed against each other",
    ),
    "opportunity-without-owner": (
        "nobody answers for the opportunity '{opportunity}' at {where}",
        "add 'owner: …', the department or the person who decides on it",
    ),
    "opportunity-without-owner.many": (
        "nobody answers for {count} opportunities; the first is '{opportunity}' at {where}",
        "add 'owner: …' to each, the department or the person who decides on it",
    ),
    "opportunity-without-insight": (
        "the opportunity '{opportunity}' at {where} answers no pain, itch or delight",
        "name what it answers: 'addresses: […]', or write down the pain that it came from",
    ),
    "opportunity-without-insight.itch": (
        "the opportunity '{opportunity}' at {where} does not say what it answers",
        "write 'addresses: [{near}]' if it answers the itch '{itch}'",
    ),
    "opportunity-without-insight.refuted": (
        "all that the opportunity '{opportunity}' at {where} answers was refuted",
        "write 'status: dismissed', or name in 'addresses' what holds",
    ),
    "opportunity-without-insight.many": (
        "{count} opportunities answer no pain, itch or delight; the first is '{opportunity}' at "
        "{where}",
        "name what each answers: 'addresses: […]', or write down the pain that it came from",
    ),
    "opportunity-without-insight.itch.many": (
        "{count} opportunities do not say what they answer; the first is '{opportunity}' at {where}",
        "name it: 'addresses: [{near}]' if that one answers the itch '{itch}'",
    ),
    "opportunity-without-insight.refuted.many": (
        "{count} opportunities answer nothing that holds; the first is '{opportunity}' at {where}",
        "write 'status: dismissed', or name in 'addresses' what holds",
    ),
    "all-quick-wins": (
        "all {opportunities} opportunities promise much for little effort",
        "ask those who would do the work to score them; add what is worth doing and hard",
    ),
    "unplanned-work": (
        "the {kind} '{work}' at {where} is in progress and has no {missing}",
        "add 'owner: …' and 'due: …', or 'link: …' to where the work is tracked",
    ),
    "unplanned-work.late": (
        "the {kind} '{work}' at {where} was due on {due} and is still {status}",
        "write 'status: done' or 'dismissed', or the day that is now agreed on",
    ),
    "unplanned-work.many": (
        "{count} pieces of work are late or unplanned; the first, '{work}' at {where}, is in progress "
        "and has no {missing}",
        "add 'owner: …' and 'due: …', or 'link: …' to where the work is tracked",
    ),
    "unplanned-work.late.many": (
        "{count} pieces of work are late or unplanned; the first, '{work}' at {where}, was due on "
        "{due} and is still {status}",
        "write 'status: done' or 'dismissed', or the day that is now agreed on",
    ),
}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
