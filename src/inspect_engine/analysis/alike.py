"""Tell conditions that differ only in what things are called.

A methodology asks the same of one key question after another; what was found of the
first holds of all.
"""

from inspect_engine.analysis.asked import Asked
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import ChoiceKind, Kind, NumberKind
from inspect_engine.model.methodology import Methodology

Shape = tuple[object, ...]


class _UnknownShapeError(Exception):
    """Something whose shape does not say all that it hangs on."""


def shape_of(rules: Methodology, asked: Asked) -> Shape | None:
    """A condition and those around it without names; None where it is too various."""
    drawing = _Drawing(rules)
    try:
        parts = [drawing.of(one) for one in (asked.condition, *asked.around)]
    except _UnknownShapeError:
        return None
    return bool(asked.record), bool(asked.question), *parts


class _Drawing:
    """Draws conditions that share their variables."""

    def __init__(self, rules: Methodology) -> None:
        self.rules = rules
        self.places: dict[str, int] = {}

    def of(self, node: Expression) -> Shape:
        """One expression without names: a variable is the place of its first use."""
        match node:
            case model.AllOf() | model.AnyOf():
                return type(node), *map(self.of, node.parts)
            case model.Opposite():
                return type(node), self.of(node.part)
            case model.Comparison():
                return node.operator, self.of(node.left), self.of(node.right)
            case model.Membership():
                values = tuple(map(self.of, node.values))
                return node.is_negated, self.of(node.part), values
            case model.Quantified():
                amount = self.of(node.amount) if node.amount else ()
                items = tuple(map(self.of, node.items))
                return node.quantity, amount, items, self.of(node.value)
            case model.Constant():
                return type(node), node.value
            case model.InputValue():
                return self.variable(f"input {node.name}", node.kind)
            case model.RecordValue():
                return self.of_record(node)
        raise _UnknownShapeError

    def of_record(self, node: model.RecordValue) -> Shape:
        """A fact that is given, or an answer, with when it is asked for."""
        variable = self.variable(node.name, node.kind)
        fact = self.rules.records[node.record].facts.get(node.name)
        if fact is not None and fact.is_given:
            return variable
        question = self.rules.questions.get(node.name)
        if fact is not None or question is None:
            raise _UnknownShapeError
        if question.derivation is not None or question.pools:
            raise _UnknownShapeError
        return *variable, *map(self.of, question.asked_when)

    def variable(self, name: str, kind: Kind) -> Shape:
        """Which of the variables it is, and what it can be."""
        place = self.places.setdefault(name, len(self.places))
        if isinstance(kind, ChoiceKind):
            names = tuple(choice.id for choice in kind.choices)
            return place, names, kind.is_ordered, kind.may_be_not_applicable
        if isinstance(kind, NumberKind):
            may_be_none = kind.may_be_not_applicable
            return place, kind.kind, kind.extent, kind.allowed, may_be_none
        raise _UnknownShapeError
