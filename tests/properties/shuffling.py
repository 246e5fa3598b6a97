"""The same rules and bundles in another order."""

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st
from tests.properties.made import Block, Part
from tests.properties.workshop import Data


@st.composite
def shuffled(draw: st.DrawFn, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Declarations in another order, and so inside, where order means nothing."""
    inner = [
        Block(part.head, draw(shuffled(part.parts)))
        if isinstance(part, Block) and not part.is_ordered
        else part
        for part in parts
    ]
    return tuple(draw(st.permutations(inner)))


@st.composite
def reordered(draw: st.DrawFn, value: Any) -> Any:
    """A document whose keys stand in another order; lists stay as they are."""
    if isinstance(value, Mapping):
        keys = draw(st.permutations(list(value)))
        return {key: draw(reordered(value[key])) for key in keys}
    if isinstance(value, list):
        return [draw(reordered(item)) for item in value]
    return value


@st.composite
def other_case_order(draw: st.DrawFn, document: Data, plurals: set[str]) -> Data:
    """A bundle with its records and decisions in another order."""
    lists = {*plurals, "decisions"} & set(document)
    moved = {name: draw(st.permutations(document[name])) for name in sorted(lists)}
    return {**document, **moved}
