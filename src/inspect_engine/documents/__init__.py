"""YAML and JSON as strict trees of text with places; files in and out."""
