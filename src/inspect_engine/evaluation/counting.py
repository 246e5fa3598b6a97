"""Counts of yes and of the base, known and possible, from records or tallies.

A record counts as yes, as other, or not at all; where answers are open it may do
several of these. What matters is only how many records may do what.
"""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from inspect_engine.evaluation.figures import (
    Extent,
    Figure,
    Shares,
    exactly,
    whole_numbers,
)
from inspect_engine.shapes import shape

YES, OTHER, OUT = 1, 2, 4
"""How a record may count; sets of these are masks."""


@shape(eq=True)
class Counts:
    """How many records count how, by the set of ways open to them.

    `tallied` are published (base, fewest, most) counts of yes that are added to
    every possibility. `is_known` is false where nothing at all is known.
    """

    ways: tuple[int, int, int, int, int, int, int, int] = (0,) * 8
    tallied: tuple[tuple[int, int, int], ...] = ()
    is_known: bool = True

    @property
    def yes(self) -> int | None:
        """How many count as yes for certain; None where a tally leaves it open."""
        return self._sum(self.ways[YES], [(low, high) for _, low, high in self.tallied])

    @property
    def other(self) -> int | None:
        """How many count as other for certain."""
        rest = [(base - high, base - low) for base, low, high in self.tallied]
        return self._sum(self.ways[OTHER], rest)

    def _sum(self, counted: int, ranges: list[tuple[int, int]]) -> int | None:
        if any(low != high for low, high in ranges):
            return None
        return counted + sum(low for low, _ in ranges)

    @property
    def base(self) -> int:
        """How many have a base for certain: yes or other."""
        known = self.ways[YES] + self.ways[OTHER] + self.ways[YES | OTHER]
        return known + sum(base for base, _, _ in self.tallied)

    @property
    def open(self) -> int:
        """How many may still count in more than one way."""
        return sum(self.ways) - self.ways[YES] - self.ways[OTHER] - self.ways[OUT]

    @property
    def out(self) -> int:
        """How many are out for certain."""
        return self.ways[OUT]

    def ranges(self) -> Iterable[tuple[int, int, int]]:
        """Each possible base with the fewest and most yes on it."""
        ways = self.ways
        yes = ways[YES] + sum(low for _, low, _ in self.tallied)
        spread = sum(high - low for _, low, high in self.tallied)
        both = ways[YES | OTHER]
        yes_or_out, other_or_out = ways[YES | OUT], ways[OTHER | OUT]
        anything = ways[YES | OTHER | OUT]
        for joining in range(yes_or_out + other_or_out + anything + 1):
            fewest = max(0, joining - other_or_out - anything)
            most = min(joining, yes_or_out + anything)
            yield self.base + joining, yes + fewest, yes + spread + both + most

    def share(self) -> Figure:
        """The share of yes."""
        if not self.is_known:
            return Extent(Fraction(0), Fraction(1), may_be_none=True)
        found = list(self.ranges())
        kept = tuple(part for part in found if part[0])
        return Shares(kept, may_be_none=len(kept) < len(found))

    def count(self) -> Figure:
        """How many count as yes."""
        fewest = self.ways[YES] + sum(low for _, low, _ in self.tallied)
        spread = sum(high - low for _, low, high in self.tallied)
        may = sum(self.ways[way] for way in (3, 5, 7))
        return self._numbers(fewest, fewest + spread + may)

    def size(self) -> Figure:
        """How many are in the base."""
        may = sum(self.ways[way] for way in (5, 6, 7))
        return self._numbers(self.base, self.base + may)

    def _numbers(self, fewest: int, most: int) -> Figure:
        if not self.is_known:
            return Extent(Fraction(0), None)
        if fewest == most:
            return exactly(fewest)
        return whole_numbers(fewest, most)


UNKNOWN_COUNTS = Counts(is_known=False)


def counted(ways: Iterable[int]) -> Counts:
    """The counts of records by the ways open to each."""
    found = Counter(ways)
    return Counts(tuple(found[way] for way in range(8)))  # type: ignore[arg-type]


def together(parts: Iterable[Counts]) -> Counts:
    """Counts of several questions or units as one."""
    found = list(parts)
    ways = tuple(
        sum(column) for column in zip(*(part.ways for part in found), strict=True)
    )
    tallied = tuple(tally for part in found for tally in part.tallied)
    is_known = all(part.is_known for part in found)
    return Counts(ways, tallied, is_known)
