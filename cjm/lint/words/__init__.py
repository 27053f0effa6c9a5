"""Word lists that rules read by; data, one module a rule, each language a tuple."""
