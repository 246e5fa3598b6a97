"""Find bands that are out of order, out of reach, or end between rounded figures."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from inspect_engine.checks.band_faults import (
    BandEndsNotRounded,
    BandLevels,
    BandOrder,
    BandOutside,
    BandUnreachable,
    LevelWithoutBand,
)
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related, Severity
from inspect_engine.model.coverage import whole_numbers_in
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.scales import Band, Bands
from inspect_engine.model.semantics import plain

LADDER = 3
"""Bands for so many levels are meant for the whole scale."""


def band_places(methodology: Methodology) -> Iterator[Diagnostic]:
    """Every band that stands, ends or reaches where it should not."""
    for bands in methodology.bands.values():
        yield from out_of_order(bands)
        yield from levels_without_band(bands)
        for band in bands.bands:
            yield from outside(band, bands)
            yield from unreachable(band, bands)
        yield from ends_not_rounded(bands)
        yield from levels_out_of_order(bands)


def out_of_order(bands: Bands) -> Iterator[Diagnostic]:
    """The first band that breaks the order that the list begins with."""
    listed = [band for band in bands.bands if not band.exact.is_empty]
    keys = [band.exact.sort_key for band in listed]
    if keys == sorted(keys) or keys == sorted(keys, reverse=True):
        return
    for before, band in pairwise(listed):
        if band.exact.sort_key < before.exact.sort_key:
            fault = BandOrder(
                band=band.written.in_words(),
                bands=bands.id,
                before=before.written.in_words(),
            )
            yield fault.at(band.span, Related(before.span, "the band before"))
            return


def levels_out_of_order(bands: Bands) -> Iterator[Diagnostic]:
    """The first band whose level breaks with those of lower figures.

    Bands that give a level twice, as both too few and too many are poor, are not meant
    to rise; nor are two bands out of order with one another.
    """
    filled = [band for band in bands.bands if not band.exact.is_empty]
    ordered = sorted(filled, key=lambda band: band.exact.sort_key)
    levels = [band.level.index for band in ordered]
    is_ladder = levels in (sorted(levels), sorted(levels, reverse=True))
    if is_ladder or len(set(levels)) < len(levels):
        return
    is_rising = levels[0] < levels[-1]
    for before, band in pairwise(ordered):
        if (before.level.index < band.level.index) is not is_rising:
            fault = BandLevels(
                bands=bands.id,
                band=band.written.in_words(),
                level=band.level.id,
                verb="worse" if is_rising else "better",
                before=before.level.id,
                other="rise" if is_rising else "fall",
            )
            yield fault.at(band.span, Related(before.span, "the band below"))
            return


def levels_without_band(bands: Bands) -> Iterator[Diagnostic]:
    """Each level that no band gives."""
    given = {band.level.id for band in bands.bands}
    # Two bands are a threshold, which need not speak of every level.
    severity = Severity.NOTE if len(given) < LADDER else Severity.WARNING
    for level in bands.scale.levels:
        if level.id not in given:
            fault = LevelWithoutBand(
                bands=bands.id, level=level.id, scale=bands.scale.id
            )
            also = Related(level.span, "this level")
            yield fault.at(bands.span, also, severity=severity)


def outside(band: Band, bands: Bands) -> Iterator[Diagnostic]:
    """A band with an end beyond the measure."""
    extent, written = bands.extent, band.written
    for end in (written.low, written.high):
        if end is None:
            continue
        is_low = extent.low is not None and end < extent.low
        is_high = extent.high is not None and end > extent.high
        if is_low or is_high:
            near = extent.low if is_low else extent.high
            assert near is not None
            fault = BandOutside(
                band=written.in_words(),
                extent=extent.in_words(),
                bands=bands.id,
                end=plain(near),
            )
            yield fault.at(band.span)
            return


def unreachable(band: Band, bands: Bands) -> Iterator[Diagnostic]:
    """A band that holds no figure, though its ends lie within the measure."""
    if any(outside(band, bands)):
        return
    inside = band.exact.common(bands.extent)
    why = ""
    if band.written.is_empty:
        why = "it ends before it starts"
    elif band.exact.is_empty and bands.rounding:
        why = f"none is left after rounding {bands.rounding.in_words()}"
    elif inside.is_empty:
        why = f"it lies beside {bands.extent.in_words()}"
    elif bands.measure == "whole" and inside.low is not None:
        has_whole = bool(whole_numbers_in(inside, 1))
        why = "" if has_whole else "there is no whole number in it"
    if why:
        fault = BandUnreachable(band=band.written.in_words(), bands=bands.id, why=why)
        yield fault.at(band.span)


def ends_not_rounded(bands: Bands) -> Iterator[Diagnostic]:
    """Each end between two rounded figures, at the first band that has it."""
    if bands.rounding is None:
        return
    seen: set[Fraction] = set()
    for band in bands.bands:
        for end in (band.written.low, band.written.high):
            is_between = end is not None and (end / bands.rounding.step).denominator > 1
            if end is None or end in seen or not is_between:
                continue
            seen.add(end)
            fault = BandEndsNotRounded(
                band=band.written.in_words(),
                bands=bands.id,
                rounding=bands.rounding.in_words(),
                end=plain(end),
            )
            yield fault.at(band.span)
