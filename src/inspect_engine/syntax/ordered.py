"""Lists that have an order, as their tokens show it: levels and choices."""

from collections.abc import Iterator, Sequence

from inspect_engine.syntax.lexer import Token

NOT_LEVELS = ("word", "cite", "assumed", "guidance")
LONGEST_HEADER = 3


def ordered_lists(tokens: Sequence[Token]) -> list[list[str]]:
    """The levels of each scale of a file from worst to best, and lists of choices."""
    return [*_scales(tokens), *_choices(tokens)]


def _scales(tokens: Sequence[Token]) -> Iterator[list[str]]:
    for place, token in enumerate(tokens):
        if token.text == "scale":
            header = tokens[place : place + LONGEST_HEADER + 1]
            brace = next((i for i, one in enumerate(header) if one.text == "{"), 0)
            if brace:
                yield _levels(tokens[place + brace + 1 :])


def _levels(tokens: Sequence[Token]) -> list[str]:
    """The names in a block, but for those in the blocks inside it."""
    found: list[str] = []
    depth = 1
    for token, before in zip(tokens, [None, *tokens], strict=False):
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        if not depth:
            break
        is_source = before is not None and before.text == "cite"
        is_level = token.kind == "NAME" and token.text not in NOT_LEVELS
        if depth == 1 and is_level and not is_source:
            found.append(token.text)
    return found


def _choices(tokens: Sequence[Token]) -> Iterator[list[str]]:
    for place, token in enumerate(tokens):
        if [token.text, *(one.text for one in tokens[place + 1 : place + 2])] == [
            "one",
            "of",
        ]:
            yield _listed(tokens[place + 2 :])


def _listed(tokens: Sequence[Token]) -> list[str]:
    found: list[str] = []
    for token in tokens:
        if token.kind == "NAME" and token.text in ("in", "or"):
            break
        if token.kind == "NAME" and token.text != "also":
            found.append(token.text)
        elif token.kind not in ("COMMA", "STRING"):
            break
        elif token.kind == "NAME" and token.is_first:
            break
    return found
