"""Cut a text into tokens; what cannot be cut is reported and passed over."""

import re
from functools import cache
from typing import NamedTuple

from inspect_engine.diagnostics.diagnostic import Diagnostic, Edit
from inspect_engine.source import SourceFile
from inspect_engine.syntax.faults import SmartQuotes, StrayCharacter, UnclosedText
from inspect_engine.syntax.tables import END, tables

SMART_QUOTED = '[“”„«»][^“”„«»"\n\r]*[“”«»]'


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
    diagnostics: list[Diagnostic]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    parts = dict(tables().patterns)
    path = parts.pop("PATH")
    for literal, name in sorted(
        tables().punctuation.items(), key=lambda item: -len(item[0])
    ):
        parts[name] = re.escape(literal)
    parts["UNCLOSED"] = r'"(\\["\\]|[^"\\\n\r]|\\)*'
    parts["SMART"] = SMART_QUOTED
    parts["STRAY"] = r"[^\s\w\"{}():,=#+*/-]+|."
    first = ("SPACE", "COMMENT")
    names = (*first, *(name for name in parts if name not in first))
    whole = "|".join(f"(?P<{name}>{parts[name]})" for name in names)
    return re.compile(whole, re.DOTALL), re.compile(path)


def lex(source: SourceFile) -> Lexed:
    """All tokens and comments of a text, and what could not be read as either."""
    text, at, is_first = source.text, 0, True
    anything, path = _patterns()
    before_path = tables().before_path
    found = Lexed([], [], [])
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
        if kind in ("UNCLOSED", "SMART", "STRAY"):
            kind = _report(found, source, kind, start, at)
        if kind:
            found.tokens.append(Token(kind, words, start, at, is_first))
        is_first = False
    found.tokens.append(Token(END, "", at, at, True))
    return found


def _report(found: Lexed, source: SourceFile, kind: str, start: int, end: int) -> str:
    span = source.span(start, end)
    if kind == "UNCLOSED":
        found.diagnostics.append(UnclosedText().at(source.span(start, start + 1)))
        return "STRING"
    if kind == "SMART":
        straight = Edit(span, f'"{span.text[1:-1]}"')
        found.diagnostics.append(SmartQuotes().at(span, fix=(straight,)))
        return "STRING"
    shown = span.text if span.text.isprintable() else f"U+{ord(span.text[0]):04X}"
    found.diagnostics.append(StrayCharacter(found=shown[:20]).at(span))
    return ""


def unquoted(token: Token) -> str:
    """The words of a text token, without quotes and escapes."""
    inner = token.text[1:]
    if inner and inner[-1] in '"”“»«' and not re.search(r'(?<!\\)(\\\\)*\\"$', inner):
        inner = inner[:-1]
    return inner.replace('\\"', '"').replace("\\\\", "\\") if "\\" in inner else inner
