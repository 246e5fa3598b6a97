"""The other spelling: rules in YAML and JSON, with the same words as keys."""
