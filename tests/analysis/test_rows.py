"""Rows that get only part of what they fit, and rows that can be one, replayed."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corpus.reading import read_bytes

from inspect_engine.diagnostics.diagnostic import Diagnostic

HEAD = 'methodology example "Example" { version 1 language 1 }\n'


def found_in(text: str, code: str) -> list[Diagnostic]:
    found = read_bytes((HEAD + text).encode())[1]
    return [one for one in found if one.code == code]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_the_share_that_rows_above_take_is_counted(
    end: int, one: int, two: int
) -> None:
    low, high = sorted((one, two))
    rows = f"first match  up to {end} -> no  {low} to {high} -> yes  any -> no"
    text = f"input n: whole 0 to 9\ntable t of n -> yes or no {{ {rows} }}"
    found = found_in(text, "ROW-PARTLY-MASKED")
    fitting = list(range(low, high + 1))
    taken = [n for n in fitting if n <= end]
    share = f"{len(taken)} of the {len(fitting)} combinations"

    expected = [share] if 0 < len(taken) < len(fitting) else []
    assert expected == [one.data["share"] for one in found]
    examples = [int(str(one.data["example"]).removeprefix("n ")) for one in found]
    assert set(examples) <= set(taken)


def test_rows_with_one_between_them_can_be_one_where_rows_exclude_one_another() -> None:
    rows = "blue -> no  red -> yes  green -> no"
    text = f"input c: one of red, blue, green\ntable t of c -> yes or no {{ {rows} }}"
    (found,) = found_in(text, "ROWS-MERGE")

    assert ["blue -> no"] == [one.span.text for one in found.related]


def test_rows_with_one_between_them_stay_apart_where_the_first_counts() -> None:
    rows = "first match  blue -> no  any -> yes  green -> no"
    text = f"input c: one of red, blue, green\ntable t of c -> yes or no {{ {rows} }}"

    assert [] == found_in(text, "ROWS-MERGE")


def test_ranges_of_numbers_that_are_not_whole_do_not_touch() -> None:
    rows = "0 to 2 -> no  3 to 4 -> no  above 4 -> yes"
    text = f"input n: number 0 to 9\ntable t of n -> yes or no {{ {rows} }}"

    assert [] == found_in(text, "ROWS-MERGE")


def test_a_percent_between_rows_is_one_that_some_cases_have() -> None:
    text = """record case { question q "Q?" }
let share = percent of yes to q
table t of share -> yes or no { up to 49 -> no  50 and over -> yes }
"""
    (found,) = found_in(text, "TABLE-GAP")
    percent = Fraction(str(found.data["example"]).removeprefix("share "))

    assert 49 < percent < 50


def test_a_parameter_is_one_of_its_values() -> None:
    text = """parameter cut: whole {
  from 2020-01-01 to 2020-12-31: 3
  from 2021-01-01: 5
}
table t of cut -> yes or no { 3 -> no  4 -> yes }
"""
    (found,) = found_in(text, "TABLE-GAP")
    (outside,) = found_in(text, "CELL-OUTSIDE")

    assert ("cut 5", "4") == (found.data["example"], outside.data["value"])
