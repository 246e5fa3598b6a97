"""`inspect-engine score`: the ratings of inspections."""

import click

from inspect_engine.evaluation.outcome import Result, State
from inspect_engine.reports import FORMATS, render
from inspect_engine_cli import exits, options
from inspect_engine_cli.scoring import Scorer, bundle_files
from inspect_engine_cli.terminal import Terminal, fails

KIRKLEES = "hmi-probation/pdu rules/hmi-probation/examples/kirklees-2024.yaml"
FOLDER = "hmi-probation/pdu rules/hmi-probation/examples"

EXAMPLES = f"""\b
Examples:
  inspect-engine score {KIRKLEES}
  inspect-engine score --format json {KIRKLEES}
  inspect-engine score --format json {FOLDER}
"""


@click.command("score", epilog=EXAMPLES)
@click.argument("rules")
@click.argument("bundles", metavar="BUNDLE...", nargs=-1, required=True)
@options.format_of(FORMATS)
@click.option(
    "--require-complete",
    is_flag=True,
    help="Exit with 3 where a rating is undetermined.",
)
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Show prompts, questions without a rating and open values too.",
)
@options.fail_level
@options.exit_zero
@options.output
@options.colour
def command(
    rules: str,
    bundles: tuple[str, ...],
    format: str,
    require_complete: bool,
    verbose: bool,
    fail_level: str,
    exit_zero: bool,
    output: str | None,
    colour: str,
) -> int:
    """Give the ratings of inspections.

    RULES is a rule file, a folder, or the name of a methodology that comes with the
    engine: the command «list» names them. Without @ and a version, it is the version
    that a BUNDLE pins, or else the one in force at its date.

    Each BUNDLE is a YAML or JSON file, or a folder with such files in it, taken by
    name; standard input is not read. As JSON, one file gives one document, several
    files or a folder give one object a line. A BUNDLE that cannot be read is
    reported, the others are still scored, and the exit code is 2. Where RULES has
    errors it is 1. A bad rating is never an exit code.
    """
    terminal = Terminal(colour, output)
    scorer = Scorer(rules, terminal)
    paths = bundle_files(bundles)
    with terminal.progress(paths) as watched:
        results = [scored for path in watched if (scored := scorer.score(path))]
    scorer.tell()
    is_many = paths != list(bundles) or len(paths) > 1
    look = terminal.look(is_verbose=verbose, is_one_line=is_many)
    between = "\n" if format == "json" else "\n\n\n"
    if results:
        terminal.write(between.join(render(one, format, look) for one in results))
    if scorer.exit_code:
        return scorer.exit_code
    return _exit_code(results, "" if exit_zero else fail_level, require_complete)


def _exit_code(results: list[Result], level: str, require_complete: bool) -> int:
    found = [diagnostic for result in results for diagnostic in result.diagnostics]
    if level and fails(found, level):
        return exits.PROBLEMS
    is_open = any(map(_is_open, results))
    return exits.UNDETERMINED if require_complete and is_open else exits.OK


def _is_open(result: Result) -> bool:
    """Whether the overall rating or that of any standard is undetermined."""
    states = [row.state for row in result.standards.values()]
    if result.overall is not None:
        states.append(result.overall.state)
    return State.UNDETERMINED in states
