"""Texts and diagnostics that several tests render."""

from inspect_engine.diagnostics.diagnostic import (
    Cell,
    Diagnostic,
    Edit,
    Related,
    Severity,
)
from inspect_engine.source import SourceFile, Span

RULES = "rules/pdu.inspect"
BANDS = (
    "  50 to 64  requires_improvement\n  65 to 79  good\n  80 and over  outstanding\n"
)


def source(text: str = BANDS, name: str = RULES, above: int = 0) -> SourceFile:
    """A text, optionally with blank lines above it."""
    return SourceFile(name, "\n" * above + text)


def span_of(words: str, file: SourceFile) -> Span:
    """The first place where the words stand."""
    start = file.text.index(words)
    return file.span(start, start + len(words))


def gap(file: SourceFile) -> Diagnostic:
    """The diagnostic that contracts.md shows."""
    return Diagnostic(
        code="BAND-GAP",
        severity=Severity.ERROR,
        message="scores above 64% and below 65% have no band",
        span=span_of("65", file),
        label="this band starts at 65; the one before ends at 64",
        help=(
            "example: 9 of 14 cases (64.3%) would get no rating",
            'either: add "round half up to whole", or write "50 to below 65"',
        ),
        data={"low": 64, "high": 65},
        fix=(Edit(span_of("64", file), "below 65"),),
    )


def at(words: str, text: str, *related: Related, name: str = RULES) -> Diagnostic:
    """An error in the first place where the words stand."""
    place = span_of(words, source(text, name))
    return Diagnostic(
        code="X", severity=Severity.ERROR, message="m", span=place, related=related
    )


IN_A_CELL = Diagnostic(
    code="WRONG-OPTION",
    severity=Severity.WARNING,
    message="«mabye» is no answer to 2.1.1",
    cell=Cell(file="cases.xlsx", sheet="Cases", row=3, column="B"),
)
ABOUT_A_FILE = Diagnostic(
    code="NO-FILE",
    severity=Severity.ERROR,
    message="There is no file called «cases.yaml»",
    file="cases.yaml",
    help=("write its full path", "run the command in its folder"),
)
NOWHERE = Diagnostic(
    code="NOT-COVERED", severity=Severity.NOTE, message="Totals were not checked"
)
