"""`inspect-engine list`."""

import datetime
import json

import pytest
from tests.cli.conftest import Call, Engine
from tests.reports import samples

from inspect_engine.binding.entries import Entry


@pytest.fixture(autouse=True)
def shipped(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    one = Entry(
        id="hmi-probation/pdu",
        version="2023.1",
        title="Inspection of probation delivery units",
        publisher="HM Inspectorate of Probation",
        in_force=(datetime.date(2023, 10, 1), None),
        extends=None,
        sources=4,
        path="rules/hmi-probation/pdu-2023.inspect",
        span=samples.SPAN,
    )
    monkeypatch.setattr(engine.api, "shipped", lambda: (one,))


def test_a_methodology_is_named_as_score_takes_it(call: Call) -> None:
    said = call("list")

    assert (0, "") == (said.code, said.err)
    assert "hmi-probation/pdu@2023.1" in said.out
    assert "Inspection of probation" in said.out
    assert "from 2023-10-01" in said.out


def test_json_has_every_fact(call: Call) -> None:
    [row] = json.loads(call("list", "--format", "json").out)["methodologies"]

    assert {
        "id": "hmi-probation/pdu",
        "version": "2023.1",
        "title": "Inspection of probation delivery units",
        "publisher": "HM Inspectorate of Probation",
        "in_force": {"from": "2023-10-01", "to": None},
        "path": "rules/hmi-probation/pdu-2023.inspect",
        "sources": 4,
    } == row


def test_plain_is_a_sentence_each(call: Call) -> None:
    wanted = (
        "hmi-probation/pdu@2023.1: Inspection of probation delivery units, "
        "in force from 2023-10-01, 4 sources.\n"
    )

    assert wanted == call("list", "--format", "plain").out


def test_a_narrow_screen_has_the_title_below_the_name(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = call("list").out.splitlines()

    assert "hmi-probation/pdu@2023.1" == lines[0]
