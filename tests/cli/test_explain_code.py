"""`inspect-engine explain-code`."""

import json

import pytest
from tests.cli.conftest import Call

from inspect_engine.diagnostics.pages import all_codes, page
from inspect_engine_cli.commands import explain_code


def test_a_page_has_its_code_and_both_examples(call: Call) -> None:
    said = call("explain-code", "FILE-NOT-FOUND")

    assert (0, "") == (said.code, said.err)
    assert said.out.startswith("FILE-NOT-FOUND\n")
    assert "Wrong:" in said.out
    assert "Right:" in said.out
    assert "```" not in said.out


def test_a_code_may_be_written_small(call: Call) -> None:
    assert call("explain-code", "FILE-NOT-FOUND") == call(
        "explain-code", "file-not-found"
    )


def test_markdown_is_the_page_as_published(call: Call) -> None:
    said = call("explain-code", "FILE-NOT-FOUND", "--format", "markdown")

    assert page("FILE-NOT-FOUND") == said.out


def test_json_has_the_page_and_its_parts(call: Call) -> None:
    said = call("explain-code", "FILE-NOT-FOUND", "--format", "json")
    document = json.loads(said.out)

    assert ("FILE-NOT-FOUND", "error", page("FILE-NOT-FOUND")) == (
        document["code"],
        document["severity"],
        document["markdown"],
    )


def test_without_a_code_all_are_listed(call: Call) -> None:
    shown = call("explain-code").out.splitlines()
    firsts = [line.split()[0] for line in shown if not line.startswith(" ")]

    assert list(all_codes()) == firsts


def test_all_codes_come_as_json_too(call: Call) -> None:
    listed = json.loads(call("explain-code", "--format", "json").out)["codes"]

    assert list(all_codes()) == [row["code"] for row in listed]


def test_a_misspelt_code_exits_2_with_the_one_meant(call: Call) -> None:
    said = call("explain-code", "FILE-NOT-FUOND")

    assert (2, "") == (said.code, said.out)
    assert "«FILE-NOT-FUOND»; did you mean «FILE-NOT-FOUND»?" in said.err


def test_a_code_like_no_other_says_where_all_are(call: Call) -> None:
    assert "explain-code lists all" in call("explain-code", "QQ").err


@pytest.mark.parametrize("code", all_codes())
def test_every_page_can_be_shown(call: Call, code: str) -> None:
    assert 0 == call("explain-code", code).code


def test_a_fault_of_ours_exits_70(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(code: str) -> None:
        raise LookupError

    monkeypatch.setattr(explain_code, "page", fail)

    assert 70 == call("explain-code", "BAND-GAP").code


def test_a_code_that_would_steer_the_terminal_is_shown_and_not_sent(call: Call) -> None:
    said = call("explain-code", "BAD\x1b[31m\x07")

    assert 2 == said.code
    assert "«BAD␛[31m␇»" in said.err
