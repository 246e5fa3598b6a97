"""Find rules that decide ratings and do not say where they come from."""

from collections.abc import Iterator

from inspect_engine.checks.model_faults import NoProvenance
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.provenance import Provenance
from inspect_engine.model.ratings import RatingRule
from inspect_engine.source import Span

Declared = tuple[str, Span, tuple[Provenance, ...]]


def without_provenance(methodology: Methodology) -> Iterator[Diagnostic]:
    """Each such rule without a citation or an assumption, in it or in what holds it."""
    for what, span, provenances in declared(methodology):
        if not any(one.citations or one.assumptions for one in provenances):
            yield NoProvenance(what=what).at(span)


def declared(methodology: Methodology) -> Iterator[Declared]:
    """Bands, computed ratings, limits, adjustments, tables and parameters."""
    for bands in methodology.bands.values():
        inner = tuple(band.provenance for band in bands.bands)
        yield f"The bands «{bands.id}»", bands.span, (bands.provenance, *inner)
    for parameter in methodology.parameters.values():
        inner = tuple(entry.provenance for entry in parameter.entries)
        what = f"The parameter «{parameter.id}»"
        yield what, parameter.span, (parameter.provenance, *inner)
    for value in methodology.values.values():
        if value.table is not None:
            inner = tuple(row.provenance for row in value.table.rows)
            own = (value.table.provenance, value.provenance, *inner)
            yield f"The table «{value.id}»", value.span, own
    for standard in methodology.standards.values():
        if standard.rule.rating is not None:
            what = f"The rating of «{standard.id}»"
            yield what, standard.span, (standard.provenance,)
        yield from of_rule(standard.rule, standard.provenance)
    if methodology.overall is not None:
        overall = methodology.overall
        yield "The overall rating", overall.span, (overall.provenance,)
        yield from of_rule(overall.rule, overall.provenance)


def of_rule(rule: RatingRule, around: Provenance) -> Iterator[Declared]:
    """The limits and steps of a rule; what holds them speaks for them too."""
    for limit in rule.limits:
        yield "A limit", limit.span, (limit.provenance, around)
    for step in rule.steps:
        yield "A step of an adjustment", step.span, (step.provenance, around)
