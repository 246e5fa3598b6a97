"""Where a reader would look for what is told of a change."""

from benchmarks.seeds import DECLARED, Change, Seeded, Stretch
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node


def is_said(node: Node) -> bool:
    """Whether a statement is more than a remark of where a thing comes from."""
    is_remark = isinstance(node, (nodes.Cite, nodes.Assumed))
    is_guidance = isinstance(node, nodes.Setting) and node.name in ("guidance",)
    return not (is_remark or is_guidance)


def dropped(given: Seeded, one: Node) -> Change:
    """A declaration left out; told where it is missed, or where what it held is."""
    inside = [other for other in given.of(*DECLARED) if within(other, one)]
    names = {other.id.text for other in inside}
    names |= {other.span.text for other in given.of(nodes.Id) if within(other, one)}
    near = (*given.neighbours(one), *given.mentions(*names), *beside_levels(given, one))
    if isinstance(one, (nodes.Standard, nodes.Domain)):
        near += tuple((o.span.start, o.span.end) for o in given.of(nodes.Standards))
    return given.without(one, *near)._replace(names=tuple(names))


def beside_levels(given: Seeded, one: Node) -> tuple[Stretch, ...]:
    """Wherever the other levels of a scale stand, which may now be its ends."""
    if not isinstance(one, nodes.Level):
        return ()
    beside = [o.id.text for o in given.siblings(one) if isinstance(o, nodes.Level)]
    return given.mentions(*beside)


def within(inner: Node, outer: Node) -> bool:
    """Whether something lies inside something else."""
    a, b = inner.span, outer.span
    return b.start <= a.start and a.end <= b.end


def swapped(given: Seeded, one: Node, other: Node, *near: Stretch) -> Change:
    """Two nodes in each other's place."""
    a, b = one.span, other.span
    words = b.text + given.text[a.end : b.start] + a.text
    return Change(a.start, b.end, words, near)


def around(given: Seeded, node: Node) -> tuple[Stretch, ...]:
    """The statement that something stands in, and its neighbours."""
    holder = given.around(node)
    return given.neighbours(holder) if holder is not None else ()


def whole_around(given: Seeded, node: Node) -> tuple[Stretch, ...]:
    """The declaration that something stands in, and wherever that is named."""
    holder = given.around(node)
    while holder is not None and not isinstance(holder, DECLARED):
        holder = given.around(holder)
    if holder is None:
        return ()
    named = given.mentions(holder.id.text)
    told = [place for at, _ in named for place in statement_around(given, at)]
    return (*told, *named, (holder.span.start, holder.span.end))


def statement_around(given: Seeded, start: int) -> tuple[Stretch, ...]:
    """The smallest declaration or statement around a place."""
    kinds = (*DECLARED, nodes.Band, nodes.Row, nodes.RatingRule, nodes.Score)
    holding = [
        one.span
        for one in given.of(*kinds, nodes.Limit, nodes.Step, nodes.Discretion)
        if one.span.start <= start < one.span.end
    ]
    smallest = min(holding, key=lambda one: one.end - one.start, default=None)
    return () if smallest is None else ((smallest.start, smallest.end),)
