"""What inspectors found: cases and other records, judgements, tallies, decisions."""
