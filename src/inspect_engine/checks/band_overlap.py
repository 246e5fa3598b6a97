"""Find figures that two bands claim."""

from collections.abc import Iterator
from itertools import combinations

from inspect_engine.checks.examples import example_in, figure_in
from inspect_engine.checks.faults import BandOverlap
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.scales import Band, Bands


def band_overlaps(methodology: Methodology) -> Iterator[Diagnostic]:
    """Every pair of bands with a figure in common."""
    for bands in methodology.bands.values():
        ordered = sorted(bands.bands, key=lambda band: band.exact.sort_key)
        for one, two in combinations(ordered, 2):
            common = one.exact.common(two.exact)
            if not common.is_empty:
                yield describe(one, two, example_in(common, bands), bands)


def describe(one: Band, two: Band, example: str, bands: Bands) -> Diagnostic:
    """One overlap, at the later of the two bands."""
    first, second = sorted((one, two), key=lambda band: band.span.start)
    common = one.written.common(two.written)
    fault = BandOverlap(
        bands=bands.id,
        where=common.in_words(),
        first=first.written.in_words(),
        second=second.written.in_words(),
        example=f"{example} would have two ratings" if example else "",
        figure=figure_in(one.exact.common(two.exact), bands),
    )
    return fault.at(second.span, Related(first.span, "the other band"))
