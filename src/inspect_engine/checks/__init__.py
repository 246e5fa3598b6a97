"""What can be wrong with a methodology before any case is read."""
