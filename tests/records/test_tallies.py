"""Counts of choices, and percents with every count that can stand behind them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records.made import (
    CASE,
    fact,
    faults,
    methodology,
    one_of,
    only,
    read,
    record,
    whole,
)

from inspect_engine.model.semantics import Rounding
from inspect_engine.records.bundle import PercentTally, Tally
from inspect_engine.records.reading.roundings import MODES, counts_behind


def counted(tally: str, name: str = "1.1.1") -> Tally:
    (found,) = whole(f"tallies:\n  {name}: {tally}\n").tallies[name]
    assert isinstance(found, Tally)
    return found


def percent(tally: str, name: str = "1.1.1") -> PercentTally:
    (found,) = whole(f"tallies:\n  {name}: {tally}\n").tallies[name]
    assert isinstance(found, PercentTally)
    return found


@pytest.mark.parametrize(
    ("name", "written", "counts"),
    [
        ("1.1.1", "{yes: 18, no: 24}", {"yes": 18, "no": 24}),
        ("1.1.1", "{Yes: 0, No: 0}", {"yes": 0, "no": 0}),
        (
            "1.1.1",
            "{yes: 1, no: 2, not_applicable: 3}",
            {"yes": 1, "no": 2, "not_applicable": 3},
        ),
        (
            "sentence",
            "{parole: 2, Community order: 3}",
            {"licence": 2, "community_order": 3},
        ),
    ],
)
def test_counts_are_by_choice(name: str, written: str, counts: dict[str, int]) -> None:
    assert counts == dict(counted(written, name).counts)


@pytest.mark.parametrize("written", ["", "{}"])
def test_a_tally_that_says_nothing_is_none(written: str) -> None:
    assert {} == whole(f"tallies:\n  1.1.1: {written}\n").tallies


def test_units_have_tallies_of_their_own() -> None:
    body = "units:\n" + "".join(
        f"  - {{id: {unit}, tallies: {{1.1.1: {{yes: {yes}, no: 1}}}}}}\n"
        for unit, yes in (("north", 3), ("south", 4))
    )
    tallies = whole(body).tallies["1.1.1"]
    assert [3, 4] == [one.counts["yes"] for one in tallies if isinstance(one, Tally)]


@pytest.mark.parametrize(
    ("name", "written", "rounding", "lowest", "highest"),
    [
        ("1.1.1", "{percent: 60, relevant: 42}", "half up", 25, 25),
        ("1.1.1", "{percent: 60, relevant: 400}", "half up", 238, 241),
        ("4.1", "{percent: 60, relevant: 400}", "half down", 239, 242),
        ("1.1.1a", "{percent: 100, relevant: 400}", "half up", 398, 400),
        ("1.1.1", "{percent: 0, relevant: 400}", "half up", 0, 1),
        ("1.1.1", "{percent: 13, relevant: 8}", "half up", 1, 1),
        ("1.1.1", "{percent: 12, relevant: 8, rounded: half down}", "half down", 1, 1),
        ("1.1.1", "{percent: 12, relevant: 8, rounded: half even}", "half even", 1, 1),
        ("1.1.1", "{percent: 60, relevant: 400, rounded: up}", "up", 237, 240),
        ("1.1.1", "{percent: 60, relevant: 400, rounded: down}", "down", 240, 243),
    ],
)
def test_a_percent_stands_for_each_count_that_rounds_to_it(
    name: str, written: str, rounding: str, lowest: int, highest: int
) -> None:
    tally = percent(written, name)
    assert Rounding(rounding, Fraction(1)) == tally.rounding
    assert (lowest, highest) == (tally.lowest, tally.highest)


def test_a_percent_may_have_decimal_places() -> None:
    tally = percent(
        "{percent: 64.6, relevant: 48, rounded: half up to 1 decimal place}"
    )
    assert (Fraction(323, 5), 31, 31) == (tally.percent, tally.lowest, tally.highest)


@given(st.integers(0, 100), st.integers(1, 300), st.sampled_from(MODES))
def test_the_counts_behind_a_percent_are_those_that_round_to_it(
    shown: int, base: int, mode: str
) -> None:
    rounding = Rounding(mode, Fraction(1))
    fitting = [
        count
        for count in range(base + 1)
        if rounding.apply(Fraction(100 * count, base)) == shown
    ]
    expected = (fitting[0], fitting[-1]) if fitting else None
    assert expected == counts_behind(Fraction(shown), base, rounding)


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("{percent: 60, relevant: 7}", "4 of 7 is 57%, 5 of 7 is 71%"),
        ("{percent: 64.6, relevant: 48}", "31 of 48 is 65%, 32 of 48 is 67%"),
        ("{percent: 99, relevant: 1}", "0 of 1 is 0%, 1 of 1 is 100%"),
        ("{percent: 0, relevant: 0}", "nothing is a share of none"),
    ],
)
def test_a_percent_that_no_count_gives_names_the_nearest(
    written: str, nearest: str
) -> None:
    found = only(f"tallies:\n  1.1.1: {written}\n")
    assert ("TALLY-NO-COUNT", 4, 20) == (found.code, *found.place[1:])
    assert found.message.endswith(f": {nearest}.")


@pytest.mark.parametrize(
    ("name", "written", "code", "column"),
    [
        ("1.1.1", "{yes: 18}", "TALLY-INCOMPLETE", 3),
        ("1.1.1", "{yes: x, no: 1}", "TALLY-NOT-A-COUNT", 16),
        ("1.1.1", "{yes: 1.0, no: 1}", "TALLY-NOT-A-COUNT", 16),
        ("1.1.1", "{yes: , no: 1}", "TALLY-NOT-A-COUNT", 11),
        ("1.1.1", "{yes: [1], no: 1}", "NOT-ONE-VALUE", 16),
        ("1.1.1", "{yes: 1, no: 1, maybe: 1}", "TALLY-UNKNOWN-CHOICE", 26),
        ("1.1.1", "{yes: 1, no: 1, Yes: 1}", "SAID-TWICE", 26),
        (
            "1.1.2",
            "{yes: 1, no: 1, not_applicable: 1}",
            "NOT-APPLICABLE-NOT-ALLOWED",
            26,
        ),
        ("1.1.1", "42", "NOT-A-MAPPING", 10),
        ("1.1.9", "{yes: 1, no: 1}", "UNKNOWN-QUESTION", 3),
        ("1.1.3", "{yes: 1, no: 1}", "DERIVED-VALUE", 3),
        ("2.1", "{good: 1}", "JUDGED-ONCE", 3),
        ("age", '{"30": 1}', "TALLY-NOT-OF-CHOICES", 3),
        ("is_late", "{yes: 1, no: 1}", "DERIVED-VALUE", 3),
        ("risk", "{percent: 50, relevant: 2}", "TALLY-WITHOUT-YES", 3),
        ("1.1.1", "{percent: 60}", "MISSING-KEY", 3),
        ("1.1.1", "{relevant: 60}", "MISSING-KEY", 3),
        ("1.1.1", "{percent: x, relevant: 5}", "NOT-A-NUMBER", 20),
        ("1.1.1", "{percent: 101, relevant: 5}", "NUMBER-OUTSIDE", 20),
        ("1.1.1", "{percent: 60, relevant: -5}", "TALLY-NOT-A-COUNT", 34),
        ("1.1.1", "{percent: 60, relevant: 5, yes: 3}", "UNKNOWN-KEY", 37),
        ("1.1.1", "{percent: 60, relevant: 5, rounded: ceil}", "UNKNOWN-ROUNDING", 46),
    ],
)
def test_a_slip_in_a_tally_is_shown_where_it_is(
    name: str, written: str, code: str, column: int
) -> None:
    found = only(f"tallies:\n  {name}: {written}\n")
    assert (code, 4, column) == (found.code, *found.place[1:])


def test_a_tally_without_every_choice_is_read_with_a_warning() -> None:
    bundle, found = read(
        "bundle: 1\ninspection: {id: a}\ntallies: {1.1.1: {yes: 18}}\n"
    )
    assert ["warning"] == [one.severity.value for one in found]
    assert bundle is not None


def test_a_question_takes_a_tally_or_answers() -> None:
    body = "tallies: {1.1.1: {yes: 1, no: 1}}\ncases: [{id: a, answers: {1.1.1: no}}]\n"
    found = only(body)
    assert ("TALLY-AND-RECORDS", 3, 11) == (found.code, *found.place[1:])
    assert [(4, 34)] == [tuple(one.span.first) for one in found.related]


def test_a_fact_takes_a_tally_or_values() -> None:
    body = (
        "tallies: {risk: {low: 1, medium: 0, high: 1}}\ncases: [{id: a, risk: low}]\n"
    )
    assert [("TALLY-AND-RECORDS", 3, 11)] == faults(body)


def test_an_empty_answer_leaves_room_for_a_tally() -> None:
    body = "tallies: {1.1.1: {yes: 1, no: 1}}\ncases: [{id: a, answers: {1.1.1: }}]\n"
    assert {"1.1.1"} == set(whole(body).tallies)


def test_the_whole_and_its_units_are_not_tallied_both() -> None:
    body = (
        "tallies: {1.1.1: {yes: 1, no: 1}}\n"
        "units: [{id: n, tallies: {1.1.1: {yes: 1, no: 1}}}]\n"
    )
    assert [("TALLY-TWICE", 4, 27)] == faults(body)


def test_a_fact_of_two_types_is_not_tallied() -> None:
    visit = record("visit", "visits", [fact("risk", one_of("low", "high"))])
    rules = methodology(records=[CASE, visit])
    body = "tallies: {risk: {low: 1, high: 1}}\n"
    assert [("TALLY-AMBIGUOUS", 3, 11)] == faults(body, rules)
