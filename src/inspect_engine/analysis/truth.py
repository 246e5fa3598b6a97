"""Whether conditions can be true together, and which parts of them decide anything."""

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import NamedTuple

from inspect_engine.analysis.aims import Aims
from inspect_engine.analysis.space import Space, space_of
from inspect_engine.analysis.stand_in import with_stand_ins
from inspect_engine.analysis.trying import FEW, Tried, aimed, sampled, tried
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, parts_of
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.semantics import AND, FALSE, OPEN, OR, TRUE
from inspect_engine.shapes import shape

MOST_TRIED = 5_000
"""Conditions with more combinations than this are not tried."""

Chain = model.AllOf | model.AnyOf


@shape
class Together:
    """Conditions that are asked together, with what they depend on.

    `why_not` says why they cannot be tried, if they cannot.
    """

    rules: Methodology
    record: str
    conditions: tuple[Expression, ...]
    space: Space
    is_tryable: bool = True
    why_not: str = ""

    @property
    def is_exact(self) -> bool:
        """Whether all combinations are tried, and each leaves nothing open."""
        return not (self.why_not or self.space.unknown)

    def each(self) -> Iterator[Tried]:
        """Every combination; a few that differ much come first, and come again."""
        asked = self.rules, self.record, self.conditions, self.space
        if self.is_tryable and self.space.size > FEW:
            yield from sampled(*asked)
        if self.is_tryable and self.space.size <= MOST_TRIED:
            yield from tried(*asked)

    def aimed(self, guesses: Sequence[Aims]) -> Iterator[Tried]:
        """Combinations that follow guesses."""
        if self.is_tryable:
            asked = self.rules, self.record, self.conditions, self.space
            yield from aimed(*asked, guesses)

    def truths(self) -> int:
        """Every truth that all conditions together can have, as far as is known."""
        found = OPEN if self.why_not else 0
        for one in self.each():
            found |= reduce(lambda a, b: AND[a][b], masks(one), TRUE)
            if found & OPEN == OPEN:
                break
        return found


def together(
    rules: Methodology, record: str, conditions: Sequence[Expression]
) -> Together:
    """Conditions made ready to be tried."""
    nodes = tuple(with_stand_ins(rules, one) for one in conditions)
    space = space_of(rules, nodes)
    why, is_tryable = "", False
    if any(isinstance(part, model.MemberValue) for part in parts_of(nodes)):
        why = "it is asked of each member"
    elif space.is_opaque:
        why = f"it depends on «{space.unknown[0]}»"
    else:
        is_tryable = True
        if space.size > MOST_TRIED:
            why = f"there are {space.size} combinations, more than are tried"
    return Together(rules, record, nodes, space, is_tryable, why)


def chains_of(node: Expression) -> Iterator[Chain]:
    """Each «and» and «or» of a condition, but none inside a figure's own conditions."""
    if isinstance(node, model.Opposite):
        yield from chains_of(node.part)
    if isinstance(node, (model.AllOf, model.AnyOf)):
        yield node
        for part in node.parts:
            yield from chains_of(part)


def masks(one: Tried) -> list[int]:
    """What a combination gives, where only conditions were asked."""
    return [value for value in one.values if isinstance(value, int)]


# --- parts of a chain -----------------------------------------------------------


class Idle(NamedTuple):
    """A part that could be left out, the one part that is enough if any, and why."""

    part: Expression
    other: Expression | None
    why: str


def idle_parts(rules: Methodology, record: str, chain: Chain) -> Iterator[Idle]:
    """Each part that could be left out, with the one part that makes it idle, if any.

    Only parts that look at something in common can make one another idle.
    """
    for places in connected([looked_at_by(rules, part) for part in chain.parts]):
        parts = [chain.parts[place] for place in places]
        asked = together(rules, record, parts)
        if asked.is_exact:
            is_and = isinstance(chain, model.AllOf)
            yield from idle_among(parts, asked, is_and=is_and)


def idle_among(
    parts: Sequence[Expression], asked: Together, *, is_and: bool
) -> Iterator[Idle]:
    """The parts, from the last on, that change nothing in any combination."""
    doubtful = set(range(len(parts)))
    rows: list[list[int]] = []
    for one in asked.each():
        row = masks(one)
        rows.append(row)
        doubtful -= {place for place in doubtful if decides(row, place, is_and)}
        if not doubtful:
            return
    kept = list(range(len(parts)))
    for place in sorted(doubtful, reverse=True):
        inside = [[row[one] for one in kept] for row in rows]
        at = kept.index(place)
        if not any(decides(row, at, is_and) for row in inside):
            kept.remove(place)
            why = "the other parts decide without it"
            if len(parts) == 1:
                why = f"it is {'always' if is_and else 'never'} true"
            other = cause(parts, rows, place, kept, is_and=is_and)
            yield Idle(parts[place], other, why)


def decides(row: Sequence[int], place: int, is_and: bool) -> bool:
    """Whether the whole differs without one of its parts."""
    table, start = (AND, TRUE) if is_and else (OR, FALSE)
    rest = reduce(
        lambda a, b: table[a][b],
        [mask for at, mask in enumerate(row) if at != place],
        start,
    )
    return table[rest][row[place]] != rest


def cause(
    parts: Sequence[Expression],
    rows: Sequence[Sequence[int]],
    place: int,
    kept: Sequence[int],
    *,
    is_and: bool,
) -> Expression | None:
    """The one part beside which another is idle; None where it takes several."""
    for other in kept:
        pairs = [(row[other], row[place]) for row in rows]
        if not any(decides(pair, 1, is_and) for pair in pairs):
            return parts[other]
    return None


def looked_at_by(rules: Methodology, part: Expression) -> set[object]:
    """What an expression looks at, as keys."""
    if isinstance(part, model.InputValue):
        return {("input", part.name)}
    space = space_of(rules, (with_stand_ins(rules, part),))
    found: set[object] = {(one.place, one.name) for one in space.variables}
    return found | set(space.unknown)


def connected(looked_at: Sequence[set[object]]) -> list[list[int]]:
    """The places of sets, together where they have something in common."""
    groups: list[tuple[set[object], list[int]]] = []
    for place, own in enumerate(looked_at):
        names, places = set(own), [place]
        for other in [one for one in groups if one[0] & own]:
            names |= other[0]
            places = [*other[1], *places]
            groups.remove(other)
        groups.append((names, places))
    return [sorted(places) for _, places in groups]
