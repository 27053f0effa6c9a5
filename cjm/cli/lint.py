"""`cjm lint`: what is wrong with maps, and where."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from cjm.cli.exit_codes import FOUND, GOOD
from cjm.cli.lint_options import (
    LEAST,
    AddIgnore,
    All,
    Badge,
    Coverage,
    Diff,
    ExitZero,
    FailOn,
    Fix,
    Ignore,
    NoBaseline,
    NoCache,
    Notes,
    OutputFormat,
    Profile,
    PruneBaseline,
    Quiet,
    Select,
    ShowSettings,
    Statistics,
    UnsafeFixes,
    Watch,
    WriteBaseline,
)
from cjm.cli.options import one_of, split
from cjm.cli.parameters import COLORS, Color, Config, Paths, StdinFilename, Today
from cjm.workspace.choices import PROFILES


def command(
    paths: Paths = None,
    profile: Profile = None,
    select: Select = None,
    ignore: Ignore = None,
    fix: Fix = False,
    diff: Diff = False,
    unsafe_fixes: UnsafeFixes = False,
    add_ignore: AddIgnore = None,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    notes: Notes = False,
    quiet: Quiet = False,
    all: All = False,
    output_format: OutputFormat = None,
    color: Color = "auto",
    statistics: Statistics = False,
    show_settings: ShowSettings = False,
    coverage: Coverage = False,
    badge: Badge = None,
    write_baseline: WriteBaseline = False,
    prune_baseline: PruneBaseline = False,
    no_baseline: NoBaseline = False,
    no_cache: NoCache = False,
    watch: Watch = False,
    config: Config = None,
    stdin_filename: StdinFilename = "",
    today: Today = "",
) -> int:
    """Say what is wrong with maps, and where.

    Exits with 1 where a finding reaches --fail-on; 'cjm explain RULE' says why a rule matters.
    """
    if watch:
        given_words = _words(locals())
        from cjm.cli.watch import again_and_again, only_reports

        only_reports(given_words)
        return again_and_again(paths or (), lambda: command(**{**given_words, "watch": False}))
    from cjm.cli.git import Changes
    from cjm.cli.inputs import inputs
    from cjm.cli.lint_run import Run, day_of, fails
    from cjm.cli.outputs import WITH_EDITS, outputs
    from cjm.cli.report import Shown
    from cjm.lint import LintOptions

    least = fail_on and one_of("--fail-on", fail_on, LEAST)
    is_no_list = statistics or show_settings or coverage or badge is not None
    shown = Shown(
        outputs(output_format, {} if is_no_list else os.environ),
        one_of("--color", color, COLORS),
        notes=notes,
        quiet=quiet,
        all=all,
        statistics=statistics,
    )
    day = day_of(today)
    given = inputs(paths, stdin_name=stdin_filename, config=config)
    changes = Changes(given.files)
    options = LintOptions(
        profile=profile and one_of("--profile", profile, PROFILES),
        select=split(select),
        ignore=split(ignore),
        exists=given.files.is_file,
        changed=changes,
        edits=any(each.format in WITH_EDITS for each in shown.outputs),
    )
    run = Run(given, options, day, is_kept=not no_cache)
    if show_settings:
        from cjm.cli.show_settings import put_settings

        return put_settings(run, shown.outputs)
    if coverage or badge is not None:
        from cjm.cli.coverage import put_coverage

        code = put_coverage(run, shown.outputs, badge, shown.color)
        return GOOD if exit_zero else code
    if fix or diff or unsafe_fixes or add_ignore is not None:
        from cjm.cli.fixing import Asked, change

        asked = Asked(fix, diff, unsafe_fixes, add_ignore, given.stdin, no_baseline)
        done = change(run, asked, least)
        if isinstance(done, int):
            return GOOD if exit_zero else done
        run = done
    judged = run.judged()
    changes.tell()
    if write_baseline:
        from cjm.cli.baseline import record

        return record(given.files, judged)
    if not no_baseline:
        from cjm.cli.baseline import without_known

        judged = without_known(given.files, judged, prune=prune_baseline)
    shown.put([result for _, result in judged], skipped=sum(each.skipped for each, _ in judged))
    return FOUND if fails(judged, least) and not exit_zero else GOOD


def _words(known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the command was given; `known` may hold more."""
    code = command.__code__
    return {name: known[name] for name in code.co_varnames[: code.co_argcount]}
