"""What is said of a fault: which words, and exactly where."""

import re
from typing import NoReturn

from inspect_engine.diagnostics.diagnostic import Diagnostic, Edit, Related
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import ahead, expectations
from inspect_engine.syntax.faults import (
    Incomplete,
    Misplaced,
    SmartQuotes,
    StrayBrace,
    StrayCharacter,
    UnclosedBlock,
    UnclosedText,
    UnknownWord,
)
from inspect_engine.syntax.layout import Layout
from inspect_engine.syntax.lexer import Token
from inspect_engine.syntax.stacks import Stacks
from inspect_engine.syntax.tables import END, tables

MOST_FAULTS = 200
MOST_TRIES = 5
LONGEST_HEADER = 60
LONGEST_START = 6
REMOVABLE = ("COMMA", "COLON", "EQUAL", "MINUS", "RPAR", "__ANON_0")
INSERTABLE = ("LBRACE", "COLON", "EQUAL", "__ANON_0", "RPAR", "COMMA")

MISSING_BRACE = "is a «{» missing here?"


class GaveUpError(Exception):
    """Reading stops here; what is wrong has been reported."""


class Reporting:
    """Knows where reading stands, and keeps what is said of it."""

    def __init__(
        self, source: SourceFile, stacks: Stacks, faulty: dict[int, str]
    ) -> None:
        self.source = source
        self.stacks = stacks
        self.faulty = faulty
        self.layout = Layout(source, stacks.tokens)
        self.diagnostics: list[Diagnostic] = []
        self.lost: set[str] = set()
        self.last: tuple[int, int] = (-1, 0)

    def span(self, token: Token) -> Span:
        """Where a token stands."""
        return self.source.span(token.start, token.end)

    def report(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic."""
        self.diagnostics.append(diagnostic)

    def report_text(self, token: Token) -> None:
        """Report what is wrong with the quotes of a text that is taken all the same."""
        kind = self.faulty.get(token.start)
        if kind == "UNCLOSED":
            opening = self.source.span(token.start, token.start + 1)
            self.report(UnclosedText().at(opening))
        elif kind == "BACKSLASH":
            self.report_backslash(token)
        elif kind == "SMART":
            straight = Edit(self.span(token), f'"{token.text[1:-1]}"')
            kind = "single" if token.text[0] == "'" else "curly"
            self.report(SmartQuotes(kind=kind).at(self.span(token), fix=(straight,)))

    def report_backslash(self, token: Token) -> None:
        """Say of the first backslash that stands alone what to write instead."""
        alone = re.search(r"(?:[^\\]|\\[\"\\])*(?=\\)", token.text)
        assert alone is not None
        place = token.start + alone.end()
        fault = StrayCharacter(found="\\", other="write it twice: «\\\\»")
        if self.stacks.tokens[self.stacks.at - 1].text == "use":
            fault = StrayCharacter(found="\\", removal="", other="write «/»")
        self.report(fault.at(self.source.span(place, place + 1)))

    def give_up(self, diagnostic: Diagnostic) -> NoReturn:
        """Report and stop."""
        self.report(diagnostic)
        raise GaveUpError

    def report_at(self, token: Token, expected: list[str]) -> None:
        """Say that a token cannot stand where it does, and what could."""
        span = self.span(token)
        words = expectations.in_words(expected)
        is_known = token.text in tables().keywords
        if token.kind == "NAME" and token.is_first and not is_known:
            self.report(UnknownWord(found=token.text[:60], expected=words).at(span))
            return
        is_sign = token.kind in tables().punctuation.values()
        if is_sign and not self.could_end():
            self.report_incomplete(token, expected)
            return
        is_new = self.could_end()
        fault = Misplaced(
            what=f"«{token.text[:60]}»",
            expected=words,
            suggestion=""
            if is_new
            else expectations.suggestion(token.kind, token.text, expected),
            reserved=self.reserved_before(),
            home=expectations.HOMES.get(token.text, "") if is_new else "",
        )
        unopened = self.layout.unopened(token)
        related = (Related(self.span(unopened), MISSING_BRACE),) if unopened else ()
        self.report(fault.at(span, *related))

    def reserved_before(self) -> str:
        """The word before, where it was taken for the language's and may be a name."""
        stacks = self.stacks
        value = stacks.values[-1] if stacks.values else None
        if not isinstance(value, Token) or value.text not in tables().keywords:
            return ""
        states = ahead.after(stacks.states[:-1], "NAME")
        token = stacks.tokens[stacks.at]
        return value.text if states and ahead.takes(states, token) else ""

    def could_end(self) -> bool:
        """Whether what is begun is complete."""
        blocks = self.stacks.blocks()
        return bool(blocks) and blocks[0] == len(self.stacks.states)

    def end_of_last(self, token: Token) -> int:
        """Where what stands before a token ends."""
        at = self.stacks.at
        return self.stacks.tokens[at - 1].end if at else token.start

    def report_missing(self, sign: str, token: Token) -> None:
        """Say that a sign is missing before a token."""
        place = self.end_of_last(token)
        is_after = token.is_first or token.kind == END
        end = self.source.span(place, place)
        where = f"before «{token.text[:30]}»"
        if is_after and self.stacks.at:
            last = self.stacks.tokens[self.stacks.at - 1].text[-30:]
            where = f"after «{last}»"
        fault = Incomplete(expected=f"«{sign}»", suggestion=f"«{sign}» {where}")
        span = end if is_after else self.span(token)
        self.report(fault.at(span, fix=(Edit(end, f" {sign}"),)))

    def report_incomplete(self, token: Token, expected: list[str]) -> None:
        """Say that a statement stops too early, just after its last word."""
        place = self.end_of_last(token)
        span = self.source.span(place, place)
        if token.kind != END and not token.is_first:
            span = self.span(token)
        words = expectations.missing(expected)
        self.report(Incomplete(expected=words).at(span))

    def report_unclosed(self, token: Token, height: int) -> None:
        """Say that a block was not closed before a token."""
        brace = self.stacks.opener(height)
        assert brace is not None
        brace, token = self.layout.unclosed(brace, token) or (brace, token)
        related = Related(self.span(brace), "the block starts here")
        opened = self.source.position(brace.start).line
        if token.kind == END:
            self.report(UnclosedBlock(opened=opened).at(self.span(brace)))
            return
        fault = UnclosedBlock(opened=opened, before=f" before «{token.text[:30]}»")
        self.report(fault.at(self.span(token), related))

    def report_stray(self, token: Token) -> None:
        """Say that a brace closes nothing, and which other may be one too many."""
        early = self.layout.early(token)
        related: list[Related] = []
        if early is not None:
            label = "or is this one too many, going by the layout?"
            related = [Related(self.span(early), label)]
            head = self.layout.before_closing(early)
            if head is not None:
                related.append(Related(self.span(head), MISSING_BRACE))
        self.report(StrayBrace().at(self.span(token), *related))
