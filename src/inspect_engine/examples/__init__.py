"""Examples beside the rules: what is given, what must come of it, and whether it does."""
