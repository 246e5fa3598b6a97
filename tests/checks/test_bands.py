"""Gaps of published bands, each with the smallest figure that shows it, replayed."""

from fractions import Fraction

import pytest
from tests.corpus.reading import read_bytes

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.coverage import gaps
from inspect_engine.model.scales import Bands

HEAD = """methodology example "Example" { version 1 language 1 }
scale rating { 0 inadequate  1 requires_improvement  2 good  3 outstanding }
"""
CASES = """bands b: percent -> rating {
  ROUNDING
  below 50    inadequate
  50 to 64    requires_improvement
  65 to 79    good
  80 and over outstanding
}
"""
CQC = """bands b: MEASURE -> rating {
  25 to 38  inadequate
  39 to 62  requires_improvement
  63 to 87  good
  88 to 100 outstanding
}
"""


def found_in(text: str, code: str = "BAND-GAP") -> list[Diagnostic]:
    return [one for one in read_bytes((HEAD + text).encode())[1] if one.code == code]


def examples(text: str) -> list[str]:
    return [str(one.data["example"]).partition(" would")[0] for one in found_in(text)]


@pytest.mark.parametrize("rounding", ["", "exact"])
def test_64_and_65_leave_out_9_of_14_cases(rounding: str) -> None:
    expected = ["9 of 14 cases (64.3%)", "19 of 24 cases (79.2%)"]

    assert expected == examples(CASES.replace("ROUNDING", rounding))


def test_rounded_half_up_to_whole_they_leave_out_nothing() -> None:
    assert [] == found_in(CASES.replace("ROUNDING", "round half up to whole"))


@pytest.mark.parametrize(("low", "high"), [(64, 65), (79, 80), (38, 39), (62, 63)])
def test_no_smaller_base_has_a_percent_between_two_whole_ones(
    low: int, high: int
) -> None:
    text = (
        f"bands b: percent -> rating {{ exact up to {low} good {high} and over good }}"
    )
    (example,) = examples(text)
    yes, base = (int(part) for part in example.partition(" case")[0].split(" of "))

    assert low < Fraction(100 * yes, base) < high
    assert not any(
        low < Fraction(100 * count, smaller) < high
        for smaller in range(1, base)
        for count in range(smaller + 1)
    )


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("number 25 to 100", ["38.5", "62.5", "87.5"]),
        ("whole 25 to 100", []),
        (
            "percent",
            [
                "0 of 1 case (0%)",
                "5 of 13 cases (38.5%)",
                "5 of 8 cases (62.5%)",
                "7 of 8 cases (87.5%)",
            ],
        ),
    ],
)
def test_cqc_thresholds_leave_out_what_lies_between_them(
    measure: str, expected: list[str]
) -> None:
    assert expected == examples(CQC.replace("MEASURE", measure))


def test_what_lies_between_has_no_band() -> None:
    # Bands with a gap are refused, so the place of the gap is looked up in the model.
    whole = read_bytes((HEAD + CQC.replace("MEASURE", "whole 25 to 100")).encode())[0]
    assert whole is not None
    bands: Bands = whole.bands["b"]

    assert [None] * 3 == [bands.find(Fraction(n, 2)) for n in (77, 125, 175)]
    assert [] == gaps(bands)


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        ("up to 50 good  60 and over good", "above 50% and below 60%"),
        ("below 50 good  60 and over good", "from 50% and below 60%"),
        ("up to 50 good  above 60 good", "above 50% to 60%"),
        ("below 50 good  above 60 good", "from 50% to 60%"),
        ("below 50 good  above 50 good", "from 50% to 50%"),
    ],
)
def test_the_ends_of_a_gap_are_said_exactly(bands: str, expected: str) -> None:
    (found,) = found_in(f"bands b: percent -> rating {{ exact {bands} }}")

    assert expected == found.data["where"]


def test_each_pair_of_bands_that_overlaps_is_told_of() -> None:
    text = "bands b: whole 0 to 9 -> rating { 0 to 9 good  2 to 3 good  5 to 6 good }"
    found = found_in(text, "BAND-OVERLAP")

    assert ["2 to 3", "5 to 6"] == [one.data["second"] for one in found]


def test_the_level_that_breaks_the_ladder_is_told_of() -> None:
    text = """bands b: whole 0 to 9 -> rating {
  0 to 2 inadequate  3 to 4 good  5 to 6 requires_improvement  7 to 9 outstanding
}"""
    (found,) = found_in(text, "BAND-LEVELS")

    assert ("5 to 6", "worse") == (found.data["band"], found.data["verb"])
