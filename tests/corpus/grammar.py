"""The grammar as plain Lark reads it, without anything of this project around it."""

from functools import cache

from lark import Lark

from inspect_engine.resources import grammar_folder

ORDER = ("methodology", "rules", "expressions", "common", "terminals")


def grammar() -> str:
    """The grammar's five files, joined in reading order."""
    folder = grammar_folder()
    return "\n".join((folder / f"{name}.lark").read_text("utf-8") for name in ORDER)


@cache
def plain_lark() -> Lark:
    """Lark's own parser of a rule file."""
    return Lark(grammar(), parser="lalr", lexer="contextual")
