"""What a file declares, by the kinds and names that an extending file speaks of."""

from collections.abc import Iterable, Iterator

from attrs import field

from inspect_engine.shapes import shape
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node

_KINDS: dict[type[Node], str] = {
    nodes.Scale: "scale",
    nodes.Bands: "bands",
    nodes.Answers: "answers",
    nodes.Record: "record",
    nodes.Derive: "fact",
    nodes.Parameter: "parameter",
    nodes.Let: "let",
    nodes.Table: "table",
    nodes.Domain: "domain",
    nodes.Standard: "standard",
    nodes.QuestionSet: "question set",
    nodes.Overall: "overall",
    nodes.Discretion: "discretion",
    nodes.Property: "property",
    nodes.Note: "note",
}
_QUOTED = ("property", "note")

LOCAL = ("fact", "let", "table", "note", "prompt")
"""The kinds whose names are known only where they stand; others are of the whole."""

Block = (
    nodes.Record
    | nodes.Domain
    | nodes.Standard
    | nodes.QuestionSet
    | nodes.Question
    | nodes.Overall
)
"""What can hold other declarations."""


@shape
class Declared:
    """A declaration with its kind, its names (the full one first) and its blocks."""

    kind: str
    names: tuple[str, ...]
    node: Node = field(repr=False)
    parents: tuple[Node, ...] = field(repr=False)

    @property
    def parent(self) -> Node | None:
        """The block it stands in; None at the top."""
        return self.parents[-1] if self.parents else None

    @property
    def what(self) -> str:
        """Kind and full name, as an extending file would write them."""
        return what(self.kind, self.names[0])


def what(kind: str, name: str) -> str:
    """Kind and name in words: `scale rating`, `property "…"`, `overall`."""
    return f'{kind} "{name}"' if kind in _QUOTED else f"{kind} {name}".rstrip()


def declared(
    items: Iterable[Node], parents: tuple[Node, ...] = ()
) -> Iterator[Declared]:
    """Every declaration that has a name, and those in its block after it."""
    for item in items:
        if kind := kind_of(item):
            yield Declared(kind, names_of(item, parents), item, parents)
        if isinstance(item, Block):
            yield from declared(item.parts, (*parents, item))


def kind_of(node: Node) -> str:
    """The words by which a declaration begins; empty for other statements."""
    if isinstance(node, nodes.Fact | nodes.Question):
        return node.kind
    return _KINDS.get(type(node), "")


def names_of(node: Node, parents: tuple[Node, ...] = ()) -> tuple[str, ...]:
    """The names that a declaration goes by, the full one first."""
    match node:
        case nodes.Overall():
            return ("",)
        case nodes.Property(name=words) | nodes.Note(text=words):
            return (words.text,)
        case nodes.Discretion():
            return _names_of_discretion(node)
    own = getattr(node, "id", None)
    name = own.text if isinstance(own, nodes.Id) else ""
    match parents:
        case (*_, nodes.Question(id=question)) if kind_of(node) == "prompt":
            return question.text + name, name
    return (name,)


def _names_of_discretion(node: nodes.Discretion) -> tuple[str, ...]:
    ids = sorted({id.text for id in node.ids})
    if not ids:
        return f"on {node.target}", node.target
    place = "standards of domain" if node.target == "domain" else node.target
    return f"on {place} {', '.join(ids)}", ", ".join(ids)


def place_of(node: Node) -> Span:
    """The narrowest place to point at: the name, or the first line where none is."""
    match node:
        case nodes.Property(name=words) | nodes.Note(text=words):
            return words.span
        case nodes.Change(id=nodes.Id() as id):
            return id.span
        case nodes.Change(declaration=Node() as declaration):
            return place_of(declaration)
    own = getattr(node, "id", None)
    return own.span if isinstance(own, nodes.Id) else first_line(node.span)


def first_line(span: Span) -> Span:
    """The part of a span that stands on its first line, without the brace."""
    line = span.text.splitlines()[0] if span.text else ""
    return Span(span.source, span.start, span.start + len(line.rstrip(" {")))


def first_word(span: Span) -> Span:
    """The word that a span begins with."""
    words = span.text.split(maxsplit=1)
    return Span(span.source, span.start, span.start + len(words[0] if words else ""))
