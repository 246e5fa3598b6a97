"""From answers to ratings."""
