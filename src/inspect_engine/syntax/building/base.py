"""The smallest pieces, and what every part of the builder uses."""

import datetime
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.faults import BadDate, NestedTooDeep, NumberTooLong
from inspect_engine.syntax.lexer import Token, unquoted
from inspect_engine.syntax.nodes import Node

Children = Sequence[Any]
LONGEST_NUMBER = 60
DEEPEST = 100


class BaseBuilder:
    """Keeps the source, and what is found wrong with a number, date or condition."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self.depths: dict[int, tuple[Node, int]] = {}
        self.longest: dict[int, Node] = {}

    def nested(self, node: Node, *inside: Node) -> Any:
        """The node, after counting how deep it is; too deep is reported once."""
        deepest = max(self.depths.get(id(part), (part, 0))[1] for part in inside)
        if deepest == DEEPEST:
            self.diagnostics.append(NestedTooDeep(limit=DEEPEST).at(node.span))
        if deepest >= DEEPEST:
            node = nodes.Special("too deep", span=node.span)
        self.depths[id(node)] = (node, min(deepest, DEEPEST) + 1)
        return node

    def plain(self, value: Any) -> Any:
        """A token as an id; nodes stay."""
        if isinstance(value, Token):
            return nodes.Id(value.text, span=self.place(value))
        return value

    def place(self, token: Token) -> Span:
        """Where a token stands."""
        return Span(self.source, token.start, token.end)

    def make_id(self, parts: Children, span: Span) -> nodes.Id:
        return nodes.Id(parts[0].text, span=span)

    make_version = make_id

    def make_text(self, parts: Children, span: Span) -> nodes.Words:
        return nodes.Words(" ".join(unquoted(part) for part in parts), span=span)

    def make_number(self, parts: Children, span: Span) -> nodes.Number:
        return self.number(parts[0].text, span)

    def number(self, written: str, span: Span) -> nodes.Number:
        """A number of bounded length, exactly as written."""
        if len(written) > LONGEST_NUMBER:
            fault = NumberTooLong(digits=len(written), limit=LONGEST_NUMBER)
            self.diagnostics.append(fault.at(span))
            written = "0"
        return nodes.Number(Fraction(written), written, span=span)

    def make_minus(self, parts: Children, span: Span) -> nodes.Number:
        return nodes.Number(-parts[0].value, f"-{parts[0].written}", span=span)

    def make_signed(self, parts: Children, span: Span) -> nodes.Number:
        number: nodes.Number = parts[0]
        return number

    def whole(self, token: Token) -> int:
        """A small whole number, such as a count of levels."""
        return int(self.number(token.text, self.place(token)).value)

    def date(self, token: Token) -> nodes.DateLiteral:
        """A date of the calendar; another is reported."""
        span = self.place(token)
        year, month, day = (int(part) for part in token.text.split("-"))
        try:
            value = datetime.date(year, month, day)
        except ValueError:
            self.diagnostics.append(BadDate(written=token.text).at(span))
            return nodes.DateLiteral(None, span=span)
        if token.text != value.isoformat():
            fault = BadDate(written=token.text, near=value.isoformat())
            self.diagnostics.append(fault.at(span))
        return nodes.DateLiteral(value, span=span)

    def make_date_literal(self, parts: Children, span: Span) -> nodes.DateLiteral:
        return self.date(parts[0])

    def make_until(self, parts: Children, span: Span) -> nodes.DateLiteral:
        return self.date(parts[0])

    def make_cite(self, parts: Children, span: Span) -> nodes.Cite:
        return nodes.Cite(self.plain(parts[0]), parts[1], span=span)

    def make_assumed(self, parts: Children, span: Span) -> nodes.Assumed:
        return nodes.Assumed(parts[0], span=span)

    def make_details(self, parts: Children, span: Span) -> tuple[Node, ...]:
        return tuple(parts)

    def make_note(self, parts: Children, span: Span) -> nodes.Note:
        return nodes.Note(parts[0], parts[1] if len(parts) > 1 else None, span=span)


def words_first(parts: Children) -> tuple[nodes.Words | None, tuple[Any, ...]]:
    """A title, where the first part is one, and the others."""
    if parts and isinstance(parts[0], nodes.Words):
        return parts[0], tuple(parts[1:])
    return None, tuple(parts)


def sort_out(parts: Children) -> dict[type, Any]:
    """The parts by their class; the first of each."""
    found: dict[type, Any] = {}
    for part in parts:
        found.setdefault(type(part), part)
    return found


def is_pair(part: Any, name: str) -> bool:
    """Whether a part is a value on its way up under a name."""
    return isinstance(part, list) and part[0] == name


def conditions(
    parts: Children,
) -> tuple[Node | None, nodes.Words | None, tuple[Node, ...]]:
    """What stands after a limit or step: when, because and details."""
    when = next((part[1] for part in parts if is_pair(part, "when")), None)
    because = next((part[1] for part in parts if is_pair(part, "because")), None)
    details = next((part for part in parts if isinstance(part, tuple)), ())
    return when, because, details
