"""Works out what the parts of a journey amount to: basis of claims, coverage, curve."""
