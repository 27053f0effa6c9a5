"""What an editor may ask, and who answers it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from cjm.lsp import actions, completion, formatting, hover, navigation, rename, symbols
from cjm.lsp.session import Spot

if TYPE_CHECKING:
    from cjm.lsp.server import Server

T = TypeVar("T")


class RequestFailed(JsonRpcException):
    """What was asked cannot be done, and the user is told why (LSP 3.17, `RequestFailed`)."""

    CODE = -32803
    MESSAGE = "Request failed"


def register(server: Server) -> None:
    """Tell `server` what it can answer."""
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_no_answer)
    _register_reading(server)
    _register_places(server)
    _register_writing(server)


def _register_reading(server: Server) -> None:
    options = types.CompletionOptions(trigger_characters=[" ", "[", "{", "#"])

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, options)
    async def complete(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
        snippets = ls.knows("text_document.completion.completion_item.snippet_support")
        return await ls.ask(
            params.text_document.uri,
            lambda spot: completion.completion(spot, params.position, snippets=bool(snippets)),
        )

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def tell(ls: Server, params: types.HoverParams) -> types.Hover | None:
        formats = ls.knows("text_document.hover.content_format") or ()
        markdown = types.MarkupKind.Markdown in formats
        return await ls.ask(
            params.text_document.uri,
            lambda spot: hover.hover(spot, params.position, markdown=markdown),
        )

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def outline(
        ls: Server, params: types.DocumentSymbolParams
    ) -> list[types.DocumentSymbol] | None:
        return await ls.ask(params.text_document.uri, symbols.symbols)

    @server.feature(types.WORKSPACE_SYMBOL)
    async def find(
        ls: Server, params: types.WorkspaceSymbolParams
    ) -> list[types.SymbolInformation]:
        return await ls.ask_all(lambda spot: symbols.workspace_symbols(spot, params.query))

    @server.command(actions.EXPLAIN)
    def explain(ls: LanguageServer, name: str) -> None:
        page = hover.rule_page(name)
        if page is not None:
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, page))


def _register_places(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def define(ls: Server, params: types.DefinitionParams) -> types.Location | None:
        return await ls.ask(
            params.text_document.uri, lambda spot: navigation.definition(spot, params.position)
        )

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def refer(ls: Server, params: types.ReferenceParams) -> list[types.Location] | None:
        declared = params.context.include_declaration
        return await ls.ask(
            params.text_document.uri,
            lambda spot: navigation.references(spot, params.position, declared=declared),
        )


def _register_writing(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare(
        ls: Server, params: types.PrepareRenameParams
    ) -> types.PrepareRenamePlaceholder | None:
        return await ls.ask(
            params.text_document.uri, _told(lambda spot: rename.prepare(spot, params.position))
        )

    @server.feature(types.TEXT_DOCUMENT_RENAME)
    async def call(ls: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
        return await ls.ask(
            params.text_document.uri,
            _told(lambda spot: rename.rename(spot, params.position, params.new_name)),
        )

    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    async def act(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        return await ls.ask(params.text_document.uri, lambda spot: actions.actions(spot, params))

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def lay_out(
        ls: Server, params: types.DocumentFormattingParams
    ) -> list[types.TextEdit] | None:
        return await ls.ask(params.text_document.uri, _told(formatting.formatting))


def _told(work: Callable[[Spot], T]) -> Callable[[Spot], T]:
    """Return `work`, whose refusals are answers to the user."""

    def told(spot: Spot) -> T:
        try:
            return work(spot)
        except rename.RefusedError as error:
            raise RequestFailed(message=str(error), code=RequestFailed.CODE) from None

    return told


def _is_no_answer(record: logging.LogRecord) -> bool:
    """Whether a line of the log is about more than a user who was told no."""
    kind: Any = record.exc_info[0] if isinstance(record.exc_info, tuple) else None
    return not (isinstance(kind, type) and issubclass(kind, RequestFailed))
