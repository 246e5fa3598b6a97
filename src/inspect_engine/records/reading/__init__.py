"""How a bundle is read, part by part; the way in is `records.intake`."""
