"""Lines and columns are those that people count, whatever stands before."""

import pytest

from inspect_engine.source import SourceFile
from inspect_engine.syntax.parser import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("let a = 1\nlet b = 2 ?", (2, 11), id="lines as on Unix"),
        pytest.param("let a = 1\r\nlet b = 2 ?", (2, 11), id="lines as on Windows"),
        pytest.param("let a = 1\rlet b = 2 ?", (2, 11), id="lines as on old Macs"),
        pytest.param("\r\n\r\n\r\nlet b = 2 ?", (4, 11), id="empty lines"),
        pytest.param("\tlet b = 2 ?", (1, 12), id="a tab is one column"),
        pytest.param('note "tŷ ŵyl môr" ?', (1, 19), id="Welsh, composed"),
        pytest.param('note "ty\u0302" ?', (1, 12), id="a combining letter"),
        pytest.param('note "\U0001f3f4" ?', (1, 10), id="beyond sixteen bits"),
        pytest.param("note 'a' ?", (1, 10), id="after another fault"),
    ],
)
def test_a_fault_is_told_in_its_place(text: str, expected: tuple[int, int]) -> None:
    found = parse(SourceFile("given.inspect", text)).diagnostics
    last = max(found, key=lambda one: one.place)
    assert last.span is not None
    assert ("STRAY-CHARACTER", expected) == (last.code, last.span.first)
