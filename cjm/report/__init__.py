"""Turns findings, changes and figures into text for people and for machines."""
