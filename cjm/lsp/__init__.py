"""The language server: what editors ask about a map while one types."""

from cjm.lsp.serve import serve

__all__ = ["serve"]
