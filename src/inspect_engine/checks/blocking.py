"""The checks whose faults keep rules from being scored by."""

from inspect_engine.checks.band_gap import band_gaps
from inspect_engine.checks.band_overlap import band_overlaps
from inspect_engine.checks.band_places import band_places
from inspect_engine.checks.score_extent import score_extents
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.methodology import Methodology

BLOCKING = (band_gaps, band_overlaps, band_places, score_extents)
"""Those of `every.CHECKS` that can find an error; a test holds them to it."""


def blocking(methodology: Methodology) -> tuple[Diagnostic, ...]:
    """What these find; the others have nothing to say to an inspection."""
    return tuple(found for one in BLOCKING for found in one(methodology))
