"""Text to data that remembers its positions; the only code that knows YAML."""

from cjm.source.document import Document, RouteTable, SpanTable, TextProblem
from cjm.source.plain import Plain
from cjm.source.yaml import parse

__all__ = ["Document", "Plain", "RouteTable", "SpanTable", "TextProblem", "parse"]
