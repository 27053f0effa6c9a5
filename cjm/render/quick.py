"""The environment of the templates that come with cjm: what Jinja would look for in vain is left out.

A map has thousands of places where a template writes something. Templates of the user's own run in the
`Sandbox`, which asks every time.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, nodes
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from cjm.kept import is_trusted, keep

_ESCAPING = f"; from {__name__} import escaped as escape"
"""Stands behind the first import of a compiled template."""


class Quick(Environment):
    """Trusts our own templates: they ask for attributes only, and call functions of ours.

    Args:
        folder: Where they are kept compiled, or `None`; compiling those of a page takes 80 ms.
        settings: See `jinja2.Environment`.
    """

    def __init__(self, folder: Path | None = None, **settings: Any) -> None:
        super().__init__(**settings)
        self.bytecode_cache = None if folder is None else _Compiled(folder)
        # What they ask for is always there, and no key of a mapping.
        self.getattr = getattr  # type: ignore[method-assign, assignment]
        self.context_class = _Context

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None,
        defer_init: bool = False,
    ) -> str:  # fmt: skip
        """Return the code of a template, which escapes by `escaped`; a hook for such changes."""
        code = super()._generate(source, name, filename, defer_init)
        imports, _, rest = code.partition("\n")
        return f"{imports}{_ESCAPING}\n{rest}"


class _Compiled(BytecodeCache):
    """Keeps compiled templates; what cannot be read or written is compiled anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"template-{bucket.key}.code"

    def get_source_checksum(self, source: str) -> str:
        """Return what tells whether a kept template is that of `source`, and escapes as we do now."""
        return super().get_source_checksum(source + _ESCAPING)

    def load_bytecode(self, bucket: Bucket) -> None:
        path = self._path(bucket)
        if is_trusted(path):
            try:
                bucket.bytecode_from_string(path.read_bytes())
            except Exception:  # whatever a file that is cut short makes of itself
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        keep(bucket.bytecode_to_string(), self._path(bucket))


class _Context(Context):
    """Calls functions with their arguments alone: ours ask for nothing of the template's."""

    def call(self, called: Callable[..., Any], *args: Any, **named: Any) -> Any:
        if type(called) is Macro:  # it asks whether to escape
            return super().call(called, *args, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


def escaped(value: object) -> str:
    """Return `value` as it may stand in an element or a quoted attribute, as `markupsafe.escape` does.

    Of a plain text it makes no `Markup`, which would be joined with the rest at once.
    """
    if type(value) is Markup:
        return value
    if type(value) is str:
        return (
            value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
            .replace("'", "&#39;").replace('"', "&#34;")
        )  # fmt: skip
    return str(value) if type(value) is int else escape(value)
