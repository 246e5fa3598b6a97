"""The tokens of a rule file, with the comments and blank lines that stand at each.

A formatter that writes the author's own tokens again, and chooses only the space
between them, cannot change what they say.
"""

import re
from collections.abc import Iterable, Sequence

from inspect_engine.source import SourceFile
from inspect_engine.syntax.formatting.comments import Remarks, remarks
from inspect_engine.syntax.lexer import Token, lex
from inspect_engine.syntax.nodes import Arithmetic, Node, Words

WORDS_IN_A_ROW = 2


class Pieces:
    """The tokens in order, and what stands before, beside and between them."""

    def __init__(self, source: SourceFile) -> None:
        lexed = lex(source)
        self.tokens: Sequence[Token] = lexed.tokens
        self.texts = [_plain(token) for token in lexed.tokens]
        self.remarks: Sequence[Remarks] = remarks(source, lexed)
        # What ends the file has no length, and may end where the last token does.
        held = list(enumerate(self.tokens))[:-1]
        self.starts = {token.start: i for i, token in held}
        self.ends = {token.end: i + 1 for i, token in held}
        self.closing = _closing(self.tokens)
        self.joined = list(self.texts)
        self.binary: set[int] = set()
        self.runs: list[tuple[int, int]] = []

    def learn(self, nodes: Iterable[Node]) -> None:
        """Note what only nodes tell: which texts are one, which minus is between."""
        for node in nodes:
            if isinstance(node, Words):
                self._learn_run(*self.range(node))
            elif isinstance(node, Arithmetic):
                self.binary |= {self.range(part)[0] - 1 for _, part in node.rest}

    def _learn_run(self, start: int, end: int) -> None:
        if end - start < WORDS_IN_A_ROW:
            return
        self.runs.append((start, end))
        if self.has_comment(start, end):
            return
        for i in range(start, end):
            text = self.texts[i]
            self.joined[i] = text[i > start : len(text) - (i < end - 1)]

    def range(self, node: Node) -> tuple[int, int]:
        """The first token of a node, and the one after its last."""
        return self.starts[node.span.start], self.ends[node.span.end]

    def has_comment(self, start: int, end: int) -> bool:
        """Whether a comment stands between the first of these tokens and the last."""
        return any(self.remarks[i].trailing for i in range(start, end - 1)) or any(
            self.remarks[i].before for i in range(start + 1, end)
        )

    def space(self, i: int) -> str:
        """What stands between a token and the one before it, on one line."""
        last, this = self.texts[i - 1], self.texts[i]
        if this in (",", ")", ":") or last == "(" or (last, this) == ("{", "}"):
            return ""
        if last == "-" and i - 1 not in self.binary:
            return ""
        return " "

    def flat(self, start: int, end: int) -> str:
        """These tokens on one line, texts that follow one another joined to one."""
        rest = (self.space(i) + self.joined[i] for i in range(start + 1, end))
        return "".join((self.joined[start], *rest)) if start < end else ""


def _plain(token: Token) -> str:
    if token.kind == "WHEN_NOT_RATED":
        return re.sub(r"\s+", " ", token.text)
    return token.text


def _closing(tokens: Sequence[Token]) -> dict[int, int]:
    """Where the bracket or brace that opens at a token closes, and the other way."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for i, token in enumerate(tokens):
        if token.kind in ("LPAR", "LBRACE"):
            opened.append(i)
        elif token.kind in ("RPAR", "RBRACE") and opened:
            found[i] = opened.pop()
            found[found[i]] = i
    return found
