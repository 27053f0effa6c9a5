"""Turns a sheet into a scene: every number of a picture is decided here."""

from cjm.layout.lay_out import lay_out
from cjm.layout.scene import Scene

__all__ = ["Scene", "lay_out"]
