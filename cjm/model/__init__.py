"""What a journey map is: frozen, hashable Pydantic models, with no positions and no files."""
