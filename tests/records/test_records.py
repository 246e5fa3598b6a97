"""Records: ids, facts and answers become columns."""

import datetime
from fractions import Fraction

import pytest
from tests.records.made import (
    CASE,
    INTERVIEW,
    faults,
    methodology,
    only,
    record,
    whole,
)

from inspect_engine.records.bundle import Given


def case(*facts: str) -> str:
    return 'cases:\n  - {id: "001", ' + ", ".join(facts) + "}\n"


def answer(name: str, value: str) -> str:
    return case(f"answers: {{{name}: {value}}}")


def fault(body: str) -> tuple[str, int, int]:
    found = only(body)
    return found.code, *found.place[1:]


@pytest.mark.parametrize(
    ("name", "written", "kept"),
    [
        ("sentence", "licence", "licence"),
        ("sentence", "Licence", "licence"),
        ("sentence", "parole", "licence"),
        ("age", "18", Fraction(18)),
        ("age", "30.0", Fraction(30)),
        ("cost", "-0.125", Fraction(-1, 8)),
        ("visits", "5", Fraction(5)),
        ("attended", "64.5", Fraction(129, 200)),
        ("attended", "not_applicable", "not_applicable"),
        ("seen", "2024-02-29", datetime.date(2024, 2, 29)),
        ("seen", "not_applicable", "not_applicable"),
        ("remark", "no", "no"),
    ],
)
def test_a_fact_is_kept_as_what_it_means(name: str, written: str, kept: Given) -> None:
    table = whole(case(f"{name}: {written}")).records["case"]
    assert (kept,) == table.column(name)


@pytest.mark.parametrize("written", ["yes", '"yes"', "Yes"])
def test_an_answer_is_the_choice_however_it_is_spelt(written: str) -> None:
    assert ("yes",) == whole(answer("1.1.1", written)).records["case"].column("1.1.1")


def test_columns_stand_side_by_side_with_gaps_where_nothing_is_said() -> None:
    table = whole(
        "expected: 4\n"
        "cases:\n"
        '  - {id: "1", risk: low, answers: {1.1.1: yes, 1.1.1a: }}\n'
        '  - {id: "2", answers: {1.1.2: no}}\n'
        '  - {id: "3", risk: high, answers: }\n'
    ).records["case"]
    assert (("", "1"), ("", "2"), ("", "3")) == table.ids
    assert {"risk", "1.1.1", "1.1.2"} == set(table.columns)
    assert ("low", None, "high", None) == table.column("risk")
    assert ("yes", None, None, None) == table.column("1.1.1")
    assert (None, "no", None, None) == table.column("1.1.2")
    assert (1, 4) == (table.outstanding, table.size)


def test_each_value_and_record_keeps_its_place() -> None:
    table = whole(answer("1.1.1", "yes")).records["case"]
    assert [0] == list(table.places["1.1.1"])
    assert (4, 34) == table.places["1.1.1"][0].first
    assert ['"001"'] == [span.text for span in table.spans if span]


