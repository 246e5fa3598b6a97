"""What is wrong with rules in YAML and JSON is shown where its author wrote it."""

import pytest
from tests.corpus.reading import read_bytes

from inspect_engine.syntax.twin.reading import TOP_KEYS
from inspect_engine.syntax.twin.statements import FILE

HEAD = "methodology: {id: example, title: Example, version: 1, language: 1}\n"
SCALE = "scale: {rating: {levels: [poor, good]}}\n"


def places(body: str, name: str = "given.yaml") -> list[tuple[str, str, int, int]]:
    """Code, words, line and column of what is wrong, below the line of the head."""
    text = body if name.endswith("json") else HEAD + body
    found = read_bytes(text.encode(), name)[1]
    return [
        (one.code, one.span.text, one.place[1] - (text != body), one.place[2])
        for one in found
        if one.span and one.severity.value != "note"
    ]


@pytest.mark.parametrize(
    ("value", "line", "column"),
    [
        ("1 + nowhere", 1, 14),
        ('"1 + nowhere"', 1, 15),
        ("'1 + nowhere'", 1, 15),
        ("1 +\n    nowhere", 2, 5),
        ('"1\n    + nowhere"', 2, 7),
        (">\n    1 +\n    nowhere", 3, 5),
        ("|-\n    1 + nowhere", 2, 9),
        ('"1 \\x2b nowhere"', 1, 18),
    ],
)
def test_a_name_is_shown_where_it_stands_however_its_value_is_written(
    value: str, line: int, column: int
) -> None:
    found = places(f"let:\n  total: {value}\n")
    wanted = ("UNKNOWN-NAME", "nowhere", line + 1, column)
    assert [wanted] == found


def test_letters_of_any_length_leave_columns_as_they_are() -> None:
    found = places('let: {"a": {title: "Tŷ 🏠 ŵ́", value: nowhere}}\n')
    assert [("UNKNOWN-NAME", "nowhere", 1, 38)] == found


def test_line_ends_of_windows_leave_places_as_they_are() -> None:
    text = (HEAD + "let:\n  total: nowhere\n").replace("\n", "\r\n")
    (found,) = read_bytes(text.encode(), "given.yaml")[1]
    assert (3, 10) == found.place[1:]


def test_json_shows_its_own_places() -> None:
    text = (
        '{"methodology": {"id": "e", "title": "E", "version": 1, "language": 1},\n'
        ' "let": {"total": "1 + nowhere"}}'
    )
    assert [("UNKNOWN-NAME", "nowhere", 2, 24)] == places(text, "given.json")


def test_faults_of_keys_and_of_words_come_in_the_order_of_the_file() -> None:
    body = SCALE + (
        "bands:\n"
        "  b:\n"
        "    measure: percent\n"
        "    scale: ratting\n"
        "    bands: [{range: below 50, level: poor}]\n"
        "standrad: {P1: {title: One, unrated: yes}}\n"
        "let: {one: 1 ++ 1, two: {}}\n"
    )
    assert [
        ("UNKNOWN-NAME", "ratting", 5, 12),
        ("RULES-KEY", "standrad", 7, 1),
        ("INCOMPLETE", "+", 8, 15),
        ("RULES-KEY-MISSING", "two", 8, 20),
    ] == places(body)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("a: &one 1", "YAML-ANCHOR"),
        ("a: *one", "YAML-ALIAS"),
        ("a: !!int 1", "YAML-TAG"),
        ("a: 1, a: 2", "DUPLICATE-KEY"),
        ("<<: {b: 1}", "YAML-MERGE"),
    ],
)
def test_rules_are_read_as_strictly_as_bundles(value: str, code: str) -> None:
    assert [code] == [one[0] for one in places(f"let: {{{value}}}\n")]


def test_no_number_is_read_as_another() -> None:
    body = SCALE + (
        "bands: {b: {measure: number 0 to 2, scale: rating, bands: [\n"
        "  {range: below 1.10, level: poor}, {range: 1.1 and over, level: good}]}}\n"
    )
    assert [] == places(body)


def test_a_value_cannot_bring_in_a_second_statement() -> None:
    body = (
        "domain: {D: {title: All, standard: {S: {title: One, judged_on: r unrated}}}}\n"
    )
    assert [("RULES-STATEMENTS", "unrated", 2, 66)] == places(
        "scale: {r: {levels: [a, b]}}\n" + body
    )


@pytest.mark.parametrize("sign", ["{", "}", "# no"])
def test_a_value_cannot_open_or_close_a_block(sign: str) -> None:
    found = places(f"let: {{a: '1 {sign}', b: 2}}\n")
    assert [("RULES-BRACE", sign[0], 1, 13)] == found


def test_a_brace_in_a_text_is_a_letter() -> None:
    assert [] == places("note: 'A note with { and } and # in it'\n")


def test_a_file_that_is_cut_anywhere_is_refused_or_right_and_never_ends_it() -> None:
    text = (
        HEAD
        + SCALE
        + "let:\n  total: '1 + 2' # a sum\nnote:\n- {text: a, when: 1 is 1}\n"
    )
    for end in range(len(text)):
        methodology, found = read_bytes(text[:end].encode(), "cut.yaml")
        assert found or methodology or "methodology" not in text[:end]


def test_a_rule_file_is_known_by_any_key_that_it_may_begin_with() -> None:
    assert set(FILE.keys) == TOP_KEYS
