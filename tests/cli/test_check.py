"""`inspect-engine check`: formats, and each code it can exit with."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from tests.cli.conftest import Call, Engine, diagnostic

from inspect_engine.api import Checked
from inspect_engine.diagnostics.render import FORMATS


def test_rules_without_problems_exit_0(call: Call, engine: Engine) -> None:
    engine.finds()
    said = call("check", "rules")

    assert (0, "no problems in 1 file\n", "") == said


def test_an_error_exits_1_and_is_shown_on_stdout(call: Call, engine: Engine) -> None:
    engine.finds(diagnostic())
    said = call("check")

    assert (1, "") == (said.code, said.err)
    assert said.out.startswith("error[BAND-GAP]: Scores above 64%")


@pytest.mark.parametrize(
    ("severity", "level", "code"),
    [
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("note", "warning", 0),
        ("note", "note", 1),
    ],
)
def test_the_fail_level_decides(
    call: Call, engine: Engine, severity: str, level: str, code: int
) -> None:
    engine.finds(diagnostic(severity))

    assert code == call("check", "--fail-level", level).code


def test_exit_zero_shows_errors_and_exits_0(call: Call, engine: Engine) -> None:
    engine.finds(diagnostic())
    said = call("check", "--exit-zero", "--format", "compact")

    assert (0, 1) == (said.code, said.out.count("error[BAND-GAP]"))


def test_a_path_that_is_not_there_exits_2(call: Call, engine: Engine) -> None:
    engine.finds(diagnostic(has_place=False), files=())

    assert 2 == call("check", "absent.inspect", "--exit-zero").code


def test_without_a_path_the_current_folder_is_checked(
    call: Call, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def check(paths: Iterable[str]) -> Checked:
        asked.extend(paths)
        return Checked(diagnostics=(), files=("a",), methodologies=())

    monkeypatch.setattr(engine.api, "check", check)
    call("check")

    assert ["."] == asked


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_of_the_error(
    call: Call, engine: Engine, format: str
) -> None:
    engine.finds(diagnostic())
    said = call("check", "--format", format)

    assert (1, True) == (said.code, "BAND-GAP" in said.out)


def test_a_report_goes_to_a_file(call: Call, engine: Engine, tmp_path: Path) -> None:
    engine.finds(diagnostic())
    path = tmp_path / "report.sarif"
    said = call("check", "--format", "sarif", "--output", path)

    assert (1, "", "") == said
    assert "2.1.0" == json.loads(path.read_text("utf-8"))["version"]


def test_an_unknown_format_exits_2(call: Call, engine: Engine) -> None:
    said = call("check", "--format", "xml")

    assert 2 == said.code
    assert "'xml' is not one of" in said.err
    assert "nvalid" not in said.err
