"""Journeys to other tools' files, and what other tools made to journeys."""
