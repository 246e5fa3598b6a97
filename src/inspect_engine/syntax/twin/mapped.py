"""A text made of another one: every stretch knows which written words it stands for."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from inspect_engine.source import SourceFile, Span

if TYPE_CHECKING:
    from inspect_engine.diagnostics.diagnostic import Diagnostic

ESCAPE = re.compile(
    r"\\(?:(?P<broken>\r?\n[ \t]*)|u[dD][89abAB]..\\u[dD][c-fC-F]..|x..|u.{4}|U.{8}|.)"
)
"""What stands for one character in quotation marks, or for none where a line breaks."""


class Piece(NamedTuple):
    """A stretch of the made text, from `start` up to `end`, and what it stands for.

    `places` has the written offset of each of its characters, and of its end; where
    that is empty the stretch stands for the written one as a whole.
    """

    start: int
    end: int
    first: int
    last: int
    places: tuple[int, ...] | range = ()


class MappedSource(SourceFile):
    """A text made from what an author wrote in another spelling.

    It is read like any other; a span of it is shown where its author wrote it.
    """

    def __init__(self, written: SourceFile, text: str, pieces: list[Piece]) -> None:
        """`pieces` are in the order of the made text and do not overlap."""
        super().__init__(written.name, text)
        self.written = written
        self.faults: tuple[Diagnostic, ...] = ()
        self.lost: frozenset[str] = frozenset()
        self.statements: frozenset[int] = frozenset()
        self.is_whole = True
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def cut(self, end: int) -> "MappedSource":
        """The text up to an offset."""
        found = MappedSource(self.written, self.text[:end], self._pieces)
        found.faults, found.statements = self.faults, self.statements
        return found

    def as_written(self, span: Span) -> Span:
        """The written words that a stretch of the made text stands for."""
        start = self._place(span.start, is_end=False)
        end = self._place(span.end, is_end=True)
        return Span(self.written, start, max(start, end))

    def _place(self, offset: int, *, is_end: bool) -> int:
        # What ends where the next piece starts still belongs to the one before.
        at = bisect_right(self._starts, offset - is_end) - 1
        if at < 0:
            return self._pieces[0].first if self._pieces else 0
        piece = self._pieces[at]
        if offset > piece.end:
            return piece.last
        if piece.places:
            return piece.places[offset - piece.start]
        return piece.last if is_end else piece.first


def character_places(written: str, start: int, end: int, text: str) -> tuple[int, ...]:
    """Where each character of a value stands in the text that spells it, and its end.

    Values may be spelled with escapes and broken over lines; a character that is not
    found as it is stands where the one after it does.
    """
    found: list[int] = []
    at = start
    for character in text:
        first, at = _spelt(written, at, end, character)
        found.append(min(first, end))
    return (*found, min(at, end) if text else start)


def _spelt(written: str, at: int, end: int, character: str) -> tuple[int, int]:
    """Where the spelling of a character starts and ends, from an offset on."""
    while at < end:
        escape = ESCAPE.match(written, at, end)
        if escape is None or written[at] == character != "\\":
            break
        if not escape["broken"]:
            return at, escape.end()
        at = escape.end()
    if character.isspace():
        return at, at + (written[at : at + 1] == character)
    place = at
    while place < end and written[place].isspace():
        place += 1
    if written[place : place + 1] != character:
        return at, at
    # In single quotation marks an apostrophe is written twice.
    is_double = character == "'" == written[place + 1 : place + 2] and place + 1 < end
    return place, place + 1 + is_double


def second_statements(source: MappedSource, node: object) -> "Iterator[Diagnostic]":
    """Statements of a reading that a value brought in beside its own."""
    from inspect_engine.syntax.twin.faults import SeveralStatements

    held = [node]
    while held:
        one = held.pop()
        for name in ("items", "parts", "steps"):
            is_own = True
            for part in getattr(one, name, ()):
                held.append(part)
                was_own, is_own = is_own, part.span.start in source.statements
                if was_own and not is_own:
                    yield SeveralStatements(text=part.span.text[:40]).at(part.span)
        declaration = getattr(one, "declaration", None)
        held += [declaration] if declaration is not None else []
