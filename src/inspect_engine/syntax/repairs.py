"""What was probably meant: tried first, and kept only where the tables take it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from unicodedata import combining

from inspect_engine.diagnostics.diagnostic import Edit
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.syntax import ahead, expectations, foreign
from inspect_engine.syntax.faults import (
    ForeignComment,
    ForeignSign,
    Misplaced,
    StrayCharacter,
    UnknownWord,
)
from inspect_engine.syntax.lexer import FOREIGN, STRAY, Token
from inspect_engine.syntax.reporting import Reporting
from inspect_engine.syntax.tables import END, tables

if TYPE_CHECKING:
    from inspect_engine.syntax.idioms import Rewording

MOST_FAULTS = 200
MOST_TRIES = 5
LONGEST_HEADER = 60
LONGEST_START = 6
REMOVABLE = ("COMMA", "COLON", "EQUAL", "MINUS", "RPAR", "__ANON_0")
INSERTABLE = ("LBRACE", "COLON", "EQUAL", "__ANON_0", "RPAR", "COMMA")


class Repairs(Reporting):
    """Changes tokens to what was probably meant, and says so."""

    known_names: Mapping[str, str] | None = None

    def enter_block(self) -> bool:
        """Read on inside a block whose header could not be read."""
        raise NotImplementedError

    def drop_to(self, height: int) -> None:
        """Drop a statement begun."""
        raise NotImplementedError

    def skip_statement(self, blocks: list[int]) -> None:
        """Pass over the rest of a statement."""
        raise NotImplementedError

    def repair(self, token: Token, expected: list[str]) -> bool:
        """Whether one small change lets reading go on; it is made and reported."""
        return (
            self.pass_comment(token)
            or self.translate(token)
            or self.reword(expected)
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

    def reword(self, expected: list[str]) -> bool:
        """What people say who do not know the language's own words."""
        for one in self.rewordings(expected):
            height = self.height_of(one)
            if height:
                self.read_as_meant(one, height)
                return True
        return False

    def rewordings(self, expected: list[str]) -> Iterator["Rewording"]:
        """What may be meant around the token that is next."""
        from inspect_engine.syntax.guesses import rewordings

        stacks = self.stacks
        tokens, text = stacks.tokens, self.source.text
        yield from rewordings(tokens, stacks.at, expected, text, self.names_by_words)

    def names_by_words(self) -> Mapping[str, str]:
        """The names of the file, gathered at the first fault that asks for them."""
        from inspect_engine.syntax.guesses import ids_by_words

        if self.known_names is None:
            self.known_names = ids_by_words(self.stacks.tokens)
        return self.known_names

    def height_of(self, one: "Rewording") -> int:
        """The height at which the tables take what may be meant, or 0."""
        stacks = self.stacks
        height = stacks.height_before(one.begin)
        following = self.before_break(*stacks.tokens[one.end : one.end + 2])
        states = stacks.states[:height]
        fits = height and ahead.takes(states, *one.meant, *following)
        return height if fits else 0

    def read_as_meant(self, one: "Rewording", height: int) -> None:
        """Report a rewording, and read what is meant instead."""
        stacks = self.stacks
        found = stacks.tokens[one.begin : one.end]
        whole = self.source.span(found[0].start, found[-1].end)
        self.report(one.fault.at(self.span(one.blamed) if one.blamed else whole))
        self.lost.update([one.lost] if one.lost else ())
        stacks.cut(height)
        stacks.at = one.begin
        stacks.replace(len(found), *one.meant)

    def is_half_a_name(self, token: Token) -> bool:
        """Whether a name goes on with this word, as in «Requires improvement»."""
        stacks = self.stacks
        before, following = stacks.tokens[stacks.at - 1], stacks.following(2)
        is_known = before.text in tables().keywords
        if before.kind != "NAME" or is_known or ahead.takes(stacks.states, *following):
            return False
        from inspect_engine.syntax.guesses import joined_names

        found = joined_names(stacks.tokens, stacks.at, self.names_by_words)
        return any(map(self.height_of, found))

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


def _word(word: str, token: Token) -> Token:
    """A word or sign of the language that stands for a token."""
    kind = tables().punctuation.get(word, "NAME")
    return Token(kind, word, token.start, token.end, token.is_first)
