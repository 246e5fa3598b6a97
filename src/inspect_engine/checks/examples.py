"""The smallest real count that shows what a check says about a figure."""

from fractions import Fraction
from math import floor

from inspect_engine.model.coverage import whole_numbers_in
from inspect_engine.model.scales import Bands
from inspect_engine.model.semantics import Interval, Rounding, plain

LARGEST_BASE = 2000
TO_ONE_PLACE = Rounding("half up", Fraction(1, 10))


def example_in(interval: Interval, bands: Bands) -> str:
    """«9 of 14 cases (64.3%)», or a number, that lies in an interval of figures.

    Empty where no count of at most 2,000 cases does.
    """
    if bands.measure == "percent":
        found = smallest_count(interval)
        if found is None:
            return ""
        yes, base = found
        shown = plain(TO_ONE_PLACE.apply(Fraction(100 * yes, base)))
        return f"{yes} of {base} case{'s' * (base > 1)} ({shown}%)"
    number = a_number(interval, bands)
    return "" if number is None else plain(number)


def figure_in(interval: Interval, bands: Bands) -> str:
    """The figure of the same example, exactly, as bands are written; or nothing."""
    if bands.measure == "percent":
        found = smallest_count(interval)
        return "" if found is None else str(Fraction(100 * found[0], found[1]))
    number = a_number(interval, bands)
    return "" if number is None else str(number)


def smallest_count(interval: Interval) -> tuple[int, int] | None:
    """The smallest base, and on it the fewest yes, with a percent in an interval."""
    for base in range(1, LARGEST_BASE + 1):
        low = interval.low if interval.low is not None else Fraction(0)
        yes = max(0, floor(low * base / 100))
        for count in (yes, yes + 1):
            if count <= base and interval.holds(Fraction(100 * count, base)):
                return count, base
    return None


def a_number(interval: Interval, bands: Bands) -> Fraction | None:
    """Some number of an interval: whole where whole numbers are measured."""
    inside = interval.common(bands.extent)
    if inside.is_empty:
        return None
    if inside.low is None:
        return None if inside.high is None else inside.high - 1
    whole = whole_numbers_in(inside, 1)
    if whole or bands.measure == "whole":
        return whole[0] if whole else None
    if inside.high is None:
        return inside.low + 1
    return (inside.low + inside.high) / 2
