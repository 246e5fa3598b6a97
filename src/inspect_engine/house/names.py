"""Hold the names in rule files against the house's patterns."""

from collections.abc import Iterable, Iterator

from inspect_engine.binding.declared import kind_of
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.house.faults import NamePattern
from inspect_engine.house.rules import HouseRules
from inspect_engine.syntax import nodes
from inspect_engine.syntax.blocks import statements_in

LONGEST_SHOWN = 80

_OTHERS: dict[type[nodes.Node], str] = {
    nodes.Methodology: "methodology",
    nodes.Source: "source",
    nodes.Level: "level",
    nodes.Answer: "answer",
}
"""The kinds of what no extending file speaks of by name."""


def names_against(
    items: Iterable[nodes.Node], rules: HouseRules
) -> Iterator[Diagnostic]:
    """A diagnostic for each declared name that is not as its kind's pattern says."""
    for kind, id in names_in(items) if rules.names else ():
        rule = rules.names.get(kind)
        if rule is not None and not rule.pattern.matches(id.text):
            name = id.text[:LONGEST_SHOWN]
            fault = NamePattern(kind=kind, name=name, pattern=rule.pattern.written)
            yield fault.at(id.span, Related(rule.span, "the house rule"))


def names_in(items: Iterable[nodes.Node]) -> Iterator[tuple[str, nodes.Id]]:
    """Every name that rule files declare, with its kind."""
    for item in statements_in(items):
        node = item.declaration if isinstance(item, nodes.Change) else item
        if node is None:
            continue
        kind = kind_of(node) or _OTHERS.get(type(node), "")
        own = getattr(node, "id", None)
        if kind and isinstance(own, nodes.Id):
            yield kind, own
        yield from (("choice", id) for id in _choices(node))


def _choices(node: nodes.Node) -> Iterator[nodes.Id]:
    kind = getattr(node, "type", None)
    choices = kind.choices if isinstance(kind, nodes.Type) else ()
    yield from (one.value for one in choices if isinstance(one.value, nodes.Id))
