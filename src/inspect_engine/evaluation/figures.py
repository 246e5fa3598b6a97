"""Figures that are known, or the ones that are still possible.

A figure is a set of numbers: one where everything is answered, several or an extent
where something is open. `may_be_none` says that it may turn out to have no value at
all (not rated, not applicable), which is never nought.

What is said to be possible always covers what is; a set of points or shares is exact,
an extent may say too much.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import product

from attrs import evolve

from inspect_engine.model.semantics import Interval, Rounding
from inspect_engine.shapes import shape

MOST_POINTS = 4096
"""More possible values than this are kept as an extent."""

End = Fraction | None


@shape(eq=True)
class Points:
    """One of some numbers; none at all where there is no value."""

    values: frozenset[Fraction]
    may_be_none: bool = False

    @property
    def single(self) -> Fraction | None:
        """The number, where there is just one possibility."""
        if len(self.values) == 1 and not self.may_be_none:
            return next(iter(self.values))
        return None

    @property
    def has_value(self) -> bool:
        """Whether there can be a number at all."""
        return bool(self.values)

    def bounds(self) -> tuple[End, End]:
        """The lowest and the highest number possible."""
        return min(self.values), max(self.values)

    def reaches(self, interval: Interval) -> bool:
        """Whether a possible number lies in an interval."""
        return any(interval.holds(value) for value in self.values)

    def points(self) -> frozenset[Fraction] | None:
        """All possible numbers, where they can be listed."""
        return self.values


@shape(eq=True)
class Extent:
    """Some number from low to high, both included; None is without limit."""

    low: End
    high: End
    may_be_none: bool = False
    has_value: bool = True

    @property
    def single(self) -> Fraction | None:
        """The number, where there is just one possibility."""
        if self.low is not None and self.low == self.high and not self.may_be_none:
            return self.low
        return None

    def bounds(self) -> tuple[End, End]:
        """The lowest and the highest number possible."""
        return self.low, self.high

    def reaches(self, interval: Interval) -> bool:
        """Whether a number of the extent lies in an interval."""
        mine = Interval(
            self.low, self.low is not None, self.high, self.high is not None
        )
        return mine.meets(interval)

    def points(self) -> frozenset[Fraction] | None:
        """All possible numbers, where they can be listed."""
        if self.low is not None and self.low == self.high:
            return frozenset((self.low,))
        return None


@shape(eq=True)
class Shares:
    """A share of yes: for each possible base, the possible counts of yes.

    `ranges` are (base, fewest, most) with bases above nought; every whole count
    between is possible.
    """

    ranges: tuple[tuple[int, int, int], ...]
    may_be_none: bool = False

    @property
    def single(self) -> Fraction | None:
        """The share, where there is just one possibility."""
        if len(self.ranges) != 1 or self.may_be_none:
            return None
        base, fewest, most = self.ranges[0]
        return Fraction(fewest, base) if fewest == most else None

    @property
    def has_value(self) -> bool:
        """Whether there can be a share at all."""
        return bool(self.ranges)

    def bounds(self) -> tuple[End, End]:
        """The lowest and the highest share possible."""
        low = min(Fraction(fewest, base) for base, fewest, _ in self.ranges)
        return low, max(Fraction(most, base) for base, _, most in self.ranges)

    def reaches(self, interval: Interval) -> bool:
        """Whether a possible share lies in an interval."""
        return any(_holds_count(interval, *found) for found in self.ranges)

    def points(self) -> frozenset[Fraction] | None:
        """All possible shares, where they can be listed."""
        if sum(most - fewest + 1 for _, fewest, most in self.ranges) > MOST_POINTS:
            return None
        return frozenset(
            Fraction(yes, base)
            for base, fewest, most in self.ranges
            for yes in range(fewest, most + 1)
        )


Figure = Points | Extent | Shares
NONE = Points(frozenset(), may_be_none=True)
UNKNOWN = Extent(None, None, may_be_none=True)


def exactly(value: Fraction | int) -> Points:
    """A number that is known."""
    return Points(frozenset((Fraction(value),)))


def _holds_count(interval: Interval, base: int, fewest: int, most: int) -> bool:
    """Whether a share of this base lies in an interval, by whole counts only."""
    if interval.low is not None:
        edge = interval.low * base
        first = -(-edge.numerator // edge.denominator)
        if first == edge and not interval.low_included:
            first += 1
        fewest = max(fewest, first)
    if interval.high is not None:
        edge = interval.high * base
        last = edge.numerator // edge.denominator
        if last == edge and not interval.high_included:
            last -= 1
        most = min(most, last)
    return fewest <= most


def union(figures: Iterable[Figure]) -> Figure:
    """Whatever any of the figures may be."""
    found = list(figures)
    may_be_none = any(figure.may_be_none for figure in found)
    valued = [figure for figure in found if figure.has_value]
    if len(valued) == 1:
        return evolve(valued[0], may_be_none=may_be_none)
    listed = [figure.points() for figure in valued]
    if all(points is not None for points in listed):
        values = frozenset(value for points in listed for value in points or ())
        if len(values) <= MOST_POINTS:
            return Points(values, may_be_none)
    ends = [figure.bounds() for figure in valued]
    return Extent(
        _least(low for low, _ in ends), _most(high for _, high in ends), may_be_none
    )


def _least(ends: Iterable[End]) -> End:
    found = list(ends)
    return None if None in found else min(end for end in found if end is not None)


def _most(ends: Iterable[End]) -> End:
    found = list(ends)
    return None if None in found else max(end for end in found if end is not None)


def combined(
    one: Figure,
    two: Figure,
    points: Callable[[Fraction, Fraction], Fraction | None],
    ends: Callable[[tuple[End, End], tuple[End, End]], tuple[End, End]],
) -> Figure:
    """What two figures can make together: point by point where they can be listed.

    `points` gives None where two numbers make none (a division by nought).
    """
    may_be_none = one.may_be_none or two.may_be_none
    if not (one.has_value and two.has_value):
        return Points(frozenset(), may_be_none=True)
    left, right = one.points(), two.points()
    if left is not None and right is not None and len(left) * len(right) <= MOST_POINTS:
        made = {points(a, b) for a, b in product(left, right)}
        values = frozenset(value for value in made if value is not None)
        return Points(values, may_be_none or None in made)
    low, high = ends(one.bounds(), two.bounds())
    return Extent(low, high, may_be_none or points(Fraction(1), Fraction(0)) is None)


def added(one: Figure, two: Figure) -> Figure:
    """The sum."""
    return combined(one, two, lambda a, b: a + b, _added_ends)


def subtracted(one: Figure, two: Figure) -> Figure:
    """The difference."""
    return combined(
        one,
        two,
        lambda a, b: a - b,
        lambda a, b: _added_ends(a, (_turned(b[1]), _turned(b[0]))),
    )


def multiplied(one: Figure, two: Figure) -> Figure:
    """The product."""
    return combined(one, two, lambda a, b: a * b, _multiplied_ends)


def divided(one: Figure, two: Figure) -> Figure:
    """The quotient; by nought there is none."""
    return combined(
        one, two, lambda a, b: a / b if b else None, lambda a, b: (None, None)
    )


def lower(one: Figure, two: Figure) -> Figure:
    """The lower of two."""
    return combined(
        one, two, min, lambda a, b: (_lower_low(a[0], b[0]), _lower_high(a[1], b[1]))
    )


def higher(one: Figure, two: Figure) -> Figure:
    """The higher of two."""
    return combined(
        one,
        two,
        max,
        lambda a, b: (_lower_high_of_lows(a[0], b[0]), _upper(a[1], b[1])),
    )


def _lower_low(a: End, b: End) -> End:
    return None if a is None or b is None else min(a, b)


def _lower_high(a: End, b: End) -> End:
    return b if a is None else a if b is None else min(a, b)


def _lower_high_of_lows(a: End, b: End) -> End:
    return b if a is None else a if b is None else max(a, b)


def _upper(a: End, b: End) -> End:
    return None if a is None or b is None else max(a, b)


def _turned(end: End) -> End:
    return None if end is None else -end


def _added_ends(a: tuple[End, End], b: tuple[End, End]) -> tuple[End, End]:
    low = None if a[0] is None or b[0] is None else a[0] + b[0]
    high = None if a[1] is None or b[1] is None else a[1] + b[1]
    return low, high


def _multiplied_ends(a: tuple[End, End], b: tuple[End, End]) -> tuple[End, End]:
    if None in a or None in b:
        return None, None
    corners = [x * y for x in a for y in b if x is not None and y is not None]
    return min(corners), max(corners)


def mapped(figure: Figure, change: Callable[[Fraction], Fraction]) -> Figure:
    """The figure after a change that keeps, or turns, the order of numbers."""
    listed = figure.points()
    if listed is not None:
        values = frozenset(change(value) for value in listed)
        return Points(values, figure.may_be_none)
    low, high = (None if end is None else change(end) for end in figure.bounds())
    if change(Fraction(0)) > change(Fraction(1)):
        low, high = high, low
    return Extent(low, high, figure.may_be_none)


def negated(figure: Figure) -> Figure:
    """The figure with its sign turned."""
    return mapped(figure, lambda value: -value)


def rounded(figure: Figure, rounding: Rounding, unit: int = 1) -> Figure:
    """The figure rounded, in its written unit (100 for percents)."""
    return mapped(figure, lambda value: rounding.apply(value * unit) / unit)


def whole_numbers(fewest: int, most: int) -> Figure:
    """Any whole number between two."""
    if most - fewest < MOST_POINTS:
        return Points(frozenset(map(Fraction, range(fewest, most + 1))))
    return Extent(Fraction(fewest), Fraction(most))


def without_none(figure: Figure) -> Figure:
    """The figure where it has a value."""
    return evolve(figure, may_be_none=False)


def each_point(figure: Figure) -> Iterator[Fraction | None]:
    """Every possibility, None for no value; only where they can be listed."""
    listed = figure.points()
    assert listed is not None
    yield from sorted(listed)
    if figure.may_be_none:
        yield None


OPERATIONS: dict[str, Callable[[Figure, Figure], Figure]] = {
    "+": added,
    "-": subtracted,
    "*": multiplied,
    "/": divided,
}
"""What each sign does."""
