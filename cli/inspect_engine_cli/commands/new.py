"""`inspect-engine new`: a first rule set to edit."""

import json

import click

from inspect_engine import api
from inspect_engine.diagnostics.render.as_json import to_json
from inspect_engine_cli import exits, options
from inspect_engine_cli.terminal import Terminal

SCHEMA = "inspect-engine/new/1"

EXAMPLES = """\b
Examples:
  inspect-engine new my-methodology
  inspect-engine new prisons --id our-inspectorate/prisons --title "Prisons"
"""


@click.command("new", epilog=EXAMPLES)
@click.argument("folder", metavar="DIR", type=click.Path())
@click.option("--id", default="", help="The id of the methodology; DIR without it.")
@click.option("--title", default="", help="Its title for readers.")
@options.format_of(("human", "json"))
@options.colour
def command(folder: str, id: str, title: str, format: str, colour: str) -> int:
    """Write a first methodology to change into your own.

    It goes into a new folder and checks clean, and its comments say what each part is
    for; with it come the findings of a made-up inspection and a test of what must come
    of them. DIR has to be empty or not there yet; otherwise nothing is written, and
    the exit code is 2.
    """
    files, found = api.new_rules(folder, id=id, title=title)
    terminal = Terminal(colour)
    if format == "json":
        told = [to_json(one) for one in found]
        document = {"schema": SCHEMA, "files": files, "diagnostics": told}
        terminal.write(json.dumps(document, indent=2))
    else:
        terminal.write("\n".join(files))
        if found:
            terminal.complain(found, 0)
        else:
            click.echo(f"Next: cd {folder}, then inspect-engine check .", err=True)
    return exits.CANNOT if found else exits.OK
