"""Recorded and derived values as sets of possibilities."""

import datetime
from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, floor

from attrs import evolve

from inspect_engine.evaluation import figures
from inspect_engine.evaluation.figures import NONE, Extent, Figure, exactly
from inspect_engine.model.kinds import (
    NOT_APPLICABLE,
    ChoiceKind,
    DateKind,
    Kind,
    LevelKind,
    NumberKind,
    TextKind,
)
from inspect_engine.model.semantics import FALSE, NEITHER, OPEN, TRUE

OPEN_TEXT = object()
"""A text that is not recorded yet."""

MOST_LISTED = 100
"""Up to so many whole numbers an open one may be, they are listed one by one."""


def reader(kind: Kind) -> Callable[[object], object]:
    """How recorded values of a kind become sets of possibilities."""
    match kind:
        case ChoiceKind():
            known: dict[object, object] = {c.id: 1 << c.index for c in kind.choices}
            known |= {None: kind.everything, NOT_APPLICABLE: kind.not_applicable}
            return known.__getitem__
        case LevelKind():
            levels: dict[object, object] = {
                r.id: 1 << r.index for r in kind.scale.levels
            }
            levels |= {None: kind.scale.everything, "not_rated": kind.scale.not_rated}
            levels[NOT_APPLICABLE] = kind.scale.not_rated
            return levels.__getitem__
        case NumberKind():
            return lambda value: read_number(value, kind)
        case DateKind():
            return lambda value: read_date(value, kind)
        case TextKind():
            return lambda value: (
                OPEN_TEXT
                if value is None
                else None
                if value == NOT_APPLICABLE
                else value
            )
    raise AssertionError(kind)


def read_number(value: object, kind: NumberKind) -> Figure:
    """A number, or all that an unanswered one may be."""
    if value is None:
        if kind.allowed:
            return figures.Points(frozenset(kind.allowed), kind.may_be_not_applicable)
        extent = kind.extent
        if kind.kind == "whole" and extent.low is not None and extent.high is not None:
            first, last = ceil(extent.low), floor(extent.high)
            if last - first < MOST_LISTED:
                found = figures.whole_numbers(first, last)
                return evolve(found, may_be_none=kind.may_be_not_applicable)
        return Extent(extent.low, extent.high, kind.may_be_not_applicable)
    if value == NOT_APPLICABLE:
        return NONE
    assert isinstance(value, Fraction)
    return exactly(value)


def read_date(value: object, kind: DateKind) -> Figure:
    """A date as a number of days, or any where it is unanswered."""
    if value is None:
        return Extent(None, None, kind.may_be_not_applicable)
    if value == NOT_APPLICABLE:
        return NONE
    assert isinstance(value, datetime.date)
    return exactly(value.toordinal())


def possible_values(
    values: Sequence[str], conditions: Sequence[int | None], kind: Kind
) -> frozenset[str]:
    """The values that clauses may give, tried in order.

    The first clause whose condition is true gives the value. Where none is, and all
    conditions were not applicable, so is the value; otherwise «otherwise» gives it,
    and for a single clause of yes or no, the other answer.
    """
    found: set[str] = set()
    all_neither, some_false = True, False
    for value, condition in zip(values, conditions, strict=True):
        if condition is None:
            break
        if condition & TRUE:
            found.add(value)
        goes_on = bool(condition & (FALSE | NEITHER))
        some_false = (some_false and goes_on) or (
            all_neither and bool(condition & FALSE)
        )
        all_neither = all_neither and bool(condition & NEITHER)
        if not (some_false or all_neither):
            return frozenset(found)
    if all_neither and conditions[0] is not None:
        found.add(NOT_APPLICABLE)
    if some_false or conditions[0] is None:
        found.add(
            values[-1] if conditions[-1] is None else other_answer(values[0], kind)
        )
    return frozenset(found)


def other_answer(value: str, kind: Kind) -> str:
    """No for yes, and yes for no."""
    assert isinstance(kind, ChoiceKind)
    return next(choice.id for choice in kind.choices if choice.id != value)


def giver(kind: Kind) -> Callable[[frozenset[str]], object]:
    """How the values that clauses give become sets of possibilities."""
    if isinstance(kind, NumberKind):
        return lambda names: figures.union(
            [
                NONE if name == NOT_APPLICABLE else exactly(Fraction(name))
                for name in names
            ]
        )
    read = reader(kind)

    def together(names: frozenset[str]) -> object:
        mask = 0
        for name in names:
            bit = read(name)
            assert isinstance(bit, int)
            mask |= bit
        return mask

    return together


def text_applies(text: object, kind: TextKind) -> int:
    """Whether a text is «not applicable»; an open one may be, where that is allowed."""
    if text is OPEN_TEXT:
        return OPEN if kind.may_be_not_applicable else FALSE
    return TRUE if text is None else FALSE


def compare_texts(operator: str, one: object, two: object) -> int:
    """Two texts; one that is not recorded yet may be anything."""
    if one is OPEN_TEXT or two is OPEN_TEXT:
        return OPEN
    is_same = one == two
    return TRUE if is_same == (operator == "is") else FALSE
