"""Time loading one map to a valid model with spans against its bare parser events."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import maps
import measure
from ruamel.yaml.events import StreamEndEvent

from cjm.source.events import c_parser, hold_places, parser_name
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load


def main() -> None:
    """Print the ratio."""
    parser = c_parser()
    with tempfile.TemporaryDirectory() as folder:
        (path,) = maps.workspace(Path(folder), 1)
        # The C parser does not read every map as it stands: both sides get the same text.
        text = hold_places(path.read_text(encoding="utf-8"))
        files = DiskFiles(folder)
        name = f"journeys/{path.name}"

        def events() -> None:
            next_event = parser(text).get_event
            while type(next_event()) is not StreamEndEvent:
                pass

        def whole() -> None:
            (workspace,) = load(files, [name]).workspaces
            assert workspace.maps[0].journey.stages

        def read() -> None:
            from cjm.workspace.read_file import read_file

            reading = read_file(name, source, "journey", workspace.settings)
            assert reading.maps[0].journey.stages

        source = path.read_bytes()
        (workspace,) = load(files, [name]).workspaces
        import gc

        bare = measure.function(events, runs=60)
        gc.disable()  # as `load` does, which this leaves out
        model = measure.function(read, runs=60)
        gc.enable()
        complete = measure.function(whole, runs=60)
    lines = len(text.splitlines())
    print(f"load one map of {lines} lines, parser: {parser_name()}")
    print(f"  bare events                   {bare.seconds * 1000:6.2f} ms")
    print(f"  to a valid model with spans   {model.seconds * 1000:6.2f} ms  "
          f"= {model.seconds / bare.seconds:.2f} ×  (reach ≤ 3 ×)")  # fmt: skip
    print(f"  and its workspace, from disk  {complete.seconds * 1000:6.2f} ms  "
          f"= {complete.seconds / bare.seconds:.2f} ×")  # fmt: skip


if __name__ == "__main__":
    main()
