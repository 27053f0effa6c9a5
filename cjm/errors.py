"""What stops a command: `CjmError` and its children.

Everything that is wrong with a map is a `Finding`; an exception is for what leaves nothing to find.
"""

from __future__ import annotations


class CjmError(Exception):
    """A command cannot go on; `str()` of it is one sentence for the user.

    Attributes:
        help: What the user can do about it, or an empty string.
    """

    def __init__(self, message: str, *, help: str = "") -> None:
        super().__init__(message)
        self.help = help


class UsageError(CjmError):
    """The command line asks for something that does not exist or does not fit together (exit 2)."""


class MissingPathError(UsageError):
    """A path named on the command line is not there (exit 2)."""


class NoMapError(UsageError):
    """No journey map stands where the user pointed (exit 2)."""


class UndrawableError(CjmError):
    """A picture cannot be drawn here; the others of the run can (exit 1)."""


class OutputError(CjmError):
    """A file could not be written, or is not ours to overwrite (exit 2)."""
