"""Comparisons of what is possible: choices and levels as bit masks, figures as sets."""

from collections.abc import Iterable
from functools import cache, lru_cache

from inspect_engine.evaluation.figures import Figure
from inspect_engine.model.semantics import (
    AND,
    FALSE,
    NEITHER,
    NOT,
    OPEN,
    TRUE,
    Interval,
)

ORDERED = {
    "at least": lambda a, b: a >= b,
    "at most": lambda a, b: a <= b,
    "above": lambda a, b: a > b,
    "below": lambda a, b: a < b,
}


def members(mask: int) -> list[int]:
    """The places of the bits of a mask."""
    return [place for place in range(mask.bit_length()) if mask >> place & 1]


@cache
def compare_masks(operator: str, left: int, right: int, none: int) -> int:
    """Possible truths of a comparison of choices or levels.

    `none` is the bit of «not applicable» or «not rated»: it is itself and nothing
    else, and has no order.
    """
    found = 0
    for a in members(left):
        for b in members(right):
            found |= _compare_places(operator, a, b, none.bit_length() - 1)
    return found


def _compare_places(operator: str, a: int, b: int, none: int) -> int:
    if operator == "is":
        return TRUE if a == b else FALSE
    if operator == "is not":
        return FALSE if a == b else TRUE
    if none in (a, b):
        return FALSE
    return TRUE if ORDERED[operator](a, b) else FALSE


def compare_figures(operator: str, left: Figure, right: Figure) -> int:
    """Possible truths of a comparison of numbers or dates."""
    if operator == "is not":
        return NOT[compare_figures("is", left, right)]
    found = 0
    if left.has_value and right.has_value:
        found |= _compare_values(operator, left, right)
    has_one_value = (left.may_be_none and right.has_value) or (
        right.may_be_none and left.has_value
    )
    if has_one_value:
        found |= FALSE
    if left.may_be_none and right.may_be_none:
        found |= TRUE if operator == "is" else FALSE
    return found


def _compare_values(operator: str, left: Figure, right: Figure) -> int:
    points = right.points()
    if points is None:
        mirrored = {"at least": "at most", "at most": "at least"}
        mirrored |= {"above": "below", "below": "above", "is": "is"}
        if left.points() is None:
            return _compare_ends(operator, left, right)
        return _compare_values(mirrored[operator], right, left)
    found = 0
    for value in points:
        holds, fails = _sides(operator, value)
        found |= TRUE if left.reaches(holds) else 0
        found |= FALSE if any(left.reaches(side) for side in fails) else 0
        if found == OPEN:
            break
    return found


def _sides(operator: str, value: object) -> tuple[Interval, list[Interval]]:
    from_here = Interval(value, True, None, False)  # type: ignore[arg-type]
    to_here = Interval(None, False, value, True)  # type: ignore[arg-type]
    past = Interval(value, False, None, False)  # type: ignore[arg-type]
    short = Interval(None, False, value, False)  # type: ignore[arg-type]
    match operator:
        case "at least":
            return from_here, [short]
        case "at most":
            return to_here, [past]
        case "above":
            return past, [to_here]
        case "below":
            return short, [from_here]
        case "is":
            return from_here.common(to_here), [short, past]
    raise AssertionError(operator)


def _compare_ends(operator: str, left: Figure, right: Figure) -> int:
    """By the ends alone: both truths, unless the extents do not meet."""
    low, high = left.bounds()
    other_low, other_high = right.bounds()
    is_below = high is not None and other_low is not None and high < other_low
    is_above = low is not None and other_high is not None and low > other_high
    if not (is_below or is_above):
        return OPEN
    if operator == "is":
        return FALSE
    return TRUE if is_below == (operator in ("below", "at most")) else FALSE


def quantify(quantity: str, amount: int, items: Iterable[int]) -> int:
    """Possible truths of «at least 3 of … are …» over the truths of the items.

    An item that is not applicable is left out; if all are, so is the condition.
    `items` are sets of TRUE (is the value), FALSE (is another) and NEITHER (not
    applicable).
    """
    return _quantify(quantity, amount, tuple(sorted(items)))


# Their order has no meaning, so that few combinations come up again and again.
@lru_cache(maxsize=4096)
def _quantify(quantity: str, amount: int, items: tuple[int, ...]) -> int:
    states = {(0, 0)}
    for item in items:
        following: set[tuple[int, int]] = set()
        for yes, base in states:
            if item & TRUE:
                following.add((yes + 1, base + 1))
            if item & FALSE:
                following.add((yes, base + 1))
            if item & NEITHER:
                following.add((yes, base))
        states = following
    found = 0
    for yes, base in states:
        found |= _quantified(quantity, amount, yes, base)
    return found


def _quantified(quantity: str, amount: int, yes: int, base: int) -> int:
    if base == 0:
        return NEITHER
    holds = {
        "at least": yes >= amount,
        "at most": yes <= amount,
        "all": yes == base,
        "any": yes > 0,
        "none": yes == 0,
    }
    return TRUE if holds[quantity] else FALSE


def conjunction(truths: list[int]) -> int:
    """Possible truths of all of them together."""
    found = TRUE
    for truth in truths:
        found = AND[found][truth]
    return found
