"""`inspect-engine list`."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import GAP, RULES, Call

from inspect_engine import api
from inspect_engine.binding.catalogue import Catalogue
from inspect_engine.reports.provenance import Counts, provenance_counts


@pytest.fixture
def ours(files: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one methodology, in the place of those that are shipped."""
    folder = files / "shipped"
    folder.mkdir()
    (folder / "ours.inspect").write_text(RULES, encoding="utf-8")
    monkeypatch.setattr(api, "shipped", lambda: Catalogue((str(folder),)).entries())
    return folder


def test_what_is_shipped_is_listed(call: Call) -> None:
    said = call("list")

    assert (0, "") == (said.code, said.err)
    [row] = [line for line in said.out.splitlines() if "hmi-probation/pdu" in line]
    assert "2023.1" in row
    assert "from 2023-10-01" in row


def test_declarations_are_counted_once_each(files: Path) -> None:
    text = RULES.replace('"Is it done?" {}', '"Is it done?" { cite s "2" cite s "3" }')
    text = text.replace("plural cases", 'plural cases cite s "4" assumed "so"')
    (files / "more.inspect").write_text(text, encoding="utf-8")

    assert Counts(cited=3, assumed=2) == provenance_counts(
        api.load_rules("more.inspect")
    )


@pytest.mark.usefixtures("ours")
def test_json_has_every_fact(call: Call) -> None:
    [row] = json.loads(call("list", "--format", "json").out)["methodologies"]

    assert row.pop("path").endswith("ours.inspect")
    assert {
        "id": "x/a",
        "version": "1",
        "title": "Ours",
        "publisher": "",
        "in_force": {"from": "2020-01-01", "to": None},
        "sources": 1,
        "cited": 1,
        "assumed": 1,
    } == row


@pytest.mark.usefixtures("ours")
def test_plain_is_a_sentence_each(call: Call) -> None:
    wanted = "x/a@1: Ours, in force from 2020-01-01, 1 declaration cited, 1 assumed.\n"

    assert wanted == call("list", "--format", "plain").out


@pytest.mark.parametrize("columns", [40, 80])
def test_the_table_keeps_to_the_screen(
    call: Call, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    assert columns >= max(map(len, call("list").out.splitlines()))


def test_rules_with_an_error_exit_1(call: Call, ours: Path) -> None:
    (ours / "ours.inspect").write_text(GAP, encoding="utf-8")
    said = call("list")

    assert (1, "") == (said.code, said.out)
    assert "BAND-GAP" in said.err


def test_an_option_that_there_is_not_exits_2(call: Call) -> None:
    assert 2 == call("list", "--all").code


def test_a_fault_of_ours_exits_70(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise LookupError

    monkeypatch.setattr(api, "shipped", fail)

    assert 70 == call("list").code
