"""Decision tables: gaps, overlaps and rows never reached, replayed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corpus.reading import read_bytes

from inspect_engine.diagnostics.diagnostic import Diagnostic

HEAD = 'methodology example "Example" { version 1 language 1 }\n'
QUIET = ("UNUSED-NAME", "NO-PROVENANCE")


def found_in(text: str) -> list[Diagnostic]:
    found = read_bytes((HEAD + text).encode())[1]
    return [one for one in found if one.code not in QUIET]


def codes(text: str) -> list[str]:
    return [one.code for one in found_in(text)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("up to 4 -> no  5 and over -> yes", []),
        ("up to 4 -> no  6 and over -> yes", ["TABLE-GAP"]),
        ("up to 5 -> no  5 and over -> yes", ["TABLE-OVERLAP"]),
        ("first match  up to 5 -> no  any -> yes", ["TABLE-ORDER"]),
        ("first match  any -> yes  3 -> yes", ["ROW-MASKED"]),
        ("up to 4 -> no  5 and over -> yes  12 -> yes", ["CELL-OUTSIDE"]),
        ("up to 2 -> no  above 2 to 4 -> no  5 and over -> yes", ["ROWS-MERGE"]),
    ],
)
def test_rows_over_whole_numbers(rows: str, expected: list[str]) -> None:
    assert expected == codes(
        f"input n: whole 0 to 9\ntable t of n -> yes or no {{ {rows} }}"
    )


def test_columns_of_one_input_are_not_taken_apart() -> None:
    text = """input n: whole 0 to 9
let twice = n + n
table t of n, twice -> yes or no { up to 4, below 9 -> no  above 4, above 9 -> yes }
"""
    assert [] == codes(text)


def test_numbers_between_rows_are_found_where_numbers_are_not_whole() -> None:
    rows = "up to 4 -> no  5 and over -> yes"
    text = f"input n: number 0 to 9\ntable t of n -> yes or no {{ {rows} }}"
    (found,) = found_in(text)

    assert ("TABLE-GAP", "n 4.5") == (found.code, found.data["example"])


def test_what_cannot_be_listed_is_said() -> None:
    text = """input a: number
input b: number
let c = a * b
table t of c -> yes or no { up to 4 -> no  above 5 -> yes }
"""
    assert ["TABLE-NOT-ANALYSED"] == codes(text)


def test_a_table_of_records_is_tried_on_records() -> None:
    text = """record case {
  fact risk: one of low, medium, high
  table deep of risk -> yes or no { low -> no  high -> yes }
}
"""
    (found,) = found_in(text)

    assert "1 of the 3 combinations of its inputs" == found.data["how_many"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=2), st.integers(0, 9))
def test_two_ranges_leave_a_gap_or_overlap_just_where_numbers_say(
    ends: list[int], start: int
) -> None:
    first, last = sorted(ends)
    rows = f"{first} to {last} -> no  {start} and over -> yes"
    text = f"input n: whole 0 to 9\ntable t of n -> yes or no {{ {rows} }}"
    fitting = [(first <= n <= last) + (n >= start) for n in range(10)]
    expected = {"TABLE-GAP"} if 0 in fitting else set()
    expected |= {"TABLE-OVERLAP"} if 2 in fitting else set()

    assert expected == set(codes(text)) - {"ROWS-MERGE"}
