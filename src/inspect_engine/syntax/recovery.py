"""What to say of a fault, and where reading can go on after it.

One cause is to give one diagnostic, and the next fault is still to be found. So what
was probably meant is tried first, and kept only where the tables take it together
with what follows: another word, a sign put in or left out, the brace that the layout
shows to be missing, the rest of a header. Failing that, the statement is dropped.
"""

from typing import Any

from inspect_engine.diagnostics.limits import TooManyFaults
from inspect_engine.source import SourceFile
from inspect_engine.syntax import ahead, expectations, foreign
from inspect_engine.syntax.faults import (
    NotARuleFile,
)
from inspect_engine.syntax.lexer import Token, lex
from inspect_engine.syntax.repairs import Repairs
from inspect_engine.syntax.reporting import GaveUpError
from inspect_engine.syntax.tables import END, tables

MOST_FAULTS = 200
MOST_TRIES = 5
LONGEST_HEADER = 60
LONGEST_START = 6
REMOVABLE = ("COMMA", "COLON", "EQUAL", "MINUS", "RPAR", "__ANON_0")
INSERTABLE = ("LBRACE", "COLON", "EQUAL", "__ANON_0", "RPAR", "COMMA")


class Recovery(Repairs):
    """Reports faults, and changes the stacks and tokens so that reading goes on."""

    def recover(self, token: Token) -> None:
        """Report the fault at a token and find a way on."""
        if len(self.diagnostics) >= MOST_FAULTS:
            self.give_up(TooManyFaults(limit=MOST_FAULTS).at(self.span(token)))
        if self.is_stuck(token) or self.is_other_file(token):
            return
        expected = ahead.expected(self.stacks.states)
        if self.repair(token, expected):
            return
        blocks = self.stacks.blocks()
        if not blocks:
            self.report_at(token, expected)
            raise GaveUpError
        if token.kind == END:
            self.close_at_end(blocks, expected)
        elif not self.close_before(token, blocks, expected):
            self.drop_statement(token, blocks, expected)

    def is_stuck(self, token: Token) -> bool:
        """Whether one place was tried too often; then it is passed over."""
        place, tries = self.last
        tries = tries + 1 if place == token.start else 1
        self.last = token.start, tries
        if tries <= MOST_TRIES:
            return False
        if token.kind == END:
            raise GaveUpError
        self.stacks.at += 1
        return True

    def is_other_file(self, token: Token) -> bool:
        """Report a file that is written in another language altogether."""
        kind = foreign.kind_of(self.source.text) if self.stacks.at <= 1 else ""
        if kind:
            self.give_up(NotARuleFile(kind=kind).at(self.span(self.stacks.tokens[0])))
        return False

    # --- where statements and blocks end ------------------------------------------

    def starts_statement(self, token: Token) -> bool:
        """Whether a word that could be a name starts a statement of a block around.

        Only where the line makes no sense otherwise, so that no file loses a name.
        """
        following = self.before_break(*self.stacks.following(LONGEST_START))
        if len(following) < 2 or ahead.takes(self.stacks.states, *following):
            return False
        states = self.stacks.states
        return any(
            ahead.takes(states[:height], *following) for height in self.stacks.blocks()
        )

    def is_misspelt(self, token: Token) -> bool:
        """Whether a name would start a statement in mid-line that makes no sense."""
        states = self.stacks.states
        following = self.before_break(*self.stacks.following(2))
        if ahead.takes(states, *following):
            return self.is_half_a_name(token)
        expected = ahead.expected(states)
        near = expectations.near_keyword(token, expected)
        meant = token._replace(text=near)
        if near and ahead.takes(states, meant, *following[1:]):
            return True
        return any(map(self.height_of, self.rewordings(expected)))

    def close_before(
        self, token: Token, blocks: list[int], expected: list[str]
    ) -> bool:
        """End a statement, or a block, that stops short of a token."""
        inner = blocks[0]
        states = self.stacks.states
        is_begun = inner < len(states)
        if is_begun and token.is_first and ahead.takes(states[:inner], token):
            self.report_incomplete(token, expected)
            self.drop_to(inner)
        elif self.closes_by_layout(token, blocks):
            self.report_unclosed(token, inner)
            self.drop_to(inner)
            self.close_block()
        elif token.kind == "RBRACE" and len(blocks) == 1:
            self.drop_to(inner)
            self.report_stray(token)
            self.stacks.at += 1
        elif token.kind == "RBRACE":
            self.report_incomplete(token, expected)
            self.drop_to(inner)
        else:
            return False
        return True

    def closes_by_layout(self, token: Token, blocks: list[int]) -> bool:
        """Whether the layout shows that the inner block was to end before a token."""
        if not token.is_first or len(blocks) < 2 or token.kind == "RBRACE":
            return False
        brace = self.stacks.opener(blocks[0])
        if brace is None or self.layout.column(token) > self.layout.header(brace):
            return False
        states = self.stacks.states
        return any(ahead.takes(states[:height], token) for height in blocks[1:])

    def close_block(self) -> None:
        """Go on as if the missing brace stood here."""
        place = self.stacks.tokens[self.stacks.at].start
        self.stacks.replace(0, Token("RBRACE", "}", place, place, False))

    def close_at_end(self, blocks: list[int], expected: list[str]) -> None:
        """The text ends too early: in a statement, in a block, or in both."""
        token = self.stacks.tokens[self.stacks.at]
        inner = blocks[0]
        if inner < len(self.stacks.states):
            self.report_incomplete(token, expected)
            self.drop_to(inner)
        elif len(blocks) > 1:
            self.report_unclosed(token, inner)
        for _ in blocks[1:]:
            self.close_block()

    def drop_statement(
        self, token: Token, blocks: list[int], expected: list[str]
    ) -> None:
        """Report a token that fits nowhere, and pass over its statement."""
        self.report_at(token, expected)
        if self.enter_block():
            return
        self.drop_to(blocks[0])
        self.skip_statement(blocks)

    def enter_block(self) -> bool:
        """Go on inside the block of a header that could not be read, where it has one.

        What the header lacks is stood in for by names that nothing is called.
        """
        skipped: list[Token] = []
        for token in self.stacks.rest():
            is_new = bool(skipped) and token.is_first
            if is_new or token.kind == END or len(skipped) > LONGEST_HEADER:
                return False
            if token.kind == "LBRACE":
                break
            skipped.append(token)
        following = self.stacks.following(len(skipped) + 2)[-2:]
        names = ahead.leading_to(self.stacks.states, following)
        if names is None:
            return False
        for lost in skipped:
            self.lose(lost)
        self.stacks.replace(len(skipped), *self.stand_ins(names, following[0]))
        return True

    def stand_ins(self, names: tuple[str, ...], brace: Token) -> list[Token]:
        """Tokens of kinds that are missing, to be read before a brace."""
        made: list[Token] = []
        for name in names:
            text = '""' if name == "STRING" else f"lost_{brace.start}"
            self.lost.add(text)
            made.append(Token(name, text, brace.start, brace.start, False))
        return made

    def drop_to(self, height: int) -> None:
        """Drop a statement begun; its names are lost, not unknown."""
        for value in self.stacks.cut(height):
            self.lose(value)

    def lose(self, value: Any) -> None:
        """Remember the names of something dropped."""
        if isinstance(value, Token):
            self.lost.add(value.text)
        elif isinstance(value, list):
            for part in value:
                self.lose(part)
        elif hasattr(value, "span"):
            inner = lex(SourceFile(self.source.name, value.span.text))
            self.lost.update(token.text for token in inner.tokens)

    def skip_statement(self, blocks: list[int]) -> None:
        """Pass over the rest of a statement that could not be read."""
        stacks, depth, begun = self.stacks, 0, self.stacks.at
        states = stacks.states[: blocks[0]]
        while True:
            token = stacks.tokens[stacks.at]
            if token.kind == END or (token.kind == "RBRACE" and depth == 0):
                return
            if depth == 0 and stacks.at > begun and token.is_first:
                if self.may_start(states, token):
                    return
                if self.closes_by_layout(token, blocks):
                    return
            depth += {"LBRACE": 1, "RBRACE": -1}.get(token.kind, 0)
            self.lost.add(token.text)
            stacks.at += 1

    def may_start(self, states: list[int], token: Token) -> bool:
        """Whether a statement seems to start: with a word, or a name that fits."""
        is_word = ahead.terminal(token, tables().rows[states[-1]]) != token.kind
        following = self.stacks.following(1 if is_word else 2)
        return ahead.takes(states, *self.before_break(*following))
