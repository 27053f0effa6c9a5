"""Whether the process is cjm's own, and what is done where it is."""

from __future__ import annotations

import gc
import os
import sys
from types import ModuleType

_is_own = False


def make_own() -> None:
    """Say that the process runs `cjm` and nothing else."""
    global _is_own
    _is_own = True
    # Nearly all that a command makes stays to its end; to look for garbage in it is idle.
    gc.disable()
    # To ask every package that is installed whether it extends Pydantic takes time; none may.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__":
        sys.modules.setdefault(_PLUGINS, _NoPlugins(_PLUGINS))


def is_own() -> bool:
    """Whether the process runs `cjm` and nothing else."""
    return _is_own


_PLUGINS = "pydantic.plugin._loader"


class _NoPlugins(ModuleType):
    """Stands for the module that looks for plugins, whose import alone is a tenth of a short run."""

    @staticmethod
    def get_plugins() -> tuple[()]:
        """Return the plugins: none."""
        return ()

    def __getattr__(self, name: str) -> object:
        """Return what else the module holds: that is for the module itself to say."""
        if name.startswith("__"):
            raise AttributeError(name)
        from importlib import import_module

        del sys.modules[_PLUGINS]
        return getattr(import_module(_PLUGINS), name)
