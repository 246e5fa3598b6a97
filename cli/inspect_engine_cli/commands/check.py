"""`inspect-engine check`: everything wrong with rule files."""

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
"""


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
@options.fail_level
@options.exit_zero
@options.output
@options.colour
def command(
    paths: tuple[str, ...],
    format: str,
    has_notes: bool | None,
    fail_level: str,
    exit_zero: bool,
    output: str | None,
    colour: str,
) -> int:
    """Report everything wrong with rule files, all at once.

    PATH is a rule file, or a folder with rule files in it or below; without any, the
    current folder. It exits with 1 where a diagnostic is at or above the fail level,
    and with 2 where a PATH cannot be read or holds no rule file.
    """
    terminal = Terminal(colour, output)
    checked = api.check(paths or (".",))
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
    if is_unreadable(checked.diagnostics):
        return exits.CANNOT
    has_failed = fails(checked.diagnostics, fail_level) and not exit_zero
    return exits.PROBLEMS if has_failed else exits.OK
