"""Rule files from one spelling to the other."""

from collections.abc import Sequence
from typing import Any, Literal

from attrs import fields

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile
from inspect_engine.syntax import nodes
from inspect_engine.syntax.formatting import format_source
from inspect_engine.syntax.formatting.document import WHOLE_ANYWAY
from inspect_engine.syntax.parser import parse
from inspect_engine.syntax.twin.faults import NamedTwice
from inspect_engine.syntax.twin.reading import JSON_ENDING, as_rules, is_twin
from inspect_engine.syntax.twin.to_tree import SaidTwiceError, tree_of
from inspect_engine.syntax.twin.yaml_text import to_json, to_yaml

Spelling = Literal["inspect", "yaml", "json"]
Converted = tuple[str | None, tuple[Diagnostic, ...]]


def spelling_of(name: str) -> Spelling:
    """The spelling that a file of this name has."""
    if not is_twin(name):
        return "inspect"
    return "json" if name.lower().endswith(JSON_ENDING) else "yaml"


def laid_out(source: SourceFile) -> Converted:
    """The text of a rule file in the one layout of its spelling."""
    return converted(source, spelling_of(source.name))


def converted(source: SourceFile, to: Spelling) -> Converted:
    """A rule file in another spelling; None and why where it cannot be read whole.

    What it means stays, and so do its comments, but for JSON, which has none.
    """
    made = as_rules(source)
    parsed = parse(made)
    faults = [one for one in parsed.diagnostics if one.code not in WHOLE_ANYWAY]
    if parsed.node is None or faults:
        return None, parsed.diagnostics
    if to == "inspect":
        return format_source(SourceFile(source.name, made.text))
    try:
        tree = tree_of(made, parsed.node)
    except SaidTwiceError as error:
        return None, (NamedTwice(name=error.name).at(error.node.span),)
    text = to_yaml(tree) if to == "yaml" else to_json(tree)
    again = parse(as_rules(SourceFile(f"{source.name}.{to}", text))).node
    if _in_order(again) != _in_order(parsed.node):
        raise AssertionError("a bug of ours: the other spelling would say otherwise")
    return text, ()


def comments_of(source: SourceFile) -> int:
    """How many comments a rule file has."""
    return len(parse(as_rules(source)).comments)


def _in_order(node: Any) -> Any:
    """A node with its statements sorted by kind, since a mapping gathers each kind."""
    match node:
        case nodes.Node():
            names = [one.name for one in fields(type(node)) if one.eq]
            return type(node), [_part(node, name) for name in names]
        case tuple():
            return [_in_order(one) for one in node]
    return node


def _part(node: nodes.Node, name: str) -> Any:
    value = getattr(node, name)
    if name == "parts" or isinstance(node, nodes.File):
        return _in_order(_by_kind(value))
    return _in_order(value)


def _by_kind(statements: Sequence[nodes.Node]) -> tuple[nodes.Node, ...]:
    return tuple(sorted(statements, key=_kind))


def _kind(node: nodes.Node) -> tuple[str, ...]:
    told = (getattr(node, name, "") for name in ("action", "kind", "name"))
    return type(node).__name__, *(str(one) for one in told)
