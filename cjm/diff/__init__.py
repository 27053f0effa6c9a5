"""What differs between two maps, then how bad that is: two steps."""
