"""What would follow: the tables tried out on a copy of the states, nothing built."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from inspect_engine.syntax.lexer import Token
from inspect_engine.syntax.tables import END, tables

MOST_STAND_INS = 4
STAND_INS = ("COLON", "EQUAL", "__ANON_0", "STRING", "NAME", "PERCENT")


def terminal(token: Token, row: dict[str, int]) -> str:
    """What a token is in a state: a word of the language only where it can be one."""
    kind = token.kind
    if kind == "PATH" and "PATH" not in row:
        kind = "NAME"
    if kind == "NAME":
        keyword = tables().keywords.get(token.text)
        if keyword is not None and keyword in row:
            return keyword
    return kind


def after(states: Sequence[int], name: str) -> list[int] | None:
    """The states once a terminal is taken; None where it would not be."""
    rows, rules = tables().rows, tables().rules
    found = list(states)
    while True:
        action = rows[found[-1]].get(name)
        if action is None:
            return None
        if action >= 0:
            found.append(action)
            return found
        rule = rules[-1 - action]
        if rule.length:
            del found[-rule.length :]
        found.append(rows[found[-1]][rule.origin])


def takes(states: Sequence[int], *tokens: Token) -> bool:
    """Whether tokens could follow, one after another."""
    found: list[int] | None = list(states)
    for token in tokens:
        assert found is not None
        if token.kind == END:
            return after(found, END) is not None
        found = after(found, terminal(token, tables().rows[found[-1]]))
        if found is None:
            return False
    return True


def expected(states: Sequence[int]) -> list[str]:
    """The terminals that could stand next, after whatever can be completed."""
    row = tables().rows[states[-1]]
    known = {*tables().keywords.values(), *tables().punctuation.values()}
    known |= {*tables().patterns, END}
    return sorted(name for name in row if name in known and after(states, name))


def leading_to(
    states: Sequence[int], tokens: Sequence[Token]
) -> tuple[str, ...] | None:
    """The fewest terminals to put in so that tokens could follow; None if too many."""
    for names in _few(STAND_INS):
        if takes_names(states, names, tokens):
            return names
    return None


def _few(names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    kept = tuple(names)
    for length in range(MOST_STAND_INS + 1):
        yield from product(kept, repeat=length)


def takes_names(
    states: Sequence[int], names: Iterable[str], tokens: Sequence[Token]
) -> bool:
    """Whether terminals, and then tokens, could follow."""
    found: list[int] | None = list(states)
    for name in names:
        assert found is not None
        found = after(found, name)
        if found is None:
            return False
    assert found is not None
    return takes(found, *tokens)
