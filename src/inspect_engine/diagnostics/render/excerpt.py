"""The part of a source line that is worth showing, with the columns to underline."""

from collections.abc import Iterable
from unicodedata import category, east_asian_width

from inspect_engine.diagnostics.render.words import visible
from inspect_engine.shapes import shape
from inspect_engine.source import SourceFile, Span

TAB = " " * 4
CUT = "…"
LEAST_ROOM = 20


@shape(eq=True)
class Excerpt:
    """Text safe to print; `before` columns lead to the `marked` ones."""

    text: str
    before: int = 0
    marked: int = 1


def excerpt(span: Span, room: int) -> Excerpt:
    """The line on which the span starts, cut to `room` columns around the span.

    Looks at no more of a long line than can be shown.
    """
    text, room = span.source.text, max(room, LEAST_ROOM)
    first, last = _ends_of_line(span.source, line_of(span))
    start = min(max(span.start, first), last)
    end = min(max(span.end, start), last)
    lead = _glyphs(text[max(first, start - room) : start])
    rest = _glyphs(text[start : min(last, start + room)])
    if last - first > room or _columns(lead + rest) > room:
        lead = _end_of(lead, start - first, room)
        rest = _start_of(rest, last - start, room - _columns(lead))
    before, marked = _columns(lead), _columns(rest[: end - start])
    if end > start and not marked:
        before = max(before - 1, 0)  # an accent shares the column of its letter
    return Excerpt("".join(lead + rest).rstrip(), before, max(marked, 1))


def opening(source: SourceFile, line: int, room: int) -> str:
    """The start of a line, as much of it as fits."""
    if not 1 <= line <= len(source.line_starts):
        return ""
    start = source.line_starts[line - 1]
    return excerpt(Span(source, start, start), room).text


def line_of(span: Span) -> int:
    """The line that a span starts on, however odd its offsets."""
    offset = min(max(span.start, 0), len(span.source.text))
    return span.source.position(offset).line


def _ends_of_line(source: SourceFile, line: int) -> tuple[int, int]:
    starts, text = source.line_starts, source.text
    end = starts[line] if line < len(starts) else len(text)
    while end > starts[line - 1] and text[end - 1] in "\r\n":
        end -= 1
    return starts[line - 1], end


def _end_of(glyphs: list[str], length: int, room: int) -> list[str]:
    """All of what comes before the span, or its end in a third of the room."""
    if len(glyphs) == length and _columns(glyphs) <= room * 2 // 3:
        return glyphs
    return [CUT, *_fitting(reversed(glyphs), room // 3)[::-1]]


def _start_of(glyphs: list[str], length: int, room: int) -> list[str]:
    if len(glyphs) == length and _columns(glyphs) <= room:
        return glyphs
    return [*_fitting(glyphs, room - 1), CUT]


def _fitting(glyphs: Iterable[str], room: int) -> list[str]:
    kept: list[str] = []
    for glyph in glyphs:
        room -= _width(glyph)
        if room < 0:
            break
        kept.append(glyph)
    return kept


def _glyphs(text: str) -> list[str]:
    return [TAB if character == "\t" else visible(character) for character in text]


def _columns(glyphs: Iterable[str]) -> int:
    return sum(map(_width, glyphs))


def _width(glyph: str) -> int:
    if len(glyph) > 1 or glyph.isascii():
        return len(glyph)
    if category(glyph) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(glyph) in "WF" else 1
