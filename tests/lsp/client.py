"""A small editor: starts the installed command and speaks the protocol with it over stdio."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

TIMEOUT = 30


class Failure(Exception):
    """The server answered with an error."""


class Editor:
    """One session with `cjm lsp`."""

    def __init__(
        self,
        folder: Path | None,
        *,
        encodings: tuple[str, ...] = (),
        capabilities: dict[str, Any] | None = None,
        today: str = "2026-09-20",
        program: list[str] | None = None,
    ) -> None:
        self.folder = folder or Path()
        command = program or [str(Path(sys.executable).with_name("cjm"))]
        self.process = subprocess.Popen(
            [*command, "lsp", "--stdio", "--today", today],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
        )  # fmt: skip
        self.number = 0
        self.versions: dict[str, int] = {}
        self.texts: dict[str, str] = {}
        self.notes: list[dict[str, Any]] = []
        self.requests: list[dict[str, Any]] = []
        self.inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.stderr: list[str] = []
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._log, daemon=True).start()
        try:
            self.hello = self._greet(
                folder, _capabilities(encodings) if capabilities is None else capabilities
            )
        except BaseException:
            self.kill()
            raise

    def _greet(self, folder: Path | None, capabilities: dict[str, Any]) -> Any:
        uri = folder.as_uri() if folder else None
        hello = self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": uri,
                "workspaceFolders": [{"uri": uri, "name": "maps"}] if uri else None,
                "capabilities": capabilities,
            },
        )
        self.tell("initialized", {})
        return hello

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and return its result."""
        return self.answer(self.send(method, params))

    def send(self, method: str, params: Any) -> int:
        """Send a request; return its number."""
        self.number += 1
        self._write({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        return self.number

    def answer(self, number: int) -> Any:
        """Wait for the answer to a request."""
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                if "error" in message:
                    raise Failure(message["error"]["message"])
                return message["result"]
            self._keep(message)

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._write({"jsonrpc": "2.0", "method": method, "params": params})

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a file; return its address."""
        uri = path.as_uri()
        self.texts[uri] = path.read_text(encoding="utf-8") if text is None else text
        self.versions[uri] = 1
        self.tell(
            "textDocument/didOpen",
            {
                "textDocument": {
                    "uri": uri,
                    "languageId": "yaml",
                    "version": 1,
                    "text": self.texts[uri],
                }
            },
        )
        return uri

    def change(self, uri: str, *changes: dict[str, Any]) -> int:
        """Send changes as they are; return the new version."""
        self.versions[uri] += 1
        self.tell(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": self.versions[uri]},
                "contentChanges": list(changes),
            },
        )
        return self.versions[uri]

    def write(self, uri: str, text: str) -> int:
        """Replace the whole text; return the new version."""
        self.texts[uri] = text
        return self.change(uri, {"text": text})

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """Wait for what is said of a file, of `version` or a later one."""
        wanted = self.versions.get(uri, 0) if version is None else version
        while True:
            for note in self.notes:
                if note["method"] != "textDocument/publishDiagnostics":
                    continue
                params = note["params"]
                if params["uri"] == uri and (params.get("version") or 0) >= wanted:
                    self.notes.remove(note)
                    return list(params["diagnostics"])
            self._keep(self._next())

    def at(self, uri: str, mark: str, *, nth: int = 0, after: bool = False) -> dict[str, Any]:
        """Return the parameters of a request at a stretch of the text, in UTF-16 units."""
        text = self.texts[uri]
        offset = -1
        for _ in range(nth + 1):
            offset = text.index(mark, offset + 1)
        offset += len(mark) if after else 0
        return {"textDocument": {"uri": uri}, "position": position(text, offset)}

    def end(self) -> int:
        """Say goodbye; return the exit code."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.process.wait(TIMEOUT)

    def kill(self) -> None:
        """End it whatever happens."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(TIMEOUT)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()

    def _keep(self, message: dict[str, Any]) -> None:
        if "id" in message:
            self.requests.append(message)
            self._write({"jsonrpc": "2.0", "id": message["id"], "result": None})
        else:
            self.notes.append(message)

    def _next(self) -> dict[str, Any]:
        message = self.inbox.get(timeout=TIMEOUT)
        if message is None:
            raise AssertionError("the server ended:\n" + "".join(self.stderr))
        return message

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            length = 0
            while line := stream.readline().strip():
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                self.inbox.put(None)
                return
            self.inbox.put(json.loads(stream.read(length)))

    def _log(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.stderr.append(line.decode("utf-8", "replace"))


def position(text: str, offset: int) -> dict[str, int]:
    """Return the position of an offset, in UTF-16 units."""
    before = text[:offset]
    line = before.rsplit("\n", 1)[-1]
    return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    """Return `text` with the edits of an answer, whose positions are in UTF-16 units."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def offset(place: dict[str, int]) -> int:
        if place["line"] >= len(lines):
            return len(text)
        units = lines[place["line"]].encode("utf-16-le")[: place["character"] * 2]
        return starts[place["line"]] + len(units.decode("utf-16-le"))

    placed = [(offset(each["range"]["start"]), offset(each["range"]["end"]), each["newText"])
              for each in edits]  # fmt: skip
    for start, end, new in sorted(placed, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _capabilities(encodings: tuple[str, ...]) -> dict[str, Any]:
    return {
        "general": {"positionEncodings": list(encodings)} if encodings else {},
        "workspace": {
            "didChangeWatchedFiles": {"dynamicRegistration": True},
            "workspaceEdit": {"documentChanges": True},
        },
        "textDocument": {
            "publishDiagnostics": {"relatedInformation": True},
            "completion": {"completionItem": {"snippetSupport": True}},
            "rename": {"prepareSupport": True},
            "codeAction": {
                "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}
            },
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
            "hover": {"contentFormat": ["markdown", "plaintext"]},
        },
    }
