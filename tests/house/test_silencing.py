"""A comment silences one code on one statement, with a reason."""

from pathlib import Path

import pytest
from tests.house.conftest import HEAD, Check, told

from inspect_engine import api
from inspect_engine.house.silencing import silence
from inspect_engine.source import SourceFile, Span

NOTE = "UNUSED-NAME note"


def of(check: Check, body: str) -> list[str]:
    return told(check(HEAD + body))


def test_a_comment_on_the_line_before_silences_the_statement(check: Check) -> None:
    text = (
        "record case {\n  # silence UNUSED-NAME: asked for\n"
        "  fact a: text\n  fact b: text\n}\n"
    )
    assert ["UNUSED-NAME asked for 4:8", f"{NOTE} 5:8"] == of(check, text)


def test_a_comment_at_the_end_silences_the_statement(check: Check) -> None:
    text = (
        "record case {\n  fact a: text # silence UNUSED-NAME: asked for\n"
        "  fact b: text\n}\n"
    )
    assert ["UNUSED-NAME asked for 3:8", f"{NOTE} 4:8"] == of(check, text)


@pytest.mark.parametrize(
    "text",
    [
        "# silence UNUSED-NAME: so\nrecord case {\n  fact a: text\n}\n",
        "record case { # silence UNUSED-NAME: so\n  fact a: text\n}\n",
        "record case {\n  fact a: text\n} # silence UNUSED-NAME: so\n",
        "# silence UNUSED-NAME: so\n# a remark\n\nrecord case {\n  fact a: text\n}\n",
        "#silence UNUSED-NAME:so\nrecord case {\n  fact a: text\n}\n",
        "## Silence UNUSED-NAME : so\nrecord case {\n  fact a: text\n}\n",
        "record case {\n  fact a:  # silence UNUSED-NAME: so\n  text\n}\n",
    ],
)
def test_a_statement_is_silenced_with_its_block(check: Check, text: str) -> None:
    [found] = check(HEAD + text)

    assert found.silenced is not None
    assert "so" == found.silenced.reason


def test_windows_line_ends_and_a_byte_order_mark_are_no_hindrance(check: Check) -> None:
    text = f"\ufeff# silence UNUSED-NAME: ŵ\r\nrecord case {{ fact a: text }}\r\n{HEAD}"

    assert ["UNUSED-NAME ŵ 2:20"] == told(check(text))


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("# silence UNUSED-NAME", "SILENCE-WITHOUT-REASON warning 3:26"),
        ("# silence UNUSED-NAME:", "SILENCE-WITHOUT-REASON warning 3:26"),
        ("# silence UNUSED-NAME: ...", "SILENCE-WITHOUT-REASON warning 3:26"),
        ("# silence UNUSED-NAME it is so", "SILENCE-WITHOUT-REASON warning 3:26"),
        ("# silence UNUSED-NAMES: so", "SILENCE-UNKNOWN warning 3:26"),
        ("# silence unused-name: so", "SILENCE-UNKNOWN warning 3:26"),
        ("# silence all: so", "SILENCE-UNKNOWN warning 3:26"),
        ("# silence BAND-GAP: so", "SILENCE-UNUSED warning 3:26"),
    ],
)
def test_a_comment_that_silences_nothing_is_told(
    check: Check, comment: str, expected: str
) -> None:
    text = f"record case {{\n  fact a: text {comment}\n}}\n"

    assert [f"{NOTE} 3:8", expected] == of(check, text)


@pytest.mark.parametrize(
    "comment", ["# silence is golden", "# the silence", "# silence", "# unsilence A-B"]
)
def test_prose_is_no_silencing(check: Check, comment: str) -> None:
    text = f"record case {{\n  fact a: text {comment}\n}}\n"

    assert [f"{NOTE} 3:8"] == of(check, text)


def test_a_comment_at_the_end_of_a_block_does_not_reach_over_the_brace(
    check: Check,
) -> None:
    text = "scale s { 0 a 1 b\n# silence UNUSED-NAME: so\n}\nscale t { 0 c 1 d }\n"

    assert [f"{NOTE} 2:7", "SILENCE-UNUSED warning 3:11", f"{NOTE} 5:7"] == of(
        check, text
    )


