"""Put an input in the place of a figure that depends on all records, or on the date.

Such a figure can be any number of its kind, so what holds for every value of the input
holds for the figure. Two that are written alike are one and the same.
"""

import operator
from fractions import Fraction
from typing import Any, TypeVar

from attrs import evolve

from inspect_engine.analysis.space import OPAQUE, SHARE, depends_on_records
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, held_by, parts_of
from inspect_engine.model.kinds import NumberKind
from inspect_engine.model.methodology import Methodology, Parameter
from inspect_engine.model.semantics import EVERYTHING, Interval

T = TypeVar("T")
REPLACED = (*OPAQUE, model.NamedValue, model.ScoreOf)
COUNTED = Interval(Fraction(0), True, None, False)


def with_stand_ins(rules: Methodology, node: T) -> T:
    """An expression, or what holds some, with inputs instead of such figures."""
    if not any(isinstance(part, REPLACED) for part in parts_of(node)):
        return node
    found: T = _put_in(rules, node)
    return found


# Whatever the parts of a class are, what comes back is of the same class.
def _put_in(rules: Methodology, node: Any) -> Any:
    if isinstance(node, Expression) and _is_opaque(rules, node):
        return _stand_in(rules, node) or node
    if type(node) is tuple:
        found = tuple([_put_in(rules, one) for one in node])
        return node if all(map(operator.is_, found, node)) else found
    changed = {}
    for name in held_by(node.__class__)[1]:
        before = getattr(node, name)
        after = _put_in(rules, before)
        if after is not before:
            changed[name] = after
    return evolve(node, **changed) if changed else node


def _is_opaque(rules: Methodology, node: Expression) -> bool:
    match node:
        case model.NamedValue():
            value = rules.values[node.name]
            return any(
                _is_opaque(rules, part)
                for part in parts_of((value.expression, value.table))
            )
        case model.ScoreOf() if node.target in rules.standards:
            rule = rules.standards[node.target].rule
            return rule.score is not None and depends_on_records(rule)
    return isinstance(node, OPAQUE)


def _stand_in(rules: Methodology, node: Expression) -> Expression | None:
    kind = getattr(node, "kind", None)
    if not isinstance(kind, NumberKind):
        return None
    name = " ".join(node.span.text.split())
    return model.InputValue(name, _given_as(rules, node, kind), span=node.span)


def _given_as(rules: Methodology, node: Expression, kind: NumberKind) -> NumberKind:
    """All that a figure may be, as far as it is known by itself."""
    extent = EVERYTHING
    allowed: tuple[Fraction, ...] = ()
    while isinstance(node, model.NamedValue):
        named = rules.values[node.name].expression
        if named is None:
            break
        node = named
    if isinstance(node, (model.AnswerFigure, model.RecordFigure)):
        extent = SHARE if kind.kind == "percent" else COUNTED
    elif isinstance(node, model.ParameterValue):
        allowed = _entries(rules.parameters[node.name])
    return NumberKind(kind.kind, extent, allowed, may_be_not_applicable=True)


def _entries(parameter: Parameter) -> tuple[Fraction, ...]:
    """Every value of a parameter; none where one is not written outright."""
    values = [getattr(entry.value, "value", None) for entry in parameter.entries]
    known = [value for value in values if isinstance(value, Fraction)]
    return tuple(dict.fromkeys(known)) if len(known) == len(values) else ()
