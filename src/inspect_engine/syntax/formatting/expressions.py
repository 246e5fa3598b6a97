"""Where expressions may be broken: at their joints, signs and commas."""

from collections.abc import Iterable, Iterator

from inspect_engine.syntax import nodes
from inspect_engine.syntax.formatting.pieces import Pieces
from inspect_engine.syntax.formatting.regions import STEP, Region


def of_expression(node: nodes.Node, pieces: Pieces) -> Iterator[Region]:
    """The region of a chain of conditions or of figures."""
    parts: Iterable[nodes.Node] = ()
    match node:
        case nodes.Chain():
            parts = node.parts[1:]
        case nodes.Arithmetic():
            parts = (part for _, part in node.rest)
        case _:
            return
    start, end = pieces.range(node)
    is_alone = pieces.closing.get(start - 1) == end
    yield Region(
        start=start,
        end=end,
        breaks=frozenset(pieces.range(part)[0] - 1 for part in parts),
        nest=0 if is_alone else STEP,
    )


def of_brackets(pieces: Pieces, weighted: frozenset[int]) -> Iterator[Region]:
    """The regions of everything in brackets.

    `weighted` holds the starts of what has a weight: each of these has its own line.
    """
    for start, token in enumerate(pieces.tokens):
        if token.kind == "LPAR" and start in pieces.closing:
            yield from _of_bracket(pieces, start, weighted)


def _of_bracket(
    pieces: Pieces, start: int, weighted: frozenset[int]
) -> Iterator[Region]:
    end = pieces.closing[start]
    yield Region(
        start=start,
        end=end + 1,
        breaks=frozenset((start + 1, end)),
        is_bracket=True,
    )
    after = frozenset(_after_commas(pieces, start + 1, end))
    if after:
        yield Region(
            start=start + 1,
            end=end,
            breaks=after,
            nest=0,
            is_filled=start + 1 not in weighted,
        )


def _after_commas(pieces: Pieces, start: int, end: int) -> Iterator[int]:
    at = start
    while at < end:
        if pieces.tokens[at].kind == "COMMA":
            yield at + 1
        at = pieces.closing.get(at, at) + 1
