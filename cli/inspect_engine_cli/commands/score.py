"""`inspect-engine score`: the ratings of inspections."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from inspect_engine import api
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation.outcome import Result, State
from inspect_engine.model.methodology import Methodology
from inspect_engine.reports import FORMATS, Look, render
from inspect_engine_cli import exits, options
from inspect_engine_cli.terminal import Terminal, fails, is_unreadable

KIRKLEES = "hmi-probation/pdu rules/hmi-probation/examples/kirklees-2024.yaml"

EXAMPLES = f"""\b
Examples:
  inspect-engine score {KIRKLEES}
  inspect-engine score --format json {KIRKLEES}
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
@click.option("-v", "--verbose", is_flag=True, help="Show the named values too.")
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

    Each BUNDLE is scored, one after the other; as JSON, several give one object a
    line. A BUNDLE that cannot be read is reported, the others are still scored, and
    the exit code is 2. Where RULES has errors it is 1. A bad rating is never an exit
    code.
    """
    terminal = Terminal(colour, output)
    scorer = _Scorer(rules, terminal)
    results = [scored for path in bundles if (scored := scorer.score(path))]
    look = Look(
        width=terminal.width,
        colour=terminal.has_colour,
        has_lines=terminal.has_lines,
        is_verbose=verbose,
        is_one_line=len(bundles) > 1,
    )
    between = "\n" if format == "json" else "\n\n\n"
    if results:
        terminal.write(between.join(render(one, format, look) for one in results))
    if scorer.exit_code:
        return scorer.exit_code
    found = [diagnostic for result in results for diagnostic in result.diagnostics]
    if fails(found, fail_level) and not exit_zero:
        return exits.PROBLEMS
    is_open = any(map(_is_open, results))
    return exits.UNDETERMINED if require_complete and is_open else exits.OK


class _Scorer:
    """Scores bundles, loading each version of the rules once, and notes failures."""

    def __init__(self, rules: str, terminal: Terminal) -> None:
        self.rules = rules
        self.terminal = terminal
        self.exit_code = exits.OK
        self.loaded: dict[tuple[str, date | None], Methodology | None] = {}

    def score(self, path: str) -> Result | None:
        """The result of a bundle, or None where it is reported why there is none."""
        try:
            rules = self._rules_for(path)
            return api.score(rules, api.load_bundle(path, rules)) if rules else None
        except api.BundleError as error:
            self._fail(error.diagnostics, error.files, exits.CANNOT)
            return None

    def _rules_for(self, path: str) -> Methodology | None:
        """The rules for a bundle; a bundle is looked at first only where it decides."""
        if "@" in self.rules or Path(self.rules).is_file():
            return self._load(self.rules)
        bundle = api.peek_bundle(path)
        if bundle.version and bundle.rules in ("", self.rules):
            return self._load(f"{self.rules}@{bundle.version}")
        return self._load(self.rules, bundle.date)

    def _load(self, rules: str, on: date | None = None) -> Methodology | None:
        if (rules, on) not in self.loaded:
            self.loaded[rules, on] = self._load_now(rules, on)
        return self.loaded[rules, on]

    def _load_now(self, rules: str, on: date | None) -> Methodology | None:
        try:
            return api.load_rules(rules, on)
        except api.RulesError as error:
            # Rules that are not there cannot be run; rules with errors were checked.
            unread = is_unreadable(error.diagnostics)
            code = exits.CANNOT if unread else exits.PROBLEMS
            self._fail(error.diagnostics, error.files, code)
            return None

    def _fail(
        self, diagnostics: Iterable[Diagnostic], files: tuple[str, ...], code: int
    ) -> None:
        self.terminal.complain(diagnostics, files or 1)
        self.exit_code = max(self.exit_code, code)


def _is_open(result: Result) -> bool:
    """Whether the overall rating or that of any standard is undetermined."""
    states = [row.state for row in result.standards.values()]
    if result.overall is not None:
        states.append(result.overall.state)
    return State.UNDETERMINED in states
