"""`inspect-engine test`: the examples beside the rules."""

import sys

import click

from inspect_engine import api
from inspect_engine.diagnostics.diagnostic import has_errors
from inspect_engine.diagnostics.render.words import counted
from inspect_engine.documents.writing import write_beside
from inspect_engine.examples.outcome import ExampleRun
from inspect_engine.examples.render import FORMATS, render, summary
from inspect_engine.examples.update import Updated, updates
from inspect_engine_cli import exits, options
from inspect_engine_cli.differences import coloured, differences
from inspect_engine_cli.terminal import Terminal, is_unreadable

FOR_PROGRAMS = ("json", "junit")
"""Formats that nothing else may stand between."""

EXAMPLES = """\b
Examples:
  inspect-engine test rules
  inspect-engine test rules --run "*Kirklees*" --verbose
  inspect-engine test rules/hmi-probation/examples --format junit
"""


@click.command("test", epilog=EXAMPLES)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--run",
    "pattern",
    metavar="PATTERN",
    default="",
    help="Run only what has PATTERN in its name; with * or ? it is the whole name.",
)
@options.format_of(FORMATS)
@click.option("-v", "--verbose", is_flag=True, help="Show what passed too.")
@click.option(
    "--update",
    is_flag=True,
    help="Put what was found in place of what was expected, in files of examples."
    " The difference is shown first.",
)
@click.option("--yes", is_flag=True, help="With --update, write without asking.")
@options.output
@options.colour
def command(
    paths: tuple[str, ...],
    pattern: str,
    format: str,
    verbose: bool,
    update: bool,
    yes: bool,
    output: str | None,
    colour: str,
) -> int:
    """Run the examples beside the rules.

    An example is an inspection in short, with the ratings that must come of it.
    Examples stand in files that end in .examples.yaml or .examples.json, and in rule
    files as «example» blocks. PATH is such a file, or a folder with some in it or
    below; without any, the current folder.

    It exits with 1 where an example fails, where rules have errors, or where there
    is no example at all, and with 2 where a PATH or an example cannot be read.
    """
    if yes and not update:
        raise click.UsageError("«--yes» is there for «--update» only.")
    terminal = Terminal(colour, output)
    run = api.run_examples(paths or (".",), pattern)
    text = render(
        run,
        format,
        colour=terminal.has_colour,
        width=terminal.width,
        has_passed=verbose,
    )
    terminal.write(text)
    if run.diagnostics:
        terminal.complain(run.diagnostics, run.files or 1)
    if run.outcomes:
        click.echo(summary(run), err=True)
    code = _code(run)
    if not (update and run.failed):
        return code
    return _update(run, code, yes, is_beside=format in FOR_PROGRAMS)


def _code(run: ExampleRun) -> int:
    found = run.diagnostics
    if any(one.code == "NO-EXAMPLES" for one in found):
        return exits.PROBLEMS
    if run.is_unread or is_unreadable(found):
        return exits.CANNOT
    return exits.PROBLEMS if run.failed or has_errors(found) else exits.OK


def _update(run: ExampleRun, code: int, is_agreed: bool, *, is_beside: bool) -> int:
    """Show what would change, ask, and write; what cannot be changed still fails.

    The difference is shown `beside` what programs are to read.
    """
    changes, left = updates(run)
    for one in changes:
        lines = differences(one.source.text, one.after, one.name, "with what was found")
        click.echo("\n".join(map(coloured, lines)), err=is_beside)
    if left:
        stay = f"{counted(left, 'expectation')} cannot be put right by --update."
        click.echo(stay, err=True)
    if not changes or not (is_agreed or _is_agreed(changes)):
        return code
    return _written(changes) or (code if left else _without_failures(run))


def _without_failures(run: ExampleRun) -> int:
    """The code once no example fails: whatever else was found is still so."""
    return exits.OK if not has_errors(run.diagnostics) else _code(run)


def _is_agreed(changes: tuple[Updated, ...]) -> bool:
    files = counted(len(changes), "file")
    number = counted(sum(one.count for one in changes), "expectation")
    try:
        return click.confirm(f"Write {number} into {files}?", err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        click.echo("\nNothing is written: there is nobody to ask.", err=True)
        return False


def _written(changes: tuple[Updated, ...]) -> int:
    """Write each file whole or not at all; the code of what could not be written."""
    terminal = Terminal()
    for one in changes:
        problems = write_beside(one.name, one.after.encode("utf-8"))
        if problems:
            terminal.complain(problems)
            return exits.CANNOT
    number = counted(sum(one.count for one in changes), "expectation")
    click.echo(f"{number} rewritten in {counted(len(changes), 'file')}", err=True)
    return exits.OK
