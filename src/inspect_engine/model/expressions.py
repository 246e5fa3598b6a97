"""Conditions, figures and levels, with every name resolved and every kind known."""

import datetime
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import field, fields, has

from inspect_engine.model.kinds import (
    CONDITION,
    WHOLE,
    Kind,
    LevelKind,
    NumberKind,
)
from inspect_engine.model.scales import Bands, RatingScale
from inspect_engine.model.semantics import Rounding
from inspect_engine.shapes import shape
from inspect_engine.source import Span

NOT_PARTS = frozenset(("span", "kind", "scale", "bands", "provenance"))
"""Attributes that hold no expressions, or those of something else."""

PLAIN = (str, bool, int, Fraction, tuple[str, ...], Fraction | datetime.date | str)
"""Types of attributes that hold no expressions."""


@shape
class Expression:
    """Anything that has a value; `span` is where the author wrote it."""

    span: Span = field(repr=False, kw_only=True)


# --- single values --------------------------------------------------------------


@shape
class Constant(Expression):
    """A value written in the rules.

    A number, a share (for percents), a date, a text, the id of a choice or level, or
    `not_applicable` / `not_rated`.
    """

    value: Fraction | datetime.date | str
    kind: Kind


@shape
class Nothing(Constant):
    """The word `not_applicable` or `not_rated`, as a value of the kind at hand."""


@shape
class RecordValue(Expression):
    """A fact, answer or derived value of the record at hand."""

    record: str
    name: str
    kind: Kind


@shape
class InputValue(Expression):
    """An input of the inspection."""

    name: str
    kind: Kind


@shape
class NamedValue(Expression):
    """A `let` or decision table of the inspection."""

    name: str
    kind: Kind


@shape
class ParameterValue(Expression):
    """A parameter at the inspection's date, for keys where it has some."""

    name: str
    keys: tuple[Expression, ...]
    kind: Kind


@shape
class RatingOf(Expression):
    """The final rating of a standard (by id), or of the whole (`overall`)."""

    target: str
    kind: LevelKind


@shape
class ScoreOf(Expression):
    """The score of a standard (by id), or of the whole (`overall`)."""

    target: str
    kind: NumberKind = field(factory=lambda: NumberKind("number"))


@shape
class LevelScore(Expression):
    """The score that a scale gives to a level."""

    part: Expression
    scale: RatingScale
    kind: NumberKind = field(factory=lambda: NumberKind("number"))


@shape
class Judgement(Expression):
    """The level that inspectors judged for a key question."""

    question: str
    kind: LevelKind


@shape
class MemberValue(Expression):
    """`rating` or `score` of the member that a `where` is asked of."""

    name: str
    kind: Kind


# --- conditions -----------------------------------------------------------------


@shape
class AllOf(Expression):
    """True where all parts are; false where any part is false."""

    parts: tuple[Expression, ...]
    kind: Kind = CONDITION


@shape
class AnyOf(Expression):
    """True where any part is; false where all are."""

    parts: tuple[Expression, ...]
    kind: Kind = CONDITION


@shape
class Opposite(Expression):
    """True where the part is false."""

    part: Expression
    kind: Kind = CONDITION


@shape
class Comparison(Expression):
    """`is`, `is not`, `at least`, `at most`, `above` or `below`; sides of one kind."""

    operator: str
    left: Expression
    right: Expression
    kind: Kind = CONDITION


@shape
class Membership(Expression):
    """Whether the part is one of the values; `is_negated` turns it."""

    part: Expression
    values: tuple[Expression, ...]
    is_negated: bool
    kind: Kind = CONDITION


@shape
class Quantified(Expression):
    """How many of the items are the value: `at least`, `at most`, `all`, `any`, `none`.

    Items that are not applicable are left out; if all are, so is the condition.
    """

    quantity: str
    amount: Expression | None
    items: tuple[Expression, ...]
    value: Expression
    kind: Kind = CONDITION


# --- figures and levels ---------------------------------------------------------


@shape
class Arithmetic(Expression):
    """A first operand and the others with their signs, worked from left to right."""

    first: Expression
    rest: tuple[tuple[str, Expression], ...]
    kind: Kind


@shape
class Negative(Expression):
    """The number with its sign turned."""

    part: Expression
    kind: Kind


@shape
class Rounded(Expression):
    """The figure rounded; percents in percent, not as shares."""

    part: Expression
    rounding: Rounding
    kind: Kind


@shape
class DaysBetween(Expression):
    """Whole days from the first date to the last; below nought where it is earlier."""

    first: Expression
    last: Expression
    kind: Kind = WHOLE


@shape
class Banded(Expression):
    """The level that bands give a figure."""

    part: Expression
    bands: Bands
    kind: Kind


@shape
class Shifted(Expression):
    """A level so many places up or down, kept on its scale."""

    part: Expression
    by: int
    kind: LevelKind


# --- over records ---------------------------------------------------------------


@shape
class AnswerFigure(Expression):
    """A figure over the answers to questions, counted together.

    `figure` is `percent` (share of the chosen among all choices), `count` (how many
    chosen) or `base` (how many with any choice). Not applicable answers are in none.
    """

    figure: str
    questions: tuple[str, ...]
    choices: tuple[str, ...]
    where: Expression | None
    kind: Kind


@shape
class RecordFigure(Expression):
    """A figure over the records of a type: `count` or `percent`.

    `where` is counted; a percent's base is the records for which `among` is true and
    `where` is true or false.
    """

    figure: str
    record: str
    where: Expression | None
    among: Expression | None
    kind: Kind


@shape
class RecordAggregate(Expression):
    """`sum`, `mean`, `median`, `lowest` or `highest` of a value of each record."""

    function: str
    record: str
    item: Expression
    where: Expression | None
    kind: Kind


# --- over members ---------------------------------------------------------------


@shape
class Member(Expression):
    """One of several: a standard, a key question, an expression; with its weight.

    `rating` is its level where the condition of a `where` may ask for it.
    """

    id: str
    value: Expression
    weight: Fraction = Fraction(1)
    rating: Expression | None = None


@shape
class Aggregate(Expression):
    """One figure or level out of several members.

    `function`: sum, mean, median, lowest, highest, count, weighted sum, weighted
    mean. With `bands`, each member's figure is banded first. `when_not_rated` is
    `leave out`, `not rated` or the id of a level to count as.
    """

    function: str
    members: tuple[Member, ...]
    bands: Bands | None
    where: Expression | None
    when_not_rated: str
    kind: Kind


def parts_of(node: object) -> Iterator[Expression]:
    """Every expression at or inside a rule, a table or another expression."""
    # A stack and no recursion: this is asked of everything, and often.
    pending: list[Any] = [node]
    while pending:
        one = pending.pop()
        if one.__class__ is tuple:
            pending.extend(one[::-1])
            continue
        is_expression, names = held_by(one.__class__)
        if is_expression:
            yield one
        for name in names:
            held = getattr(one, name)
            if held is not None and held != ():
                pending.append(held)


@cache
def held_by(kind: type) -> tuple[bool, tuple[str, ...]]:
    """Whether a class is an expression, and its attributes that may hold some.

    The last comes first.
    """
    if not has(kind):
        return False, ()
    names = [
        one.name
        for one in fields(kind)
        if one.name not in NOT_PARTS and one.type not in PLAIN
    ]
    return issubclass(kind, Expression), tuple(reversed(names))
