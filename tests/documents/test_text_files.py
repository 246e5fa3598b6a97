import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_engine.documents.reader import read_document
from inspect_engine.documents.text_files import (
    RULES_LIMIT,
    from_bytes,
    from_text,
    read_text,
)

CORPUS = Path(__file__).parents[1] / "corpus" / "bytes"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("utf-16-le.yaml", [("NOT-UTF-8", "utf-16", None)]),
        ("utf-16-be.yaml", [("NOT-UTF-8", "utf-16", None)]),
        ("utf-16-without-mark.yaml", [("NOT-UTF-8", "utf-16", None)]),
        ("windows-1252.yaml", [("NOT-UTF-8", "byte", (2, 18))]),
        ("cut-character.json", [("NOT-UTF-8", "byte", (1, 14))]),
        ("surrogate.yaml", [("NOT-UTF-8", "byte", (1, 7))]),
        ("overlong.yaml", [("NOT-UTF-8", "byte", (1, 7))]),
        ("nul.yaml", [("CONTROL-CHARACTER", "", (2, 8))]),
        ("escape-sequence.yaml", [("CONTROL-CHARACTER", "", (2, 7))]),
        ("joined-with-mark.yaml", [("CONTROL-CHARACTER", "", (2, 1))]),
    ],
)
def test_a_file_that_is_not_plain_utf_8_is_refused_in_its_place(
    name: str, expected: list[tuple[str, str, tuple[int, int] | None]]
) -> None:
    source, found = read_text(CORPUS / name)
    assert source is None
    assert expected == [
        (one.code, one.reason, one.span and tuple(one.span.first)) for one in found
    ]


def test_a_byte_of_windows_1252_is_named_with_the_character_it_would_be() -> None:
    _, (found,) = from_bytes("b.yaml", b"note: \x92")
    assert "the byte 0x92 would be «\u2019» in Windows-1252" == found.data["detail"]


def test_a_byte_order_mark_is_dropped_so_that_columns_count_from_the_text() -> None:
    source, found = read_text(CORPUS / "utf-8-mark.yaml")
    assert (source and source.text, found) == ("case: 1\n", ())


def test_the_place_of_a_bad_byte_does_not_count_the_byte_order_mark() -> None:
    _, (found,) = from_bytes("b.yaml", b"\xef\xbb\xbfa\xff")
    assert found.span is not None
    assert (1, 2) == found.span.first


@pytest.mark.parametrize("name", ["crlf.yaml", "cr.yaml"])
def test_lines_are_counted_alike_whatever_ends_them(name: str) -> None:
    source, _ = read_text(CORPUS / name)
    assert source is not None
    _, (found,) = read_document(source, "yaml")
    assert ("DUPLICATE-KEY", name, 3, 1) == (
        found.code,
        Path(found.place[0]).name,
        *found.place[1:],
    )


def test_a_line_separator_in_a_text_is_part_of_it() -> None:
    source, _ = read_text(CORPUS / "line-separator.json")
    assert source is not None
    root, found = read_document(source, "json")
    assert found == ()
    assert root is not None
    assert "{" == root.span.text[0]


def test_text_from_elsewhere_is_held_to_the_same_rules() -> None:
    source, (found,) = from_text("answer", "a\x07")
    assert (None, "CONTROL-CHARACTER") == (source, found.code)


def test_a_missing_file_is_named_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "gone.yaml"
    source, (found,) = read_text(path)
    assert (None, "FILE-NOT-FOUND", str(path)) == (source, found.code, found.file)


def test_a_folder_is_not_read(tmp_path: Path) -> None:
    _, (found,) = read_text(tmp_path)
    assert "FILE-IS-FOLDER" == found.code


def test_a_name_with_a_nul_in_it_is_no_file() -> None:
    _, (found,) = read_text("a\x00b")
    assert "FILE-NOT-READABLE" == found.code


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="the administrator may read anything",
)
def test_a_file_without_leave_to_read_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "closed.yaml"
    path.write_bytes(b"a: b")
    path.chmod(0)
    _, (found,) = read_text(path)
    assert "FILE-NOT-READABLE" == found.code


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: bcd")
    assert () == read_text(path, limit=6)[1]
    assert ["TOO-LARGE"] == [one.code for one in read_text(path, limit=5)[1]]


def test_rules_that_are_too_large_are_not_sent_to_a_table_format(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.inspect"
    path.write_bytes(b"#" * (RULES_LIMIT + 1))
    found = read_text(path, limit=RULES_LIMIT)[1]
    assert ["TOO-LARGE"] == [one.code for one in found]
    assert "write «use» for each" in found[0].help[0]
    assert "Parquet" not in found[0].help[0]


@settings(deadline=None)
@given(st.binary())
def test_no_bytes_make_reading_raise(content: bytes) -> None:
    source, found = from_bytes("any", content)
    assert (source is None) == bool(found)
