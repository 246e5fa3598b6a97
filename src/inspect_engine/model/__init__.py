"""What a methodology means: names resolved, types known, ready to be worked out."""
