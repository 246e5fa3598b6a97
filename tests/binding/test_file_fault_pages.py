"""The examples on the pages of faults between files are true."""

from pathlib import Path

import pytest

from inspect_engine.binding import change_faults, file_faults
from inspect_engine.binding.assembly import read_rules
from inspect_engine.binding.catalogue import Catalogue
from inspect_engine.diagnostics import pages
from inspect_engine.diagnostics.fault import FAULTS

BASE = """
methodology example/base "Base" { version 1 }
scale rating { 0 poor 1 good }
standard S1 "Assessment" {
  key question 1.1 "Is it done?" { prompt a "How?" }
  key question 1.2 "Is it shared?" { prompt a "How?" }
}
"""
HOMES = (change_faults.__name__, file_faults.__name__)
CODES = [
    code
    for code, fault in sorted(FAULTS.items())
    # Whether there is a methodology at all is asked where rules are loaded.
    if fault.__module__ in HOMES and code != "NO-RULES"
    if pages.examples(code)[0]
]


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_page_are_true(code: str, tmp_path: Path) -> None:
    wrong, right = pages.examples(code)
    # One of the examples is the very file that it uses.
    name = "common" if code == "CIRCULAR-USE" else "local"
    assert code in codes(wrong, tmp_path, f"{name}.inspect")
    assert [] == codes(right, tmp_path, f"{name}.inspect")


def codes(text: str, folder: Path, name: str) -> list[str]:
    (folder / "base.inspect").write_text(BASE, encoding="utf-8")
    (folder / "common.inspect").write_text("", encoding="utf-8")
    path = folder / name
    path.write_text(text, encoding="utf-8")
    reading = read_rules(str(path), Catalogue((folder,)))
    return [one.code for one in reading.diagnostics]
