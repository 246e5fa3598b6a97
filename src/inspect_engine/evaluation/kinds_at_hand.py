"""What is known of an expression before it is worked out: its kind and its unit."""

from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import ChoiceKind, Kind, LevelKind, NumberKind


def kind_of(node: Expression) -> Kind:
    """The kind of an expression."""
    kind: Kind = node.kind  # type: ignore[attr-defined]
    return kind


def none_bit(kind: ChoiceKind | LevelKind) -> int:
    """The bit of «not applicable» or «not rated»."""
    return kind.not_applicable if isinstance(kind, ChoiceKind) else kind.scale.not_rated


def is_not_applicable(node: Expression) -> bool:
    """Whether an expression is the word `not_applicable` or `not_rated`."""
    return isinstance(node, model.Nothing)


def is_whole(node: Expression) -> bool:
    """Whether a figure can be nothing but a whole number; a mean of them may be."""
    match node:
        case (
            model.InputValue()
            | model.RecordValue()
            | model.AnswerFigure()
            | model.RecordFigure()
        ):
            kind = kind_of(node)
            return isinstance(kind, NumberKind) and kind.kind == "whole"
        case model.Aggregate():
            return node.function == "count"
    return isinstance(node, model.DaysBetween)


def unit_of(kind: Kind) -> int:
    """100 for percents, which are written so, else 1."""
    return 100 if isinstance(kind, NumberKind) and kind.kind == "percent" else 1
