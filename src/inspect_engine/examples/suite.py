"""All examples of some files: found, picked by name, run, and counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path

from attrs import define, evolve, field

from inspect_engine.binding.entries import real_path
from inspect_engine.diagnostics.diagnostic import (
    Diagnostic,
    has_errors,
    in_reading_order,
)
from inspect_engine.examples.faults import ExamplesWithoutRules, NoExamples
from inspect_engine.examples.files import find_examples
from inspect_engine.examples.outcome import ExampleOutcome, ExampleRun
from inspect_engine.examples.reading import (
    ExampleFile,
    open_examples,
    read_trials,
    rules_named,
)
from inspect_engine.examples.running import run
from inspect_engine.examples.trial import Trial, trial_of
from inspect_engine.model.methodology import Methodology

Loaded = tuple[Methodology | None, tuple[Diagnostic, ...]]
Load = Callable[[str], Loaded]
"""Reads and checks the rules that a name or path means."""

WILD = frozenset("*?[")


def run_examples_of(paths: Iterable[str], load: Load, pattern: str) -> ExampleRun:
    """What comes of the examples in files and folders; that there are none is told.

    Folders are searched for files that end in `.examples.yaml` or `.examples.json`,
    and for rules with an `example` in them.
    """
    given = tuple(dict.fromkeys(paths))
    files, rules, unread = find_examples(given)
    ran = run_suite(files, rules, load, pattern)
    found = [*unread, *ran.diagnostics]
    if not ran.outcomes and not has_errors(found):
        found.append(nothing_found(given, pattern))
    return evolve(ran, diagnostics=in_reading_order(found, ran.files))


def run_suite(
    files: Iterable[str],
    rule_files: Mapping[str, frozenset[Path]],
    load: Load,
    pattern: str = "",
) -> ExampleRun:
    """What comes of the examples in files of examples and in rules.

    `rule_files` has the methodologies in whose files examples stand, each with the
    files that were asked about. `pattern` is a part of a name, or with «*» or «?» a
    whole one; only examples of such names are run.
    """
    suite = _Suite(load, pattern)
    for name in files:
        suite.run_file(name)
    for name, asked in rule_files.items():
        suite.run_rules(name, asked)
    return suite.done()


def is_named(name: str, pattern: str) -> bool:
    """Whether a name is asked for; letters count alike in either case."""
    known, wanted = name.casefold(), pattern.casefold()
    if WILD & set(wanted):
        return fnmatchcase(known, wanted)
    return wanted in known


@define
class _Suite:
    """The state of one run."""

    load: Load
    pattern: str
    outcomes: list[ExampleOutcome] = field(factory=list)
    found: list[Diagnostic] = field(factory=list)
    files: dict[str, None] = field(factory=dict)
    loaded: dict[str, Loaded] = field(factory=dict)
    is_unread: bool = False

    def run_file(self, name: str) -> None:
        """The tests of one file of examples."""
        file = open_examples(name)
        self.files[name] = None
        if file.opened.node is None:
            self.refuse(file.opened.diagnostics)
            return
        rules = self.rules_of(file)
        if rules is None:
            return
        trials, found = read_trials(file, rules)
        self.refuse(found)
        if not has_errors(found):
            self.run(rules, trials)

    def refuse(self, found: Iterable[Diagnostic]) -> None:
        """Keep what is wrong with a file of examples."""
        told = tuple(found)
        self.found += told
        self.is_unread |= has_errors(told)

    def run_rules(self, name: str, asked: frozenset[Path]) -> None:
        """The examples that stand in rules, as far as their files were asked about."""
        rules = self.rules(name)
        if rules is None:
            return
        for example in rules.examples:
            if real_path(example.span.source.name) in asked:
                self.files[example.span.source.name] = None
                self.run(rules, [trial_of(rules, example)])

    def run(self, rules: Methodology, trials: Iterable[Trial]) -> None:
        """Run what is asked for by name."""
        self.outcomes += (
            run(rules, trial) for trial in trials if is_named(trial.name, self.pattern)
        )

    def rules(self, name: str) -> Methodology | None:
        """Rules by name or path; what is wrong with them is told once."""
        if name not in self.loaded:
            self.loaded[name] = self.load(name)
            rules, found = self.loaded[name]
            if rules is None:
                self.found += found
        return self.loaded[name][0]

    def rules_of(self, file: ExampleFile) -> Methodology | None:
        """The rules that a file has examples of."""
        names = rules_named(file)
        if file.rules is not None and file.rules.text:
            rules, found = self.load(names[0])
            if rules is None and any(one.span is None for one in found):
                place = file.rules.span
                self.refuse(evolve(one, span=place, file="") for one in found)
                return None
        if not Path(names[0]).is_dir():
            return self.rules(names[0])
        return self.only_rules(file, names)

    def only_rules(
        self, file: ExampleFile, folders: Iterable[str]
    ) -> Methodology | None:
        """The only methodology of the nearest folder that has any."""
        found: tuple[Diagnostic, ...] = ()
        for folder in folders:
            rules, found = self.load(folder)
            if rules is not None:
                return rules
            if any(one.code != "NO-RULES" for one in found):
                break
        if any(one.span is not None for one in found):
            self.found += found
            return None
        source = file.opened.source
        fault = ExamplesWithoutRules(path=file.path, found=" ".join(_said(found)))
        assert source is not None
        self.refuse([fault.at(source.span(0, 0))])
        return None

    def done(self) -> ExampleRun:
        """Everything that came of it."""
        return ExampleRun(
            outcomes=tuple(self.outcomes),
            diagnostics=in_reading_order(self.found, self.files),
            files=tuple(self.files),
            is_unread=self.is_unread,
        )


def _said(found: Iterable[Diagnostic]) -> Iterator[str]:
    for one in found:
        yield one.message.rstrip(".")


def nothing_found(paths: Iterable[str], pattern: str) -> Diagnostic:
    """That there is nothing to run, which is no success."""
    matching = f" whose name matches «{pattern}»" if pattern else ""
    names = ", ".join(paths)
    return NoExamples(path=names, matching=matching).at(None, file=names)
