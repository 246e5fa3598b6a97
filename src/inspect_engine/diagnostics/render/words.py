"""The words that the formats share, and how text from outside is made safe to show."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from unicodedata import category

from inspect_engine.diagnostics.diagnostic import Cell, Diagnostic, Severity
from inspect_engine.source import Span

_JOINERS = "\u200c\u200d"
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_ILLUSTRATION = "example: "


def visible(text: str) -> str:
    """The text with nothing that could steer a terminal or hide from the reader.

    Control characters become their pictures (␛), direction marks and halves of
    characters the replacement sign, and every kind of space a space; the number of
    characters stays.
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    kind, number = category(character), ord(character)
    if kind == "Zs" or character == "\t":
        return " "
    if number < ord(" "):
        return chr(0x2400 + number)
    if number == 0x7F:
        return "\u2421"
    is_hidden = kind in _UNSEEN or number & 0xFFFE == 0xFFFE
    return "\ufffd" if is_hidden else character


def summary(
    diagnostics: Iterable[Diagnostic], files: int, notes: int = 0, silenced: int = 0
) -> str:
    """How many of each severity there are: «2 errors, 1 warning in 3 files».

    `notes` are those that are not listed; `silenced` are of no severity.
    """
    found = Counter(diagnostic.severity for diagnostic in diagnostics)
    found[Severity.NOTE] += notes
    parts = [counted(found[kind], kind.value) for kind in Severity if found[kind]]
    parts += [] if parts else ["no problems"]
    parts += [f"{silenced} silenced"] if silenced else []
    return f"{', '.join(parts)} in {counted(files, 'file')}"


def counted(number: int, noun: str) -> str:
    """The number with its noun, in the plural but for one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def advice(found: Diagnostic) -> Iterator[tuple[str, str]]:
    """The hints, each with its role: `either` and `or` where there is a choice.

    A hint that starts with `example: ` illustrates, and is no way out to choose.
    """
    ways = sum(not hint.startswith(_ILLUSTRATION) for hint in found.help)
    words = chain(["either"], repeat("or")) if ways > 1 else repeat("")
    for hint in map(visible, found.help):
        if hint.startswith(_ILLUSTRATION):
            yield "example", hint.removeprefix(_ILLUSTRATION)
        else:
            yield next(words), hint


def advice_lines(found: Diagnostic) -> Iterator[str]:
    """The hints as lines: `either: …`, `or: …`, or the hint alone."""
    for role, hint in advice(found):
        yield f"{role}: {hint}" if role else hint


def more(found: Diagnostic) -> str:
    """The command that tells the whole story."""
    return f"inspect-engine explain-code {visible(found.code)}"


def place(found: Diagnostic) -> str:
    """Where the fault is, to be read by eye and by editors; empty where nowhere."""
    if found.span is not None:
        return span_place(found.span)
    if found.cell is not None:
        return ", ".join(
            part for part in (named(found), *_cell_parts(found.cell)) if part
        )
    return named(found)


def spoken_place(found: Diagnostic) -> str:
    """The same, to be read aloud."""
    if found.span is not None:
        return spoken_span(found.span)
    parts = _cell_parts(found.cell) if found.cell is not None else ()
    name = named(found)
    return " ".join([f"file {name}", *parts] if name else parts)


def span_place(span: Span) -> str:
    """File, line and column, with colons between."""
    at = span.first
    return f"{visible(span.source.name)}:{at.line}:{at.column}"


def spoken_span(span: Span) -> str:
    """File, line and column in words."""
    at = span.first
    return f"file {visible(span.source.name)} line {at.line} column {at.column}"


def named(found: Diagnostic) -> str:
    """The name of the file at fault, made safe to show."""
    return visible(file_name(found))


def file_name(found: Diagnostic) -> str:
    """The name of the file at fault as its user gave it, or nothing."""
    return found.place[0]


def cell_name(cell: Cell) -> str:
    """A cell without its file: «sheet Cases, row 3, column B»."""
    return ", ".join(_cell_parts(cell))


def _cell_parts(cell: Cell) -> tuple[str, ...]:
    sheet = (f"sheet {visible(cell.sheet)}",) if cell.sheet else ()
    column = (f"column {visible(cell.column)}",) if cell.column else ()
    return *sheet, f"row {cell.row}", *column
