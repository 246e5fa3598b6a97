"""Text to nodes, by the tables of the grammar; after a fault, on to the next statement.

The tables are Lark's; the loop that follows them is ours, because a rule file with
ten faults must report ten, each in its place.
"""

from typing import Any, NamedTuple

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import ahead
from inspect_engine.syntax.builder import Builder
from inspect_engine.syntax.faults import NestedTooDeep
from inspect_engine.syntax.lexer import Lexed, Token, lex
from inspect_engine.syntax.recovery import Recovery
from inspect_engine.syntax.reporting import GaveUpError
from inspect_engine.syntax.stacks import Inline, Stacks
from inspect_engine.syntax.tables import END, Rule, tables
from inspect_engine.syntax.twin.mapped import MappedSource, second_statements

DEEPEST = 100
AMBIGUOUS = frozenset(("NAME", "PATH"))
"""The kinds of token that are read one way here and another way there."""

COUNTED = frozenset(("LBRACE", "LPAR", "RBRACE", "RPAR", "STRING"))
"""The kinds of token that are looked at when they are taken."""


class Parsed(NamedTuple):
    """What a text says, so far as it could be read."""

    node: Any
    comments: tuple[Token, ...]
    diagnostics: tuple[Diagnostic, ...]
    lost: frozenset[str]
    """Names in the statements that were dropped: not to be reported as unknown."""


def parse(source: SourceFile, start: str = "start") -> Parsed:
    """Read a whole text; `start` names what it is to be: a file or an expression."""
    lexed = lex(source)
    run = _Run(source, lexed, start)
    try:
        node = run.whole()
    except GaveUpError:
        node = None
    recovery = run.recovery
    found = (*recovery.diagnostics, *run.builder.diagnostics)
    lost = frozenset(recovery.lost)
    if isinstance(source, MappedSource):
        found = (*source.faults, *found, *second_statements(source, node))
        node, lost = node if source.is_whole else None, lost | source.lost
    return Parsed(node, tuple(lexed.comments), found, lost)


class _Run:
    """The state of reading one text: the stacks, and what has been found wrong."""

    def __init__(self, source: SourceFile, lexed: Lexed, start: str) -> None:
        self.source = source
        self.faulty = lexed.faulty
        self.rows = tables().rows
        self.rules = tables().rules
        self.keywords = tables().keywords
        self.builder = Builder(source)
        self.stacks = Stacks(tables().starts[start], lexed.tokens)
        self.recovery = Recovery(source, self.stacks, lexed.faulty)

    def whole(self) -> Any:
        """Follow the tables from the first token to the last."""
        rows, stacks = self.rows, self.stacks
        tokens, states = stacks.tokens, stacks.states
        name = ""
        while True:
            token = tokens[stacks.at]
            row = rows[states[-1]]
            # As in Lark: what a token is, is settled before anything is reduced.
            if not name:
                name = token.kind
                if name in AMBIGUOUS:
                    name = self.terminal(token, row)
            action = row.get(name)
            if action is None:
                self.recovery.recover(token)
                name = ""
            elif action < 0:
                self.reduce(self.rules[-1 - action], token)
            elif token.kind == END:
                return stacks.values[-1]
            else:
                if token.kind in COUNTED:
                    self.look_at(token)
                stacks.push(action, token, token.start, token.end)
                stacks.at += 1
                name = ""

    def terminal(self, token: Token, row: dict[str, int]) -> str:
        """What a token is here: a word of the language only where it can be one."""
        kind = token.kind
        if kind == "NAME":
            keyword = self.keywords.get(token.text)
            if keyword is not None and keyword in row:
                return keyword
            if token.is_first:
                if keyword is not None and self.recovery.starts_statement(token):
                    return ""
            elif row.get(kind, 0) < 0 and self.recovery.is_misspelt(token):
                return ""
        elif kind == "PATH":
            return ahead.terminal(token, row)
        return kind

    def look_at(self, token: Token) -> None:
        """Count the brackets of a token that is taken, and report a text cut short."""
        stacks = self.stacks
        if token.kind in ("LBRACE", "LPAR"):
            stacks.depth += 1
            if stacks.depth > DEEPEST:
                span = self.source.span(token.start, token.end)
                self.recovery.give_up(NestedTooDeep(limit=DEEPEST).at(span))
        elif token.kind in ("RBRACE", "RPAR"):
            stacks.depth -= 1
        elif self.faulty and token.kind == "STRING":
            self.recovery.report_text(token)

    def reduce(self, rule: Rule, following: Token) -> None:
        """Make of the topmost symbols what their rule says."""
        stacks = self.stacks
        is_one = rule.gives_single and rule.length == 1 == len(rule.keep)
        if is_one and type(stacks.values[-1]) is not Inline:
            # What stands on top stays, and is called by another name.
            stacks.states[-1] = self.rows[stacks.states[-2]][rule.origin]
            return
        parts, start, end = stacks.pop(rule.length, following)
        children = _kept(parts, rule.keep)
        value: Any = children
        if rule.gives_single and len(children) == 1:
            value = children[0]
        elif not rule.is_inline:
            value = self.builder.build(
                rule.name, children, Span(self.source, start, end)
            )
        state = self.rows[stacks.states[-1]][rule.origin]
        stacks.push(state, value, start, end)


def _kept(parts: list[Any], keep: tuple[int, ...]) -> Inline:
    """The parts that become children, in one list."""
    children = Inline()
    for position in keep:
        part = parts[position]
        if type(part) is not Inline:
            children.append(part)
        elif children:
            children.extend(part)
        else:
            children = part  # a long list grows, and is not copied at each step
    return children
