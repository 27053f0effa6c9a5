"""The language server: takes what an editor sends, and answers; the work is done elsewhere.

One thread reads and answers, another works, in the order of what was asked. So a request waits for
the judgement before it, and nothing waits for a request that was cancelled.
"""

from __future__ import annotations

import asyncio
import datetime
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any, TypeVar

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from cjm import __version__
from cjm.lsp.addresses import path_of
from cjm.lsp.diagnostics import diagnostics
from cjm.lsp.features import register
from cjm.lsp.positions import changed
from cjm.lsp.session import OpenText, Session, Spot, folder_of
from cjm.workspace.choices import BASELINE

T = TypeVar("T")
Work = Callable[[Spot], T]

PAUSE = 0.02
"""Seconds without a key press after which a map is judged."""

_log = logging.getLogger(__name__)


class Protocol(LanguageServerProtocol):
    """The messages about open texts, which the server keeps itself.

    The texts that pygls keeps end their lines at signs that an editor takes for none.
    """

    _server: Server

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take a text that was opened."""
        document = params.text_document
        self._server.take(document.uri, document.version, document.text)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take the changes of a text."""
        known = self._server.texts.get(params.text_document.uri)
        if known is not None:
            text = changed(known.text, params.content_changes, self._server.encoding)
            self._server.take(known.uri, params.text_document.version, text)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a text."""
        self._server.forget(params.text_document.uri)


class Server(LanguageServer):
    """Answers one editor.

    Args:
        today: Tells the day.

    Attributes:
        texts: Address → text, of the files that are open.
        encoding: Units of columns, as agreed with the editor.
    """

    def __init__(self, today: Callable[[], datetime.date]) -> None:
        super().__init__("cjm", __version__, protocol_cls=Protocol, max_workers=2)
        self.today = today
        self.texts: dict[str, OpenText] = {}
        self.session = Session()
        self._worker = ThreadPoolExecutor(1, "cjm")
        self._pause: asyncio.TimerHandle | None = None
        self._shown: dict[str, types.PublishDiagnosticsParams] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        _register(self)
        register(self)

    @property
    def is_over(self) -> bool:
        """Whether the editor has asked for the end."""
        return bool(self.protocol._shutdown)

    @property
    def encoding(self) -> str:
        """Units of columns, as agreed with the editor."""
        agreed = self.workspace.position_encoding
        return str(getattr(agreed, "value", agreed))

    def take(self, uri: str, version: int, text: str) -> None:
        """Take a text as the editor has it now."""
        path = path_of(uri)
        if path is None:
            return
        self.texts[uri] = known = OpenText(uri, path, version, text)
        self._do(lambda: self.session.put(known))
        self.judge_soon()

    def forget(self, uri: str) -> None:
        """Forget a text that was closed; what was said of it is taken back."""
        known = self.texts.pop(uri, None)
        self._shown.pop(uri, None)
        if known is not None:
            self._do(lambda: self.session.close(known.path))
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
            self.judge_soon()

    async def ask(self, uri: str, work: Work[T]) -> T | None:
        """Return what `work` finds for the text at `uri`, as it is when it is asked."""
        known = self.texts.get(uri)
        if known is None:
            return None

        def answer() -> T | None:
            spot = self.session.spot(known, cancelled)
            return work(spot) if spot is not None else None

        cancelled = Event()
        try:
            return await self.work(answer)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    async def ask_all(self, work: Work[list[T]]) -> list[T]:
        """Return what `work` finds in each workspace that a file is open of."""

        def answer() -> list[T]:
            return [each for spot in self.session.one_each(cancelled) for each in work(spot)]

        cancelled = Event()
        try:
            return await self.work(answer)
        except asyncio.CancelledError:
            cancelled.set()
            raise

    def knows(self, capability: str) -> Any:
        """Return what the editor says of one of its capabilities, `None` where it says nothing."""
        return get_capability(self.client_capabilities, capability)

    async def work(self, work: Callable[[], T]) -> T:
        """Return what `work` returns; it has the workspaces for itself."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, work)

    def judge_soon(self) -> None:
        """Judge what changed as soon as nobody types."""
        if self._pause is not None:
            self._pause.cancel()
        self._pause = asyncio.get_running_loop().call_later(PAUSE, self._begin)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Write to the log what went wrong; the session goes on."""
        if source is FeatureRequestError:
            return  # it was answered, and is in the log
        _log.error("%s: %s", type(error).__name__, error)

    def shutdown(self) -> None:
        """Stop working."""
        self._worker.shutdown(wait=False, cancel_futures=True)
        super().shutdown()  # type: ignore[no-untyped-call]

    def _begin(self) -> None:
        task = asyncio.get_running_loop().create_task(self._judge())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _judge(self) -> None:
        try:
            for params in await self.work(self._judged):
                known = self.texts.get(params.uri)
                # Of a text that has changed since, more is to come.
                if known is None or known.version != params.version:
                    continue
                if self._shown.get(params.uri) != params:
                    self._shown[params.uri] = params
                    self.text_document_publish_diagnostics(params)
        except Exception:
            _log.exception("the maps could not be judged")

    def _judged(self) -> list[types.PublishDiagnosticsParams]:
        related = bool(self.knows("text_document.publish_diagnostics.related_information"))
        return [
            types.PublishDiagnosticsParams(
                text.uri,
                diagnostics(self.session, text, project, judgement, related=related),
                text.version,
            )
            for text, project, judgement in self.session.judge(self.today())
        ]

    def _do(self, work: Callable[[], None]) -> None:
        """Do something about the workspaces, after all that was asked before."""

        def attempt() -> None:
            try:
                work()
            except Exception:
                _log.exception("a text could not be taken")

        self._worker.submit(attempt)

    def look_again(self) -> None:
        """Look at the disk again: something there has changed."""
        uris = [*self.workspace.folders, self.workspace.root_uri or ""]
        folders = tuple(filter(None, map(folder_of, uris)))
        self._do(lambda: self.session.begin(folders, self.encoding))
        self.judge_soon()

    @property
    def can_watch(self) -> bool:
        """Whether the editor can be asked to tell of changes on disk."""
        return bool(self.knows("workspace.did_change_watched_files.dynamic_registration"))


def _register(server: Server) -> None:
    """Tell `server` what to do as files come, go and change."""

    @server.feature(types.INITIALIZED)
    async def begin(ls: Server, _params: object) -> None:
        ls.look_again()
        if ls.can_watch:
            await ls.client_register_capability_async(_watching())

    for method in (
        types.TEXT_DOCUMENT_DID_SAVE,
        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
        types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS,
    ):

        @server.feature(method)
        def look_at_disk(ls: Server, _params: object) -> None:
            ls.look_again()


def _watching() -> types.RegistrationParams:
    """Return what asks an editor to tell of changes on disk."""
    globs = ("**/*.{yaml,yml,mmd,mermaid}", "**/.gitignore", f"**/{BASELINE}")
    options = types.DidChangeWatchedFilesRegistrationOptions(
        [types.FileSystemWatcher(each) for each in globs]
    )
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    return types.RegistrationParams([types.Registration("cjm-files", method, options)])
