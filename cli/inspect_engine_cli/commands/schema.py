"""`inspect-engine schema`: the JSON Schemas that editors and other programs use."""

import json

import click

from inspect_engine.reports.as_schema import NAMES, schema
from inspect_engine_cli import exits, options
from inspect_engine_cli.terminal import Terminal

EXAMPLES = """\b
Examples:
  inspect-engine schema bundle
  inspect-engine schema rules --output rules.schema.json
  inspect-engine schema result --output result.schema.json
"""


@click.command("schema", epilog=EXAMPLES)
@click.argument(
    "name",
    metavar="bundle|rules|result",
    type=click.Choice(NAMES),
)
@options.format_of(("json",))
@options.output
def command(name: str, format: str, output: str | None) -> int:
    """Print the JSON Schema of a bundle, of rules or of a result.

    The schemas are of draft 2020-12. An editor that knows the schema of a bundle, or
    of rules in YAML, offers its keys and marks slips as they are typed.
    """
    Terminal(output=output).write(json.dumps(schema(name), indent=2))
    return exits.OK
