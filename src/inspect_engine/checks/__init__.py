"""What can be wrong with a methodology before any case is read."""

from collections.abc import Callable, Iterator

from inspect_engine.checks.band_gap import band_gaps
from inspect_engine.checks.band_overlap import band_overlaps
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.methodology import Methodology

Check = Callable[[Methodology], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (band_gaps, band_overlaps)
"""Every check, in the order in which they run."""


def check(methodology: Methodology) -> tuple[Diagnostic, ...]:
    """Everything the checks find in a methodology."""
    return tuple(found for one in CHECKS for found in one(methodology))
