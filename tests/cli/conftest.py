"""The command run in this process, in a folder of its own, with the real engine."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from inspect_engine_cli.main import run

RULES = """\
methodology x/a "Ours" { version 1 language 1 in force from 2020-01-01 source s "S" }
scale rating { 0 poor "Poor" 1 good "Good" }
bands half: percent -> rating {
  round half up to whole
  below 50 poor "few"
  50 and over good "many"
}
record case "Case" { plural cases }
domain D1 "All" {
  standard S1 "First" { judged on rating cite s "page 1" }
  standard S2 "Second" {
    asked of case
    rating lowest of key questions by half
    assumed "that it is so"
    key question 1.1 "Is it done?" {}
  }
}
let done "Done" = percent of yes to 1.1
"""

HEAD = "bundle: 1\ninspection: {id: one, name: North, rules: x/a, date: 2024-08-12}\n"
WHOLE = HEAD + "judgements: {S1: good}\ntallies: {1.1: {yes: 2, no: 1}}\n"
OPEN = HEAD + "tallies: {1.1: {yes: 2, no: 1}}\n"
WARNED = HEAD + "judgements: {S1: good}\ntallies: {1.1: {yes: 2}}\n"
BAD = HEAD + "judgements: {S1: god}\ntallies: {1.2: {yes: 2}}\n"
GAP = RULES.replace("below 50", "below 40")


class Said(NamedTuple):
    """What a command gave back."""

    code: int
    out: str
    err: str


Call = Callable[..., Said]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run `inspect-engine` with these words."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("INSPECT_ENGINE_DEBUG", raising=False)

    def run_words(*words: str | Path) -> Said:
        code = run([str(word) for word in words])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return run_words


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: rules, and a bundle for each way that scoring can go."""
    monkeypatch.chdir(tmp_path)
    texts = {
        "ours.inspect": RULES,
        "gap.inspect": GAP,
        "whole.yaml": WHOLE,
        "open.yaml": OPEN,
        "warned.yaml": WARNED,
        "bad.yaml": BAD,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path
