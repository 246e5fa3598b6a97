"""Find figures that are printed as if they belonged to another band."""

from collections.abc import Iterator
from fractions import Fraction

from inspect_engine.checks.band_faults import ShownContradicts
from inspect_engine.checks.examples import smallest_count
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.scales import Band, Bands
from inspect_engine.model.semantics import plain


def shown_contradictions(methodology: Methodology) -> Iterator[Diagnostic]:
    """For each bands of percents, the smallest count that is shown wrongly."""
    for bands in methodology.bands.values():
        if bands.shown is None or bands.measure != "percent":
            continue
        if bands.shown == bands.rounding:
            continue
        found = smallest(bands)
        if found is not None:
            yield describe(bands, *found)


def smallest(bands: Bands) -> tuple[int, int, Band, Band] | None:
    """The count, its base, the band it is in and the one it is shown as."""
    assert bands.shown is not None
    found: list[tuple[int, int, int, int]] = []
    for place, rated in enumerate(bands.bands):
        for other, looks in enumerate(bands.bands):
            if rated.level.id == looks.level.id:
                continue
            contrary = rated.exact.common(bands.shown.reaching(looks.written))
            count = None if contrary.is_empty else smallest_count(contrary)
            if count is not None:
                found.append((count[1], count[0], place, other))
    if not found:
        return None
    base, yes, place, other = min(found)
    return yes, base, bands.bands[place], bands.bands[other]


def describe(bands: Bands, yes: int, base: int, rated: Band, looks: Band) -> Diagnostic:
    """One figure, at the band that it looks like."""
    fault = ShownContradicts(
        bands=bands.id,
        count=f"{yes} of {base}",
        shown=f"{plain(bands.show(Fraction(yes, base)))}%",
        rated=rated.level.id,
        looks=looks.level.id,
    )
    return fault.at(looks.span, Related(rated.span, "the band it is rated by"))
