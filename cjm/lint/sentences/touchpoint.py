"""What the rules of the category `touchpoint` say."""

_SAY_SO = "write '{{name: {spelt}, "

ENGLISH: dict[str, tuple[str, str]] = {
    "touchpoint-without-owner": (
        "no department answers for touchpoint '{touchpoint}'",
        "add 'owner: {{department: …, region: …, person: …}}'",
    ),
    "touchpoint-without-owner.many": (
        "{count} touchpoints have no department that answers for them; the first is '{touchpoint}'",
        "add 'owner: {{department: …, region: …, person: …}}' to each",
    ),
    "touchpoint-without-owner.name-only": (
        "no department answers for touchpoint '{touchpoint}'",
        _SAY_SO + "owner: {{department: …, region: …, person: …}}}}' in place of the name",
    ),
    "touchpoint-without-owner.name-only.many": (
        "{count} touchpoints have no department that answers for them; the first is '{touchpoint}'",
        _SAY_SO
        + "owner: {{department: …, region: …, person: …}}}}' in place of the name, once for "
        "each; or define them in a library",
    ),
    "touchpoint-without-owner.person": (
        "touchpoint '{touchpoint}' names {person}, and no department that answers for it",
        "add 'department: …' to its owner: people change places",
    ),
    "touchpoint-without-owner.person.many": (
        "{count} touchpoints have no department that answers for them; the first, '{touchpoint}', "
        "names {person} alone",
        "add 'department: …' to each owner: people change places",
    ),
    "touchpoint-owner-incomplete": (
        "the owner of touchpoint '{touchpoint}', {department}, has no {missing}",
        "write 'owner: {{department: …, region: …, person: …}}'",
    ),
    "touchpoint-owner-incomplete.many": (
        "the owners of {count} touchpoints lack a region or a person; the first, {department} for "
        "'{touchpoint}', has no {missing}",
        "write 'owner: {{department: …, region: …, person: …}}' at each; the region of a department's "
        "own entry counts",
    ),
    "touchpoint-without-channel": (
        "touchpoint '{touchpoint}' runs in no channel",
        "add 'channels: …', those that it can run in",
    ),
    "touchpoint-without-channel.many": (
        "{count} touchpoints run in no channel; the first is '{touchpoint}'",
        "add 'channels: …' to each, those that it can run in",
    ),
    "touchpoint-without-channel.name-only": (
        "touchpoint '{touchpoint}' runs in no channel",
        "add 'channels: …' to its step, or " + _SAY_SO + "channels: …}}' in place of the name",
    ),
    "touchpoint-without-channel.name-only.many": (
        "{count} touchpoints run in no channel; the first is '{touchpoint}'",
        "add 'channels: …' to their steps, or " + _SAY_SO + "channels: …}}' in place of the name",
    ),
    "touchpoint-without-channel.here": (
        "touchpoint '{touchpoint}' runs in no channel at {where}, and in one elsewhere",
        "add 'channels: …' to that step, or to the touchpoint itself",
    ),
    "touchpoint-without-channel.here.many": (
        "{count} touchpoints run in no channel; the first is '{touchpoint}' at {where}",
        "add 'channels: …' to each, or to their steps: those that they can run in",
    ),
    "touchpoint-without-need": (
        "touchpoint '{touchpoint}' satisfies no need",
        "add 'needs: …', what customers come for; where there is none, ask why it is there",
    ),
    "touchpoint-without-need.many": (
        "{count} touchpoints satisfy no need; the first is '{touchpoint}'",
        "add 'needs: …' to each, what customers come for; where there is none, ask why it is there",
    ),
    "touchpoint-without-need.name-only": (
        "touchpoint '{touchpoint}' satisfies no need",
        "add 'needs: …' to its step, or " + _SAY_SO + "needs: …}}' in place of the name",
    ),
    "touchpoint-without-need.name-only.many": (
        "{count} touchpoints satisfy no need; the first is '{touchpoint}'",
        "add 'needs: …' to their steps, or " + _SAY_SO + "needs: …}}' in place of the name",
    ),
    "touchpoint-without-importance": (
        "touchpoint '{touchpoint}' cannot be ranked: nothing says how much it matters",
        "add 'importance: …', 1 to 5; or {{customer: …, business: …}}",
    ),
    "touchpoint-without-importance.many": (
        "{count} touchpoints cannot be ranked: nothing says how much they matter; the first is "
        "'{touchpoint}'",
        "add 'importance: …', 1 to 5, to each; or {{customer: …, business: …}}",
    ),
    "touchpoint-without-importance.name-only": (
        "touchpoint '{touchpoint}' cannot be ranked: nothing says how much it matters",
        _SAY_SO + "importance: …}}' in place of the name, 1 to 5",
    ),
    "touchpoint-without-importance.name-only.many": (
        "{count} touchpoints cannot be ranked: nothing says how much they matter; the first is "
        "'{touchpoint}'",
        _SAY_SO + "importance: …}}' in place of the name, 1 to 5, once for each",
    ),
    "missing-performance": (
        "touchpoint '{touchpoint}' matters {importance} of 5, and no department's performance at it "
        "is known",
        "add 'performance: {{department: …, score: …}}', 1 to 5, for each department that has a part "
        "in it",
    ),
    "missing-performance.many": (
        "{count} touchpoints matter much, and no department's performance at them is known; the first, "
        "'{touchpoint}', matters {importance} of 5",
        "add 'performance: {{department: …, score: …}}', 1 to 5, for each department that has a part "
        "in it",
    ),
    "step-without-touchpoint": (
        "{where} names no touchpoint",
        "add 'touchpoints: …': where customers meet you there, or hear of you",
    ),
    "step-without-touchpoint.many": (
        "{count} steps name no touchpoint; the first is {where}",
        "add 'touchpoints: …': where customers meet you there, or hear of you",
    ),
    "step-without-touchpoint.channel": (
        "{where} has a channel, and no touchpoint in it",
        "add 'touchpoints: …': the page, desk, letter or call that customers meet there",
    ),
    "step-without-touchpoint.channel.many": (
        "{count} steps name no touchpoint; the first, {where}, has a channel alone",
        "add 'touchpoints: …': the page, desk, letter or call that customers meet there",
    ),
    "usage-conflict": (
        "touchpoint '{touchpoint}' at {where} is only wished for, and this map shows how things are",
        "leave it out, or write 'usage: current' if customers meet it already",
    ),
    "usage-conflict.retiring": (
        "touchpoint '{touchpoint}' at {where} is on its way out, and this map shows the future",
        "leave it out, or write 'usage: current' if it stays",
    ),
    "usage-conflict.taken": (
        "{where} is taken from the baseline with touchpoint '{touchpoint}', which is on its way out, "
        "and this map shows the future",
        "write the stage anew without it, or write 'usage: current' if it stays",
    ),
    "isolated-touchpoint": (
        "touchpoint '{touchpoint}' is in no step and in no relation",
        "name it at the steps where customers meet it, relate it to one that is, or leave it out",
    ),
    "isolated-touchpoint.many": (
        "{count} touchpoints are in no step and in no relation; the first is '{touchpoint}'",
        "name each at the steps where customers meet it, relate it to one that is, or leave it out",
    ),
    "unstated-handoff": (
        "from {where} to {next} the channel changes from {before} to {after}, and no relation says how",
        "add 'relations: {{to: {to}, kind: hands-off-to}}' to touchpoint '{touchpoint}'",
    ),
    "unstated-handoff.many": (
        "{count} times the channel changes from one step to the next, and no relation says how; the "
        "first is from {where} to {next}, from {before} to {after}",
        "add 'relations: {{to: {to}, kind: hands-off-to}}' to touchpoint '{touchpoint}', and so on",
    ),
    "unstated-handoff.unnamed": (
        "from {where} to {next} the channel changes from {before} to {after}, and no relation says how",
        "name the 'touchpoints' of both steps, and add 'relations: {{to: …, kind: hands-off-to}}' to "
        "the first",
    ),
    "unstated-handoff.unnamed.many": (
        "{count} times the channel changes from one step to the next, and no relation says how; the "
        "first is from {where} to {next}, from {before} to {after}",
        "name the 'touchpoints' of both steps, and add 'relations: {{to: …, kind: hands-off-to}}' to "
        "the first",
    ),
    "important-but-poor": (
        "touchpoint '{touchpoint}' matters {importance} of 5 and satisfies {satisfaction} of 5, and no "
        "opportunity stands where it is used",
        "add an opportunity at a step with this touchpoint",
    ),
    "missing-resources": (
        "a pain of severity {severity} at {where} stands at touchpoint '{touchpoint}', and nothing says "
        "what mending it would take",
        "add 'resources: {{owned: …, needed: …}}' to the touchpoint, or to the opportunity that answers "
        "the pain",
    ),
    "missing-resources.many": (
        "severe pains stand at {count} touchpoints, and nothing says what mending them would take; the "
        "first at '{touchpoint}', {where}",
        "add 'resources: {{owned: …, needed: …}}' to each touchpoint, or to the opportunities that "
        "answer the pains",
    ),
    "missing-resources.several.many": (
        "severe pains stand at {count} touchpoints, and nothing says what mending them would take; the "
        "first at '{touchpoint}', {where}",
        "add 'resources: {{owned: …, needed: …}}' to each touchpoint, or to the opportunities that "
        "answer the pains",
    ),
    "missing-resources.several": (
        "a pain of severity {severity} at {where} stands at touchpoint '{touchpoint}' and {more} more, "
        "and nothing says what mending it would take",
        "add 'resources: {{owned: …, needed: …}}' to one of the touchpoints, or to the opportunity that "
        "answers the pain",
    ),
}
"""Rule, or rule.variant → its sentence and what to do; see `cjm.lint.sentences`."""
