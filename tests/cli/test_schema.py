"""`inspect-engine schema`."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from inspect_engine.reports.as_schema import NAMES, schema


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed(call: Call, name: str) -> None:
    said = call("schema", name)

    assert (0, schema(name), "") == (said.code, json.loads(said.out), said.err)


def test_another_name_exits_2(call: Call) -> None:
    assert 2 == call("schema", "bundel").code


def test_a_schema_goes_to_a_file(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "bundle.json"
    call("schema", "bundle", "-o", path)

    assert schema("bundle") == json.loads(path.read_text("utf-8"))


def test_a_file_that_cannot_be_written_exits_2(call: Call, tmp_path: Path) -> None:
    assert 2 == call("schema", "bundle", "-o", tmp_path / "absent" / "a.json").code


def test_a_fault_of_ours_exits_70(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> None:
        raise LookupError

    monkeypatch.setattr("inspect_engine_cli.commands.schema.schema", fail)

    assert 70 == call("schema", "bundle").code
