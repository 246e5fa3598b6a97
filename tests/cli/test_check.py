"""`inspect-engine check`: formats, and each code it can exit with."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import RULES, Call

from inspect_engine import api
from inspect_engine.diagnostics.render import FORMATS
from inspect_engine.resources import rules_folder

pytestmark = pytest.mark.usefixtures("files")


def test_rules_without_problems_exit_0_and_notes_are_counted(call: Call) -> None:
    assert (0, "2 notes in 1 file\n", "") == call("check", "ours.inspect")


def test_the_shipped_rules_have_no_problems(call: Call) -> None:
    assert (0, "2 notes in 2 files\n", "") == call("check", rules_folder())


def test_an_error_exits_1_and_is_shown_on_stdout(call: Call) -> None:
    said = call("check", "gap.inspect")

    assert (1, "") == (said.code, said.err)
    assert said.out.startswith("error[BAND-GAP]: ")
    assert said.out.endswith("1 error, 2 notes in 1 file\n")


def test_faults_of_all_kinds_are_told_in_one_run(call: Call, files: Path) -> None:
    three = "".join(
        [
            RULES.replace("by half", "by haf"),
            "let again = = 2\n",
            'scale other { 0 low "Low" 1 low "Low" }\n',
        ]
    )
    (files / "three.inspect").write_text(three, encoding="utf-8")
    said = call("check", "three.inspect", "--format", "json")
    codes = [found["code"] for found in json.loads(said.out)["diagnostics"]]

    assert 1 == said.code
    assert 3 == len(set(codes)), codes


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("note", 1)])
def test_an_error_fails_at_every_level(call: Call, level: str, code: int) -> None:
    assert code == call("check", "gap.inspect", "--fail-level", level).code


def test_exit_zero_shows_errors_and_exits_0(call: Call) -> None:
    said = call("check", "gap.inspect", "--exit-zero", "--format", "compact")

    assert (0, 1) == (said.code, said.out.count("error[BAND-GAP]"))


@pytest.mark.parametrize("path", ["absent.inspect", "empty", "whole.txt"])
def test_a_path_without_rules_exits_2_even_with_exit_zero(
    call: Call, files: Path, path: str
) -> None:
    (files / "empty").mkdir()
    (files / "whole.yaml").rename(files / "whole.txt")
    said = call("check", path, "--exit-zero")

    assert 2 == said.code
    assert "1 error in" in said.out


def test_a_bundle_given_as_rules_is_told_once_for_what_it_is(call: Call) -> None:
    said = call("check", "whole.yaml", "--format", "compact")

    assert (1, 1) == (said.code, said.out.count("error["))
    assert "This file seems to be a bundle, not rules." in said.out


def test_without_a_path_the_current_folder_is_checked(call: Call) -> None:
    said = call("check")

    assert 1 == said.code
    assert "in 2 files" in said.out


def test_a_folder_is_checked_with_the_folders_below(call: Call, files: Path) -> None:
    below = files / "here" / "below"
    below.mkdir(parents=True)
    (below / "ours.inspect").write_text(RULES, encoding="utf-8")

    assert (0, "2 notes in 1 file\n", "") == call("check", "here")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_of_the_error(call: Call, format: str) -> None:
    said = call("check", "gap.inspect", "--format", format)

    assert (1, True) == (said.code, "BAND-GAP" in said.out)


def test_a_report_goes_to_a_file(call: Call, files: Path) -> None:
    words = ("check", "gap.inspect", "--format", "sarif", "--output", "report.sarif")

    assert (1, "", "") == call(*words)
    assert "2.1.0" == json.loads((files / "report.sarif").read_text("utf-8"))["version"]


def test_an_unknown_format_exits_2(call: Call) -> None:
    said = call("check", "--format", "xml")

    assert 2 == said.code
    assert "'xml' is not one of" in said.err
    assert "nvalid" not in said.err


def test_a_fault_of_ours_exits_70(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(paths: object) -> None:
        raise LookupError

    monkeypatch.setattr(api, "check", fail)

    assert 70 == call("check").code


def test_notes_are_listed_where_they_are_asked_for(call: Call) -> None:
    said = call("check", "ours.inspect", "--notes", "--format", "compact")

    assert (0, 2) == (said.code, said.out.count("note["))


def test_notes_are_listed_where_they_fail(call: Call) -> None:
    said = call("check", "ours.inspect", "--fail-level", "note")

    assert (1, 2) == (said.code, said.out.count("note["))


def test_programs_are_given_notes_unless_they_want_none(call: Call) -> None:
    given = [
        len(
            json.loads(call("check", "ours.inspect", "-f", "json", *more).out)[
                "diagnostics"
            ]
        )
        for more in ([], ["--no-notes"])
    ]
    assert [2, 0] == given
