"""Which statements stand in the block of another."""

from collections.abc import Iterable, Iterator

from inspect_engine.syntax import nodes


def parts_of(node: nodes.Node) -> tuple[nodes.Node, ...]:
    """The statements in the block of one."""
    match node:
        case nodes.Change(declaration=nodes.Node() as declaration):
            return parts_of(declaration)
        case nodes.Adjust():
            return node.steps
    parts: tuple[nodes.Node, ...] = getattr(node, "parts", ())
    return parts


def statements_in(items: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """Every statement among these and in their blocks, outer ones first."""
    for item in items:
        yield item
        yield from statements_in(parts_of(item))
