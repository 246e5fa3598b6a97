"""Find declarations that nothing speaks of."""

from collections.abc import Iterator

from inspect_engine.checks.model_faults import UnusedName
from inspect_engine.checks.uses import uses_in
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.methodology import Methodology
from inspect_engine.source import Span

Declared = tuple[str, tuple[str, str], str, Span]
"""What it is called, how uses name it, its name and its place."""


def unused_names(methodology: Methodology) -> Iterator[Diagnostic]:
    """Each scale, bands, answers, input, value, parameter, fact and source."""
    uses = uses_in(methodology)
    for kind, key, name, span in declared(methodology):
        if not uses.has(*key):
            yield UnusedName(kind=kind, name=name).at(span)


def declared(methodology: Methodology) -> Iterator[Declared]:
    """Everything that ought to be used somewhere."""
    for scale in methodology.scales.values():
        yield "scale", ("scale", scale.id), scale.id, scale.span
    for bands in methodology.bands.values():
        yield "bands", ("bands", bands.id), bands.id, bands.span
    for name in methodology.answers:
        place = methodology.answer_places.get(name, methodology.span)
        yield "answers", ("answers", name), name, place
    for name, given in methodology.inputs.items():
        yield "input", ("input", name), name, given.span
    for name, parameter in methodology.parameters.items():
        yield "parameter", ("parameter", name), name, parameter.span
    for name, value in methodology.values.items():
        if value.provenance.citations or value.provenance.assumptions:
            continue  # A figure that says where it is printed is there to be shown.
        kind = "table" if value.table else "let"
        yield kind, ("value", name), name, value.span
    for record in methodology.records.values():
        for name, fact in record.facts.items():
            yield "fact", (f"record {record.id}", name), name, fact.span
    for name, source in methodology.sources.items():
        yield "source", ("source", name), name, source.span
