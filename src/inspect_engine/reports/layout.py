"""Text in columns: padded, wrapped to a width, and coloured after that.

Own rather than Rich's, whose import alone takes longer than scoring an inspection.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from unicodedata import combining, east_asian_width

from attrs import frozen

GAP = "  "
LAST_STEP = 2
LEAST_TEXT = 26
"""Columns that the column of text keeps before others have to wrap."""

SGR = {
    "strong": "1",
    "faint": "2",
    "worst": "1;31",
    "lower": "33",
    "upper": "32",
    "best": "1;32",
    "open": "1;36",
}
"""The colours of a terminal, as ECMA-48 numbers them."""


@frozen
class Cell:
    """Words and the style they are shown in."""

    text: str
    style: str = ""


@frozen
class Column:
    """A column's heading; `yields` is the step at which it wraps, 0 for never."""

    heading: str
    yields: int = 0
    is_text: bool = False
    to_right: bool = False


def paint(text: str, style: str, colour: bool) -> str:
    """The text in a style, where there is colour."""
    return f"\x1b[{SGR[style]}m{text}\x1b[0m" if colour and style and text else text


def size(text: str) -> int:
    """The columns that a text takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1
        for sign in text
    )


def ends(left: str, right: Cell, width: int, colour: bool) -> Iterator[str]:
    """A line with words at both ends; two lines where they do not fit on one."""
    if size(left) + len(GAP) + size(right.text) > width:
        yield from paragraph(left, width)
        left = ""
    space = " " * (width - size(left) - size(right.text))
    yield f"{left}{space}{paint(right.text, right.style, colour)}"


def paragraph(text: str, width: int, first: str = "", later: str = "") -> list[str]:
    """The text in lines, the first and the later ones indented as given."""
    return wrap(
        text,
        max(width, len(first) + 1, len(later) + 1),
        initial_indent=first,
        subsequent_indent=later,
        break_on_hyphens=False,
    )


def measure(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int
) -> list[int] | None:
    """How wide each column is, or None where there is no room for a table.

    The column of text takes what the others leave; those that wrap do so only where
    it would leave too little. A column without words is not shown: its width is 0.
    """
    texts = [[row[at].text for row in rows] for at in range(len(columns))]
    used = [any(column) for column in texts]
    for column, words in zip(columns, texts, strict=True):
        words.append(column.heading)
    for step in range(LAST_STEP + 1):
        fixed = [
            _wide(column, words, step) * is_used
            for column, words, is_used in zip(columns, texts, used, strict=True)
        ]
        left = width - sum(fixed) - len(GAP) * (sum(used) - 1)
        if left >= LEAST_TEXT:
            return [
                min(left, max(map(size, words))) if column.is_text else wide
                for column, words, wide in zip(columns, texts, fixed, strict=True)
            ]
    return None


def table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
    colour: bool,
) -> Iterator[str]:
    """The rows under their headings, in columns of the widths measured."""
    heading = [Cell(column.heading, "faint") for column in columns]
    for row in (heading, *rows):
        kept = [
            (cell, column, wide)
            for cell, column, wide in zip(row, columns, widths, strict=True)
            if wide
        ]
        pieces = [wrap(cell.text, wide) if cell.text else [] for cell, _, wide in kept]
        for line in zip_longest(*pieces, fillvalue=""):
            yield GAP.join(
                _filled(Cell(text, cell.style), wide, column, colour)
                for text, (cell, column, wide) in zip(line, kept, strict=True)
            ).rstrip()


def _filled(cell: Cell, width: int, column: Column, colour: bool) -> str:
    space = " " * (width - size(cell.text))
    text = paint(cell.text, cell.style, colour)
    return space + text if column.to_right else text + space


def _wide(column: Column, words: Sequence[str], step: int) -> int:
    """The columns it takes beside the text; that of its longest word once it yields."""
    if column.is_text:
        return 0
    parts = (
        [part for text in words for part in text.split()]
        if 0 < column.yields <= step
        else words
    )
    return max(map(size, parts), default=0)
