"""Where examples may be broken: at the commas of what is given and expected."""

from collections.abc import Iterator

from inspect_engine.syntax import nodes
from inspect_engine.syntax.formatting.declarations import (
    BEFORE_BLOCK,
    before,
    listed,
)
from inspect_engine.syntax.formatting.pieces import Pieces
from inspect_engine.syntax.formatting.regions import Region


def of_example(node: nodes.Node, pieces: Pieces) -> Iterator[Region]:
    """The regions of a statement of an example."""
    match node:
        case nodes.Given(assigned=assigned):
            yield before(node, assigned[1:], pieces)
        case nodes.Assigned(ids=ids) if len(ids) > 1:
            yield listed(ids, pieces)
        case nodes.Expect(expectations=expectations):
            yield before(node, expectations[1:], pieces)
        case nodes.Expectation(names=names) if names:
            yield before(node, names, pieces, words=1)
        case nodes.ExampleTable(ids=ids, targets=targets):
            yield before(node, targets[:1], pieces, words=1, nest=BEFORE_BLOCK)
            yield listed(ids, pieces)
            yield listed(targets, pieces)
