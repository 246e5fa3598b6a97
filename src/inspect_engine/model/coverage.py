"""Which figures no band covers."""

from fractions import Fraction
from math import ceil, floor

from inspect_engine.model.scales import Bands
from inspect_engine.model.semantics import EVERYTHING, Interval


def gaps(bands: Bands) -> list[Interval]:
    """Where no band lies: intervals of exact figures, in written units.

    Only figures within the extent count, and only whole ones where whole numbers are
    measured.
    """
    is_whole = bands.measure == "whole"
    found = _between(bands, bands.extent)
    return [gap for gap in found if _has_figure(gap, is_whole=is_whole)]


def uncovered(bands: Bands, *, is_whole: bool) -> list[Interval]:
    """Where no band lies for a figure that may be any number, or any whole one.

    What is measured is only what should come: a mean may lie between whole numbers,
    and a sum beyond the extent.
    """
    found = _between(bands, EVERYTHING)
    return [gap for gap in found if _has_figure(gap, is_whole=is_whole)]


def _between(bands: Bands, extent: Interval) -> list[Interval]:
    found: list[Interval] = []
    low, low_included = extent.low, True
    if low is None:
        low_included = False
    for interval in sorted(
        (band.exact for band in bands.bands), key=lambda i: i.sort_key
    ):
        if interval.is_empty:
            continue
        if interval.low is not None:
            gap = Interval(low, low_included, interval.low, not interval.low_included)
            if not gap.is_empty:
                found.append(gap.common(extent))
        if interval.high is None:
            return found
        if low is None or (interval.high, interval.high_included) >= (
            low,
            not low_included,
        ):
            low, low_included = interval.high, not interval.high_included
    found.append(Interval(low, low_included, None, False).common(extent))
    return found


def _has_figure(gap: Interval, *, is_whole: bool) -> bool:
    if gap.is_empty:
        return False
    if not is_whole or gap.low is None or gap.high is None:
        return True
    return bool(whole_numbers_in(gap))


def whole_numbers_in(interval: Interval, most: int = 1000) -> list[Fraction]:
    """The first whole numbers of an interval with both ends."""
    assert interval.low is not None
    first = ceil(interval.low)
    if first == interval.low and not interval.low_included:
        first += 1
    last = first + most - 1
    if interval.high is not None:
        end = floor(interval.high)
        if end == interval.high and not interval.high_included:
            end -= 1
        last = min(last, end)
    return [Fraction(number) for number in range(first, last + 1)]
