"""Find comparisons with numbers that cannot occur."""

from collections.abc import Iterator
from fractions import Fraction

from inspect_engine.analysis.condition_faults import ComparedOutside
from inspect_engine.analysis.space import SHARE
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, parts_of
from inspect_engine.model.kinds import NumberKind
from inspect_engine.model.semantics import Interval, plain
from inspect_engine.syntax.phrases import on_one_line

GIVEN = (model.InputValue, model.RecordValue)
FIGURES = (model.AnswerFigure, model.RecordFigure)


Blamed = tuple[Expression, Diagnostic]
"""A number as the rules have it, and what is wrong with it."""


def compared_outside(node: object) -> Iterator[Blamed]:
    """Each comparison, at or inside an expression, with a number out of reach."""
    for part in parts_of(node):
        match part:
            case model.Comparison():
                is_equal = part.operator in ("is", "is not")
                yield from against(part.left, part.right, is_equal=is_equal)
                yield from against(part.right, part.left, is_equal=is_equal)
            case model.Membership():
                for value in part.values:
                    yield from against(part.part, value, is_equal=True)


def against(
    node: Expression, constant: Expression, *, is_equal: bool
) -> Iterator[Blamed]:
    """One side that is given, held against a number on the other."""
    kind = getattr(node, "kind", None)
    value = constant.value if isinstance(constant, model.Constant) else None
    if not isinstance(kind, NumberKind) or not isinstance(value, Fraction):
        return
    extent = extent_of(node, kind)
    if extent is None:
        return
    is_listed = is_equal and kind.allowed and isinstance(node, GIVEN)
    if extent.holds(value) and not (is_listed and value not in kind.allowed):
        return
    unit = 100 if kind.kind == "percent" else 1
    shown = extent.scaled(Fraction(unit)).in_words()
    listed = f"one of {', '.join(plain(one) for one in kind.allowed)}"
    fault = ComparedOutside(
        what=on_one_line(node.span.text),
        extent=listed if kind.allowed else shown,
        value=plain(value * unit),
    )
    yield constant, fault.at(constant.span)


def extent_of(node: Expression, kind: NumberKind) -> Interval | None:
    """What a side may be, where the rules or the nature of a figure say so."""
    if isinstance(node, FIGURES):
        return SHARE if kind.kind == "percent" else None
    if isinstance(node, GIVEN) and kind.kind != "percent":
        return kind.extent
    return None