def test_a_type_without_records_differs_from_one_that_is_not_mentioned() -> None:
    bundle = whole("cases: []\ninterviews:\n")
    assert {"case"} == set(bundle.records)
    assert 0 == bundle.records["case"].size


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        (answer("1.1.1", "yess"), "ANSWER-OUTSIDE", 4, 34),
        (answer("1.1.1", "YES"), "ANSWER-OUTSIDE", 4, 34),
        (answer("1.1.1", "1"), "ANSWER-OUTSIDE", 4, 34),
        (answer("1.1.1", "null"), "ANSWER-OUTSIDE", 4, 34),
        (answer("1.1.1", "{}"), "NOT-ONE-VALUE", 4, 34),
        (answer("1.1.2", "not_applicable"), "NOT-APPLICABLE-NOT-ALLOWED", 4, 34),
        (answer("1.1.9", "yes"), "UNKNOWN-QUESTION", 4, 27),
        (answer("1.1.9", ""), "UNKNOWN-QUESTION", 4, 27),
        (answer("1.1.3", "yes"), "DERIVED-VALUE", 4, 27),
        (answer("1.1.4", "yes"), "DERIVED-VALUE", 4, 27),
        (answer("2.1", "good"), "JUDGED-ONCE", 4, 27),
        (answer("i1", "yes"), "QUESTION-OF-OTHER-RECORD", 4, 27),
        (case("answers: yes"), "NOT-A-MAPPING", 4, 26),
        (case("riks: low"), "UNKNOWN-FACT", 4, 17),
        (case("is_late: yes"), "DERIVED-VALUE", 4, 17),
        (case("risk: not_applicable"), "NOT-APPLICABLE-NOT-ALLOWED", 4, 23),
        (case("remark: not_applicable"), "NOT-APPLICABLE-NOT-ALLOWED", 4, 25),
        (case("age: old"), "NOT-A-NUMBER", 4, 22),
        (case("age: 1e2"), "NOT-A-NUMBER", 4, 22),
        (case("age: ٣٠"), "NOT-A-NUMBER", 4, 22),
        (case(f"cost: {'9' * 5000}"), "NOT-A-NUMBER", 4, 23),
        (case("age: 17"), "NUMBER-OUTSIDE", 4, 22),
        (case("age: 30.5"), "NUMBER-OUTSIDE", 4, 22),
        (case("visits: 3"), "NUMBER-OUTSIDE", 4, 25),
        (case("seen: 2023-02-29"), "NOT-A-DATE", 4, 23),
        (case("seen: 0000-01-01"), "NOT-A-DATE", 4, 23),
        ("cases: {id: a}\n", "NOT-A-LIST", 3, 8),
        ("cases:\n  - a\n", "NOT-A-MAPPING", 4, 5),
        ("cases:\n  -\n  - {id: a}\n", "MISSING-ID", 4, 4),
        ("cases:\n  - {}\n", "MISSING-ID", 4, 5),
        ("cases:\n  - {id: , risk: low}\n", "MISSING-ID", 4, 5),
        ("cases:\n  - risk: low\n    age: 30\n", "MISSING-ID", 4, 5),
        ("cases:\n  - {id: a}\n  - {id: a}\n", "DUPLICATE-RECORD", 5, 10),
        ("case: []\n", "UNKNOWN-KEY", 3, 1),
    ],
)
def test_a_slip_in_a_record_is_shown_where_it_is(
    body: str, code: str, line: int, column: int
) -> None:
    assert (code, line, column) == fault(body)


@pytest.mark.parametrize(
    ("body", "near"),
    [
        (answer("1.1.1", "YES"), "yes"),
        (answer("1.1.1", "Not_applicable"), "not_applicable"),
        (answer("1.1.1aa", "yes"), "1.1.1a"),
        (case("sentnce: licence"), "sentence"),
        (case('age: "+30"'), "30"),
        (case('cost: "1,200"'), "1200"),
        (case('attended: "60%"'), "60"),
        ("case: []\n", "cases"),
    ],
)
def test_a_near_name_or_number_is_suggested(body: str, near: str) -> None:
    assert near == only(body).data["near"]


@pytest.mark.parametrize("name", ["1.1.3", "1.1.4", "2.1", "i1"])
def test_a_template_may_hold_an_empty_place_for_what_it_does_not_ask(name: str) -> None:
    assert {} == whole(answer(name, "")).records["case"].columns


def test_a_second_record_of_an_id_points_to_the_first() -> None:
    found = only("cases:\n  - {id: a}\n  - {id: b}\n  - {id: a}\n")
    assert [(4, 10)] == [tuple(one.span.first) for one in found.related]


def test_an_id_may_stand_in_two_types() -> None:
    bundle = whole("cases: [{id: a}]\ninterviews: [{id: a}]\n")
    assert {"case", "interview"} == set(bundle.records)


def test_an_answer_beside_the_facts_is_told_where_it_belongs() -> None:
    assert ("write it under «answers» of the case",) == only(case("1.1.1: yes")).help


@pytest.mark.parametrize(
    ("written", "outstanding"),
    [("2", 0), ("5", 3), ("{cases: 5}", 3), ("{case: 5}", 3)],
)
def test_records_still_to_come_are_counted(written: str, outstanding: int) -> None:
    bundle = whole(f"cases: [{{id: a}}, {{id: b}}]\nexpected: {written}\n")
    assert outstanding == bundle.records["case"].outstanding


