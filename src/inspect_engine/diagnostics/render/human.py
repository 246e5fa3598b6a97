"""For eyes: the sentence, the author's lines with carets, and the ways out."""

from collections.abc import Callable, Iterator
from itertools import groupby

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.diagnostics.render.excerpt import excerpt, line_of, opening
from inspect_engine.diagnostics.render.look import Look
from inspect_engine.diagnostics.render.words import (
    advice_lines,
    more,
    place,
    span_place,
    summary,
    visible,
)
from inspect_engine.shapes import shape
from inspect_engine.source import SourceFile, Span

SGR = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "gutter": "34",
    "strong": "1",
}
"""The colours of a terminal, as ECMA-48 numbers them."""

RULE_FILES = ".inspect"
"""Only of these is the line before shown: that of a bundle is another case's facts."""

Paint = Callable[[str, str], str]


@shape(eq=True)
class Mark:
    """A span to underline, in which sign, and the words beside it."""

    span: Span
    label: str
    sign: str
    style: str

    @property
    def line(self) -> int:
        """The line it stands under."""
        return line_of(self.span)


def render(diagnostics: tuple[Diagnostic, ...], look: Look) -> str:
    """A block for each diagnostic, and how many there are."""
    paint = _coloured if look.colour else _plain
    blocks = ["\n".join(_block(found, look, paint)) for found in diagnostics]
    counts = paint(
        summary(diagnostics, look.files, look.notes, look.silenced), "strong"
    )
    return "\n".join(["\n\n".join(blocks), counts]) if blocks else counts


def _plain(text: str, style: str) -> str:
    return text


def _coloured(text: str, style: str) -> str:
    return f"\x1b[{SGR[style]}m{text}\x1b[0m" if text else ""


def _block(found: Diagnostic, look: Look, paint: Paint) -> Iterator[str]:
    marks = _marks(found)
    pad = " " * max((len(str(mark.line)) for mark in marks), default=1)
    kind = paint(f"{found.severity.value}[{visible(found.code)}]", found.severity.value)
    yield f"{kind}{paint(f': {visible(found.message)}', 'strong')}"
    if found.span is None and place(found):
        yield f"{pad}{paint('-->', 'gutter')} {place(found)}"
    for index, (_, group) in enumerate(groupby(marks, _file)):
        arrow = ":::" if index or found.span is None else "-->"
        yield from _snippet(list(group), arrow, pad, look, paint)
    equals = f"{pad} {paint('=', 'gutter')}"
    yield from (f"{equals} {hint}" for hint in advice_lines(found))
    yield f"{equals} more: {more(found)}"


def _marks(found: Diagnostic) -> list[Mark]:
    """The places to show: the fault's own file first, each from top to bottom."""
    related = [Mark(also.span, also.label, "-", "gutter") for also in found.related]
    if found.span is None:
        return sorted(related, key=lambda mark: (_file(mark), mark.span.start))
    own = Mark(found.span, found.label, "^", found.severity.value)
    home = _file(own)
    return sorted(
        [own, *related],
        key=lambda mark: (_file(mark) != home, _file(mark), mark.span.start),
    )


def _file(mark: Mark) -> str:
    return mark.span.source.name


def _snippet(
    marks: list[Mark], arrow: str, pad: str, look: Look, paint: Paint
) -> Iterator[str]:
    chief = next((mark for mark in marks if mark.sign == "^"), marks[0])
    yield f"{pad}{paint(arrow, 'gutter')} {span_place(chief.span)}"
    yield f"{pad} {paint('|', 'gutter')}"
    room = look.width - len(pad) - len(" | ")
    shown_line, shown_text = 0, ""
    for mark in marks:
        piece = excerpt(mark.span, room)
        if (mark.line, piece.text) != (shown_line, shown_text):
            before = _line_before(mark, shown_line, room)
            if shown_line and mark.line > shown_line + 1 + bool(before):
                yield paint("...", "gutter")
            if before:
                yield _row(str(mark.line - 1), before, pad, paint)
            yield _row(str(mark.line), piece.text, pad, paint)
            shown_line, shown_text = mark.line, piece.text
        carets = f"{mark.sign * piece.marked} {visible(mark.label)}".rstrip()
        yield _row("", " " * piece.before + paint(carets, mark.style), pad, paint)


def _line_before(mark: Mark, shown: int, room: int) -> str:
    source: SourceFile = mark.span.source
    is_wanted = mark.sign == "^" and source.name.endswith(RULE_FILES)
    return (
        opening(source, mark.line - 1, room)
        if is_wanted and mark.line - 1 > shown
        else ""
    )


def _row(number: str, text: str, pad: str, paint: Paint) -> str:
    gutter = paint(f"{number:>{len(pad)}} |", "gutter")
    return f"{gutter} {text}".rstrip()
