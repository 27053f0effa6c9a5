"""What the number that cjm ends with says."""

from __future__ import annotations

GOOD = 0
"""Nothing was found that the command fails on."""

FOUND = 1
"""A finding at or above `--fail-on`, a map that could not be drawn, a picture out of date."""

USAGE = 2
"""The command line cannot be followed: a wrong option, a missing path, no map, a file in the way."""

BUG = 3
"""A mistake in cjm itself."""

INTERRUPTED = 130
"""Ctrl-C: 128 and the number of the signal, as shells count."""

READER_GONE = 141
"""Nobody reads the output any more: 128 and the number of SIGPIPE. Never taken for clean."""

TERMINATED = 143
"""Asked to end, as a build does with what takes too long."""
