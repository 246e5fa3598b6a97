"""What the indentation of a text says about its blocks."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from inspect_engine.source import SourceFile
from inspect_engine.syntax.lexer import Token

WITH_BLOCK = frozenset(
    (
        *("key", "question", "prompt", "standard", "domain", "record", "scale"),
        *("bands", "answers", "table", "parameter", "overall", "discretion"),
        *("property", "derive", "example", "methodology"),
    )
)
"""The first words of statements with a block."""


class Closing(NamedTuple):
    """A brace at the start of a line, and the brace that it closes."""

    opener: Token
    closer: Token
    is_outdented: bool
    """Whether it stands further left than the line that opens the block."""


class Layout:
    """Looked at only where braces do not match; reading itself never depends on it."""

    def __init__(self, source: SourceFile, tokens: list[Token]) -> None:
        self.source = source
        self.tokens = tokens

    def column(self, token: Token) -> int:
        """How far right a token stands."""
        return self.source.position(token.start).column

    def header(self, brace: Token) -> int:
        """How far the line is indented that opens a block, or begins its header.

        A title that stands on a line of its own does not begin one.
        """
        number = self.source.position(brace.start).line
        line = self.source.line(number)
        while line.lstrip().startswith('"') and number > 1:
            number -= 1
            line = self.source.line(number)
        return len(line) - len(line.lstrip()) + 1

    def unclosed(self, brace: Token, token: Token) -> tuple[Token, Token] | None:
        """The block that was probably left open inside one that seems to be.

        Given with the token before which it should have been closed: the closing
        brace that stands too far left for it.
        """
        for opener, closer, is_outdented in self.misaligned:
            if is_outdented and brace.start < opener.start < token.start:
                return opener, closer
        return None

    def early(self, token: Token) -> Token | None:
        """The brace before a token that probably closed a block too early."""
        for _, closer, is_outdented in self.misaligned:
            if not is_outdented and closer.start < token.start:
                return closer
        return None

    def unopened(self, token: Token) -> Token | None:
        """The end of the line that lacks a brace, before a token that fits nowhere.

        Either that line ends with a title, and the next stands further right. Or its
        closing brace, just before the token's line, has closed the block around; where
        all of it is on one line, that brace is the end of it.
        """
        at = next((n for n, one in enumerate(self.tokens) if one is token), 0)
        while at and not self.tokens[at].is_first:
            at -= 1
        before = self.tokens[at - 1]
        if before.kind == "STRING" and self.is_inside(self.tokens[at], before):
            return before
        # The first brace that stands too far right is the one without an opening one.
        closer = self.early(token) or before
        return self.before_closing(closer) or self.head_of(at)

    def before_closing(self, closer: Token) -> Token | None:
        """The end of the head whose block a brace closes that was never opened."""
        opener = self.openers.get(closer.start)
        if opener is None or self.line(opener) == self.line(closer):
            return None
        if not closer.is_first:
            return closer
        column = self.column(closer)
        if column <= self.header(opener):
            return None
        inside = [one for one in self.tokens if opener.start < one.start < closer.start]
        heads = [n for n, one in enumerate(inside) if self.begins(one, column)]
        if not heads:
            return None
        return self.end_of_head(inside, heads[-1])

    def head_of(self, at: int) -> Token | None:
        """The end of the head above a line, if it can have a block and opens none."""
        column = self.column(self.tokens[at])
        above = (n for n in range(at - 1, -1, -1) if self.tokens[n].is_first)
        head = next((n for n in above if self.column(self.tokens[n]) < column), None)
        if head is None or self.tokens[head].text not in WITH_BLOCK:
            return None
        end = self.end_of_head(self.tokens, head)
        return None if end.kind == "LBRACE" else end

    def end_of_head(self, tokens: Sequence[Token], head: int) -> Token:
        """The last token of a head, which may have its title on the line below."""
        end = head + 1
        while end < len(tokens) and (
            not tokens[end].is_first or tokens[end].kind == "STRING"
        ):
            end += 1
        return tokens[end - 1]

    def is_inside(self, token: Token, title: Token) -> bool:
        """Whether a line stands further right than the one that a title ends."""
        return self.column(token) > self.header(title)

    def begins(self, token: Token, column: int) -> bool:
        """Whether a token begins a line at a column."""
        return token.is_first and self.column(token) == column

    def line(self, token: Token) -> int:
        """The line on which a token stands."""
        return self.source.position(token.start).line

    @cached_property
    def openers(self) -> dict[int, Token]:
        """The brace that each closing brace closes, by where the latter stands."""
        openers: list[Token] = []
        found: dict[int, Token] = {}
        for token in self.tokens:
            if token.kind == "LBRACE":
                openers.append(token)
            elif token.kind == "RBRACE" and openers:
                found[token.start] = openers.pop()
        return found

    @cached_property
    def misaligned(self) -> list[Closing]:
        """Closing braces first on their line that stand under another block."""
        openers: list[Token] = []
        found: list[Closing] = []
        for token in self.tokens:
            if token.kind == "LBRACE":
                openers.append(token)
            elif token.kind == "RBRACE" and openers:
                opener = openers.pop()
                column, header = self.column(token), self.header(opener)
                if token.is_first and column != header:
                    found.append(Closing(opener, token, column < header))
        return found
