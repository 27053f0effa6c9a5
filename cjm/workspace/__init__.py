"""Many files to one set of journeys: discovery, settings, loading, references."""
