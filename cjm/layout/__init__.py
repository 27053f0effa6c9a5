"""Turns a sheet into a scene: every number of a picture is decided here."""
