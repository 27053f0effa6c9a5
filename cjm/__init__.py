"""Customer journey maps as code: load, lint, compare and draw them."""

__version__ = "0.1.0"
