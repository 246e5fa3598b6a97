"""Cut a text into tokens; what cannot be cut becomes a token of its own kind.

What is wrong with a token is kept beside it and reported by the parser, and only
where the token is read: what stands in a statement that is given up is not told twice.
"""

import re
from functools import cache
from typing import NamedTuple

from inspect_engine.source import SourceFile
from inspect_engine.syntax.tables import END, tables

STRAY = "STRAY"
"""The kind of a token that the language has no use for."""

FOREIGN = "FOREIGN"
"""The kind of a comment as other languages write it."""

_FOREIGN_COMMENT = r"//[^\n\r]*|/\*.*?\*/|<!--.*?-->"
_TWO_SIGNS = r"&&|\|\||[=!<>]=|<>|=>"
_SMART = (
    '[“”„«»][^“”„«»"\\n\\r]*[“”«»]'
    "|\u2018[^\u2018\u2019\"\\n\\r]*\u2019|'[^'\"\\n\\r]*'"
)
_BACKSLASH = r'"(?:\\["\\]|[^"\\\n\r]|\\(?!["\\]))*"'
_UNCLOSED = r'"(\\["\\]|[^"\\\n\r]|\\)*'


class Token(NamedTuple):
    """A piece of text that the grammar speaks of; offsets are into the source."""

    kind: str
    text: str
    start: int
    end: int
    is_first: bool
    """Whether nothing but space stands before it on its line."""


class Lexed(NamedTuple):
    """A text in pieces: its tokens, ended by one of kind `$END`, and its comments."""

    tokens: list[Token]
    comments: list[Token]
    faulty: dict[int, str]
    """The texts with something wrong: where they start, and what they are."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    parts = dict(tables().patterns)
    path = parts.pop("PATH")
    punctuation = {
        name: re.escape(sign)
        for sign, name in sorted(
            tables().punctuation.items(), key=lambda item: -len(item[0])
        )
    }
    first = {name: parts.pop(name) for name in ("SPACE", "COMMENT")}
    foreign = {FOREIGN: _FOREIGN_COMMENT, "SIGNS": _TWO_SIGNS}
    last = {"BACKSLASH": _BACKSLASH, "UNCLOSED": _UNCLOSED, "SMART": _SMART, STRAY: "."}
    named = first | parts | foreign | punctuation | last
    whole = "|".join(f"(?P<{name}>{pattern})" for name, pattern in named.items())
    return re.compile(whole, re.DOTALL), re.compile(path)


def lex(source: SourceFile) -> Lexed:
    """All tokens and comments of a text, and what is wrong with some of them."""
    text, at, is_first = source.text, 0, True
    anything, path = _patterns()
    before_path = tables().before_path
    found = Lexed([], [], {})
    wants_path = False
    while at < len(text):
        match = path.match(text, at) if wants_path else None
        kind = "PATH"
        if match is None:
            match = anything.match(text, at)
            assert match is not None
            assert match.lastgroup is not None
            kind = match.lastgroup
        start, at = at, match.end()
        words = match[0]
        if kind == "SPACE":
            is_first = is_first or "\n" in words or "\r" in words
            continue
        if kind == "COMMENT":
            found.comments.append(Token(kind, words, start, at, is_first))
            continue
        wants_path = kind == "NAME" and words in before_path
        if kind in ("BACKSLASH", "UNCLOSED", "SMART"):
            words = _before_block(words) if kind == "UNCLOSED" else words
            at = start + len(words)
            found.faulty[start] = kind
            kind = "STRING"
        elif kind == "SIGNS":
            kind = STRAY
        found.tokens.append(Token(kind, words, start, at, is_first))
        is_first = False
    found.tokens.append(Token(END, "", at, at, True))
    return found


def _before_block(unclosed: str) -> str:
    """The text without the brace of the block that was meant to follow it."""
    brace = re.search(r"(?<=.)\s*(?:\{.*|[}\s]+)$", unclosed)
    return unclosed[: brace.start()] if brace else unclosed


def unquoted(token: Token) -> str:
    """The words of a text token, without quotes and escapes."""
    inner = token.text[1:]
    if (
        inner
        and inner[-1] in "\"”“»«\u2019'"
        # After a backslash it belongs to the text, unless that is itself escaped.
        and not (inner.endswith('\\"') and re.search(r'(?<!\\)(\\\\)*\\"$', inner))
    ):
        inner = inner[:-1]
    return inner.replace('\\"', '"').replace("\\\\", "\\") if "\\" in inner else inner
