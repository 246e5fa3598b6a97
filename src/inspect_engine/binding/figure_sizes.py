"""How many digits a figure may come to need: numbers are exact, and products grow.

A value that multiplies itself, step after step, doubles its digits each time. Rules
are worked out in a time that grows with the bundle alone, so such rules are refused.
"""

from collections.abc import Iterator
from fractions import Fraction

from inspect_engine.binding.kind_faults import FigureTooLong
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.methodology import Methodology

MOST_DIGITS = 4000
OF_A_NUMBER = 60
"""The most digits of a number that somebody writes, in rules or in a bundle."""

OF_A_FIGURE = 20
"""The digits of a share or count, of however many records."""


def figures_too_long(methodology: Methodology) -> Iterator[Diagnostic]:
    """The first figures that may need more digits than the limit; none depend on such.

    Nothing in the methodology may depend on itself.
    """
    sizes = _Sizes(methodology)
    for root in _roots(methodology):
        for part in model.parts_of(root):
            if isinstance(part, model.Arithmetic):
                sizes.of(part)
    for node in sizes.too_long:
        yield FigureTooLong(limit=MOST_DIGITS).at(node.span)


def _roots(methodology: Methodology) -> Iterator[object]:
    for value in methodology.values.values():
        yield value.expression, value.table
    for record in methodology.records.values():
        for fact in record.facts.values():
            yield fact.derivation, fact.expression, fact.table
    for question in methodology.questions.values():
        yield question.asked_when, question.derivation
    for standard in methodology.standards.values():
        yield standard.rule
    if methodology.overall is not None:
        yield methodology.overall.rule
    yield methodology.discretions, methodology.properties, methodology.notes


class _Sizes:
    """Digits by expression, each worked out once."""

    def __init__(self, methodology: Methodology) -> None:
        self.methodology = methodology
        self.known: dict[int, int] = {}
        self.too_long: list[Expression] = []

    def of(self, node: Expression) -> int:
        """The digits of a figure; of one that is too long, few, since it is told."""
        if id(node) not in self.known:
            found = self.now(node)
            if found > MOST_DIGITS and isinstance(node, model.Arithmetic):
                self.too_long.append(node)
                found = OF_A_NUMBER
            self.known[id(node)] = found
        return self.known[id(node)]

    def now(self, node: Expression) -> int:
        """The digits of a figure, worked out."""
        match node:
            case model.Arithmetic():
                parts = (node.first, *(part for _, part in node.rest))
                return sum(self.of(part) for part in parts) + len(parts)
            case model.Negative() | model.Rounded():
                return self.of(node.part)
            case model.Aggregate():
                members = [self.of(member.value) for member in node.members]
                is_sum = node.function not in ("lowest", "highest", "median")
                return sum(members) + OF_A_FIGURE if is_sum else max(members, default=0)
            case model.RecordAggregate():
                return self.of(node.item) + OF_A_FIGURE
            case model.NamedValue():
                expression = self.methodology.values[node.name].expression
                return self.of(expression) if expression is not None else OF_A_NUMBER
            case model.RecordValue():
                facts = self.methodology.records[node.record].facts
                fact = facts.get(node.name)
                is_made = fact is not None and fact.expression is not None
                return self.of(fact.expression) if is_made else OF_A_NUMBER  # type: ignore[union-attr, arg-type]
            case model.Constant(value=Fraction() as value):
                return len(str(value))
            case model.InputValue() | model.ParameterValue():
                return OF_A_NUMBER
        return OF_A_FIGURE
