"""Changes of one thing in a rule file, by kind, at every place where a kind applies.

A change knows where a reader would look for what is told of it: on its own lines, and
for some kinds at neighbours, in the block that lacks what was deleted, or wherever the
name stands that is no longer declared.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from attrs import fields, frozen, has

from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.lexer import Token, lex
from inspect_engine.syntax.nodes import Node
from inspect_engine.syntax.parser import parse
from inspect_engine.syntax.tables import tables

Stretch = tuple[int, int]
DECLARED = (
    *(nodes.Scale, nodes.Bands, nodes.Answers, nodes.Record, nodes.Fact),
    *(nodes.Derive, nodes.Parameter, nodes.Let, nodes.Domain, nodes.Standard),
    *(nodes.Question, nodes.QuestionSet, nodes.Table, nodes.Source, nodes.Level),
    nodes.Answer,
)
"""What has a name of its own."""


class Change(NamedTuple):
    """Other words in place of a stretch of the text.

    `near` are the stretches of the text before at which it may be told as well, and
    `names` what may be told of in another file.
    """

    start: int
    end: int
    words: str
    near: tuple[Stretch, ...] = ()
    names: tuple[str, ...] = ()

    def applied(self, text: str) -> str:
        """The text with the change made."""
        return text[: self.start] + self.words + text[self.end :]

    def lines(self, text: str) -> frozenset[int]:
        """The lines of the changed text where one would look for it."""
        changed = SourceFile("", self.applied(text))
        own = (self.start, self.start + len(self.words))
        found: set[int] = set()
        for start, end in (own, *map(self.moved, self.near)):
            first, last = changed.position(start).line, changed.position(end).line
            found |= set(range(first, last + 1))
        return frozenset(found)

    def moved(self, place: Stretch) -> Stretch:
        """Where a stretch of the text before lies in the changed text."""
        by = len(self.words) - (self.end - self.start)
        kept = self.start + len(self.words)
        start, end = (
            one if one <= self.start else max(kept, one + by) for one in place
        )
        return start, max(start, end)


Kind = Callable[["Seeded"], Iterable[Change]]


@frozen
class KindOfChange:
    """A kind of change; `is_wrong` where no such change can be meant."""

    name: str
    find: Kind
    is_wrong: bool


KINDS: dict[str, KindOfChange] = {}


def kind(name: str, *, is_wrong: bool = False) -> Callable[[Kind], Kind]:
    """Add a function that finds the changes of a kind."""

    def added(find: Kind) -> Kind:
        KINDS[name] = KindOfChange(name, find, is_wrong)
        return find

    return added


class Seeded:
    """A rule file that reads well, with all that can be changed in it."""

    def __init__(self, text: str, beside: Iterable[str] = ()) -> None:
        """Read a text; `beside` are those of the files that it uses."""
        self.source = SourceFile("seeded.inspect", text)
        self.text = text
        self.tokens = lex(self.source).tokens[:-1]
        self.parents: dict[int, Node] = {}
        self.all: list[Node] = list(self._walk(parse(self.source).node, None))

        self.scales = [
            one
            for read in (text, *beside)
            for one in parse(SourceFile("", read)).node.items
            if isinstance(one, nodes.Scale)
        ]

    def _walk(self, value: object, parent: Node | None) -> Iterator[Node]:
        if isinstance(value, tuple) and not isinstance(value, Span):
            for item in value:
                yield from self._walk(item, parent)
        elif isinstance(value, Node) and has(type(value)):
            if parent is not None:
                self.parents[id(value)] = parent
            yield value
            for one in fields(type(value)):
                yield from self._walk(getattr(value, one.name), value)

    def of(self, *kinds: type[Any]) -> list[Any]:
        """All nodes of some classes, in file order."""
        return [one for one in self.all if isinstance(one, kinds)]

    def around(self, node: Node) -> Node | None:
        """The declaration or block that something stands in."""
        return self.parents.get(id(node))

    def siblings(self, node: Node) -> list[Node]:
        """What stands beside something in its block, with it, in order."""
        parent = self.around(node)
        return [*getattr(parent, "parts", getattr(parent, "steps", ()))]

    @cached_property
    def names(self) -> list[Node]:
        """Every place where a name stands."""
        return [one for one in self.all if isinstance(one, (nodes.Id, nodes.Name))]

    @cached_property
    def named(self) -> set[int]:
        """Where names begin, to tell them from the words of the language."""
        return {one.span.start for one in self.names}

    @cached_property
    def declared(self) -> set[int]:
        """Where names begin that something is declared by."""
        found = {one.id.span.start for one in self.of(*DECLARED, nodes.Methodology)}
        found |= {
            one.value.span.start
            for one in self.of(nodes.Setting)
            if one.name in ("version", "plural")
        }
        return found | {one.value.span.start for one in self.of(nodes.Choice)}

    @cached_property
    def keywords(self) -> list[Token]:
        """Every word of the language in the text."""
        known = tables().keywords
        return [
            one
            for one in self.tokens
            if one.kind == "NAME" and one.text in known and one.start not in self.named
        ]

    def mentions(self, *names: str) -> tuple[Stretch, ...]:
        """Wherever some names stand, whole or with a letter after them."""
        told = {*names, *(f"{name}s" for name in names)}
        return tuple(
            (one.span.start, one.span.end)
            for one in self.names
            if isinstance(one, nodes.Id) and one.text in told
        )

    def tokens_in(self, span: Span, *kinds: str) -> list[Token]:
        """The tokens of some kinds in a stretch."""
        return [
            one
            for one in self.tokens
            if span.start <= one.start < span.end and one.kind in kinds
        ]

    def before(self, node: Node) -> Stretch:
        """The head of the block that something stands in."""
        parent = self.around(node)
        if parent is None or isinstance(parent, nodes.File):
            return (node.span.start, node.span.start)
        named = getattr(parent, "id", None)
        end = named.span.end if named is not None else parent.span.start + 1
        return (parent.span.start, end)

    def neighbours(self, node: Node) -> tuple[Stretch, ...]:
        """The head of the block, and what stands before and after."""
        beside = self.siblings(node)
        at = next((n for n, one in enumerate(beside) if one is node), 0)
        close = [*beside[max(0, at - 1) : at], *beside[at + 1 : at + 2]]
        return (self.before(node), *((one.span.start, one.span.end) for one in close))

    def without(self, node: Node, *near: Stretch) -> Change:
        """A node left out, with the space before it on its line."""
        start = node.span.start
        line = self.text.rfind("\n", 0, start) + 1
        is_alone = not self.text[line:start].strip()
        return Change(line if is_alone else start, node.span.end, "", near)

    def instead(self, node: Node | Token, words: str, *near: Stretch) -> Change:
        """Other words for a node or token."""
        place = node.span if isinstance(node, Node) else node
        return Change(place.start, place.end, words, near)


def misspelt(word: str, turn: int) -> str:
    """A word with a letter dropped, doubled, or swapped with the next."""
    at = (turn * 7 + len(word)) % max(1, len(word) - 1)
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    )
    for way in (*ways[turn % 3 :], *ways):
        if way not in ("", word):
            return way
    return word + "x"
