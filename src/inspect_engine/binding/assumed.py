"""All that rule files assume: what, why, and where it stands."""

from collections.abc import Iterable, Iterator

from inspect_engine.binding.assembly import Reading
from inspect_engine.binding.declared import first_line, kind_of
from inspect_engine.shapes import shape
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.blocks import parts_of

LONGEST_SHOWN = 80
BY_WORDS = ("note", "property")
"""What has its words for a name."""


@shape
class Assumption:
    """One assumption: of what, why, where; `about` is the statement it is of."""

    what: str
    why: str
    span: Span
    about: Span

    @property
    def file(self) -> str:
        """The name of the file it stands in."""
        return self.span.source.name


def assumed_in(reading: Reading) -> Iterator[Assumption]:
    """Those of a methodology put together; or of its files, where it is not."""
    if reading.assembly is None:
        for text in reading.texts:
            yield from _inside(text.items, ())
        return
    head = reading.assembly.head
    yield from _inside((head,) if head is not None else (), ())
    yield from _inside(reading.assembly.declarations, ())


def in_file_order(
    assumptions: Iterable[Assumption], files: Iterable[str]
) -> tuple[Assumption, ...]:
    """Each once, by file in the order given, and from top to bottom."""
    order = {name: number for number, name in enumerate(dict.fromkeys(files))}
    once = {(one.file, one.span.start): one for one in assumptions}
    return tuple(
        sorted(once.values(), key=lambda one: (order[one.file], one.span.start))
    )


def _inside(
    statements: Iterable[nodes.Node], around: tuple[nodes.Node, ...]
) -> Iterator[Assumption]:
    for one in statements:
        if isinstance(one, nodes.Assumed):
            about = around[-1].span if around else one.span
            yield Assumption(_what(around), one.why.text, one.span, about)
        else:
            yield from _inside(parts_of(one), (*around, one))


def _what(around: tuple[nodes.Node, ...]) -> str:
    """What an assumption is of: a name, or a statement's words and the name above."""
    if not around:
        return "the file"
    *above, last = around
    name = _named(last)
    if name and not name.startswith("prompt "):
        return name
    named = next((_named(one) for one in reversed(above) if _named(one)), "")
    own = name or f"«{_words(last)}»"
    return f"{own} in {named}" if named else own


def _named(node: nodes.Node) -> str:
    """Kind and name of a declaration; empty for a statement without a name."""
    if isinstance(node, nodes.Change) and node.declaration is not None:
        return _named(node.declaration)
    if isinstance(node, nodes.Change):
        return f"{node.kind} «{node.id.text}»" if node.id else node.kind
    kind = "methodology" if isinstance(node, nodes.Methodology) else kind_of(node)
    id = getattr(node, "id", None)
    if isinstance(id, nodes.Id) and kind:
        return f"{kind} «{id.text}»"
    named = node.name if isinstance(node, nodes.Property) else getattr(node, "text", "")
    if kind in BY_WORDS and isinstance(named, nodes.Words):
        return f"{kind} «{named.text[:LONGEST_SHOWN]}»"
    return kind


def _words(node: nodes.Node) -> str:
    """A statement's own first words."""
    words = " ".join(first_line(node.span).text.partition("{")[0].split())
    return words if len(words) <= LONGEST_SHOWN else f"{words[: LONGEST_SHOWN - 1]}…"
