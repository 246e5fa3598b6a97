"""From written to meant: names looked up, kinds worked out, files put together."""
