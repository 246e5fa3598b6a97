"""Values that are likely to make a condition true, or false.

No more than a good guess at where to look first: what comes of the values, the
interpreter says.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from inspect_engine.analysis.space import Variable
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, parts_of
from inspect_engine.model.kinds import NOT_APPLICABLE, ChoiceKind, LevelKind
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.bundle import Given

Aims = dict[str, Given]

HOLDS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "is": lambda a, b: a == b,
    "is not": lambda a, b: a != b,
    "at least": lambda a, b: a >= b,
    "at most": lambda a, b: a <= b,
    "above": lambda a, b: a > b,
    "below": lambda a, b: a < b,
}


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
        for part in parts_of(tuple(nodes)):
            if isinstance(part, model.RecordValue) and part.name in rules.questions:
                # What is not asked has no answer to compare.
                for condition in rules.questions[part.name].asked_when:
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
    name = getattr(node, "name", "") or getattr(node, "target", "")
    name = name or getattr(node, "question", "")
    constants = [one.value for one in others if isinstance(one, model.Constant)]
    ranks = _ranks(getattr(node, "kind", None))
    for value in known[name].values if name in known else ():
        pairs = [(ranks.get(value), ranks.get(one)) for one in constants]
        if isinstance(value, Fraction):
            pairs = [(value, o) for o in constants if isinstance(o, Fraction)]
        holds = [
            a is not None and b is not None and HOLDS[operator](a, b) for a, b in pairs
        ]
        if any(holds) is want and value != NOT_APPLICABLE:
            return {name: value}
    return {}


def _ranks(kind: object) -> Mapping[object, Fraction]:
    """The places of choices and levels in their order."""
    names: Iterable[str] = ()
    if isinstance(kind, ChoiceKind):
        names = (choice.id for choice in kind.choices)
    if isinstance(kind, LevelKind):
        names = (level.id for level in kind.scale.levels)
    return {name: Fraction(place) for place, name in enumerate(names)}
