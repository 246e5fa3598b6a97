"""Which kinds of value go together, and how to say so."""

from fractions import Fraction

from inspect_engine.model.kinds import (
    NUMBER,
    ChoiceKind,
    ConditionKind,
    DateKind,
    Kind,
    LevelKind,
    NumberKind,
    TextKind,
)


def agree(one: Kind, two: Kind) -> bool:
    """Whether values of two kinds can be compared."""
    match one, two:
        case ChoiceKind(), ChoiceKind():
            return one is two or _ids(one) == _ids(two)
        case LevelKind(), LevelKind():
            return one.scale is two.scale
        case NumberKind(), NumberKind():
            return (one.kind == "percent") == (two.kind == "percent")
        case _:
            return type(one) is type(two)


def _ids(kind: ChoiceKind) -> tuple[str, ...]:
    return tuple(choice.id for choice in kind.choices)


def has_order(kind: Kind) -> bool:
    """Whether values of a kind can be more or less than one another."""
    if isinstance(kind, ChoiceKind):
        return kind.is_ordered
    return isinstance(kind, (LevelKind, NumberKind, DateKind))


def is_percent(kind: Kind) -> bool:
    """Whether a kind is a percent."""
    return isinstance(kind, NumberKind) and kind.kind == "percent"


def is_number(kind: Kind) -> bool:
    """Whether a kind can be reckoned with."""
    return isinstance(kind, NumberKind)


def in_words(kind: Kind) -> str:
    """A kind for messages, with its choices where they are few."""
    match kind:
        case ChoiceKind():
            names = ", ".join(_ids(kind)[:6]) + (", …" if len(kind.choices) > 6 else "")
            return f"a choice of {names}"
        case LevelKind():
            return f"a level of the scale «{kind.scale.id}»"
        case ConditionKind() | DateKind() | TextKind() | NumberKind():
            return kind.in_words()


def of_aggregate(function: str, first: Kind, *others: Kind) -> Kind:
    """The kind of an aggregate: a mean of whole numbers need not be whole."""
    if not isinstance(first, NumberKind):
        return first
    names = {kind.kind for kind in (first, *others) if isinstance(kind, NumberKind)}
    keeps = function in ("lowest", "highest", "sum") and len(names) == 1
    return NumberKind(first.kind) if keeps or is_percent(first) else NUMBER


def of_rounded(kind: Kind, step: Fraction) -> Kind:
    """The kind of a rounded figure: whole where it is rounded to whole steps."""
    if not isinstance(kind, NumberKind) or is_percent(kind):
        return kind
    return NumberKind("whole") if step.denominator == 1 else NUMBER
