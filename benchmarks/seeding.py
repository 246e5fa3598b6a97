"""Seeded faults: does «check» tell of each change that makes a rule file wrong?

    python -m benchmarks.seeding [--sample 40] [--kind NAME] [--show] [--write]

Rule files that check clean are changed in one thing at a time, at every place where a
kind of change applies, or at places drawn with a fixed seed where there are more. Each
changed file is checked as the command would, and where it is still sound, its meaning
is compared and its examples are run. `--show` prints what was not told at its place;
`--write` writes docs/seeding.md.
"""

import argparse
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path

from attrs import frozen

from benchmarks import seed_page
from benchmarks.made_rules import made
from benchmarks.measuring import HERE, ROOT
from benchmarks.seeds import KINDS, Change, KindOfChange, Seeded
from inspect_engine import api
from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity, has_errors

for _module in ("seed_kinds", "seed_signs"):
    # What is imported adds its kinds of change to the list.
    import_module(f"benchmarks.{_module}")

RULES = ROOT / "rules" / "hmi-probation"
GOOD = ROOT / "tests" / "corpus" / "good"
PAGE = ROOT / "docs" / "seeding.md"
LARGE = 20
"""Corpus files with so many lines are taken."""

SEED = 2024
OUTCOMES = (
    *("at the place", "elsewhere", "noted", "same meaning"),
    *("caught by test", "different"),
)


@frozen
class Subject:
    """A rule file to be changed, with those that it needs beside it.

    `files` are texts by name; `name` is the one that is changed, `main` the one that
    is checked. `tests` is a folder whose examples are run.
    """

    label: str
    name: str
    main: str
    files: Mapping[str, str]
    tests: Path | None = None

    @property
    def text(self) -> str:
        """The file that is changed."""
        return self.files[self.name]


@frozen
class Seen:
    """What came of one change."""

    kind: KindOfChange
    subject: Subject
    change: Change
    outcome: str
    told: tuple[Diagnostic, ...]

    @property
    def is_missed(self) -> bool:
        """Whether it ought to have been told at its place and was not."""
        ought = self.kind.is_wrong and self.outcome not in ("noted", "same meaning")
        return self.outcome == "elsewhere" or (ought and self.outcome != OUTCOMES[0])


def subjects() -> Iterator[Subject]:
    """The shipped rules, the workloads, a made rule set, and the larger good files."""
    shipped = {one.name: one.read_text("utf-8") for one in RULES.glob("*.inspect")}
    for name in sorted(shipped):
        yield Subject(f"rules/{name}", name, "pdu-2023.inspect", shipped, RULES)
    yield Subject("a made rule set", "made", "made", {"made": made(6)})
    for name in ("rate", "case"):
        text = (HERE / f"{name}.inspect").read_text("utf-8")
        yield Subject(f"benchmarks/{name}", name, name, {name: text})
    for path in sorted(GOOD.glob("*.inspect")):
        text = path.read_text("utf-8")
        if len(text.splitlines()) >= LARGE and "methodology " in text:
            yield Subject(f"good/{path.name}", path.stem, path.stem, {path.stem: text})


def seeded(
    kinds: Iterable[KindOfChange], given: Iterable[Subject], sample: int
) -> Iterator[Seen]:
    """Every change, or as many of a kind in a file as are asked for."""
    for subject in given:
        with tempfile.TemporaryDirectory() as folder:
            bench = Bench(subject, Path(folder))
            yield from of_subject(bench, kinds, sample)


def of_subject(
    bench: "Bench", kinds: Iterable[KindOfChange], sample: int
) -> Iterator[Seen]:
    """The changes of one file."""
    subject = bench.subject
    beside = [text for name, text in subject.files.items() if name != subject.name]
    given = Seeded(subject.text, beside)
    for one in kinds:
        chance = random.Random(f"{SEED} {subject.label} {one.name}")
        for change in drawn(list(one.find(given)), sample, chance):
            yield Seen(one, subject, change, *bench.outcome(change))


def drawn(found: list[Change], sample: int, chance: random.Random) -> list[Change]:
    """All, or some, in their order."""
    if len(found) <= sample:
        return found
    kept = sorted(chance.sample(range(len(found)), sample))
    return [found[place] for place in kept]


