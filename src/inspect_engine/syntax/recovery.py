"""What to say of a fault, and where reading can go on after it.

One cause is to give one diagnostic, and the next fault is still to be found. So what
was probably meant is tried first, and kept only where the tables take it together
with what follows: another word, a sign put in or left out, the brace that the layout
shows to be missing, the rest of a header. Failing that, the statement is dropped.
"""

from typing import Any, NoReturn
from unicodedata import combining

from inspect_engine.diagnostics.diagnostic import Diagnostic, Edit, Related
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.limits import TooManyFaults
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import ahead, expectations, foreign
from inspect_engine.syntax.faults import (
    ForeignComment,
    ForeignSign,
    Incomplete,
    Misplaced,
    NotARuleFile,
    SmartQuotes,
    StrayBrace,
    StrayCharacter,
    UnclosedBlock,
    UnclosedText,
    UnknownWord,
)
from inspect_engine.syntax.layout import Layout
from inspect_engine.syntax.lexer import FOREIGN, STRAY, Token, lex
from inspect_engine.syntax.stacks import Stacks
from inspect_engine.syntax.tables import END, tables

MOST_FAULTS = 200
MOST_TRIES = 5
LONGEST_HEADER = 60
LONGEST_START = 6
REMOVABLE = ("COMMA", "COLON", "EQUAL", "MINUS", "RPAR", "__ANON_0")
INSERTABLE = ("LBRACE", "COLON", "EQUAL", "__ANON_0", "RPAR", "COMMA")


class GaveUpError(Exception):
    """Reading stops here; what is wrong has been reported."""


