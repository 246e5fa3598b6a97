"""The layout for eyes."""

import re

from tests.diagnostics.samples import (
    ABOUT_A_FILE,
    IN_A_CELL,
    NOWHERE,
    at,
    gap,
    source,
    span_of,
)

from inspect_engine.diagnostics.diagnostic import Diagnostic, Related, Severity
from inspect_engine.diagnostics.render import render
from inspect_engine.source import SourceFile


def lines(*diagnostics: Diagnostic, width: int = 100) -> list[str]:
    return render(diagnostics, "human", width=width).splitlines()


def test_a_diagnostic_looks_as_the_contract_shows_it() -> None:
    expected = """\
error[BAND-GAP]: scores above 64% and below 65% have no band
  --> rules/pdu.inspect:14:3
   |
13 |   50 to 64  requires_improvement
14 |   65 to 79  good
   |   ^^ this band starts at 65; the one before ends at 64
   = example: 9 of 14 cases (64.3%) would get no rating
   = either: add "round half up to whole", or write "50 to below 65"
   = more: inspect-engine explain-code BAND-GAP
1 error in 3 files"""
    assert expected == render([gap(source(above=12))], "human", files=3)


def test_several_hints_are_alternatives() -> None:
    assert [
        "error[NO-FILE]: There is no file called «cases.yaml»",
        " --> cases.yaml",
        "  = either: write its full path",
        "  = or: run the command in its folder",
        "  = more: inspect-engine explain-code NO-FILE",
        "1 error in 1 file",
    ] == lines(ABOUT_A_FILE)


def test_a_cell_is_named_by_sheet_row_and_column() -> None:
    assert lines(IN_A_CELL)[1] == " --> cases.xlsx, sheet Cases, row 3, column B"


def test_a_diagnostic_without_a_place_has_no_arrow() -> None:
    assert lines(NOWHERE)[1] == "  = more: inspect-engine explain-code NOT-COVERED"


def test_a_related_place_far_above_comes_first_with_its_caption() -> None:
    file = source("one\ntwo\nthree\nfour\nfive\n", "cases.yaml")
    also = Related(span_of("one", file), "first said here")
    assert [
        " --> cases.yaml:5:1",
        "  |",
        "1 | one",
        "  | --- first said here",
        "...",
        "5 | five",
        "  | ^^^^",
    ] == lines(at("five", file.text, also, name="cases.yaml"))[1:8]


def test_two_places_on_one_line_show_the_line_once() -> None:
    file = source("one two\n")
    also = Related(span_of("one", file), "first")
    assert [
        "1 | one two",
        "  | --- first",
        "  |     ^^^",
    ] == lines(at("two", file.text, also))[3:6]


def test_a_related_place_in_another_file_has_its_own_arrow() -> None:
    other = Related(span_of("b", source("a b\n", "common.inspect")), "declared here")
    shown = lines(at("x", "x\n", other))
    assert [" ::: common.inspect:1:3", "  |", "1 | a b", "  |   - declared here"] == (
        shown[5:9]
    )


def test_the_line_before_is_not_shown_of_a_bundle() -> None:
    shown = "\n".join(lines(at("two", "one\ntwo\n", name="cases.yaml")))
    assert "1 | one" not in shown


def test_carets_stand_under_their_word_after_tabs() -> None:
    assert ["1 |     a    b", "  |          ^"] == lines(at("b", "\ta\tb"))[3:5]


def test_carets_are_as_wide_as_wide_characters() -> None:
    assert ["1 | 見出 b", "  | ^^^^"] == lines(at("見出", "見出 b"))[3:5]


def test_combining_characters_take_no_column() -> None:
    text = "cafe\N{COMBINING ACUTE ACCENT} b"
    assert lines(at("b", text))[4] == "  |      ^"


def test_carets_under_an_accent_stand_under_its_letter() -> None:
    accent = "\N{COMBINING ACUTE ACCENT}"
    assert lines(at(accent, f"cafe{accent} b"))[4] == "  |    ^"


def test_a_span_of_several_lines_shows_its_first() -> None:
    assert ["1 | one two", "  |     ^^^"] == lines(at("two\nthree", "one two\nthree"))[
        3:5
    ]


def test_an_empty_span_at_the_end_of_a_line_gets_one_caret() -> None:
    file = SourceFile("a.yaml", "one\r\ntwo")
    found = Diagnostic(
        code="X", severity=Severity.NOTE, message="m", span=file.span(3, 3)
    )
    assert ["1 | one", "  |    ^"] == lines(found)[3:5]


def test_a_long_line_is_cut_around_the_span() -> None:
    text = "a" * 500 + "HERE" + "b" * 500
    shown = lines(at("HERE", text), width=44)
    assert "1 | …" + "a" * 13 + "HERE" + "b" * 21 + "…" == shown[3]
    assert "  | " + " " * 14 + "^^^^" == shown[4]


def test_a_line_of_fifty_megabytes_is_never_printed() -> None:
    file = SourceFile("bundle.json", "{" + "1," * 25_000_000 + "}")
    found = Diagnostic(
        code="X",
        severity=Severity.NOTE,
        message="m",
        span=file.span(30_000_000, 40_000_000),
    )
    assert max(map(len, lines(found))) <= 100


def test_control_characters_of_a_source_do_not_reach_the_terminal() -> None:
    shown = "\n".join(lines(at("b", "a\x1b[31m\u202e\x9b b")))
    assert "a␛[31m\ufffd\ufffd b" in shown


def test_colours_are_used_when_asked_for_only() -> None:
    assert "\x1b[1;31merror[BAND-GAP]\x1b[0m" in render(
        [gap(source())], "human", colour=True
    )
    assert "\x1b" not in render([gap(source())], "human")


def test_colours_change_no_word() -> None:
    coloured = render([gap(source()), IN_A_CELL], "human", colour=True)
    plain = render([gap(source()), IN_A_CELL], "human")
    assert plain == re.sub(r"\x1b\[[\d;]*m", "", coloured)
