"""Regions: stretches of a statement that stay on one line or are broken together."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

STEP = 2
"""How far a block, and a line that goes on, stand in."""
WIDTH = 88
"""How wide a line may be; a text that is wider stays whole all the same."""


@frozen(kw_only=True)
class Region:
    """Tokens from `start` up to `end`, and where their line may be broken.

    What does not fit on one line is broken before each of `breaks`, and stands in by
    `nest`; a region that is `filled` is broken only where its line is full, or where
    its author broke it.
    """

    start: int
    end: int
    breaks: frozenset[int] = frozenset()
    nest: int = STEP
    is_filled: bool = False
    is_bracket: bool = False
    """Whether the last token closes a bracket, and returns to where its line began."""
    is_text: bool = False
    """Whether it is one text in several literals, which stand under one another."""
    columns: Mapping[int, int] = field(factory=dict)
    """Tokens that begin at a column of their line, where the region is broken."""
    width: int = WIDTH
    """How wide a line may become before the region is broken."""
    only_beyond: int = 0
    """How wide what stands before the first break must be for it to be worth it."""


@frozen
class Tree:
    """A region and those inside it."""

    region: Region
    inside: "tuple[Tree, ...]"


def nested(regions: Iterable[Region], start: int, end: int) -> Tree:
    """The regions that lie in a stretch, each in the narrowest that holds it."""
    held = [one for one in regions if start <= one.start and one.end <= end]
    held.sort(key=lambda one: (one.start, -one.end))
    return _tree(Region(start=start, end=end), held)


def _tree(outer: Region, held: list[Region]) -> Tree:
    inside: list[Tree] = []
    while held and held[0].end <= outer.end:
        inside.append(_tree(held.pop(0), held))
    return Tree(outer, tuple(inside))
