"""Tests of cjm.lint."""
