"""Leave out what is only said because a statement nearby could not be read."""

from collections.abc import Iterable, Iterator

from inspect_engine.binding.faults import MissingPart, OpenDerivation
from inspect_engine.binding.same_cause import merged
from inspect_engine.diagnostics.diagnostic import Diagnostic, in_reading_order
from inspect_engine.diagnostics.limits import TooManyFaults
from inspect_engine.source import Span
from inspect_engine.syntax.nodes import Node

OF_ABSENCE = (MissingPart.code, OpenDerivation.code)
"""The faults of something that is not there: it may stand in what was not read."""

MOST_FAULTS = 1000


def without_consequences(
    found: Iterable[Diagnostic], declarations: Iterable[Node], damage: Iterable[Span]
) -> tuple[Diagnostic, ...]:
    """The diagnostics but those of absence in a block with a fault in its writing."""
    blocks = [block.span.as_written for node in declarations for block in _blocks(node)]
    damaged = [block for block in blocks if any(_holds(block, one) for one in damage)]
    return tuple(
        one
        for one in found
        if one.code not in OF_ABSENCE or not _is_inside(one.span, blocks, damaged)
    )


def apart_from(
    found: Iterable[Diagnostic],
    declarations: Iterable[Node],
    known: Iterable[Diagnostic],
) -> Iterator[Diagnostic]:
    """Those of some diagnostics in whose declaration nothing else is known to be wrong.

    A declaration with an error in it may lack just what they miss.
    """
    blocks = [node.span.as_written for node in declarations]
    wrong = [one.span for one in known if one.span is not None]
    for one in found:
        around = [block for block in blocks if one.span and _holds(block, one.span)]
        if not any(_holds(block, span) for block in around for span in wrong):
            yield one


def limited(
    found: Iterable[Diagnostic], files: Iterable[str]
) -> tuple[Diagnostic, ...]:
    """The first of very many diagnostics, with one more that says so."""
    ordered = merged(in_reading_order(found, files))
    if len(ordered) <= MOST_FAULTS:
        return ordered
    end = TooManyFaults(limit=MOST_FAULTS).at(ordered[MOST_FAULTS].span)
    return (*ordered[:MOST_FAULTS], end)


def _is_inside(
    span: Span | None, blocks: Iterable[Span], damaged: Iterable[Span]
) -> bool:
    """Whether the smallest block around a place is damaged."""
    if span is None:
        return False
    around = [block for block in blocks if _holds(block, span)]
    smallest = min(around, key=lambda one: one.end - one.start, default=None)
    return any(smallest is one for one in damaged)


def _holds(block: Span, span: Span) -> bool:
    same = block.source is span.source
    return same and block.start <= span.start and span.end <= block.end


def _blocks(node: Node) -> Iterator[Node]:
    """A declaration and all declarations in its block."""
    yield node
    for part in getattr(node, "parts", ()):
        if hasattr(part, "parts"):
            yield from _blocks(part)
