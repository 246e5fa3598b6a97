"""Every code of the checks is shown wrong and right on its page, in its severity."""

import pytest
from tests.corpus.reading import read_bytes

from inspect_engine.diagnostics import pages
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.diagnostics.fault import FAULTS

HEAD = 'methodology example "Example" { version 1 language 1 }\n'
HOMES = ("inspect_engine.checks.", "inspect_engine.analysis.")
CODES = [
    code for code in pages.all_codes() if FAULTS[code].__module__.startswith(HOMES)
]


def read(example: str) -> tuple[Diagnostic, ...]:
    head = "" if "methodology " in example else HEAD
    return read_bytes((head + example).encode())[1]


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_gives_the_severity_of_its_page(code: str) -> None:
    found = read(pages.examples(code)[0])

    assert {FAULTS[code].severity} == {o.severity for o in found if o.code == code}


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_does_not_give_it(code: str) -> None:
    found = read(pages.examples(code)[1])

    assert code not in [one.code for one in found]
