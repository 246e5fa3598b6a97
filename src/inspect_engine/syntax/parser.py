"""Text to nodes, by the tables of the grammar; after a fault, on to the next statement.

The tables are Lark's; the loop that follows them is ours, because a rule file with
ten faults must report ten, each in its place. After a fault the statement it stands
in is dropped and reading goes on at the next statement or block end.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.diagnostics.limits import TooManyFaults
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import expectations
from inspect_engine.syntax.builder import Builder
from inspect_engine.syntax.faults import (
    Incomplete,
    Misplaced,
    NestedTooDeep,
    StrayBrace,
    UnclosedBlock,
    UnknownWord,
)
from inspect_engine.syntax.lexer import Lexed, Token, lex
from inspect_engine.syntax.tables import END, Rule, tables

MOST_FAULTS = 200
DEEPEST = 100


class Parsed(NamedTuple):
    """What a text says, so far as it could be read."""

    node: Any
    comments: tuple[Token, ...]
    diagnostics: tuple[Diagnostic, ...]
    lost: frozenset[str]
    """Names in the statements that were dropped: not to be reported as unknown."""


class _Inline(list[Any]):
    """Children on their way to the parent."""


class _GaveUpError(Exception):
    """Reading stops here; what is wrong has been reported."""


def parse(source: SourceFile, start: str = "start") -> Parsed:
    """Read a whole text; `start` names what it is to be: a file or an expression."""
    lexed = lex(source)
    run = _Run(source, lexed, start)
    try:
        node = run.whole()
    except _GaveUpError:
        node = None
    found = (*lexed.diagnostics, *run.diagnostics, *run.builder.diagnostics)
    return Parsed(node, tuple(lexed.comments), found, frozenset(run.lost))


class _Run:
    """The state of reading one text: three stacks and the place in the tokens."""

    def __init__(self, source: SourceFile, lexed: Lexed, start: str) -> None:
        self.source = source
        self.tokens = lexed.tokens
        self.rows = tables().rows
        self.rules = tables().rules
        self.keywords = tables().keywords
        self.builder = Builder(source)
        self.diagnostics: list[Diagnostic] = []
        self.lost: set[str] = set()
        self.states = [tables().starts[start]]
        self.values: list[Any] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.at = 0
        self.depth = 0

    def whole(self) -> Any:
        """Follow the tables from the first token to the last."""
        rows, tokens, states = self.rows, self.tokens, self.states
        while True:
            token = tokens[self.at]
            row = rows[states[-1]]
            action = row.get(self.terminal(token, row))
            if action is None:
                self.recover(token)
            elif action < 0:
                self.reduce(self.rules[-1 - action], token)
            elif token.kind == END:
                return self.values[-1]
            else:
                self.shift(action, token)

    def terminal(self, token: Token, row: dict[str, int]) -> str:
        """What a token is here: a word of the language only where it can be one."""
        kind = token.kind
        if kind == "PATH" and "PATH" not in row:
            kind = "NAME"
        if kind == "NAME":
            keyword = self.keywords.get(token.text)
            if keyword is not None and keyword in row:
                return keyword
        return kind

    def shift(self, state: int, token: Token) -> None:
        """Take a token."""
        if token.kind in ("LBRACE", "LPAR"):
            self.depth += 1
            if self.depth > DEEPEST:
                span = self.source.span(token.start, token.end)
                self.give_up(NestedTooDeep(limit=DEEPEST).at(span))
        elif token.kind in ("RBRACE", "RPAR"):
            self.depth -= 1
        self.push(state, token, token.start, token.end)
        self.at += 1

    def push(self, state: int, value: Any, start: int, end: int) -> None:
        """Put something on top of the stacks."""
        self.states.append(state)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)

    def reduce(self, rule: Rule, ahead: Token) -> None:
        """Make of the topmost symbols what their rule says."""
        length = rule.length
        if length:
            start, end = self.starts[-length], self.ends[-1]
            parts = self.values[-length:]
            del self.states[-length:], self.values[-length:]
            del self.starts[-length:], self.ends[-length:]
        else:
            parts, start, end = [], ahead.start, ahead.start
        children = _Inline()
        for position in rule.keep:
            part = parts[position]
            if type(part) is _Inline:
                children.extend(part)
            else:
                children.append(part)
        value: Any = children
        if rule.gives_single and len(children) == 1:
            value = children[0]
        elif not rule.is_inline:
            value = self.builder.build(
                rule.name, children, Span(self.source, start, end)
            )
        state = self.rows[self.states[-1]][rule.origin]
        self.push(state, value, start, end)

    # --- after a fault --------------------------------------------------------

    def recover(self, token: Token) -> None:
        """Report a fault and find a place from which reading can go on."""
        if len(self.diagnostics) >= MOST_FAULTS:
            span = self.source.span(token.start, token.end)
            self.give_up(TooManyFaults(limit=MOST_FAULTS).at(span))
        expected = self.expected()
        near = self.near_keyword(token, expected)
        if near:
            self.report(UnknownWord(found=token.text, near=near).at(self.span(token)))
            self.tokens[self.at] = token._replace(text=near)
            return
        blocks = list(self.blocks())
        if not blocks:
            self.report_at(token, expected)
            raise _GaveUpError
        if token.kind == END:
            self.close_at_end(blocks, expected)
            return
        inner = blocks[0]
        mid_statement = inner < len(self.states)
        if mid_statement and token.is_first and self.accepts(inner, token):
            self.report_incomplete(token, expected)
            self.drop_to(inner)
            return
        outer = self.closing_before(token, blocks)
        if outer:
            self.report_unclosed(token, blocks[0])
            self.drop_to(inner)
            self.close_block()
            return
        if token.kind == "RBRACE" and len(blocks) == 1 and self.is_file_level(inner):
            self.drop_to(inner)
            self.report(StrayBrace().at(self.span(token)))
            self.at += 1
            return
        if token.kind == "RBRACE":
            self.report_incomplete(token, expected)
            self.drop_to(inner)
            return
        if not self.insert_missing(token, expected):
            self.report_at(token, expected)
            self.drop_to(inner)
            self.skip_statement(blocks)

    def expected(self) -> list[str]:
        """The terminals that could stand here, after whatever can be completed."""
        row = self.rows[self.states[-1]]
        return sorted(
            name
            for name in row
            if name.isupper() or name == END or "__ANON" in name
            if self.can_shift(self.states, name)
        )

    def can_shift(self, states: list[int], terminal: str) -> bool:
        """Whether a terminal would be taken in these states."""
        states = list(states)
        while True:
            action = self.rows[states[-1]].get(terminal)
            if action is None:
                return False
            if action >= 0:
                return True
            rule = self.rules[-1 - action]
            if rule.length:
                del states[-rule.length :]
            states.append(self.rows[states[-1]][rule.origin])

    def accepts(self, height: int, token: Token) -> bool:
        """Whether a token could follow once the stacks are cut to a height."""
        states = self.states[:height]
        keyword = (
            self.keywords.get(token.text) if token.kind in ("NAME", "PATH") else None
        )
        if keyword is not None and self.can_shift(states, keyword):
            return True
        return self.can_shift(states, token.kind)

    def blocks(self) -> Iterator[int]:
        """The heights at which a block could be closed, innermost first."""
        seen: set[int] = set()
        for height in range(len(self.states), 0, -1):
            states = self.states[:height]
            if self.can_shift(states, "RBRACE") or self.can_shift(states, END):
                opener = self.opener(height)
                if opener not in seen:
                    seen.add(opener)
                    yield height

    def opener(self, height: int) -> int:
        """The place in the stack of the brace that opens the block; -1 for the file."""
        for place in range(height - 2, -1, -1):
            value = self.values[place]
            if isinstance(value, Token) and value.kind == "LBRACE":
                return place
        return -1

    def is_file_level(self, height: int) -> bool:
        """Whether a height is outside all blocks."""
        return self.opener(height) == -1

    def header_column(self, height: int) -> int:
        """How far the line that opens a block is indented."""
        brace = self.values[self.opener(height)]
        number = self.source.position(brace.start).line
        line = self.source.line(number)
        return len(line) - len(line.lstrip()) + 1

    def closing_before(self, token: Token, blocks: list[int]) -> bool:
        """Whether the layout shows that the inner block was to end before a token."""
        if not token.is_first or len(blocks) < 2 or token.kind == "RBRACE":
            return False
        column = self.source.position(token.start).column
        if column > self.header_column(blocks[0]):
            return False
        return any(self.accepts(height, token) for height in blocks[1:])

    def drop_to(self, height: int) -> None:
        """Drop a statement begun; its names are lost, not unknown."""
        for value in self.values[height - 1 :]:
            self.lose(value)
        del self.states[height:], self.values[height - 1 :]
        del self.starts[height - 1 :], self.ends[height - 1 :]
        self.depth = sum(
            isinstance(value, Token) and value.kind in ("LBRACE", "LPAR")
            for value in self.values
        )

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

    def close_block(self) -> None:
        """Go on as if the missing brace stood here."""
        place = self.tokens[self.at].start
        self.tokens.insert(self.at, Token("RBRACE", "}", place, place, False))

    def skip_statement(self, blocks: list[int]) -> None:
        """Pass over the rest of a statement that could not be read."""
        depth = 0
        begun = self.at
        while True:
            token = self.tokens[self.at]
            if token.kind == END:
                return
            if depth == 0 and self.at > begun and token.is_first:
                if self.accepts(blocks[0], token):
                    return
                if self.closing_before(token, blocks):
                    return
            if token.kind == "RBRACE":
                if depth == 0:
                    return
                depth -= 1
            depth += token.kind == "LBRACE"
            self.lost.add(token.text)
            self.at += 1

    def close_at_end(self, blocks: list[int], expected: list[str]) -> None:
        """The text ends too early: in a statement, a block, or both."""
        token = self.tokens[self.at]
        inner = blocks[0]
        if inner < len(self.states):
            self.report_incomplete(token, expected)
            self.drop_to(inner)
            if self.can_shift(self.states, END):
                return
        brace = self.values[self.opener(inner)]
        line = self.source.position(brace.start).line
        self.report(UnclosedBlock(opened=line).at(self.span(brace)))
        self.close_block()

    def near_keyword(self, token: Token, expected: list[str]) -> str:
        """A word of the language that a misspelt one stands for, or nothing."""
        if token.kind != "NAME" or token.text in self.keywords:
            return ""
        words = [word for word, name in self.keywords.items() if name in expected]
        return nearest(token.text, words)

    def insert_missing(self, token: Token, expected: list[str]) -> bool:
        """Go on as if a missing sign stood before a token, where only one fits."""
        for sign, name in tables().punctuation.items():
            if name not in expected or name in ("RBRACE", "COMMA", "LPAR", "MINUS"):
                continue
            states = list(self.states)
            if not self.would_follow(states, name, token):
                continue
            before = self.source.span(token.start, token.end)
            fault = Incomplete(
                expected=f"«{sign}»", suggestion=f"«{sign}» before «{before.text[:30]}»"
            )
            self.report(fault.at(before))
            self.tokens.insert(
                self.at, Token(name, sign, token.start, token.start, False)
            )
            return True
        return False

    def would_follow(self, states: list[int], sign: str, token: Token) -> bool:
        """Whether a token could stand after a sign that is missing."""
        while True:
            action = self.rows[states[-1]].get(sign)
            if action is None:
                return False
            if action >= 0:
                states.append(action)
                break
            rule = self.rules[-1 - action]
            if rule.length:
                del states[-rule.length :]
            states.append(self.rows[states[-1]][rule.origin])
        keyword = self.keywords.get(token.text) if token.kind == "NAME" else None
        if keyword is not None and self.can_shift(states, keyword):
            return True
        return self.can_shift(states, token.kind)

    # --- saying so ------------------------------------------------------------

    def span(self, token: Token) -> Span:
        """Where a token stands."""
        return self.source.span(token.start, token.end)

    def report(self, diagnostic: Diagnostic) -> None:
        """Keep a diagnostic."""
        self.diagnostics.append(diagnostic)

    def give_up(self, diagnostic: Diagnostic) -> None:
        """Report and stop."""
        self.report(diagnostic)
        raise _GaveUpError

    def report_at(self, token: Token, expected: list[str]) -> None:
        """Say that a token cannot stand where it does, and what could."""
        span = self.span(token)
        words = expectations.in_words(expected)
        if token.kind == "NAME" and token.text not in self.keywords and token.is_first:
            self.report(UnknownWord(found=token.text[:60], expected=words).at(span))
            return
        what = f"«{token.text[:60]}»" if token.text else "The end of the file"
        suggestion = expectations.suggestion(token.kind, token.text, expected)
        self.report(
            Misplaced(what=what, expected=words, suggestion=suggestion).at(span)
        )

    def report_incomplete(self, token: Token, expected: list[str]) -> None:
        """Say that a statement stops too early, just after its last word."""
        before = self.tokens[self.at - 1] if self.at else token
        span = self.source.span(before.end, before.end)
        if token.kind != END and not token.is_first:
            span = self.span(token)
        words = expectations.in_words(expected).removeprefix("expected ")
        self.report(Incomplete(expected=words or "something").at(span))

    def report_unclosed(self, token: Token, height: int) -> None:
        """Say that a block was not closed before a token."""
        brace = self.values[self.opener(height)]
        opened = self.source.position(brace.start).line
        related = Related(self.span(brace), "the block starts here")
        fault = UnclosedBlock(opened=opened, before=f" before «{token.text[:30]}»")
        self.report(fault.at(self.span(token), related))
