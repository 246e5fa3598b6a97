"""Small questions about nodes and expressions that the binder asks everywhere."""

from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import Kind
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node


def kind_of(expression: Expression) -> Kind:
    """The kind of a bound expression."""
    kind: Kind = expression.kind  # type: ignore[attr-defined]
    return kind


def unbracketed(node: Node) -> Node:
    """What stands inside any brackets."""
    while isinstance(node, nodes.Bracketed):
        node = node.part
    return node


def short(span: Span, most: int = 60) -> str:
    """The author's words, cut where they are many."""
    words = " ".join(span.text[: most * 2].split())
    return words if len(words) <= most else words[: most - 1] + "…"


def bands_each_member(node: nodes.Aggregate) -> bool:
    """Whether members are put in bands one by one before they are compared."""
    is_levelled = node.function in ("lowest", "highest")
    return is_levelled and not isinstance(node.over, nodes.RecordValues)
