"""The examples on the pages of faults are true, and the written pages are current."""

from pathlib import Path

import pytest
from tests.corpus.reading import read_bytes

from inspect_engine.diagnostics import pages
from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.diagnostics.fault import FAULTS

HEAD = 'methodology example "Example" { version 1 language 1 }\n'
FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "faults"
ELSEWHERE = (
    "inspect_engine.binding.change_faults",
    "inspect_engine.binding.file_faults",
)
"""Faults between files: tests/binding/test_file_fault_pages.py has the files."""

HOUSE = "inspect_engine.house."
"""Faults that need house rules beside them: tests/house/test_pages.py has them."""

WITHOUT_HEAD = ("NOT-A-RULE-FILE",)
YAML_HEAD = """\
methodology:
  id: example
  title: Example
  version: 1
  language: 1
"""


def _is_of_rules_in_yaml(code: str) -> bool:
    home = FAULTS[code].__module__ if code in FAULTS else ""
    is_shown = pages.example_language(code) == "yaml"
    return home == "inspect_engine.syntax.twin.faults" and is_shown


CODES = [
    code
    for code in pages.all_codes()
    if pages.example_language(code) == "inspect" or _is_of_rules_in_yaml(code)
    if FAULTS[code].__module__ not in ELSEWHERE
    if not FAULTS[code].__module__.startswith(HOUSE)
]


def codes(text: str, code: str) -> list[str]:
    if _is_of_rules_in_yaml(code):
        found = read_bytes((YAML_HEAD + text).encode(), "given.yaml")[1]
    else:
        has_head = code in WITHOUT_HEAD or "methodology " in text
        found = read_bytes((text if has_head else HEAD + text).encode())[1]
    return [
        one.code
        for one in found
        if one.severity is not Severity.NOTE or one.code == code
    ]


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_gives_its_fault_and_no_other(code: str) -> None:
    assert [code] == codes(pages.examples(code)[0], code)


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_gives_none(code: str) -> None:
    assert [] == codes(pages.examples(code)[1], code)


def test_the_pages_in_docs_say_what_the_classes_say() -> None:
    assert () == pages.write_pages(FOLDER, check=True)
