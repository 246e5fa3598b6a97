"""Where rules of rating may be broken: at `when` and `because`, triggers, columns."""

from collections.abc import Iterator, Sequence

from inspect_engine.syntax import nodes
from inspect_engine.syntax.formatting.declarations import (
    BEFORE_BLOCK,
    before,
    listed,
)
from inspect_engine.syntax.formatting.pieces import Pieces
from inspect_engine.syntax.formatting.regions import Region


def of_rating(node: nodes.Node, pieces: Pieces) -> Iterator[Region]:
    """The regions of a rule's head, and of the lists in it."""
    match node:
        case nodes.Limit() | nodes.Step():
            parts = [part for part in (node.condition, node.because) if part]
            if parts:
                yield before(node, parts, pieces, words=1)
        case nodes.Table():
            parts = [node.columns[0], node.target]
            yield before(node, parts, pieces, words=1, nest=BEFORE_BLOCK)
            yield listed(node.columns, pieces)
        case nodes.Discretion(ids=ids) if ids:
            yield listed(ids, pieces)
        case nodes.Setting(name="when", value=tuple() as triggers):
            yield _of_triggers(node, triggers, pieces)


def _of_triggers(
    node: nodes.Node, triggers: Sequence[nodes.Node], pieces: Pieces
) -> Region:
    """Each circumstance on its own line, after the comma that ends the last one."""
    start, end = pieces.range(node)
    after = frozenset(pieces.range(trigger)[1] + 1 for trigger in triggers[:-1])
    return Region(start=start, end=end, breaks=after)
