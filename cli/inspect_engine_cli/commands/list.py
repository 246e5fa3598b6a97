"""`inspect-engine list`: the methodologies that come with the engine."""

import json
from collections.abc import Iterator

import click

from inspect_engine import api
from inspect_engine.binding.entries import Entry
from inspect_engine.diagnostics.render.words import counted
from inspect_engine.reports.layout import Cell, Column, measure, paint, table
from inspect_engine_cli import exits, options
from inspect_engine_cli.terminal import Terminal

SCHEMA = "inspect-engine/list/1"

COLUMNS = (
    Column("Name"),
    Column("Title", is_text=True),
    Column("In force", yields=1),
    Column("Sources", to_right=True),
)

EXAMPLES = """\b
Examples:
  inspect-engine list
  inspect-engine list --format json
"""


@click.command("list", epilog=EXAMPLES)
@options.format_of(("human", "plain", "json"))
@options.output
@options.colour
def command(format: str, output: str | None, colour: str) -> int:
    """Name the methodologies that come with the engine.

    For each it says when it is in force, and how many published sources it rests on.
    """
    terminal = Terminal(colour, output)
    found = api.shipped()
    match format:
        case "json":
            terminal.write(_as_json(found))
        case "plain":
            terminal.write("\n".join(map(_sentence, found)))
        case _:
            terminal.write("\n".join(_lines(found, terminal)))
    return exits.OK


def _as_json(found: tuple[Entry, ...]) -> str:
    rows = [
        {
            "id": one.id,
            "version": one.version,
            "title": one.title,
            "publisher": one.publisher,
            "in_force": _dates(one),
            "path": one.path,
            "sources": one.sources,
        }
        for one in found
    ]
    return json.dumps({"schema": SCHEMA, "methodologies": rows}, indent=2)


def _dates(one: Entry) -> dict[str, str | None] | None:
    if one.in_force is None:
        return None
    start, end = one.in_force
    return {"from": start.isoformat(), "to": end.isoformat() if end else None}


def _sentence(one: Entry) -> str:
    when = f", in force {_period(one)}" if one.in_force else ""
    return f"{one.name}: {one.title}{when}, {counted(one.sources, 'source')}."


def _lines(found: tuple[Entry, ...], terminal: Terminal) -> Iterator[str]:
    rows = [
        (
            Cell(one.name, "strong"),
            Cell(one.title),
            Cell(_period(one)),
            Cell(str(one.sources)),
        )
        for one in found
    ]
    widths = measure(COLUMNS, rows, terminal.width)
    if widths is not None:
        yield from table(COLUMNS, rows, widths, terminal.has_colour)
        return
    for row in rows:
        name, title, *_ = row
        yield paint(name.text, name.style, terminal.has_colour)
        yield f"  {title.text}"


def _period(one: Entry) -> str:
    if one.in_force is None:
        return ""
    start, end = one.in_force
    return f"{start} to {end}" if end else f"from {start}"
