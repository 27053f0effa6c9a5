"""The commands of `cjm`, and what becomes of what they raise."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from cjm.cli.commands import Command, Group
from cjm.cli.console import (
    ReaderGoneError,
    flush,
    prepare_streams,
    put_line,
    show_tracebacks,
    tell_all,
    tell_bug,
    tell_error,
)
from cjm.cli.exit_codes import BUG, GOOD, INTERRUPTED, READER_GONE, TERMINATED, USAGE
from cjm.cli.options import nearest_word
from cjm.errors import CjmError

COMMANDS = {
    "lint": "cjm.cli.lint",
    "fmt": "cjm.cli.fmt",
    "explain": "cjm.cli.explain",
    "rules": "cjm.cli.rules",
    "diff": "cjm.cli.diff",
    "log": "cjm.cli.log",
    "git": "cjm.cli.git_setup",
    "render": "cjm.cli.render",
    "import": "cjm.cli.import_mermaid",
    "init": "cjm.cli.init",
    "schema": "cjm.cli.schema",
    "lsp": "cjm.cli.lsp",
    "doctor": "cjm.cli.doctor",
}
"""Command → its module, which offers `command`, a function, or `group`, a Typer of its own."""

# Typer does not export the class of all its complaints about a command line, only this child.
_Complaint: type[Exception] = typer.BadParameter.__mro__[1]


def run(arguments: Sequence[str]) -> int:
    """Run the command that `arguments` ask for, and return the exit code."""
    prepare_streams()
    given, debug = _without_debug(arguments)
    if given[:1] == ["help"]:
        given = [*given[1:], "--help"]
    show_tracebacks(debug)
    try:
        code = _command(given).main(args=given, prog_name="cjm", standalone_mode=False)
        flush()
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except ReaderGoneError:
        return READER_GONE
    except _Complaint as error:
        return _complain(error)
    except CjmError as error:
        tell_error(str(error), error.help)
        return USAGE
    except Exception as error:
        return _confess(error)
    return code if isinstance(code, int) else GOOD


def end_in_order() -> None:
    """Let a request to end (SIGTERM) unwind what is open, so that no half file stays."""
    import signal

    def end(_number: int, _frame: object) -> None:
        raise SystemExit(TERMINATED)

    signal.signal(signal.SIGTERM, end)


def _command(given: Sequence[str]) -> Any:
    """Return the command line; where it begins with a command, only that one is made."""
    app = typer.Typer(
        name="cjm",
        cls=Group,
        help="Customer journey maps as code: lint them, compare them, draw them.",
        epilog="A first map: cjm init my-journeys",
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_global_options)
    names = [given[0]] if given and given[0] in COMMANDS else list(COMMANDS)
    for name in names:
        module = importlib.import_module(COMMANDS[name])
        if hasattr(module, "group"):
            app.add_typer(module.group, name=name, cls=Group)
        else:
            app.command(name, cls=Command)(module.command)
    return typer.main.get_command(app)


def _show_version(asked: bool) -> None:
    if asked:
        from cjm import __version__

        put_line(f"cjm {__version__}")
        raise typer.Exit


def _global_options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_show_version, is_eager=True, help="Show the version."
        ),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show a traceback where cjm itself fails.")
    ] = False,
) -> None:
    pass


def _without_debug(arguments: Sequence[str]) -> tuple[list[str], bool]:
    """Return the arguments without `--debug`, which may stand anywhere before a `--`."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    before = [each for each in arguments[:end] if each != "--debug"]
    return [*before, *arguments[end:]], len(before) < end


def _complain(error: Any) -> int:
    """Say what is wrong with the command line."""
    if type(error).__name__ == "NoArgsIsHelpError":
        tell_all(error.format_message().rstrip() + "\n")
        return USAGE
    context: Any = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "cjm"
    if type(error).__name__ == "NoSuchOption":
        option = error.option_name
        known = [each for param in context.command.get_params(context) for each in param.opts]
        near = nearest_word(option, [each for each in known if each.startswith("--")])
        message = f"'{path}' has no option '{option}'"
        message += f"; did you mean '{near}'?" if near else ""
    else:
        message = _sentence(error.format_message())
    tell_error(message, f"'{path} --help' lists what it takes")
    return USAGE


def _sentence(message: str) -> str:
    message = message.rstrip(".")
    return message[:1].lower() + message[1:]


def _confess(error: Exception) -> int:
    import traceback

    detail = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    tell_bug(detail, traceback.format_exc())
    return BUG
