"""`inspect-engine convert`: a rule file in another spelling."""

import json

import click

from inspect_engine import api
from inspect_engine.diagnostics.render.as_json import to_json
from inspect_engine.diagnostics.render.words import counted
from inspect_engine_cli import exits, options
from inspect_engine_cli.terminal import Terminal, is_unreadable

SCHEMA = "inspect-engine/convert/1"
SPELLINGS = ("yaml", "inspect", "json")

EXAMPLES = """\b
Examples:
  inspect-engine convert rules/hmi-probation/pdu-2023.inspect --to yaml
  inspect-engine convert rules/hmi-probation/common.inspect --to json
"""


@click.command("convert", epilog=EXAMPLES)
@click.argument("file", type=click.Path())
@click.option(
    "--to",
    type=click.Choice(SPELLINGS),
    required=True,
    help="The spelling to write it in.",
)
@options.format_of(("human", "json"))
@options.output
@options.colour
def command(
    file: str, to: api.Spelling, format: str, output: str | None, colour: str
) -> int:
    """Turn a rule file into YAML, JSON or back.

    FILE is a rule file in any spelling, as its name ends: .inspect, .yaml or .json.
    What it means stays, and so do its comments; only JSON has none, and says how many
    are left out. The result goes to the screen, or with --output to a file. A file
    that cannot be read whole is refused with all that is wrong in it, exit code 1; one
    that is not there, with exit code 2.
    """
    made = api.convert_rules(file, to)
    terminal = Terminal(colour, output)
    if format == "json":
        terminal.write(_as_json(made, to))
    elif made.after is not None:
        terminal.write(made.after.rstrip("\n"))
    if format != "json" and made.diagnostics:
        terminal.complain(made.diagnostics, 1)
    if made.after is None:
        unread = is_unreadable(made.diagnostics)
        return exits.CANNOT if unread else exits.PROBLEMS
    if to == "json" and made.comments:
        lost = counted(made.comments, "comment")
        click.echo(f"{lost} left out: JSON has none", err=True)
    return exits.OK


def _as_json(made: api.Formatted, to: str) -> str:
    told = [to_json(one) for one in made.diagnostics]
    document = {
        "schema": SCHEMA,
        "file": made.name,
        "to": to,
        "text": made.after,
        "diagnostics": told,
    }
    return json.dumps(document, indent=2)
