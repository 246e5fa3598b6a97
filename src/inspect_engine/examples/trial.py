"""One example, ready to be run: an inspection, and what must come of it."""

from attrs import field

from inspect_engine.examples.trees import bundle_tree
from inspect_engine.examples.wanted import Wanted, WantedCodes
from inspect_engine.model.examples import Example, Expectation
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.reading.opening import Opened
from inspect_engine.shapes import shape
from inspect_engine.source import Span


@shape(kw_only=True)
class Trial:
    """An inspection as a tree of text, and what must come of it.

    `wanted` is what a file of examples expects, `expectations` what rules do.
    """

    name: str
    opened: Opened = field(repr=False)
    wanted: tuple[Wanted, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    codes: WantedCodes | None = None
    span: Span = field(repr=False)


def trial_of(rules: Methodology, example: Example) -> Trial:
    """An example that stands in the rules."""
    span = example.span
    tree = bundle_tree(rules, span, None, example.given, example.records)
    told = [one for one in example.expectations if one.kind == "diagnostic"]
    codes = None
    if told:
        names = tuple(name for one in told for name in one.names)
        codes = WantedCodes(codes=names, is_all=False, span=told[0].span)
    row = f", row {example.row}: {_flat(span)}" if example.row else ""
    return Trial(
        name=example.name + row,
        opened=Opened(span.source, tree, ()),
        expectations=tuple(one for one in example.expectations if one not in told),
        codes=codes,
        span=span,
    )


def _flat(span: Span) -> str:
    """What stands there, on one line."""
    return " ".join(span.text.split())
