"""Examples, made into nodes."""

from typing import Any

from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.building.base import BaseBuilder, Children
from inspect_engine.syntax.lexer import Token, unquoted
from inspect_engine.syntax.nodes import Node

NO_VALUE = ("not_applicable", "not_rated")


class ExampleBuilder(BaseBuilder):
    """The part of the builder that makes examples."""

    def make_example(self, parts: Children, span: Span) -> nodes.Example:
        token, *rest = parts
        name = nodes.Words(unquoted(token), span=self.place(token))
        return nodes.Example(name, tuple(rest), span=span)

    def make_given(self, parts: Children, span: Span) -> nodes.Given:
        return nodes.Given(tuple(parts), span=span)

    def make_assigned(self, parts: Children, span: Span) -> nodes.Assigned:
        *ids, value = parts
        return nodes.Assigned(tuple(ids), self.word(value), span=span)

    def word(self, part: Any) -> Node:
        """A value; a name that stands for no value at all is a word of its own."""
        if isinstance(part, Token) and part.text in NO_VALUE:
            return nodes.Special(part.text, span=self.place(part))
        node: Node = self.plain(part)
        return node

    def make_count_out_of(self, parts: Children, span: Span) -> nodes.CountOutOf:
        count, total = map(self.whole, parts)
        return nodes.CountOutOf(count, total, span=span)

    def make_percent_out_of(self, parts: Children, span: Span) -> nodes.PercentOutOf:
        percent, total = parts
        return nodes.PercentOutOf(percent.written, self.whole(total), span=span)

    def make_counts_of_choices(self, parts: Children, span: Span) -> nodes.ChoiceCounts:
        pairs = zip(parts[::2], parts[1::2], strict=True)
        counts = ((self.whole(count), self.plain(name)) for count, name in pairs)
        return nodes.ChoiceCounts(tuple(counts), span=span)

    def make_example_records(self, parts: Children, span: Span) -> nodes.ExampleRecords:
        tokens = [part for part in parts if isinstance(part, Token)]
        count = self.whole(tokens[0]) if len(tokens) > 1 else 1
        given = tuple(parts[len(tokens) :])
        return nodes.ExampleRecords(count, self.plain(tokens[-1]), given, span=span)

    def make_expect(self, parts: Children, span: Span) -> nodes.Expect:
        return nodes.Expect(tuple(parts), span=span)

    def make_expect_holds(self, parts: Children, span: Span) -> nodes.Expectation:
        return nodes.Expectation("holds", parts[0], span=span)

    def make_expect_may_be(self, parts: Children, span: Span) -> nodes.Expectation:
        return self.expectation("may be", parts, span)

    def make_expect_decided_by(self, parts: Children, span: Span) -> Any:
        return self.expectation("decided by", parts, span)

    def make_expect_diagnostic(self, parts: Children, span: Span) -> Any:
        code = nodes.Words(unquoted(parts[0]), span=self.place(parts[0]))
        return nodes.Expectation("diagnostic", code, span=span)

    def expectation(self, kind: str, parts: Children, span: Span) -> nodes.Expectation:
        """What is expected of a subject, in names."""
        subject, *names = parts
        return nodes.Expectation(kind, subject, tuple(names), span=span)

    def make_possible_level(self, parts: Children, span: Span) -> Node:
        return self.word(parts[0])

    def make_example_table(self, parts: Children, span: Span) -> nodes.ExampleTable:
        rows = tuple(part for part in parts if isinstance(part, nodes.ExampleRow))
        head = parts[: len(parts) - len(rows)]
        ids = tuple(part for part in head if isinstance(part, nodes.Id))
        return nodes.ExampleTable(ids, tuple(head[len(ids) :]), rows, span=span)

    def make_example_row(self, parts: Children, span: Span) -> nodes.ExampleRow:
        wanted = tuple(part for part in parts if isinstance(part, nodes.Wanted))
        cells = tuple(map(self.word, parts[: len(parts) - len(wanted)]))
        return nodes.ExampleRow(cells, wanted, span=span)

    def make_wanted(self, parts: Children, span: Span) -> nodes.Wanted:
        found = tuple(map(self.word, parts))
        return nodes.Wanted(found, span=span)
