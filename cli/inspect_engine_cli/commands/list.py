"""`inspect-engine list`: the methodologies that come with the engine."""

import json
from collections.abc import Sequence

import click
from attrs import frozen

from inspect_engine import api
from inspect_engine.binding.entries import Entry
from inspect_engine.diagnostics.render.words import counted
from inspect_engine.reports import Look
from inspect_engine.reports.provenance import Counts, provenance_counts
from inspect_engine_cli import exits, options
from inspect_engine_cli.terminal import Terminal

SCHEMA = "inspect-engine/list/1"
HEADINGS = ("Name", "Version", "Title", "In force", "Cited", "Assumed")

EXAMPLES = """\b
Examples:
  inspect-engine list
  inspect-engine list --format json
"""


@frozen
class Listed:
    """A methodology, and how much of it is cited or assumed."""

    entry: Entry
    counts: Counts


@click.command("list", epilog=EXAMPLES)
@options.format_of(("human", "plain", "json"))
@options.output
@options.colour
def command(format: str, output: str | None, colour: str) -> int:
    """Name the methodologies that come with the engine.

    For each it says when it is in force, and how many of its declarations cite a
    published place or rest on an assumption. NAME@VERSION is what «score» takes.
    """
    terminal = Terminal(colour, output)
    try:
        rows = [_listed(entry) for entry in api.shipped()]
    except api.RulesError as error:
        terminal.complain(error.diagnostics, error.files)
        return exits.PROBLEMS
    match format:
        case "json":
            terminal.write(_as_json(rows))
        case "plain":
            terminal.write("\n".join(map(_sentence, rows)))
        case _:
            terminal.write(_as_table(rows, terminal.look()))
    return exits.OK


def _listed(entry: Entry) -> Listed:
    return Listed(entry, provenance_counts(api.load_rules(entry.path)))


def _as_json(rows: Sequence[Listed]) -> str:
    documents = [
        {
            "id": row.entry.id,
            "version": row.entry.version,
            "title": row.entry.title,
            "publisher": row.entry.publisher,
            "in_force": _dates(row.entry),
            "path": row.entry.path,
            "sources": row.entry.sources,
            "cited": row.counts.cited,
            "assumed": row.counts.assumed,
        }
        for row in rows
    ]
    return json.dumps({"schema": SCHEMA, "methodologies": documents}, indent=2)


def _dates(one: Entry) -> dict[str, str | None] | None:
    if one.in_force is None:
        return None
    start, end = one.in_force
    return {"from": start.isoformat(), "to": end.isoformat() if end else None}


def _sentence(row: Listed) -> str:
    one = row.entry
    when = f", in force {_period(one)}" if one.in_force else ""
    cited = counted(row.counts.cited, "declaration")
    return (
        f"{one.name}: {one.title}{when}, {cited} cited, {row.counts.assumed} assumed."
    )


def _as_table(rows: Sequence[Listed], look: Look) -> str:
    from inspect_engine.reports.sheet import ruled, words, written

    table = ruled(look, show_edge=False, pad_edge=False)
    for heading in HEADINGS:
        is_number = heading in ("Cited", "Assumed")
        table.add_column(words(heading), justify="right" if is_number else "left")
    for row in rows:
        one, counts = row.entry, row.counts
        table.add_row(
            words(one.id, "strong"),
            words(one.version),
            words(one.title),
            words(_period(one)),
            words(str(counts.cited)),
            words(str(counts.assumed)),
        )
    return written([table], look)


def _period(one: Entry) -> str:
    if one.in_force is None:
        return ""
    start, end = one.in_force
    return f"{start} to {end}" if end else f"from {start}"
