"""Examples run: what the engine says of rules and bundle, beside what was expected."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.language.documents import MAIN, Example
from tests.language.wording import diagnostic, facts

from inspect_engine import api
from inspect_engine.binding.heads import find_head
from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.bundle import Bundle

HEAD = """methodology manual/example "An example" {
  version 1
  language 1
  in force from 2020-01-01
}
use "example.inspect"
"""
SCALE = """scale rating {
  0 inadequate
  1 requires_improvement
  2 good
  3 outstanding
}
"""
BANDS = """bands case_percent: percent -> rating {
  round half up to whole
  below 50     inadequate
  50 to 64     requires_improvement
  65 to 79     good
  80 and over  outstanding
}
"""
RECORD = "record case\n{ }\n"
FRAME = {r"^scale\s+rating\b": SCALE, r"^record\s+\w": RECORD}
BANDS_OF_ALL = r"^bands\s+case_percent\b"
OPENING = {
    "bundle": "bundle: 1\n",
    "inspection": "inspection: {id: example, fieldwork: 2026-01-05}\n",
}
KINDS = tuple(one.value for one in Severity)


def framed(text: str) -> str:
    """What surrounds a text without a head: whatever it does not declare itself."""
    missing = [part for said, part in FRAME.items() if not re.search(said, text, re.M)]
    # Bands of the frame go to its scale, which a text may replace by another.
    if SCALE in missing and not re.search(BANDS_OF_ALL, text, re.M):
        missing.append(BANDS)
    return HEAD + "".join(missing)


def opened(text: str) -> str:
    """A bundle with what it does not say of itself; lines keep their numbers."""
    said = "" if text.endswith("\n") else "\n"
    keys = set(re.findall(r"^(\w+):", text, re.M))
    return text + said + "".join(OPENING[key] for key in OPENING if key not in keys)


class Outcome:
    """What came of an example."""

    def __init__(self) -> None:
        self.facts: dict[str, str] = {}
        self.diagnostics: list[Diagnostic] = []

    @property
    def errors(self) -> list[str]:
        """What must not be said of an example of which nothing is expected."""
        wrong = (one for one in self.diagnostics if one.severity is Severity.ERROR)
        return [diagnostic(one) for one in wrong]


def run(example: Example, folder: Path) -> Outcome:
    """Check the rules of an example and score its bundle, where it has one."""
    outcome = Outcome()
    path = _written(example, folder)
    if example.examples is not None:
        beside = path.with_name(f"{path.stem}.examples.yaml")
        beside.write_text(example.examples, encoding="utf-8")
        return tested(beside, outcome)
    checked = api.check([path])
    if example.bundle is None:
        outcome.diagnostics += checked.diagnostics
        return outcome if outcome.errors else tested(folder / MAIN, outcome)
    errors = [one for one in checked.diagnostics if one.severity is Severity.ERROR]
    assert not errors, "\n".join(map(diagnostic, errors))
    try:
        rules, bundle = loaded(example, folder)
    except api.BundleError as error:
        outcome.diagnostics += error.diagnostics
        return outcome
    result = api.score(rules, bundle)
    outcome.facts = facts(result)
    outcome.diagnostics += result.diagnostics
    return outcome


def tested(path: Path, outcome: Outcome) -> Outcome:
    """What comes of the examples in a file, where it has some."""
    run = api.run_examples([path])
    found = [one for one in run.diagnostics if one.code != "NO-EXAMPLES"]
    outcome.diagnostics += (one for one in found if one not in outcome.diagnostics)
    for one in run.outcomes:
        differing = (
            f"{each.subject} is {each.found}, not {each.expected}"
            for each in one.mismatches
        )
        name, _, _ = one.name.partition(":")
        outcome.facts[f"example {name}"] = "; ".join(differing) or "passed"
    return outcome


def loaded(example: Example, folder: Path) -> tuple[Methodology, Bundle]:
    """The rules and the bundle of an example that has one."""
    rules = api.load_rules(_written(example, folder))
    path = folder / "bundle.yaml"
    path.write_text(opened(example.bundle or ""), encoding="utf-8")
    return rules, api.load_bundle(path, rules)


def _written(example: Example, folder: Path) -> Path:
    for name, text in example.rules:
        (folder / name).write_text(text, encoding="utf-8")
    main = dict(example.rules)[MAIN]
    if find_head(main) is not None:
        return folder / MAIN
    (folder / "frame.inspect").write_text(framed(main), encoding="utf-8")
    return folder / "frame.inspect"


def actual(outcome: Outcome, expected: Iterable[str]) -> Iterator[str]:
    """The lines that should stand where these are expected.

    A line keeps its subject and says what is so. Every error and warning has a line;
    a note has one where it is expected. Of a diagnostic as much is said as was before.
    """
    lines = [line for line in expected if line.strip()]
    found = [diagnostic(one) for one in outcome.diagnostics]
    if not lines or lines == ["sound"]:
        lines = [*outcome.facts] if not lines else []
    for line in lines:
        if not line.startswith(KINDS):
            subject = line.partition(":")[0]
            yield f"{subject}: {outcome.facts.get(subject, 'nothing is called so')}"
    shown = dict.fromkeys(text for one in found if (text := _said(one, lines)))
    yield from shown
    if not shown and not any(not line.startswith(KINDS) for line in lines):
        yield "sound"


def _said(found: str, lines: list[str]) -> str:
    """A diagnostic as a line, with its message only where that is expected."""
    short = found.partition(": ")[0]
    before = [line for line in lines if line.partition(": ")[0] == short]
    if short.startswith("note") and not before:
        return ""
    return found if any(": " in line for line in before) else short
