"""Two edits of one file put together, item by item rather than line by line."""