def test_the_second_of_two_comments_alike_is_of_no_use(check: Check) -> None:
    one = "# silence UNUSED-NAME: so\n"

    assert ["SILENCE-UNUSED warning 3:11", "UNUSED-NAME so 4:7"] == of(
        check, f"{one}{one}scale s {{ 0 a 1 b }}\n"
    )


def test_an_error_cannot_be_silenced(check: Check) -> None:
    text = "# silence UNKNOWN-NAME: so\nlet a = nothing\n"
    found = of(check, text)

    assert ["SILENCE-ERROR warning 2:11", "UNKNOWN-NAME error 3:9"] == found


def test_what_the_house_calls_an_error_cannot_be_silenced(check: Check) -> None:
    house = '[checks.severity]\nUNUSED-NAME = "error"\n'
    text = HEAD + "# silence UNUSED-NAME: so\nscale s { 0 a 1 b }\n"

    assert ["SILENCE-ERROR warning 2:11", "UNUSED-NAME error 3:7"] == told(
        check(text, **{"inspect-engine_toml": house})
    )


def test_what_the_house_has_turned_off_may_be_silenced(check: Check) -> None:
    house = '[checks.severity]\nUNUSED-NAME = "off"\n'
    text = HEAD + "# silence UNUSED-NAME: so\nscale s { 0 a 1 b }\n"

    assert [] == told(check(text, **{"inspect-engine_toml": house}))


def test_the_house_may_make_more_of_a_silencing_without_reason(check: Check) -> None:
    house = '[checks.severity]\nSILENCE-WITHOUT-REASON = "error"\n'
    text = HEAD + "# silence UNUSED-NAME\nscale s { 0 a 1 b }\n"

    assert ["SILENCE-WITHOUT-REASON error 2:11", f"{NOTE} 3:7"] == told(
        check(text, **{"inspect-engine_toml": house})
    )


def test_no_comment_is_called_unused_where_checks_could_not_look(check: Check) -> None:
    text = "# silence UNUSED-NAME: so\nscale s { 0 a 1 b }\nlet b = = 1\n"

    assert [] == [one for one in of(check, text) if "SILENCE" in one]


def test_a_used_file_that_was_not_asked_about_is_not_told_of_unused_ones(
    check: Check, tmp_path: Path
) -> None:
    used = "# silence UNUSED-NAME: other versions use it\nscale s { 0 a 1 b }\n"
    (tmp_path / "common.inspect").write_text(used, encoding="utf-8")
    rules = 'use "common.inspect"\ndomain D "D" { standard A "A" { judged on s } }\n'

    assert [] == [one for one in of(check, rules) if "SILENCE" in one]
    assert ["SILENCE-UNUSED"] == [
        one.code for one in api.check(["common.inspect"]).diagnostics
    ]


YAML = """\
methodology: {id: x/a, title: Ours, version: 1, language: 1}
record:
  case:
    fact:
      # silence UNUSED-NAME: before
      a: text
      b: text # silence UNUSED-NAME: beside
      c: text
      d: text # silence UNUSED-NAME
"""


def test_rules_in_yaml_are_silenced_by_the_same_comments(check: Check) -> None:
    assert [
        "UNUSED-NAME before 6:7",
        "UNUSED-NAME beside 7:7",
        f"{NOTE} 8:7",
        f"{NOTE} 9:7",
        "SILENCE-WITHOUT-REASON warning 9:25",
    ] == told(check(YAML, "a.yaml"))


def test_many_comments_are_read_in_no_time() -> None:
    line = "# silence UNUSED-NAME: so\n"
    source = SourceFile("a", line * 20_000 + "x" * 10)
    comments = [
        source.span(at, at + len(line) - 1)
        for at in range(0, len(line) * 20_000, len(line))
    ]
    statements = [Span(source, len(line) * 20_000, len(source.text))]

    assert 20_000 == len(silence(comments, statements, []).new)
