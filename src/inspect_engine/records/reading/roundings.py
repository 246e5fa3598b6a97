"""How a published percent was rounded, and which counts can stand behind it."""

import re
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

import attrs

from inspect_engine.model.expressions import (
    Aggregate,
    AnswerFigure,
    Banded,
    Expression,
    NamedValue,
)
from inspect_engine.model.methodology import Methodology, Question
from inspect_engine.model.scales import Bands
from inspect_engine.model.semantics import Interval, Rounding, plain

MODES = ("half up", "half down", "half even", "up", "down")
WRITTEN = re.compile(
    r"(half up|half down|half even|up|down)"
    r"(?: to (?:whole|([0-9]{1,2}) decimal places?))?"
)
HALF_UP = Rounding("half up", Fraction(1))
HUNDRED = 100


def read_rounding(text: str) -> Rounding | None:
    """A rounding as the rules write it; without places, to whole."""
    found = WRITTEN.fullmatch(text)
    if found is None:
        return None
    return Rounding(found[1], Fraction(1, 10 ** int(found[2] or 0)))


def counts_behind(
    percent: Fraction, relevant: int, rounding: Rounding
) -> tuple[int, int] | None:
    """The lowest and highest count of yes that rounds to a percent; None if none."""
    figure = rounding.reaching(Interval(percent, True, percent, True))
    if figure.is_empty or not relevant:
        return None
    assert figure.low is not None
    assert figure.high is not None
    low, high = (end * relevant / HUNDRED for end in (figure.low, figure.high))
    lowest = ceil(low) if figure.low_included else floor(low) + 1
    highest = floor(high) if figure.high_included else ceil(high) - 1
    lowest, highest = max(lowest, 0), min(highest, relevant)
    return (lowest, highest) if lowest <= highest else None


def nearest_counts(percent: Fraction, relevant: int, rounding: Rounding) -> str:
    """The counts on either side of a percent that none rounds to, in words."""
    if not relevant:
        return "nothing is a share of none"
    below = min(max(floor(percent * relevant / HUNDRED), 0), relevant)
    sides = sorted({below, min(below + 1, relevant)})
    return ", ".join(
        f"{count} of {relevant} is "
        f"{plain(rounding.apply(Fraction(HUNDRED * count, relevant)))}%"
        for count in sides
    )


def rounding_of(question: Question | None, methodology: Methodology) -> Rounding:
    """The rounding of the bands that rate a question; else half up to whole."""
    bands = _bands_of(question, methodology) if question else None
    rounding = (bands.rounding or bands.shown) if bands else None
    return rounding or HALF_UP


def _bands_of(question: Question, methodology: Methodology) -> Bands | None:
    standard = methodology.standards.get(question.standard)
    if standard is None:
        return None
    found = [
        (node, node.bands)
        for root in (standard.rule.rating, standard.rule.score)
        for node in _within(root, methodology, set())
        if isinstance(node, (Aggregate, Banded))
        and node.bands is not None
        and node.bands.measure == "percent"
    ]
    own = [bands for node, bands in found if _speaks_of(node, question.id, methodology)]
    return next(iter([*own, *(bands for _, bands in found)]), None)


def _speaks_of(root: Expression, question: str, methodology: Methodology) -> bool:
    return any(
        isinstance(node, AnswerFigure) and question in node.questions
        for node in _within(root, methodology, set())
    )


def _within(
    part: object, methodology: Methodology, seen: set[str]
) -> Iterator[Expression]:
    """An expression and all that it is made of, named values included."""
    if isinstance(part, tuple):
        for item in part:
            yield from _within(item, methodology, seen)
    elif isinstance(part, NamedValue) and part.name not in seen:
        seen.add(part.name)
        value = methodology.values.get(part.name)
        yield from _within(value and value.expression, methodology, seen)
    elif isinstance(part, Expression):
        yield part
        for each in attrs.fields(type(part)):
            yield from _within(getattr(part, each.name), methodology, seen)
