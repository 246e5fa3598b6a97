"""How long things take, as ratios within one run on one machine."""
