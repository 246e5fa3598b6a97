"""What a reading has taken so far: the stacks, the tokens, and the blocks in them."""

from collections.abc import Iterator
from typing import Any

from inspect_engine.syntax import ahead
from inspect_engine.syntax.lexer import Token
from inspect_engine.syntax.tables import END


class Inline(list[Any]):
    """Children on their way to the parent."""


class Stacks:
    """States, values and where they start and end; `at` is the token that is next."""

    def __init__(self, start: int, tokens: list[Token]) -> None:
        self.states = [start]
        self.values: list[Any] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def push(self, state: int, value: Any, start: int, end: int) -> None:
        """Put something on top."""
        self.states.append(state)
        self.values.append(value)
        self.starts.append(start)
        self.ends.append(end)

    def pop(self, length: int, following: Token) -> tuple[list[Any], int, int]:
        """Take the topmost values off, with where they start and end."""
        if not length:
            return [], following.start, following.start
        start, end = self.starts[-length], self.ends[-1]
        parts = self.values[-length:]
        del self.states[-length:], self.values[-length:]
        del self.starts[-length:], self.ends[-length:]
        return parts, start, end

    def cut(self, height: int) -> list[Any]:
        """Take off all above a height, given as a number of states."""
        dropped = self.values[height - 1 :]
        del self.states[height:], self.values[height - 1 :]
        del self.starts[height - 1 :], self.ends[height - 1 :]
        self.depth = sum(_is(value, "LBRACE", "LPAR") for value in self.values)
        return dropped

    # --- blocks -----------------------------------------------------------------

    def blocks(self) -> list[int]:
        """The heights at which a block could be closed, innermost first.

        The last is that of the file; an expression on its own has none.
        """
        braces = [*reversed(self.open_braces()), -1]
        found = [self.boundary(brace, brace == braces[0]) for brace in braces]
        return [height for height in found if height]

    def open_braces(self) -> list[int]:
        """The places among the values of braces not closed, outermost first."""
        found: list[int] = []
        for place, value in enumerate(self.values):
            if _is(value, "LBRACE"):
                found.append(place)
            elif _is(value, "RBRACE"):
                found.pop()
        return found

    def boundary(self, brace: int, is_innermost: bool) -> int:
        """The height between two statements of the block that a brace opens, or 0.

        A statement that could end here is not cut into. Otherwise what stands after
        a brace is at most one value: the list of the statements that are complete.
        """
        closing = END if brace < 0 else "RBRACE"
        top: tuple[int, ...] = (len(self.states),) if is_innermost else ()
        for height in (*top, brace + 3, brace + 2):
            states = self.states[:height]
            if len(states) == height and ahead.after(states, closing):
                return height
        return 0

    def height_before(self, place: int) -> int:
        """The height of what is taken before a token, counted from the first; or 0.

        None of what is taken off may have begun earlier.
        """
        start = self.tokens[place].start
        if place and self.tokens[place - 1].end > start:
            return 0
        height = len(self.states)
        while height > 1 and self.ends[height - 2] > start:
            height -= 1
            if self.starts[height - 1] < start:
                return 0
        return height

    def at_statement(self) -> list[int]:
        """The states as they are before the statement that is being read."""
        braces = self.open_braces()
        height = self.boundary(braces[-1] if braces else -1, False)
        return self.states[:height] if height else self.states

    def opener(self, height: int) -> Token | None:
        """The brace that opens the block of a height; None for the file."""
        openers = [place for place in self.open_braces() if place < height - 1]
        brace: Token | None = self.values[openers[-1]] if openers else None
        return brace

    def replace(self, count: int, *tokens: Token) -> None:
        """Read other tokens in place of those that come next."""
        self.tokens[self.at : self.at + count] = tokens

    def rest(self) -> Iterator[Token]:
        """The tokens to come."""
        for place in range(self.at, len(self.tokens)):
            yield self.tokens[place]

    def following(self, count: int) -> list[Token]:
        """Some of the tokens to come."""
        return self.tokens[self.at : self.at + count]


def _is(value: Any, *kinds: str) -> bool:
    return type(value) is Token and value.kind in kinds