class Recovery:
    """Reports faults, and changes the stacks and tokens so that reading goes on."""

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

    # --- what was probably meant ------------------------------------------------

    def repair(self, token: Token, expected: list[str]) -> bool:
        """Whether one small change lets reading go on; it is made and reported."""
        return (
            self.pass_comment(token)
            or self.translate(token)
            or self.pass_stray(token)
            or self.respell(token, expected)
            or self.respell_before(token)
            or self.remove(token)
            or self.insert(token, expected)
        )

    def pass_comment(self, token: Token) -> bool:
        """A comment as other languages write it."""
        if token.kind != FOREIGN:
            return False
        self.report(ForeignComment(sign=token.text[:2]).at(self.span(token)))
        self.stacks.replace(1, *self.as_first(token))
        return True

    def as_first(self, token: Token) -> list[Token]:
        """The token after one that is left out, which may now be first on its line."""
        follower = self.stacks.following(2)[1]
        if token.is_first and not follower.is_first and follower.kind != END:
            del self.stacks.tokens[self.stacks.at + 1]
            return [follower._replace(is_first=True)]
        return []

    def translate(self, token: Token) -> bool:
        """A sign of other languages, in the words of this one."""
        following = self.before_break(*self.stacks.following(3)[1:])
        # At the start of a line it starts a statement, as in «>= 50 good».
        states = self.stacks.at_statement() if token.is_first else self.stacks.states
        for words in foreign.WORDS.get(token.text, ()):
            meant = [_word(word, token) for word in words.split()]
            if not ahead.takes(states, *meant, *following):
                continue
            shown = self.with_numbers(words) if words == "to" else words
            fix = Edit(self.span(token), f" {words} ")
            fault = ForeignSign(sign=token.text, words=shown)
            self.report(fault.at(self.span(token), fix=(fix,)))
            self.stacks.replace(1, *meant)
            return True
        return False

    def with_numbers(self, words: str) -> str:
        """Words between the two tokens that stand around a sign."""
        at = self.stacks.at
        tokens = self.stacks.tokens
        return f"{tokens[at - 1].text} {words} {tokens[at + 1].text}"

    def pass_stray(self, token: Token) -> bool:
        """Something without meaning, left out where reading goes on without it."""
        if token.kind != STRAY:
            return False
        follower = self.stacks.following(2)[1]
        self.report(self.stray(token, follower).at(self.span(token)))
        blocks = self.stacks.blocks()
        if ahead.takes(self.stacks.states, follower) or not blocks:
            self.stacks.replace(1, *self.as_first(token))
        elif not self.enter_block():
            self.drop_to(blocks[0])
            self.skip_statement(blocks)
        return True

    def stray(self, token: Token, follower: Token) -> Fault:
        """What to say of something without meaning."""
        advice = foreign.ADVICE.get(token.text, "")
        if advice:
            advice = advice.format(next=follower.text)
            return ForeignSign(sign=token.text, advice=advice)
        first = token.text[0]
        is_visible = token.text.isprintable() and not combining(first)
        found = token.text if is_visible else f"U+{ord(first):04X}"
        return StrayCharacter(found=found)

    def respell(self, token: Token, expected: list[str]) -> bool:
        """A misspelt word of the language."""
        near = expectations.near_keyword(token, expected)
        if not near:
            return False
        self.report(UnknownWord(found=token.text, near=near).at(self.span(token)))
        self.stacks.replace(1, token._replace(text=near))
        return True

    def respell_before(self, token: Token) -> bool:
        """A misspelt word that was taken for a name at the start of a statement."""
        stacks = self.stacks
        before = stacks.tokens[stacks.at - 1] if stacks.at else token
        value = stacks.values[-1] if stacks.values else None
        if value is not before or before.kind != "NAME":
            return False
        states = stacks.states[:-1]
        near = expectations.near_keyword(before, ahead.expected(states))
        meant = before._replace(text=near)
        if not near or not ahead.takes(states, meant, token):
            return False
        self.report(UnknownWord(found=before.text, near=near).at(self.span(before)))
        stacks.cut(len(stacks.states) - 1)
        stacks.at -= 1
        stacks.replace(1, meant)
        return True

    def remove(self, token: Token) -> bool:
        """A sign too many."""
        following = self.stacks.following(4)[1:]
        if token.kind not in REMOVABLE or not ahead.takes(
            self.stacks.states, *following
        ):
            return False
        what = f"«{token.text}»"
        self.report(Misplaced(what=what, removal="take it out").at(self.span(token)))
        self.stacks.replace(1, *self.as_first(token))
        return True

    def insert(self, token: Token, expected: list[str]) -> bool:
        """A sign too few, where one fits what follows."""
        signs = {name: sign for sign, name in tables().punctuation.items()}
        following = self.before_break(*self.stacks.following(2))
        for name in INSERTABLE:
            if name not in expected or (name == "COMMA" and token.is_first):
                continue
            if not ahead.takes_names(self.stacks.states, (name,), following):
                continue
            self.report_missing(signs[name], token)
            place = self.end_of_last(token)
            self.stacks.replace(0, Token(name, signs[name], place, place, False))
            return True
        return False

    def before_break(self, *tokens: Token) -> list[Token]:
        """Tokens up to the next that starts a line, or may be at fault itself."""
        found: list[Token] = []
        for token in tokens:
            if found and (token.is_first or token.kind in (STRAY, FOREIGN)):
                break
            found.append(token)
        return found

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
            return False
        near = expectations.near_keyword(token, ahead.expected(states))
        meant = token._replace(text=near)
        return bool(near) and ahead.takes(states, meant, *following[1:])

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

    # --- saying so ------------------------------------------------------------

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
        elif kind == "SMART":
            straight = Edit(self.span(token), f'"{token.text[1:-1]}"')
            kind = "single" if token.text[0] == "'" else "curly"
            self.report(SmartQuotes(kind=kind).at(self.span(token), fix=(straight,)))

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
        self.report(fault.at(span))

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
        label = "or is this one too many, going by the layout?"
        related = (Related(self.span(early), label),) if early else ()
        self.report(StrayBrace().at(self.span(token), *related))


def _word(word: str, token: Token) -> Token:
    """A word or sign of the language that stands for a token."""
    kind = tables().punctuation.get(word, "NAME")
    return Token(kind, word, token.start, token.end, token.is_first)
