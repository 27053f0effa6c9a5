"""Changes put into a text by span, and the canonical layout of a whole file."""
