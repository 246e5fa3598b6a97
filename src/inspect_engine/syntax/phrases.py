"""An author's phrase as it is repeated: on one line, spaced in one way."""

from collections.abc import Iterator

from inspect_engine.source import SourceFile
from inspect_engine.syntax.lexer import Token, lex
from inspect_engine.syntax.tables import tables

BEFORE_A_VALUE = frozenset(("(", ",", "+", "-", "*", "/"))


def on_one_line(text: str) -> str:
    """A phrase without its comments, whatever space its author put in it.

    It names things in results, so that layout must not change it.
    """
    if text.isidentifier():
        return text
    return "".join(_spaced(lex(SourceFile("", text)).tokens[:-1]))


def _spaced(tokens: list[Token]) -> Iterator[str]:
    keywords = tables().keywords
    is_tight, last = True, "("
    for token in tokens:
        yield token.text if is_tight or token.text in (")", ",") else f" {token.text}"
        is_sign = token.text == "-" and (last in BEFORE_A_VALUE or last in keywords)
        is_tight = token.text == "(" or is_sign
        last = token.text