class Bench:
    """One subject on disk, whose file is changed and put back."""

    def __init__(self, subject: Subject, folder: Path) -> None:
        self.subject = subject
        self.folder = folder
        for name, text in subject.files.items():
            self.path(name).write_text(text, "utf-8")
        checked = api.check([self.path(subject.main)])
        bad = [one for one in checked.diagnostics if one.severity is not Severity.NOTE]
        if bad:
            raise ValueError(f"{subject.label} does not check clean: {bad[0].message}")
        if subject.tests is not None:
            self.bring_examples(subject.tests)
        self.notes = Counter(one.message for one in checked.diagnostics)
        self.hash = checked.methodologies[0].hash

    def bring_examples(self, tests: Path) -> None:
        """Copy the examples beside the rules, to be run on these and no others."""
        rules = self.path(self.subject.main)
        for one in sorted((tests / "examples").iterdir()):
            text = one.read_text("utf-8")
            if ".examples." in one.name:
                text = re.sub(r"^rules: .*", f"rules: {rules}", text, flags=re.M)
            (self.folder / one.name).write_text(text, "utf-8")

    def path(self, name: str) -> Path:
        """Where a file of the subject lies."""
        suffix = "" if name.endswith(".inspect") else ".inspect"
        return self.folder / f"{name}{suffix}"

    def outcome(self, change: Change) -> tuple[str, tuple[Diagnostic, ...]]:
        """What the check says of a change, and if it says nothing, what it does."""
        text, path = self.subject.text, self.path(self.subject.name)
        path.write_text(change.applied(text), "utf-8")
        checked = api.check([self.path(self.subject.main)])
        found = checked.diagnostics
        told = tuple(one for one in found if one.severity is not Severity.NOTE)
        lines = change.lines(text)
        if told:
            is_there = any(
                at(one, path, lines) or names_one(one, change.names) for one in told
            )
            outcome = "at the place" if is_there else "elsewhere"
        elif [one.hash for one in checked.methodologies] == [self.hash]:
            outcome = "same meaning"
        elif any(self.is_new(one) and at(one, path, lines) for one in found):
            outcome = "noted"
        else:
            outcome = "caught by test" if self.is_caught() else "different"
        path.write_text(text, "utf-8")
        return outcome, told

    def is_caught(self) -> bool:
        """Whether an example beside the rules comes out otherwise than it says."""
        run = getattr(api, "run_examples", None)
        if self.subject.tests is None or run is None:
            return False
        ran = run([self.folder])
        return bool(ran.failed or has_errors(ran.diagnostics))

    def is_new(self, one: Diagnostic) -> bool:
        """Whether a note is one that the file before did not have."""
        return not self.notes[one.message]


def at(one: Diagnostic, path: Path, lines: frozenset[int]) -> bool:
    """Whether a diagnostic speaks of one of some lines, first or in passing."""
    spans = [one.span, *(related.span for related in one.related)]
    return any(
        span is not None
        and span.source.name == str(path)
        and not lines.isdisjoint(range(span.first.line, span.last.line + 1))
        for span in spans
    )


def names_one(one: Diagnostic, names: Sequence[str]) -> bool:
    """Whether a diagnostic stands at one of some names, in whatever file."""
    return one.span is not None and one.span.text in names


def main(arguments: Sequence[str] | None = None) -> None:
    """Seed, print the table and, where asked, what was missed; or write the page."""
    asked = _parser().parse_args(arguments)
    kinds = [KINDS[name] for name in asked.kind or KINDS]
    chosen = [one for one in subjects() if not asked.only or asked.only in one.label]
    seen = list(seeded(kinds, chosen, asked.sample))
    print(seed_page.result(seen, kinds))
    for one in seen:
        wanted = asked.show is not None and (one.is_missed or one.outcome in asked.show)
        if wanted:
            print(shown(one))
    if asked.write:
        PAGE.write_text(
            seed_page.page(seen, kinds, chosen, asked.sample), encoding="utf-8"
        )


def shown(one: Seen) -> str:
    """One change in a few lines: what it was, and what was told of it."""
    text = one.subject.text
    changed = one.change.applied(text)
    line = changed.count("\n", 0, one.change.start)
    now = [*changed.splitlines(), ""][line]
    before = text[one.change.start : one.change.end]
    told = [f"    {d.place[1]}:{d.place[2]} {d.code} {d.message}" for d in one.told[:4]]
    return "\n".join(
        (
            f"{one.kind.name}: {one.outcome}: {one.subject.label}:{line + 1}",
            f"  «{before[:90]}» -> «{one.change.words[:90]}»",
            f"    | {now}",
            *told,
        )
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Whether seeded faults are told.")
    parser.add_argument("--sample", type=int, default=40, help="of a kind in a file")
    parser.add_argument("--kind", action="append", help="only this kind")
    parser.add_argument("--only", help="only files with this in their names")
    parser.add_argument("--show", nargs="*", help="print what was missed, or outcomes")
    parser.add_argument("--write", action="store_true", help="write docs/seeding.md")
    return parser


if __name__ == "__main__":
    main()
