"""Examples beside the rules: what is given, and what must come of it."""
