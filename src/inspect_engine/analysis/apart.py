"""Clear conditions whose parts look at different things, without trying anything.

Where each part compares something of its own, and each can be true and can be false,
the whole can be either and each part decides something. Most conditions are like that.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from inspect_engine.analysis.aims import holds
from inspect_engine.analysis.asked import Asked
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import ChoiceKind, Kind, NumberKind
from inspect_engine.model.methodology import Methodology

ENDS = (Fraction(0), Fraction(1))
"""The lowest and the highest percent, as shares of one."""

Leaf = tuple[Expression, str, tuple[Expression, ...]]
"""What is compared, how, and with what."""


def looks_at_things_apart(rules: Methodology, asked: Asked) -> bool:
    """Whether every comparison, here and around, is of something else, and open."""
    seen: set[tuple[str, str]] = set()
    asked_when: set[tuple[Expression, ...]] = set()
    for node in (asked.condition, *asked.around):
        for leaf in leaves(node):
            if leaf is None:
                return False
            key = given(rules, leaf[0], asked_when)
            if key is None or key in seen or not is_open(leaf):
                return False
            seen.add(key)
    if len(asked_when) > 1:
        return False
    # When questions are asked must not hang on what is compared here.
    outer = [
        leaf for conditions in asked_when for one in conditions for leaf in leaves(one)
    ]
    keys = {given(rules, leaf[0], set()) if leaf else None for leaf in outer}
    return None not in keys and not keys & seen


def leaves(node: Expression) -> Iterator[Leaf | None]:
    """The comparisons of a condition; None for what is none."""
    match node:
        case model.AllOf() | model.AnyOf():
            for part in node.parts:
                yield from leaves(part)
        case model.Opposite():
            yield from leaves(node.part)
        case model.Comparison():
            yield node.left, node.operator, (node.right,)
        case model.Membership():
            yield node.part, "is", node.values
        case model.Quantified() if node.amount is None:
            # That some, all or none of them are is open where each may or may not be.
            for item in node.items:
                yield item, "is", (node.value,)
        case _:
            yield None


def given(
    rules: Methodology, node: Expression, asked_when: set[tuple[Expression, ...]]
) -> tuple[str, str] | None:
    """What is given as it is, by a key; None for what follows from something else."""
    match node:
        case model.InputValue():
            return "", node.name
        case model.AnswerFigure() if node.figure == "percent":
            # Two of them hang together, so that they share a key.
            return "percent", ""
        case model.RecordValue():
            fact = rules.records[node.record].facts.get(node.name)
            if fact is not None:
                return (node.record, node.name) if fact.is_given else None
            question = rules.questions[node.name]
            if question.derivation is None and not question.pools:
                if question.asked_when:
                    asked_when.add(question.asked_when)
                return node.record, node.name
    return None


def is_open(leaf: Leaf) -> bool:
    """Whether a comparison can be true and can be false."""
    node, operator, others = leaf
    constants = [one.value for one in others if isinstance(one, model.Constant)]
    kind: Kind | None = getattr(node, "kind", None)
    if len(constants) < len(others) or kind is None:
        return False
    is_share = isinstance(node, model.AnswerFigure)
    values = [*ENDS, *constants] if is_share else some_values(kind, constants)
    found = {
        any(holds(kind, operator, value, one) for one in constants) for value in values
    }
    return len(found) > 1


def some_values(kind: Kind, constants: Sequence[object]) -> list[object]:
    """Values of a kind, for numbers those at and around what they are compared with."""
    if isinstance(kind, ChoiceKind):
        return [choice.id for choice in kind.choices]
    if not isinstance(kind, NumberKind) or kind.kind == "percent":
        return []
    if kind.allowed:
        return list(kind.allowed)
    numbers = [one for one in constants if isinstance(one, Fraction)]
    near = [number + step for number in numbers for step in (-1, 0, 1)]
    is_whole = all(number.denominator == 1 for number in near)
    return [one for one in near if is_whole and kind.extent.holds(one)]
