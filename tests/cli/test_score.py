"""`inspect-engine score`: what it prints, and each code it can exit with."""

import datetime
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Call, Engine, Head, diagnostic

DAY = datetime.date(2024, 8, 12)
PDU = "hmi-probation/pdu"


@pytest.mark.usefixtures("engine")
def test_a_bad_rating_is_not_an_error(call: Call) -> None:
    said = call("score", PDU, "kirklees.yaml")

    assert (0, "") == (said.code, said.err)
    assert "03/21" in said.out


@pytest.mark.usefixtures("engine")
def test_one_bundle_as_json_is_one_document(call: Call) -> None:
    said = call("score", PDU, "kirklees.yaml", "--format", "json")

    assert "inadequate" == json.loads(said.out)["overall"]["rating"]


@pytest.mark.usefixtures("engine")
def test_several_bundles_as_json_are_one_object_a_line(call: Call) -> None:
    said = call("score", PDU, "kirklees.yaml", "open.yaml", "-f", "json")

    states = [json.loads(line)["overall"]["state"] for line in said.out.splitlines()]
    assert ["determined", "undetermined"] == states


@pytest.mark.usefixtures("engine")
def test_several_bundles_stand_one_after_the_other(call: Call) -> None:
    said = call("score", PDU, "open.yaml", "kirklees.yaml")

    assert 2 == said.out.count("Kirklees PDU\n")
    assert said.out.index("03 to 04/21") < said.out.index("03/21")


@pytest.mark.usefixtures("engine")
def test_a_bad_bundle_exits_2_and_the_others_are_scored(call: Call) -> None:
    said = call("score", PDU, "bad.yaml", "kirklees.yaml", "-f", "json")

    assert 2 == said.code
    assert "inadequate" == json.loads(said.out)["overall"]["rating"]
    assert "error[BAND-GAP]" in said.err


def test_rules_with_errors_exit_1_and_are_reported_once(
    call: Call, engine: Engine
) -> None:
    engine.rule_faults = (diagnostic(),)
    said = call("score", f"{PDU}@2023.1", "kirklees.yaml", "open.yaml")

    assert (1, "") == (said.code, said.out)
    assert 1 == said.err.count("error[BAND-GAP]")


def test_rules_that_are_not_there_exit_2(call: Call, engine: Engine) -> None:
    engine.rule_faults = (diagnostic(has_place=False),)

    assert 2 == call("score", "absent.inspect", "kirklees.yaml").code


@pytest.mark.usefixtures("engine")
def test_an_open_rating_exits_3_only_where_all_must_stand(call: Call) -> None:
    assert 0 == call("score", PDU, "open.yaml").code
    assert 3 == call("score", PDU, "open.yaml", "--require-complete").code
    assert 0 == call("score", PDU, "kirklees.yaml", "--require-complete").code


@pytest.mark.usefixtures("engine")
def test_a_warning_exits_1_only_at_its_level(call: Call) -> None:
    strict = ("score", PDU, "warned.yaml", "--fail-level", "warning")

    assert 0 == call("score", PDU, "warned.yaml").code
    assert 1 == call(*strict).code
    assert 0 == call(*strict, "--exit-zero").code


def test_the_version_is_that_in_force_at_the_bundles_date(
    call: Call, engine: Engine
) -> None:
    call("score", PDU, "kirklees.yaml")

    assert [(PDU, DAY)] == engine.asked


def test_a_version_that_a_bundle_pins_is_taken(call: Call, engine: Engine) -> None:
    engine.heads["kirklees.yaml"] = Head(rules=PDU, version="2021.2")
    call("score", PDU, "kirklees.yaml")

    assert [(f"{PDU}@2021.2", None)] == engine.asked


def test_a_version_on_the_command_line_stands(call: Call, engine: Engine) -> None:
    engine.heads["kirklees.yaml"] = Head(rules=PDU, version="2021.2")
    call("score", f"{PDU}@2023.1", "kirklees.yaml")

    assert [(f"{PDU}@2023.1", None)] == engine.asked


def test_a_rule_file_needs_no_date(call: Call, engine: Engine, tmp_path: Path) -> None:
    rules = tmp_path / "ours.inspect"
    rules.touch()
    call("score", rules, "kirklees.yaml", "open.yaml")

    assert [(str(rules), None)] == engine.asked


@pytest.mark.usefixtures("engine")
def test_a_file_is_written_in_place_of_the_screen(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    said = call("score", PDU, "kirklees.yaml", "-f", "json", "-o", path)

    assert (0, "", "") == said
    assert "Kirklees PDU" == json.loads(path.read_text("utf-8"))["inspection"]["name"]


@pytest.mark.usefixtures("engine")
def test_a_file_that_cannot_be_written_exits_2(call: Call, tmp_path: Path) -> None:
    said = call("score", PDU, "kirklees.yaml", "-o", tmp_path / "absent" / "result")

    assert 2 == said.code
    assert "FILE-NOT-WRITTEN" in said.err


@pytest.mark.usefixtures("engine")
def test_values_come_with_verbose(call: Call) -> None:
    assert "Cases in scope: 42" in call("score", PDU, "kirklees.yaml", "-v").out


@pytest.mark.usefixtures("engine")
def test_colour_is_only_where_it_is_asked_for(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    words = ("score", PDU, "kirklees.yaml", "--colour")

    assert "\x1b[1;31m" in call(*words, "always").out
    assert "\x1b" not in call(*words, "never").out
    assert "\x1b" not in call(*words, "auto").out


@pytest.mark.usefixtures("engine")
def test_the_page_keeps_to_a_narrow_screen(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = call("score", PDU, "kirklees.yaml").out.splitlines()

    assert 50 >= max(len(line) for line in lines if not line.startswith("Digest"))


def test_a_command_without_a_bundle_exits_2(call: Call, engine: Engine) -> None:
    said = call("score", PDU)

    assert 2 == said.code
    assert "Missing argument 'BUNDLE...'" in said.err
