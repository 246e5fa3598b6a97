"""Small rules, and the examples of a test run against them."""

from pathlib import Path

from inspect_engine import api
from inspect_engine.examples.outcome import ExampleRun

RULES = """\
methodology x/a "Ours" { version 1 language 1 in force from 2020-01-01 source s "S" }
scale rating { 0 poor "Poor" 1 good "Good" 2 best "Best" }
bands half: percent -> rating {
  round half up to whole
  below 50 poor "few"
  50 to 79 good "many"
  80 and over best "nearly all"
}
record case {
  fact order: one of community, licence
}
input visits: whole 0 to 100
domain D "All" {
  standard S1 "First" { judged on rating }
  standard S2 "Second" {
    asked of case
    rating lowest of key questions by half
    key question 1.1 "Is it done?"
    key question 1.2 "Is it shared?" { asked when order is licence }
  }
  standard S3 "Third" { unrated }
}
overall { score sum of (standard S1, standard S2) rating lowest of standards }
let done "Done" = percent of yes to 1.1
let often = visits is above 3
"""
RULES = RULES.replace(
    "score sum of (standard S1, standard S2)",
    "score sum of (score of standard S1, score of standard S2)",
)

FORM = "examples: 1\n"


def ran(folder: Path, tests: str, rules: str = RULES) -> ExampleRun:
    """What comes of a file of examples beside rules."""
    (folder / "ours.inspect").write_text(rules, encoding="utf-8")
    path = folder / "ours.examples.yaml"
    path.write_text(FORM + tests, encoding="utf-8")
    return api.run_examples([path])


def ran_blocks(folder: Path, blocks: str) -> ExampleRun:
    """What comes of examples that stand in the rules."""
    path = folder / "ours.inspect"
    path.write_text(RULES + blocks, encoding="utf-8")
    return api.run_examples([path])


def expecting(expect: str, bundle: str = "{judgements: {S1: good}}") -> str:
    """One test of a bundle."""
    return f"tests:\n  - name: one\n    bundle: {bundle}\n    expect: {expect}\n"


def said(run: ExampleRun) -> list[tuple[str, str, str]]:
    """Everything that differs: of what, what was expected, what was found."""
    assert not run.diagnostics, [one.message for one in run.diagnostics]
    return [
        (one.subject, one.expected, one.found)
        for outcome in run.outcomes
        for one in outcome.mismatches
    ]


def faults(run: ExampleRun) -> list[tuple[str, int, int]]:
    """Every diagnostic: its code, and its place in the file."""
    return [(one.code, *one.place[1:]) for one in run.diagnostics]
