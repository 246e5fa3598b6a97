"""Questions about rules whose answers are found by trying them out."""
