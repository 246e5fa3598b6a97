"""Values that are likely to make a condition true, or false.

No more than a good guess at where to look first: what comes of the values, the
interpreter says.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from inspect_engine.analysis.space import Variable
from inspect_engine.evaluation.truths import ORDERED
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, parts_of
from inspect_engine.model.kinds import NOT_APPLICABLE, ChoiceKind, LevelKind
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.bundle import Given

Aims = dict[str, Given]

Wish = tuple[Expression, bool]
"""A condition that ought to be true, or not to be."""


class Aiming:
    """Guesses for conditions that look at some variables."""

    def __init__(
        self,
        rules: Methodology,
        nodes: Iterable[Expression],
        variables: Iterable[Variable],
    ) -> None:
        self.known = {one.name: one for one in variables}
        self.start: Aims = {}
        looked_at = [
            rules.questions[part.name]
            for part in parts_of(tuple(nodes))
            if isinstance(part, model.RecordValue) and part.name in rules.questions
        ]
        # What is not asked has no answer to compare.
        conditions = [one for question in looked_at for one in question.asked_when]
        for condition in dict.fromkeys(conditions):
            self.start |= _aim(condition, self.known, want=True)

    def at(self, *wishes: Wish) -> Aims:
        """Values that may fulfil all wishes; the last counts most."""
        found = dict(self.start)
        for node, want in wishes:
            found |= _aim(node, self.known, want=want)
        return found


def _aim(node: Expression, known: Mapping[str, Variable], *, want: bool) -> Aims:
    match node:
        case model.AllOf() | model.AnyOf():
            needs_all = want is isinstance(node, model.AllOf)
            found: Aims = {}
            for part in node.parts if needs_all else node.parts[:1]:
                found |= _aim(part, known, want=want)
            return found
        case model.Opposite():
            return _aim(node.part, known, want=not want)
        case model.Comparison():
            return _one(node.left, (node.right,), node.operator, known, want=want)
        case model.Membership():
            want = want is not node.is_negated
            return _one(node.part, node.values, "is", known, want=want)
        case model.Quantified():
            want = want is (node.quantity not in ("none", "at most"))
            found = {}
            for item in node.items:
                found |= _one(item, (node.value,), "is", known, want=want)
            return found
    return {}


def _one(
    node: Expression,
    others: Sequence[Expression],
    operator: str,
    known: Mapping[str, Variable],
    *,
    want: bool,
) -> Aims:
    """A value of one variable that compares as wanted with some constant, or none."""
    variable = known.get(_name_of(node))
    constants = [one.value for one in others if isinstance(one, model.Constant)]
    if variable is None or not constants:
        return {}
    kind = getattr(node, "kind", None)
    for value in variable.values:
        is_so = any(holds(kind, operator, value, one) for one in constants)
        if is_so is want and value != NOT_APPLICABLE:
            return {variable.name: value}
    return {}


def _name_of(node: Expression) -> str:
    match node:
        case model.RecordValue() | model.InputValue():
            return node.name
        case model.RatingOf():
            return node.target
        case model.Judgement():
            return node.question
    return ""


def holds(kind: object, operator: str, value: object, other: object) -> bool:
    """Whether a value compares so with a constant, as far as a guess needs to know."""
    if operator in ("is", "is not"):
        return (value == other) is (operator == "is")
    if isinstance(value, Fraction) and isinstance(other, Fraction):
        return bool(ORDERED[operator](value, other))
    names = _names(kind)
    if value in names and other in names:
        return bool(ORDERED[operator](names.index(value), names.index(other)))
    return False


def _names(kind: object) -> Sequence[object]:
    """Choices or levels in their order."""
    if isinstance(kind, ChoiceKind):
        return [choice.id for choice in kind.choices]
    return [one.id for one in kind.scale.levels] if isinstance(kind, LevelKind) else ()
