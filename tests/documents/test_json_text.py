import json
import time

import pytest

from inspect_engine.documents.nodes import Mapping, Node, Scalar, Sequence
from inspect_engine.documents.reader import read_document
from inspect_engine.source import SourceFile


def faults(text: str) -> list[tuple[str, str, int, int, str]]:
    _, found = read_document(SourceFile("t", text), "json")
    return [
        (one.code, one.reason, *one.place[1:], one.span.text if one.span else "")
        for one in found
    ]


def texts(node: Node | None) -> list[tuple[str, bool, str]]:
    match node:
        case Scalar():
            return [(node.text, node.quoted, node.span.text)]
        case Sequence():
            return [one for item in node.items for one in texts(item)]
        case Mapping():
            return [
                one for entry in node.entries for part in entry for one in texts(part)
            ]
        case None:
            return []


def read(text: str) -> list[tuple[str, bool, str]]:
    return texts(read_document(SourceFile("t", text), "json")[0])


def test_numbers_and_literals_are_text_as_written() -> None:
    words = ["1", "2.50", "-0", "1e5", "true", "false", "null"]
    assert [(word, False, word) for word in words] == read(f"[{', '.join(words)}]")


def test_strings_have_their_escapes_resolved_and_their_quotes_in_the_span() -> None:
    written = r'"\ud83d\ude00 \/ \n \u00e9"'
    assert [("😀 / \n é", True, written)] == read(written)


def test_tabs_between_the_parts_are_spaces() -> None:
    assert [] == faults('{\t"a"\t:\r\n\t[\t]\t}\n')


def test_a_key_that_comes_twice_is_an_error() -> None:
    assert [("DUPLICATE-KEY", "", 2, 2, '"\\u0061"')] == faults(
        '{"a": 1,\n "\\u0061": 2}'
    )


def test_simple_slips_are_all_reported_in_one_run() -> None:
    text = '{\'a\': \'b\', c: None, "d" 01 "e": [1,,2,], "f": , "g": .5, # x\n}'
    assert [
        ("single-quotes", 2),
        ("single-quotes", 7),
        ("bare-key", 12),
        ("bare-word", 15),
        ("no-colon", 25),
        ("number", 25),
        ("no-comma", 28),
        ("extra-comma", 36),
        ("trailing-comma", 38),
        ("no-value", 47),
        ("number", 54),
        ("trailing-comma", 56),
        ("comment", 58),
    ] == [(one[1], one[3]) for one in faults(text)]


@pytest.mark.parametrize(
    ("text", "reason", "column"),
    [
        ("[1", "open-bracket", 1),
        ('{"a": [1}', "stray-bracket", 9),
        ("]", "stray-bracket", 1),
        ("[] []", "after-end", 4),
        ("[],", "after-end", 3),
        ('["a": 1]', "stray-colon", 5),
        ('{"a": 1', "open-bracket", 1),
        ('["a', "open-quote", 2),
        ('["a\tb"]', "tab", 4),
        ('["\\q"]', "escape", 3),
        ('["\\u12"]', "escape", 4),
        ("[NaN]", "bare-word", 2),
        ("[-Infinity]", "number", 2),
        ("[+1]", "number", 2),
        ("[1.]", "number", 2),
        ("[\u0661]", "bare-word", 2),
        ("\u00a0[]", "space", 1),
    ],
)
def test_a_slip_has_its_kind_and_place(text: str, reason: str, column: int) -> None:
    first = faults(text)[0]
    assert ("JSON-SYNTAX", reason, 1, column) == first[:4]


@pytest.mark.parametrize("escape", [r"\u0000", r"\u001b", r"\ud800", r"\udc00x"])
def test_an_escape_cannot_bring_in_what_no_text_may_hold(escape: str) -> None:
    text = f'["{escape}"]'
    assert [("CONTROL-CHARACTER", 2)] == [(one[0], one[3]) for one in faults(text)]
    assert "\ufffd" == read(text)[0][0][0]


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_a_hundred_thousand_levels_are_refused_in_under_a_second(opening: str) -> None:
    start = time.perf_counter()
    assert ["TOO-DEEP"] == [one[0] for one in faults(opening * 100_000)]
    assert time.perf_counter() - start < 1


def test_a_hundred_levels_are_read_and_one_more_is_not() -> None:
    assert [] == faults("[" * 100 + "]" * 100)
    assert [("TOO-DEEP", "", 1, 101, "[")] == faults("[" * 101 + "]" * 101)


def test_a_number_of_ten_thousand_digits_is_text() -> None:
    digits = "9" * 10_000
    assert [(digits, False, digits)] == read(digits)


def test_a_line_of_fifty_million_characters_is_read_in_bounded_time() -> None:
    start = time.perf_counter()
    assert 50_000_000 == len(read('["' + "x" * 50_000_000 + '"]')[0][0])
    assert time.perf_counter() - start < 10


def test_a_bundle_of_forty_two_cases_reads_within_a_blink() -> None:
    answers = {f"{part}.{number}": "yes" for part in range(8) for number in range(9)}
    text = json.dumps({f"case-{case}": answers for case in range(42)})
    start = time.perf_counter()
    assert [] == faults(text)
    assert time.perf_counter() - start < 0.5
