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
