"""Find figures that no band covers."""

from collections.abc import Iterator

from inspect_engine.checks.examples import example_in, figure_in
from inspect_engine.checks.faults import BandGap
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.coverage import gaps
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.scales import Band, Bands
from inspect_engine.model.semantics import Interval, plain


def band_gaps(methodology: Methodology) -> Iterator[Diagnostic]:
    """Every gap of every bands, with the smallest count that falls into it."""
    for bands in methodology.bands.values():
        for gap in gaps(bands):
            example = example_in(gap, bands)
            if example or bands.measure != "percent":
                yield describe(gap, example, bands)


def describe(gap: Interval, example: str, bands: Bands) -> Diagnostic:
    """One gap: between two bands, before the first or after the last."""
    below = [b for b in bands.bands if _ends_at(b, gap)]
    above = [b for b in bands.bands if _starts_at(b, gap)]
    sign = "%" if bands.unit == 100 else ""
    shown = f"{example} would get no rating" if example else ""
    if not (below and above):
        near = (below or above or [None])[0]  # type: ignore[list-item]
        span = near.span if near is not None else bands.span
        extend = (
            "start the first band lower"
            if above
            else "leave the last band open: «… and over»"
        )
        fault = BandGap(
            bands=bands.id,
            where=_where(gap, sign),
            example=shown,
            extend=extend,
            figure=figure_in(gap, bands),
        )
        return fault.at(span)
    low, high = below[0], above[0]
    end, start = low.written.high, high.written.low
    assert end is not None
    assert start is not None
    closed = (
        f"{plain(low.written.low)} to below {plain(start)}" if low.written.low else ""
    )
    if low.written.low is None:
        closed = f"below {plain(start)}"
    ends = f"the one before ends at {plain(end)}"
    fault = BandGap(
        bands=bands.id,
        where=_between(low, high, f"{plain(end)}{sign}", f"{plain(start)}{sign}"),
        label_text=f"this band starts at {plain(start)}; {ends}",
        example=shown,
        rounding=""
        if bands.rounding or bands.measure == "whole"
        else "round half up to whole",
        closed=closed if bands.measure != "whole" else "",
        figure=figure_in(gap, bands),
    )
    return fault.at(high.span, Related(low.span, "the band before"))


def _between(low: Band, high: Band, end: str, start: str) -> str:
    """The gap between two bands, in the ends that they are written with."""
    first = "above" if low.written.high_included else "from"
    last = "and below" if high.written.low_included else "to"
    return f"{first} {end} {last} {start}"


def _where(gap: Interval, sign: str) -> str:
    if gap.low is None or gap.high is None:
        return gap.in_words()
    low = "from" if gap.low_included else "above"
    high = (
        "to" if gap.high_included else "to below" if gap.low_included else "and below"
    )
    return f"{low} {plain(gap.low)}{sign} {high} {plain(gap.high)}{sign}"


def _ends_at(band: Band, gap: Interval) -> bool:
    return band.exact.high is not None and band.exact.high == gap.low


def _starts_at(band: Band, gap: Interval) -> bool:
    return band.exact.low is not None and band.exact.low == gap.high
