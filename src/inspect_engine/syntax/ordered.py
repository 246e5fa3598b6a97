"""Lists that have an order, as their tokens show it: levels and choices."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from inspect_engine.syntax.lexer import Token

NOT_LEVELS = ("word", "cite", "assumed", "guidance")
LONGEST_HEADER = 4
LONGEST_LIST = 400


def ordered_lists(tokens: Sequence[Token]) -> list[list[str]]:
    """The levels of each scale of a file from worst to best, and lists of choices."""
    return [*_scales(tokens), *_choices(tokens)]


def _scales(tokens: Sequence[Token]) -> Iterator[list[str]]:
    for place, token in enumerate(tokens):
        if token.text == "scale":
            header = [one.text for one in tokens[place : place + LONGEST_HEADER]]
            if "{" in header:
                begin = place + header.index("{")
                yield _levels(tokens[begin : begin + LONGEST_LIST])


def _levels(tokens: Sequence[Token]) -> list[str]:
    """The names in the block that opens first, but for those in blocks inside it."""
    found: list[str] = []
    depth = 1
    for before, token in pairwise(tokens):
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        if not depth:
            break
        is_level = token.kind == "NAME" and token.text not in NOT_LEVELS
        if depth == 1 and is_level and before.text != "cite":
            found.append(token.text)
    return found


def _choices(tokens: Sequence[Token]) -> Iterator[list[str]]:
    for place, (one, two) in enumerate(pairwise(tokens)):
        if (one.text, two.text) == ("one", "of"):
            yield _listed(tokens[place + 2 : place + LONGEST_LIST])


def _listed(tokens: Sequence[Token]) -> list[str]:
    """The names that commas part, whatever labels stand after them."""
    found: list[str] = []
    is_next = True
    for token in tokens:
        if token.kind == "NAME" and is_next:
            found.append(token.text)
        elif token.kind not in ("COMMA", "STRING") and token.text != "also":
            break
        is_next = token.kind == "COMMA"
    return found
