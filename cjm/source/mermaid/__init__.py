"""Mermaid `journey` diagrams, read through the same door as YAML."""

from cjm.source.mermaid.comments import mermaid_comments
from cjm.source.mermaid.header import is_mermaid_journey
from cjm.source.mermaid.markdown import MermaidBlock, mermaid_blocks
from cjm.source.mermaid.reading import parse_mermaid, read_markdown

__all__ = [
    "MermaidBlock",
    "is_mermaid_journey",
    "mermaid_blocks",
    "mermaid_comments",
    "parse_mermaid",
    "read_markdown",
]
