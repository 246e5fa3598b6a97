"""For programs: every field of every diagnostic, as one JSON document."""

import json
from collections.abc import Mapping

from inspect_engine.diagnostics.diagnostic import Cell, Diagnostic, Severity, Silenced
from inspect_engine.diagnostics.render.look import Look
from inspect_engine.source import Position, Span

SCHEMA = "inspect-engine/diagnostics/1"


def render(diagnostics: tuple[Diagnostic, ...], look: Look) -> str:
    """The document, in ASCII, so that any terminal and any pipe carries it."""
    document = {
        "schema": SCHEMA,
        "diagnostics": [to_json(found) for found in diagnostics],
        "summary": {
            **_counts(diagnostics, look),
            "files": look.files,
        },
    }
    return json.dumps(document, indent=2)


def to_json(found: Diagnostic) -> dict[str, object]:
    """One diagnostic as JSON values; results embed these too."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "reason": found.reason,
        "message": found.message,
        "label": found.label,
        "file": found.place[0],
        "span": _span(found.span),
        "cell": _cell(found.cell),
        "related": [
            {"span": _span(also.span), "label": also.label} for also in found.related
        ],
        "help": list(found.help),
        "data": _value(found.data),
        "fix": [
            {"span": _span(edit.span), "replacement": edit.replacement}
            for edit in found.fix
        ],
        "silenced": _silenced(found.silenced),
    }


def _counts(diagnostics: tuple[Diagnostic, ...], look: Look) -> dict[str, int]:
    """How many there are of each severity, listed or not, and how many silenced."""
    standing = [found.severity for found in diagnostics if found.silenced is None]
    counts = {f"{kind.value}s": standing.count(kind) for kind in Severity}
    counts["notes"] += look.notes
    return {**counts, "silenced": look.silenced}


def _silenced(one: Silenced | None) -> dict[str, object] | None:
    return {"reason": one.reason, "span": _span(one.span)} if one else None


def _span(span: Span | None) -> dict[str, object] | None:
    if span is None:
        return None
    start, end = _position(span.first), _position(span.last)
    return {"file": span.source.name, "start": start, "end": end}


def _position(at: Position) -> dict[str, int]:
    return {"line": at.line, "column": at.column}


def _cell(cell: Cell | None) -> dict[str, object] | None:
    if cell is None:
        return None
    return {
        "file": cell.file,
        "sheet": cell.sheet,
        "row": cell.row,
        "column": cell.column,
    }


def _value(value: object) -> object:
    """A fact as JSON has it; what JSON lacks, such as a fraction, as its text."""
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, Mapping):
        return {str(name): _value(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_value(item) for item in value]
    return str(value)
