"""Source text and the places in it: born here, carried by every node and diagnostic."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple


class Position(NamedTuple):
    """A place as people count it: line and column from 1, columns in code points."""

    line: int
    column: int


class SourceFile:
    """A text with the name under which its author knows it.

    `name` is what diagnostics print: a path as given, never made absolute.
    `text` is decoded text; line ends may be LF, CRLF or CR.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def __repr__(self) -> str:
        return f"SourceFile({self.name!r}, {len(self.text)} characters)"

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins."""
        ends = re.finditer(r"\r\n?|\n", self.text)
        return (0, *(end.end() for end in ends))

    def position(self, offset: int) -> Position:
        """The line and column of an offset into the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line, from 1, without its line end; empty past the last."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = (
            self.line_starts[number]
            if number < len(self.line_starts)
            else len(self.text)
        )
        return self.text[start:end].rstrip("\r\n")

    def cut(self, end: int) -> "SourceFile":
        """The text up to an offset."""
        return SourceFile(self.name, self.text[:end])

    def as_written(self, span: "Span") -> "Span":
        """Where an author sees a stretch of the text: here, where it is."""
        return span

    def span(self, start: int, end: int) -> "Span":
        """The stretch of this text from offset `start` up to, not including, `end`."""
        return Span(self, start, end)


class Span(NamedTuple):
    """A stretch of a source text, as offsets in code points; `end` is not included."""

    source: SourceFile
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words the span covers."""
        return self.source.text[self.start : self.end]

    @property
    def first(self) -> Position:
        """Where the span starts."""
        return self.source.position(self.start)

    @property
    def last(self) -> Position:
        """The place just after the span's last character."""
        return self.source.position(self.end)

    @property
    def as_written(self) -> "Span":
        """The same place as its author knows it."""
        return self.source.as_written(self)

    def to(self, other: "Span") -> "Span":
        """The span from the start of this one to the end of the other."""
        return Span(self.source, self.start, max(self.end, other.end))

    def __repr__(self) -> str:
        return f"{self.source.name}:{self.first.line}:{self.first.column}"
