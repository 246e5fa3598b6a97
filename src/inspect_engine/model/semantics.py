"""The arithmetic that every stage shares: three-valued logic, rounding, intervals.

Sets of possibilities are bit masks throughout. A condition is a set of truths:
TRUE, FALSE and NOT_APPLICABLE, so that what is not yet answered is TRUE | FALSE
and never falls through to «no».
"""

from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

TRUE, FALSE, NEITHER = 1, 2, 4
"""The truths of a condition; NEITHER is «not applicable»."""

OPEN = TRUE | FALSE


def _pointwise(table: dict[tuple[int, int], int]) -> tuple[tuple[int, ...], ...]:
    """A table over single truths, extended to sets of them."""
    singles = (TRUE, FALSE, NEITHER)

    def combine(left: int, right: int) -> int:
        result = 0
        for a in singles:
            for b in singles:
                if left & a and right & b:
                    result |= table[a, b]
        return result

    return tuple(tuple(combine(left, right) for right in range(8)) for left in range(8))


def _dominant(strong: int, weak: int) -> dict[tuple[int, int], int]:
    """Whatever is strong decides; without it, not applicable spreads."""
    table = {}
    for a in (TRUE, FALSE, NEITHER):
        for b in (TRUE, FALSE, NEITHER):
            pair = {a, b}
            table[a, b] = (
                strong if strong in pair else NEITHER if NEITHER in pair else weak
            )
    return table


AND = _pointwise(_dominant(FALSE, TRUE))
"""AND[a][b]: the possible truths of «a and b»."""

OR = _pointwise(_dominant(TRUE, FALSE))
"""OR[a][b]: the possible truths of «a or b»."""

NOT = (0, FALSE, TRUE, OPEN, NEITHER, FALSE | NEITHER, TRUE | NEITHER, OPEN | NEITHER)
"""NOT[a]: the possible truths of «not a»; not applicable stays so."""


class Interval(NamedTuple):
    """Numbers from `low` to `high`; an end that is None has no limit."""

    low: Fraction | None
    low_included: bool
    high: Fraction | None
    high_included: bool

    def holds(self, number: Fraction) -> bool:
        """Whether a number lies in it."""
        return self.is_reached_from_below(number) and self.is_reached_from_above(number)

    def is_reached_from_below(self, number: Fraction) -> bool:
        """Whether a number is at or past the low end."""
        if self.low is None:
            return True
        return number > self.low or (self.low_included and number == self.low)

    def is_reached_from_above(self, number: Fraction) -> bool:
        """Whether a number is at or short of the high end."""
        if self.high is None:
            return True
        return number < self.high or (self.high_included and number == self.high)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        if self.low == self.high:
            return not (self.low_included and self.high_included)
        return self.low > self.high

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a number in common."""
        return not self.common(other).is_empty

    def common(self, other: "Interval") -> "Interval":
        """The numbers in both."""
        low, low_included = _tighter(
            (self.low, self.low_included), (other.low, other.low_included), 1
        )
        high, high_included = _tighter(
            (self.high, self.high_included), (other.high, other.high_included), -1
        )
        return Interval(low, low_included, high, high_included)

    def scaled(self, factor: Fraction) -> "Interval":
        """The interval with both ends multiplied by a factor above nought."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, self.low_included, high, self.high_included)

    @property
    def sort_key(self) -> tuple[bool, Fraction, bool]:
        """By the low end; without limit first."""
        return self.low is not None, self.low or Fraction(0), not self.low_included

    def in_words(self) -> str:
        """The interval as a rule file writes it."""
        low, high = self.low, self.high
        if low is None and high is None:
            return "any number"
        if low is None:
            assert high is not None
            return f"{'up to' if self.high_included else 'below'} {plain(high)}"
        if high is None:
            return (
                f"{plain(low)} and over" if self.low_included else f"above {plain(low)}"
            )
        if low == high:
            return plain(low)
        start = plain(low) if self.low_included else f"above {plain(low)}"
        return f"{start} to {'' if self.high_included else 'below '}{plain(high)}"


EVERYTHING = Interval(None, False, None, False)


def _tighter(
    one: tuple[Fraction | None, bool], two: tuple[Fraction | None, bool], sign: int
) -> tuple[Fraction | None, bool]:
    if one[0] is None:
        return two
    if two[0] is None:
        return one
    if one[0] == two[0]:
        return one[0], one[1] and two[1]
    return one if (one[0] - two[0]) * sign > 0 else two


class Rounding(NamedTuple):
    """To the nearest multiple of `step`, by a mode that the rules name.

    Modes: `half up` (halves towards the higher number), `half down`, `half even`,
    `up` (always to the higher multiple) and `down`.
    """

    mode: str
    step: Fraction

    def apply(self, number: Fraction) -> Fraction:
        """The rounded number."""
        return self.step * _round(self.mode, Fraction(number) / self.step)

    def reaching(self, target: Interval) -> Interval:
        """All numbers that, rounded, lie in an interval.

        Rounding keeps order, so these are an interval too; its ends depend on the
        mode. Where no multiple lies in the target, nothing does: an empty interval.
        """
        low, low_included = None, False
        high, high_included = None, False
        if target.low is not None:
            first = ceil(target.low / self.step)
            if first * self.step == target.low and not target.low_included:
                first += 1
            low, low_included = self._from(first)
        if target.high is not None:
            last = floor(target.high / self.step)
            if last * self.step == target.high and not target.high_included:
                last -= 1
            if target.low is not None and last < first:
                return Interval(Fraction(0), False, Fraction(0), False)
            high, excluded = self._from(last + 1)
            high_included = not excluded
        return Interval(low, low_included, high, high_included)

    def _from(self, multiple: int) -> tuple[Fraction, bool]:
        """Where the numbers begin that round to a multiple, and whether that counts."""
        if self.mode == "down":
            return multiple * self.step, True
        if self.mode == "up":
            return (multiple - 1) * self.step, False
        edge = (multiple - Fraction(1, 2)) * self.step
        if self.mode == "half even":
            return edge, multiple % 2 == 0
        return edge, self.mode == "half up"

    def in_words(self) -> str:
        """The rounding as a rule file writes it."""
        places = len(str(self.step.denominator)) - 1
        if self.step == 1:
            return f"{self.mode} to whole"
        if self.step == Fraction(1, 10**places):
            return f"{self.mode} to {places} decimal place{'s' * (places > 1)}"
        return f"{self.mode} to nearest {plain(self.step)}"


def _round(mode: str, number: Fraction) -> int:
    match mode:
        case "up":
            return ceil(number)
        case "down":
            return floor(number)
        case "half up":
            return floor(number + Fraction(1, 2))
        case "half down":
            return ceil(number - Fraction(1, 2))
        case "half even":
            return round(number)
    raise AssertionError(mode)


def plain(number: Fraction) -> str:
    """A number as people write it: decimals where they end, else a fraction."""
    if number.denominator == 1:
        return str(number.numerator)
    denominator, twos, fives = number.denominator, 0, 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    places = max(twos, fives)
    if denominator != 1 or places > 12:
        return f"{number.numerator}/{number.denominator}"
    digits = (
        f"{abs(number.numerator) * 10**places // number.denominator:0{places + 1}d}"
    )
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"
