"""`inspect-engine check`: everything wrong with rule files."""

from collections.abc import Iterable

import click

from inspect_engine import api
from inspect_engine.diagnostics.render import FORMATS, render
from inspect_engine_cli import exits, options
from inspect_engine_cli.terminal import Terminal, fails, is_unreadable

LISTING_NOTES = ("json", "sarif")
"""Formats that programs read, which can leave out themselves what they do not want."""

EXAMPLES = """\b
Examples:
  inspect-engine check rules
  inspect-engine check rules --format compact --fail-level warning
  inspect-engine check rules --notes
  inspect-engine check rules --assumed
"""

OF_ASSUMPTIONS = ("human", "plain", "json")
"""The formats in which assumptions are listed."""


@click.command("check", epilog=EXAMPLES)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@options.format_of(FORMATS)
@click.option(
    "--notes/--no-notes",
    "has_notes",
    default=None,
    help="List notes, or only count them. Without it json and sarif list them; the"
    " other formats do where the fail level is note.",
)
@click.option(
    "--assumed",
    "is_of_assumptions",
    is_flag=True,
    help="List instead all that the rules assume: what, why and where.",
)
@click.option(
    "--config",
    metavar="FILE",
    help="Take the house rules from FILE, instead of the nearest inspect-engine.toml or"
    " pyproject.toml above each rule file.",
)
@click.option("--no-config", is_flag=True, help="Check without house rules.")
@options.fail_level
@options.exit_zero
@options.output
@options.colour
def command(
    paths: tuple[str, ...],
    format: str,
    has_notes: bool | None,
    is_of_assumptions: bool,
    config: str | None,
    no_config: bool,
    fail_level: str,
    exit_zero: bool,
    output: str | None,
    colour: str,
) -> int:
    """Report everything wrong with rule files, all at once.

    PATH is a rule file, or a folder with rule files in it or below; without any, the
    current folder. It exits with 1 where a diagnostic is at or above the fail level,
    and with 2 where a PATH or the house rules cannot be read, or a PATH holds no rule
    file. The comment «# silence CODE: reason» silences a warning or note on the
    statement that it stands before or ends.
    """
    if config is not None and no_config:
        raise click.UsageError("--config and --no-config cannot be given together.")
    terminal = Terminal(colour, output)
    if is_of_assumptions:
        return _list_assumptions(paths or (".",), format, terminal)
    checked = api.check(paths or (".",), config=config, has_house_rules=not no_config)
    if has_notes is None:
        has_notes = format in LISTING_NOTES or fail_level == "note"
    text = render(
        checked.diagnostics,
        format,
        has_notes=has_notes,
        files=checked.files,
        colour=terminal.has_colour,
        width=terminal.width,
    )
    terminal.write(text)
    if is_unreadable(checked.diagnostics) or not checked.has_house_rules_read:
        return exits.CANNOT
    has_failed = fails(checked.diagnostics, fail_level) and not exit_zero
    return exits.PROBLEMS if has_failed else exits.OK


def _list_assumptions(paths: Iterable[str], format: str, terminal: Terminal) -> int:
    """List what rules assume; what could not be read is told beside it."""
    from inspect_engine.reports.as_assumptions import render as render_assumptions

    if format not in OF_ASSUMPTIONS:
        wanted = ", ".join(OF_ASSUMPTIONS)
        raise click.UsageError(f"--assumed has the formats {wanted}, not {format}.")
    assumed, found = api.assumptions(paths)
    terminal.write(render_assumptions(assumed, format, terminal.look()))
    if found:
        terminal.complain(found)
    if is_unreadable(found):
        return exits.CANNOT
    return exits.PROBLEMS if found else exits.OK
