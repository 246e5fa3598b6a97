import time
from pathlib import Path

import pytest
import yaml

from inspect_engine.documents import yaml_text
from inspect_engine.documents.nodes import Mapping, Node, Scalar, Sequence
from inspect_engine.documents.reader import is_whole, read_document
from inspect_engine.documents.text_files import read_text
from inspect_engine.source import SourceFile

CORPUS = Path(__file__).parents[1] / "corpus" / "bytes"


@pytest.fixture(params=["libyaml", "python"], autouse=True)
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each claim holds with the parser in C and with the one in Python."""
    if request.param == "python":
        monkeypatch.setattr(yaml_text, "LOADER", yaml.SafeLoader)


def faults(text: str) -> list[tuple[str, str, int, int, str]]:
    _, found = read_document(SourceFile("t", text), "yaml")
    return [
        (one.code, one.reason, *one.place[1:], one.span.text if one.span else "")
        for one in found
    ]


def plain(node: Node | None) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case None:
            return None


def tree(text: str) -> object:
    return plain(read_document(SourceFile("t", text), "yaml")[0])


def test_every_value_is_text() -> None:
    text = "a: NO\nb: 1.10\nc: 2023-01-02\nd: ~\ne:\nf: 0x1F\ng: 1:30\n"
    assert {
        "a": "NO",
        "b": "1.10",
        "c": "2023-01-02",
        "d": "~",
        "e": "",
        "f": "0x1F",
        "g": "1:30",
    } == tree(text)


def test_quoted_text_is_told_from_bare_text() -> None:
    root, _ = read_document(SourceFile("t", "[no, 'no', \"no\", '']"), "yaml")
    assert isinstance(root, Sequence)
    quoted = [item.quoted for item in root.items if isinstance(item, Scalar)]
    assert [False, True, True, True] == quoted


def test_everything_left_out_of_the_language_is_reported_in_one_run() -> None:
    text = (
        "a: 1\n"
        "a: 2\n"
        "b: &x !!int 3\n"
        "c: *x\n"
        "<<: *x\n"
        "? [1, 2]\n"
        ": z\n"
        "d:\n"
        "  - !t # note\n"
        "    q: 1\n"
        "---\n"
        "b: 1\n"
        "b: 2\n"
    )
    assert [
        ("DUPLICATE-KEY", "", 2, 1, "a"),
        ("YAML-ANCHOR", "", 3, 4, "&x"),
        ("YAML-TAG", "", 3, 7, "!!int"),
        ("YAML-ALIAS", "", 4, 4, "*x"),
        ("YAML-MERGE", "", 5, 1, "<<"),
        ("KEY-NOT-TEXT", "", 6, 3, "[1, 2]"),
        ("YAML-TAG", "", 9, 5, "!t"),
        ("YAML-DOCUMENTS", "", 11, 1, "---"),
        ("DUPLICATE-KEY", "", 13, 1, "b"),
    ] == faults(text)
    assert {"a": "1", "b": "3", "d": [{"q": "1"}]} == tree(text)


def test_the_first_of_two_like_keys_is_the_related_place() -> None:
    _, (found,) = read_document(SourceFile("t", "a: 1\n'a': 2\n"), "yaml")
    assert [(1, 1)] == [one.span.first for one in found.related]


def test_keys_that_only_differ_in_how_an_accent_is_spelled_are_alike() -> None:
    assert ["DUPLICATE-KEY"] == [one[0] for one in faults("\u00e9: 1\ne\u0301: 2\n")]


def test_a_directive_is_reported_and_what_follows_is_read() -> None:
    text = "# c\n%YAML 1.1\n---\na: b\n"
    assert [("YAML-DIRECTIVE", "", 2, 1, "%YAML 1.1")] == faults(text)
    assert {"a": "b"} == tree(text)


@pytest.mark.parametrize("directive", ["%FOO", "%YAML x", "%YAML 9.9"])
def test_a_directive_that_yaml_does_not_know_is_reported_as_one(directive: str) -> None:
    text = f"{directive}\n---\na: b\n"
    assert [("YAML-DIRECTIVE", "", 1, 1, directive)] == faults(text)


def test_every_line_indented_with_a_tab_is_listed() -> None:
    text = "z: 1\na:\n\tb: 1\n \tc: 2\nd: 2\n"
    assert [
        ("YAML-TAB", "", 3, 1, "\t"),
        ("YAML-TAB", "", 4, 2, "\t"),
    ] == faults(text)


def test_a_tab_after_a_colon_is_a_space() -> None:
    if yaml_text.LOADER is yaml.SafeLoader:
        pytest.skip("the parser in Python is stricter about tabs")
    assert {"a": "b"} == tree("a:\tb\n")


def test_quoted_merge_keys_anchors_and_tags_are_text() -> None:
    text = "'<<': '*a'\nb: '&c'\nd: '!e'\nf: a & b! * c\n"
    assert [] == faults(text)


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("a: 1\nnote: He: x\n", "colon", 2, 9),
        ("a: 1\nb: 'x\n", "open-quote", 2, 4),
        ("a: 1\nb: [1, 2\n", "open-bracket", 2, 4),
        ("a: 1\nb: {c: d\n", "open-bracket", 2, 4),
        ("a: 1\nb: 'x' y\n", "after-quote", 2, 8),
        ("a:\n    b: 1\n  c: 2\n", "indentation", 3, 3),
        ("- a\nb: 1\n", "indentation", 2, 1),
        ("a: 1\nfoo\nb: 1\n", "no-colon", 2, 1),
        ("a: @x\n", "first-character", 1, 4),
        ('a: "\\q"\n', "escape", 1, 6),
        ("a: |x\n  y\n", "block-text", 1, 5),
        ("a: [,]\n", "nothing", 1, 5),
        ("a: - b\n", "item", 1, 4),
    ],
)
def test_a_slip_of_syntax_is_one_diagnostic_with_its_kind_and_place(
    text: str, reason: str, line: int, column: int
) -> None:
    assert [("YAML-SYNTAX", reason, line)] == [one[:3] for one in faults(text)]
    # The parsers differ by one where they point at a backslash.
    assert abs(column - faults(text)[0][3]) <= (reason == "escape")


def test_what_stands_before_a_slip_is_read_and_checked() -> None:
    text = "a: 1\na: 2\nb: [3, *c]\nd: 'e\n"
    assert ["DUPLICATE-KEY", "YAML-ALIAS", "YAML-SYNTAX"] == [
        one[0] for one in faults(text)
    ]
    assert {"a": "1", "b": ["3"]} == tree(text)


def test_a_tree_is_whole_unless_reading_stopped() -> None:
    stopped = read_document(SourceFile("t", "a: 1\nb: 'c"), "yaml")[1]
    went_on = read_document(SourceFile("t", "a: 1\na: 2"), "yaml")[1]
    assert (False, True) == (is_whole(stopped), is_whole(went_on))


@pytest.mark.parametrize("text", ["", "\n", "# only this\n", "---\n"])
def test_a_file_with_nothing_in_it_says_so(text: str) -> None:
    assert ["EMPTY-FILE"] == [one[0] for one in faults(text)]


def test_spans_count_code_points_past_wide_and_combined_characters() -> None:
    text = "n: 😀é\u0301x\r\nb: [😀, y]\r\n"
    root, _ = read_document(SourceFile("t", text), "yaml")
    assert isinstance(root, Mapping)
    assert [("n", "😀é\u0301x"), ("b", "[😀, y]")] == [
        (key.span.text, value.span.text) for key, value in root.entries
    ]
    assert (2, 1) == root.entries[1][0].span.first


def test_line_separators_do_not_move_places_and_stay_in_the_text() -> None:
    text = "a: x\u2028y\nb: \u2029\nc: 1\nc: 2\n"
    assert [("DUPLICATE-KEY", "", 4, 1, "c")] == faults(text)
    assert {"a": "x\u2028y", "b": "\u2029", "c": "1"} == tree(text)


def test_a_block_text_ends_with_its_last_word() -> None:
    text = "a: |\n  one\n  two\n\n# note\nb: c\n"
    root, _ = read_document(SourceFile("t", text), "yaml")
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert isinstance(value, Scalar)
    assert ("one\ntwo\n", "|\n  one\n  two") == (value.text, value.span.text)


def test_a_block_collection_ends_with_its_last_part() -> None:
    root, _ = read_document(SourceFile("t", "a:\n  b:\n  - c\n\n\nd: e\n"), "yaml")
    assert isinstance(root, Mapping)
    value = root.get("a")
    assert value is not None
    assert "b:\n  - c" == value.span.text


def test_an_escape_cannot_bring_in_a_control_character() -> None:
    assert [("CONTROL-CHARACTER", "", 1, 4, '"\\e[31m"')] == faults('a: "\\e[31m"')


def test_references_are_never_followed() -> None:
    source, _ = read_text(CORPUS / "billion-laughs.yaml")
    assert source is not None
    root, found = read_document(source, "yaml")
    codes = [one.code for one in found]
    assert (10, 81) == (codes.count("YAML-ANCHOR"), codes.count("YAML-ALIAS"))
    assert {"a": ["ha", "ha"], **{name: [] for name in "bcdefghij"}} == plain(root)


@pytest.mark.parametrize("opening", ["[", '{"a": ', "- ", "[{a: ", "&a ["])
def test_a_hundred_thousand_levels_are_refused_in_under_a_second(opening: str) -> None:
    start = time.perf_counter()
    found = faults(opening * 100_000)
    assert "TOO-DEEP" == found[-1][0]
    assert time.perf_counter() - start < 1


def test_a_hundred_levels_are_read_and_one_more_is_not() -> None:
    assert [] == faults("[" * 100 + "]" * 100)
    assert [("TOO-DEEP", "", 1, 101, "[")] == faults("[" * 101 + "]" * 101)


def test_a_number_of_ten_thousand_digits_is_text() -> None:
    digits = "9" * 10_000
    assert {"a": digits} == tree(f"a: {digits}")


def test_a_line_of_fifty_million_characters_is_read_in_bounded_time() -> None:
    if yaml_text.LOADER is yaml.SafeLoader:
        pytest.skip("the parser in Python takes a minute")
    start = time.perf_counter()
    assert [] == faults(f"a: '{'x' * 50_000_000}'")
    assert time.perf_counter() - start < 20


def test_more_parts_than_the_limit_end_the_reading() -> None:
    _, found = read_document(SourceFile("t", "[a, b, c]"), "yaml", node_limit=3)
    assert [("TOO-MANY-PARTS", (1, 8))] == [(one.code, one.place[1:]) for one in found]


def test_a_file_full_of_faults_is_given_up_and_says_so() -> None:
    found = faults("a: b\n" * 5000)
    assert (1001, "TOO-MANY-FAULTS") == (len(found), max(found)[0])


@pytest.mark.parametrize("text", ["{a: , ::", "{a:::", "{a: :", '{a: "":', "{: :"])
def test_a_colon_after_nothing_is_reported_and_ends_nothing(text: str) -> None:
    assert read_document(SourceFile("t.yaml", text), "yaml")[1]
