"""Turns a flow into a scene: cards in stages, lines between them, every number decided."""

from cjm.layout.flow.lay_out_flow import lay_out_flow

__all__ = ["lay_out_flow"]
