"""Arranges a journey: what stands in which lane and column, in one language; no sizes."""
