"""Each file of the corpus has one fault, told once and in its place."""

import re
from pathlib import Path

import pytest
from tests.corpus.reading import CORPUS, in_short, read_file, wanted

from inspect_engine.diagnostics import pages
from inspect_engine.diagnostics.fault import FAULTS

FILES = sorted(
    path for path in (CORPUS / "bad").iterdir() if path.suffix in (".inspect", ".yaml")
)
HOMES = (
    "inspect_engine.syntax.sign_faults",
    "inspect_engine.syntax.statement_faults",
    "inspect_engine.syntax.twin.faults",
    "inspect_engine.binding.kind_faults",
    "inspect_engine.binding.name_faults",
    "inspect_engine.checks.",
    "inspect_engine.analysis.",
)

ELSEWHERE = {"TOO-MANY-TERMS", "CHAIN-TOO-LONG", "NAMED-TWICE"}
"""Shown by tests/syntax/test_hostile.py, which makes its files as it goes, and by
tests/corpus/test_twin.py."""


def expected(path: Path) -> list[str]:
    return re.findall(r"^# expect: (.+)$", path.read_text("utf-8"), re.M)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bad_file_gives_its_faults_in_their_places_and_no_other(path: Path) -> None:
    methodology, found = read_file(path)
    told = expected(path)
    assert told
    assert told == [in_short(one) for one in wanted(found, " ".join(told))]
    assert (methodology is None) == any(one.startswith("error ") for one in told)


def test_there_are_many_bad_files_of_each_severity() -> None:
    severities = [one.split()[0] for path in FILES for one in expected(path)]
    assert len(FILES) >= 150
    assert {"error", "warning", "note"} == set(severities)


def test_a_file_is_named_after_one_fault() -> None:
    several = {path.stem for path in FILES if len(expected(path)) != 1}
    assert {"eight-mistakes"} == several


def test_every_fault_of_rules_is_in_the_corpus() -> None:
    codes = pages.all_codes()
    of_rules = {code for code in codes if FAULTS[code].__module__.startswith(HOMES)}
    shown = {one.split()[1] for path in FILES for one in expected(path)}
    assert ELSEWHERE == of_rules - shown
