"""What a browser can prove of a picture: each check reads a page that is open, and lists its faults."""
