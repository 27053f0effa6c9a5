"""Turns a scene or a sheet into a file; computes no coordinate and looks nothing up."""
