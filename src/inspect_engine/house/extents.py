"""Statements by where they stand: which begin, end or go on at a place."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from inspect_engine.source import SourceFile, Span

_NO_WORDS = re.compile(r"[\s\ufeff-]*")
"""Space, and the dashes by which YAML begins the items of a list."""


class Statements:
    """The statements of one text, which stand beside or inside one another."""

    def __init__(self, spans: Sequence[Span]) -> None:
        # Of those that begin in one place, the outer comes first.
        self.spans = sorted(set(spans), key=lambda one: (one.start, -one.end))
        self.starts = [one.start for one in self.spans]
        self.above = _above(self.spans)
        self.outermost: dict[int, Span] = {}
        self.ended: dict[int, Span] = {}
        for one in self.spans:
            self.outermost.setdefault(one.start, one)
            self.ended.setdefault(one.end, one)

    def around(self, place: int) -> Iterator[Span]:
        """The statements that a place is in, the innermost first."""
        at = bisect_right(self.starts, place) - 1
        while at >= 0:
            if place < self.spans[at].end:
                yield self.spans[at]
            at = self.above[at]

    def ended_by(self, place: int) -> Span | None:
        """The outermost statement that ends before a place, or one that goes on."""
        return self.ended.get(place) or next(self.around(place - 1), None)


def _above(spans: Sequence[Span]) -> list[int]:
    """For each statement the number of the one it is in; -1 at the top."""
    found: list[int] = []
    open_ones: list[int] = []
    for number, one in enumerate(spans):
        while open_ones and spans[open_ones[-1]].end <= one.start:
            open_ones.pop()
        found.append(open_ones[-1] if open_ones else -1)
        open_ones.append(number)
    return found


def covered(comments: Sequence[Span], statements: Statements) -> list[Span | None]:
    """The statement that each comment is for: the one after it, or the one it ends.

    A comment on a line of its own is for the statement that follows, with nothing but
    space and other comments between. One at the end of a line is for the statement
    that ends there, or that goes on.
    """
    found: list[Span | None] = []
    for comment, after in zip(comments, _after(comments, statements), strict=True):
        end = _end_of_words(comment)
        found.append(after if end is None else statements.ended_by(end))
    return found


def _after(comments: Sequence[Span], statements: Statements) -> list[Span | None]:
    """The statement that follows each comment, found from the last to the first."""
    found: list[Span | None] = []
    following = {one.start: number for number, one in enumerate(comments)}
    for comment in reversed(comments):
        source: SourceFile = comment.source
        gap = _NO_WORDS.match(source.text, comment.end)
        place = gap.end() if gap else comment.end
        if place in following:
            # Those after this one have been found: the list grows from the end.
            found.append(found[len(comments) - 1 - following[place]])
        else:
            found.append(statements.outermost.get(place))
    return found[::-1]


def _end_of_words(comment: Span) -> int | None:
    """Where the words before a comment on its line end; None where there are none."""
    source: SourceFile = comment.source
    start = source.line_starts[comment.first.line - 1]
    before = source.text[start : comment.start].rstrip()
    return start + len(before) if before.strip("\ufeff") else None
