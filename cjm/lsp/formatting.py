"""The canonical layout of a file, as the few edits that lead to it."""

from __future__ import annotations

import difflib
import re

from lsprotocol import types

from cjm.edit.fmt import TOPS, format_file
from cjm.edit.fmt_check import RefusedError
from cjm.findings.visible import visible
from cjm.lsp.positions import TextIndex
from cjm.lsp.rename import RefusedError as Refused
from cjm.lsp.session import Spot
from cjm.workspace.read_file import languages_of

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")


def formatting(spot: Spot) -> list[types.TextEdit] | None:
    """Return the edits that lay the file out; none where it cannot be read.

    Raises:
        RefusedError: The result would not be the same file.
    """
    kind = spot.kind
    if kind not in TOPS:
        return None
    text = spot.index.text
    languages = languages_of(spot.project.survey.settings)
    try:
        done = format_file(spot.path, text.encode("utf-8"), kind, languages=languages)
    except RefusedError as error:
        raise Refused(f"the file stays as it is: {visible(str(error))}") from None
    except UnicodeEncodeError:
        return None
    return edits_between(spot.index, done.content.decode("utf-8"))


def edits_between(index: TextIndex, after: str) -> list[types.TextEdit]:
    """Return the edits of whole lines that make `after` of the text of `index`.

    With one edit for all of it, an editor would lose the cursor and every mark.
    """
    old, new = _LINE.findall(index.text), _LINE.findall(after)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    return [
        types.TextEdit(index.range_of(starts[i1], starts[i2]), "".join(new[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]
