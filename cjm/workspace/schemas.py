"""The schemas of all kinds of file, that of `cjm.yaml` among them."""

from __future__ import annotations

from cjm.model.schema import FILES as MAP_FILES
from cjm.model.schema import FileKind
from cjm.model.schema import schema_texts as texts_of
from cjm.workspace.settings import Settings
from cjm.workspace.theme_file import ThemeFile

FILES = (
    *MAP_FILES,
    FileKind("workspace", Settings, "Settings of a workspace of journey maps"),
    FileKind("theme", ThemeFile, "Theme of pictures of journey maps"),
)


def schema_texts() -> dict[str, str]:
    """Return the schema of each kind of file: file name → its text."""
    return texts_of(FILES)