def test_a_type_of_which_all_are_still_to_come_has_a_table() -> None:
    bundle = whole("expected: {interviews: 7}\n")
    assert (0, 7) == (
        len(bundle.records["interview"].ids),
        bundle.records["interview"].size,
    )


@pytest.mark.parametrize(
    ("written", "code", "column"),
    [
        ("1", "EXPECTED-TOO-FEW", 11),
        ("-1", "EXPECTED-NOT-A-COUNT", 11),
        ("2.0", "EXPECTED-NOT-A-COUNT", 11),
        ("[2]", "NOT-ONE-VALUE", 11),
        ("{casse: 2}", "UNKNOWN-KEY", 12),
        ("{case: 2, cases: 3}", "SAID-TWICE", 21),
    ],
)
def test_a_wrong_number_expected_is_shown(written: str, code: str, column: int) -> None:
    body = f"expected: {written}\ncases: [{{id: a}}, {{id: b}}]\n"
    assert (code, 3, column) == fault(body)


def test_a_number_alone_is_of_the_only_type_there_is() -> None:
    rules = methodology(records=[INTERVIEW])
    assert 3 == whole("expected: 3\n", rules).records["interview"].outstanding


def test_a_number_alone_is_of_nothing_where_there_are_several_and_no_case() -> None:
    rules = methodology(records=[INTERVIEW, record("visit", "visits")])
    assert [("EXPECTED-OF-WHAT", 3, 11)] == faults("expected: 3\n", rules)
    hint = "name the type, as «expected: {interviews: 3}»"
    assert (hint,) == only("expected: 3\n", rules).help


def test_a_unit_keeps_its_records_apart_from_those_of_others() -> None:
    bundle = whole(
        "units:\n"
        "  - {id: north, name: The north, expected: 3, cases: [{id: a, risk: low}]}\n"
        "  - {id: south, cases: [{id: a, risk: high}]}\n"
    )
    table = bundle.records[CASE.id]
    assert (("north", "a"), ("south", "a")) == table.ids
    assert ("low", "high", None, None) == table.column("risk")
    assert ("north", "south") == bundle.units
    assert {"north": "The north"} == bundle.unit_names


def test_records_outside_units_belong_to_the_unit_of_the_inspection() -> None:
    head = "bundle: 1\ninspection: {id: example, unit: north}\n"
    body = "cases: [{id: a}]\nunits: [{id: north, cases: [{id: a}]}]\n"
    assert [("DUPLICATE-RECORD", 4, 34)] == faults(body, head=head)


@pytest.mark.parametrize(
    ("units", "code", "column"),
    [
        ("[{id: n}, {id: n}]", "DUPLICATE-UNIT", 23),
        ("[{name: n}]", "MISSING-ID", 9),
        ("[{id: n, interviews: []}]", "UNIT-NOT-POOLED", 17),
        ("[{id: n, tallies: {i1: {yes: 1, no: 0}}}]", "UNIT-NOT-POOLED", 27),
        ("[{id: n, expected: {interviews: 3}}]", "UNIT-NOT-POOLED", 40),
        ("[{id: n, case: []}]", "UNKNOWN-KEY", 17),
        ("[n]", "NOT-A-MAPPING", 9),
        ("{id: n}", "NOT-A-LIST", 8),
        ("[{id: n, expected: 0, cases: [{id: a}]}]", "EXPECTED-TOO-FEW", 27),
    ],
)
def test_a_slip_in_a_unit_is_shown_where_it_is(
    units: str, code: str, column: int
) -> None:
    assert (code, 3, column) == fault(f"units: {units}\n")


def test_units_need_rules_that_pool() -> None:
    rules = methodology(records=[INTERVIEW])
    assert [("UNIT-NOT-POOLED", 3, 1)] == faults("units: [{id: n}]\n", rules)


def test_the_whole_expects_at_least_what_its_units_do() -> None:
    body = "expected: 4\nunits: [{id: n, expected: 3}, {id: s, expected: 2}]\n"
    assert ("EXPECTED-TOO-FEW", 3, 11) == fault(body)
    bundle = whole(body.replace("expected: 4", "expected: 9"))
    assert 9 == bundle.records["case"].outstanding
