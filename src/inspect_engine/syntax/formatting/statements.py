"""Statements: a head, and perhaps a block of further statements."""

from collections.abc import Iterator
from typing import Any

from attrs import fields, frozen

from inspect_engine.syntax import nodes
from inspect_engine.syntax.blocks import parts_of
from inspect_engine.syntax.formatting.pieces import Pieces

BRIEF = (
    nodes.Fact,
    nodes.Let,
    nodes.Limit,
    nodes.Step,
    nodes.Level,
    nodes.Band,
    nodes.Entry,
    nodes.Row,
)
"""What is complete without its block, which says only where it comes from."""


@frozen
class Statement:
    """A statement's tokens from `start` up to `end`; a block opens at `brace`."""

    node: nodes.Node
    start: int
    end: int
    brace: int | None
    inside: "tuple[Statement, ...]"

    @property
    def head_end(self) -> int:
        """The token after the head."""
        return self.end if self.brace is None else self.brace

    @property
    def is_brief(self) -> bool:
        """Whether its block only says where it comes from."""
        return isinstance(self.node, BRIEF)


def statement(node: nodes.Node, pieces: Pieces) -> Statement:
    """A statement with all that stand in its block."""
    start, end = pieces.range(node)
    brace = pieces.closing[end - 1] if pieces.texts[end - 1] == "}" else None
    inside = () if brace is None else parts_of(node)
    found = tuple(statement(part, pieces) for part in inside)
    if brace is not None:
        _hold_together(found, brace + 1, end - 1)
    return Statement(node, start, end, brace, found)


def _hold_together(found: tuple[Statement, ...], start: int, end: int) -> None:
    """A token between the statements of a block would be lost: that must not be."""
    for one in found:
        if one.start != start:
            raise AssertionError(f"a bug of ours: nothing holds the token {start}")
        start = one.end
    if start != end:
        raise AssertionError(f"a bug of ours: nothing holds the token {start}")


def everything(value: Any) -> Iterator[nodes.Node]:
    """A node and all nodes in it, outer ones first."""
    held = [value]
    while held:
        one = held.pop()
        if isinstance(one, nodes.Node):
            yield one
            names = (each.name for each in fields(type(one)) if each.name != "span")
            held += [getattr(one, name) for name in names]
        elif isinstance(one, tuple):
            held += one
