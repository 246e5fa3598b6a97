"""A first look at a condition, which clears most of them at little cost.

It takes one good guess for each thing that ought to be possible: that the condition is
true, that it is not, and that each of its parts can tip the balance.
"""

from collections.abc import Sequence

from inspect_engine.analysis.aims import Aiming, Wish
from inspect_engine.analysis.asked import Asked
from inspect_engine.analysis.truth import chains_of, decides, masks, together
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.semantics import TRUE

Chain = tuple[bool, tuple[int, ...]]
"""Whether parts are joined by «and», and their places among all that is asked."""


def is_plainly_right(rules: Methodology, asked: Asked) -> bool:
    """Whether the guesses show that nothing is wrong; if not, that means little."""
    nodes, chains = laid_out(asked)
    tried = together(rules, asked.record, nodes)
    nodes = tried.conditions
    aiming = Aiming(rules, nodes, tried.space.variables)
    around = [(node, True) for node in nodes[1 : 1 + len(asked.around)]]
    wishes: list[list[Wish]] = [
        [*around, (nodes[0], True)],
        [*around, (nodes[0], False)],
    ]
    for chain in chains:
        for place in chain[1]:
            wish = tipping(nodes, chain, place)
            # Where wishes look at the same, the last one wins: either may be best.
            wishes += [wish, wish[::-1]]
    guesses = [aiming.at(*one) for one in wishes]
    if guesses[0] == guesses[1]:
        return False  # There is nothing here that a guess could be made of.
    found = [masks(one) for one in tried.aimed(guesses)]
    can_be = any(all(row[at] == TRUE for at in range(len(around) + 1)) for row in found)
    need_not = any(
        row[0] != TRUE and all(row[at] == TRUE for at in range(1, len(around) + 1))
        for row in found
    )
    return can_be and need_not and all(is_needed(found, chain) for chain in chains)


def laid_out(asked: Asked) -> tuple[tuple[Expression, ...], list[Chain]]:
    """The condition, those around it and the parts of its chains; and the chains."""
    nodes = [asked.condition, *asked.around]
    chains: list[Chain] = []
    for chain in chains_of(asked.condition):
        places = tuple(range(len(nodes), len(nodes) + len(chain.parts)))
        nodes += chain.parts
        chains.append((isinstance(chain, model.AllOf), places))
    return tuple(nodes), chains


def tipping(nodes: Sequence[Expression], chain: Chain, place: int) -> list[Wish]:
    """That one part of a chain is what its outcome hangs on."""
    is_and, places = chain
    others = [(nodes[one], is_and) for one in places if one != place]
    return [*others, (nodes[place], not is_and)]


def is_needed(found: Sequence[Sequence[int]], chain: Chain) -> bool:
    """Whether each part of a chain tips the balance in some combination."""
    is_and, places = chain
    rows = [[row[place] for place in places] for row in found]
    return all(
        any(decides(row, at, is_and) for row in rows) for at in range(len(places))
    )
