"""Every fault of house rules and silencing is shown wrong and right on its page."""

import pytest
from tests.house.conftest import HEAD, Check

from inspect_engine.diagnostics import pages
from inspect_engine.diagnostics.fault import FAULTS

CODES = [
    code
    for code in pages.all_codes()
    if FAULTS[code].__module__ == "inspect_engine.house.faults"
]
HOUSE = '[checks.names]\nfact = "[a-z][a-z0-9_]*"\n'


def codes_of(check: Check, code: str, example: str) -> set[str]:
    is_house = pages.example_language(code) == "toml"
    rules, house = (HEAD, example) if is_house else (HEAD + example, HOUSE)
    return {one.code for one in check(rules, **{"inspect-engine_toml": house})}


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_has_the_fault(check: Check, code: str) -> None:
    assert code in codes_of(check, code, pages.examples(code)[0])


@pytest.mark.parametrize("code", CODES)
def test_the_right_example_does_not(check: Check, code: str) -> None:
    own = {*CODES, "BAND-GAP"}
    assert set() == own & codes_of(check, code, pages.examples(code)[1])
