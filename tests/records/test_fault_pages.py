"""Each page's wrong example shows its fault, and its right example shows none."""

import pytest
from tests.records.made import read

from inspect_engine.diagnostics import pages
from inspect_engine.records import faults

CODES = [getattr(faults, name).code for name in faults.__all__]
SHOWN = [code for code in CODES if pages.examples(code)[0]]


@pytest.mark.parametrize("code", CODES)
def test_each_fault_has_a_page_that_lacks_nothing(code: str) -> None:
    assert () == pages.gaps(code)


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_shows_its_fault_and_no_other(code: str) -> None:
    found = read(pages.examples(code)[0])[1]
    assert [code] == [one.code for one in found]


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_example_shows_none(code: str) -> None:
    bundle, found = read(pages.examples(code)[1])
    assert [] == [one.message for one in found]
    assert bundle is not None


def test_few_faults_go_without_an_example() -> None:
    without = {"UNSUPPORTED-FILE", "EXPECTED-OF-WHAT", "TALLY-AMBIGUOUS"}
    assert without == set(CODES) - set(SHOWN)
