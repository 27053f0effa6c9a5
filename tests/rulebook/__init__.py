"""Tests of cjm.rulebook."""
