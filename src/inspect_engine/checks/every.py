"""Every check of a methodology, in one list."""

from collections.abc import Callable, Iterator

from inspect_engine.checks.band_gap import band_gaps
from inspect_engine.checks.band_overlap import band_overlaps
from inspect_engine.checks.band_places import band_places
from inspect_engine.checks.level_scores import level_scores
from inspect_engine.checks.look_alike import look_alikes
from inspect_engine.checks.parameter_cover import parameter_cover
from inspect_engine.checks.parameter_dates import parameter_dates
from inspect_engine.checks.parameter_keys import parameter_keys
from inspect_engine.checks.provenance import without_provenance
from inspect_engine.checks.question_effects import question_effects
from inspect_engine.checks.score_extent import score_extents
from inspect_engine.checks.score_order import score_orders
from inspect_engine.checks.shadowed_name import shadowed_names
from inspect_engine.checks.shown_contradicts import shown_contradictions
from inspect_engine.checks.unused_name import unused_names
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.methodology import Methodology

Check = Callable[[Methodology], Iterator[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    band_gaps,
    band_overlaps,
    band_places,
    shown_contradictions,
    score_extents,
    score_orders,
    level_scores,
    question_effects,
    unused_names,
    look_alikes,
    shadowed_names,
    parameter_dates,
    parameter_keys,
    parameter_cover,
    without_provenance,
)
"""Every check, in the order in which they run."""


def check(methodology: Methodology) -> tuple[Diagnostic, ...]:
    """Everything the checks find in a methodology."""
    return tuple(found for one in CHECKS for found in one(methodology))
