"""What rules assume, as a table for people, as sentences and as JSON."""

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from inspect_engine.binding.assumed import Assumption
from inspect_engine.diagnostics.render.words import counted, visible
from inspect_engine.reports.look import Look
from inspect_engine.source import Position, Span

if TYPE_CHECKING:
    from rich.console import ConsoleRenderable

SCHEMA = "inspect-engine/assumptions/1"

Assumptions = Sequence[Assumption]


def render(assumptions: Assumptions, format: str, look: Look) -> str:
    """The list in one of the formats human, plain and json."""
    match format:
        case "json":
            return _as_json(assumptions)
        case "plain":
            return "\n".join([*map(_sentence, assumptions), f"{_total(assumptions)}."])
    return _as_table(assumptions, look)


def _by_file(assumptions: Assumptions) -> Iterator[tuple[str, list[Assumption]]]:
    for name, group in groupby(assumptions, key=lambda one: one.file):
        yield name, list(group)


def _total(assumptions: Assumptions) -> str:
    files = sum(1 for _ in _by_file(assumptions))
    if not files:
        return "no assumptions"
    return f"{counted(len(assumptions), 'assumption')} in {counted(files, 'file')}"


def _sentence(one: Assumption) -> str:
    at = one.span.as_written.first
    place = f"file {visible(one.file)} line {at.line} column {at.column}"
    why = visible(one.why).rstrip(".")
    return f"Assumed, {place}, of {visible(one.what)}: {why}."


def _as_table(assumptions: Assumptions, look: Look) -> str:
    from inspect_engine.reports.sheet import columns, words, written

    parts: list[ConsoleRenderable] = []
    for name, group in _by_file(assumptions):
        number = counted(len(group), "assumption")
        parts.append(words(f"{visible(name)}: {number}", "strong"))
        table = columns()
        for one in group:
            at = one.span.as_written.first
            table.add_row(
                words(f"  {at.line}:{at.column}", "faint"),
                words(visible(one.what)),
                words(visible(one.why)),
            )
        parts += [table, words("")]
    return written([*parts, words(_total(assumptions), "strong")], look)


def _as_json(assumptions: Assumptions) -> str:
    files = [
        {"file": name, "count": len(group), "assumptions": list(map(_document, group))}
        for name, group in _by_file(assumptions)
    ]
    document = {"schema": SCHEMA, "count": len(assumptions), "files": files}
    return json.dumps(document, indent=2)


def _document(one: Assumption) -> dict[str, object]:
    return {"what": one.what, "why": one.why, "span": _span(one.span.as_written)}


def _span(span: Span) -> dict[str, object]:
    start, end = _position(span.first), _position(span.last)
    return {"file": span.source.name, "start": start, "end": end}


def _position(at: Position) -> dict[str, int]:
    return {"line": at.line, "column": at.column}
