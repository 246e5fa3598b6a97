"""Which inspection a bundle is of, and which rules it is for."""

import datetime
from pathlib import Path

import pytest
from tests.records.made import RULES, faults, only, read, whole

from inspect_engine.records.intake import head_of, open_document, peek, read_bundle


def head(inspection: str) -> str:
    return f"bundle: 1\ninspection: {inspection}\n"


def test_the_head_says_rules_version_and_date_without_any_rules(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(head("{id: a, rules: x/y, version: 1.10, fieldwork: 2024-08-12}"))
    found, diagnostics = peek(path)
    assert () == diagnostics
    assert found is not None
    assert ("x/y", "1.10") == (found.rules, found.version)
    assert datetime.date(2024, 8, 12) == found.date


def test_a_file_that_is_open_gives_head_and_bundle(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text(head("{id: a, name: A place, date: 2024-08-12}"))
    opened = open_document(path)
    path.unlink()
    assert head_of(opened)[0] is not None


def test_a_bundle_has_what_its_head_says(tmp_path: Path) -> None:
    path = tmp_path / "a.YAML"
    path.write_text(head("{id: a, name: A place, date: 2024-08-12, unit: north}"))
    bundle, found = read_bundle(path, RULES)
    assert () == found
    assert bundle is not None
    assert ("a", "A place", "example/rules") == (bundle.id, bundle.name, bundle.rules)
    assert datetime.date(2024, 8, 12) == bundle.date
    assert ("north",) == bundle.units


@pytest.mark.parametrize("name", ["a.docx", "a", "a.csv"])
def test_other_files_are_told_what_is_read(name: str) -> None:
    bundle, found = read_bundle(name, RULES)
    assert bundle is None
    assert ["UNSUPPORTED-FILE"] == [one.code for one in found]
    assert ".yaml, .yml, .json" in found[0].message
    assert name == found[0].file


def test_a_file_that_is_not_there_is_reported() -> None:
    assert ["FILE-NOT-FOUND"] == [one.code for one in peek("nowhere.yaml")[1]]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("bundle: 2\ninspection: {id: a}\n", "BUNDLE-VERSION", 1, 9),
        ("bundle:\ninspection: {id: a}\n", "BUNDLE-VERSION", 1, 1),
        ("inspection: {id: a}\n", "BUNDLE-VERSION", 1, 1),
        ("bundle: [1]\ninspection: {id: a}\n", "NOT-ONE-VALUE", 1, 9),
        ("bundle: 1\n", "MISSING-KEY", 1, 1),
        ("- 1\n", "NOT-A-MAPPING", 1, 1),
        ("text\n", "NOT-A-MAPPING", 1, 1),
        ("{}\n", "MISSING-KEY", 1, 1),
        (head(""), "MISSING-ID", 2, 1),
        (head("{name: A}"), "MISSING-ID", 2, 1),
        (head("a"), "NOT-A-MAPPING", 2, 13),
        (head("{id: [a]}"), "NOT-ONE-VALUE", 2, 18),
        (head("{id: a, nmae: b}"), "UNKNOWN-KEY", 2, 21),
        (head("{id: a, date: 2023-02-29}"), "NOT-A-DATE", 2, 27),
        (head("{id: a, date: 2023-02-28, fieldwork: x}"), "SAID-TWICE", 2, 39),
        (head("{id: a, rules: other/rules}"), "WRONG-METHODOLOGY", 2, 28),
        (head("{id: a, version: 2023.10}"), "WRONG-METHODOLOGY", 2, 30),
    ],
)
def test_a_slip_in_the_head_is_shown_where_it_is(
    text: str, code: str, line: int, column: int
) -> None:
    assert [(code, line, column)] == faults("", head=text)


def test_nothing_else_is_said_of_a_bundle_for_other_rules() -> None:
    text = head("{id: a, rules: other/rules}") + "cases: [{answers: {x: y}}]\n"
    assert ["WRONG-METHODOLOGY"] == [code for code, _, _ in faults("", head=text)]


def test_a_version_that_only_looks_like_the_number_is_another() -> None:
    found = only("", head=head("{id: a, version: 2023.10}"))
    assert "example/rules@2023.10" in found.message
    assert "example/rules@2023.1" in found.message


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("2024-8-1", "2024-08-01"),
        ("2024-08-12T00:00:00", "2024-08-12"),
        ("31/07/2024", "2024-07-31"),
        ("03/04/2024", ""),
    ],
)
def test_a_date_in_another_style_is_suggested_only_if_it_is_one_day(
    written: str, near: str
) -> None:
    found = only("", head=head(f'{{id: a, date: "{written}"}}'))
    assert near == found.data["near"]


def test_json_null_says_nothing() -> None:
    text = '{"bundle": "1", "inspection": {"id": "a", "date": null}, "cases": null}'
    bundle, found = read(text, "t.json")
    assert () == found
    assert bundle is not None
    assert (None, {}) == (bundle.date, bundle.records)


@pytest.mark.parametrize("text", ["null", "[]", "3", '"a"'])
def test_json_that_is_no_mapping_is_no_bundle(text: str) -> None:
    bundle, found = read(text, "t.json")
    assert bundle is None
    assert ["NOT-A-MAPPING"] == [one.code for one in found]


def test_an_accented_name_is_one_name_in_both_spellings() -> None:
    composed, apart = "Llan\u00e9", "Llane\u0301"
    assert composed == whole(f"units: [{{id: {apart}}}]\n").units[0]
