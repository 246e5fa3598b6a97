"""`inspect-engine score`: what it prints, and each code it can exit with."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import HEAD, OPEN, RULES, WHOLE, Call

from inspect_engine.documents import text_files
from inspect_engine.records.reading import opening
from inspect_engine_cli.commands import score as command

pytestmark = pytest.mark.usefixtures("files")

OURS = ("score", "ours.inspect")


def ratings(line: str) -> list[str | None]:
    return [row["rating"] for row in json.loads(line)["standards"]]


# --- exit codes -------------------------------------------------------------------


def test_a_bad_rating_is_not_an_error(call: Call, files: Path) -> None:
    (files / "poor.yaml").write_text(WHOLE.replace("S1: good", "S1: poor"))
    said = call(*OURS, "poor.yaml")

    assert (0, "") == (said.code, said.err)
    assert "S1  First   Poor" in said.out


def test_an_open_rating_exits_3_only_where_all_must_stand(call: Call) -> None:
    assert 0 == call(*OURS, "open.yaml").code
    assert 3 == call(*OURS, "open.yaml", "--require-complete").code
    assert 0 == call(*OURS, "whole.yaml", "--require-complete").code


def test_a_warning_exits_1_only_at_its_level(call: Call) -> None:
    strict = (*OURS, "warned.yaml", "--fail-level", "warning")

    assert 0 == call(*OURS, "warned.yaml").code
    assert 1 == call(*strict).code
    assert 0 == call(*strict, "--exit-zero").code


def test_a_decision_that_the_rules_do_not_allow_exits_1_and_says_where(
    call: Call, files: Path
) -> None:
    decision = "decisions: [{standard: S2, to: poor, reason: so}]\n"
    (files / "moved.yaml").write_text(WHOLE + decision)
    said = call(*OURS, "moved.yaml", "-f", "json")

    assert (1, ["good", "good"]) == (said.code, ratings(said.out))
    assert "moved.yaml:5" in said.err


def test_rules_with_errors_exit_1_and_are_reported_once(call: Call) -> None:
    said = call("score", "gap.inspect", "whole.yaml", "open.yaml")

    assert (1, "") == (said.code, said.out)
    assert 1 == said.err.count("error[BAND-GAP]")


@pytest.mark.parametrize("rules", ["absent.inspect", "nobody/nothing", "x/a@9"])
def test_rules_that_are_not_there_exit_2(call: Call, rules: str) -> None:
    said = call("score", rules, "whole.yaml")

    assert (2, "") == (said.code, said.out)


def test_a_command_without_a_bundle_exits_2(call: Call) -> None:
    said = call(*OURS)

    assert 2 == said.code
    assert "Missing argument 'BUNDLE...'" in said.err


def test_a_bad_bundle_exits_2_with_all_its_faults(call: Call) -> None:
    said = call(*OURS, "bad.yaml")

    assert (2, "") == (said.code, said.out)
    assert "2 errors in 1 file" in said.err


def test_a_bad_bundle_does_not_keep_the_others_from_being_scored(call: Call) -> None:
    said = call(*OURS, "bad.yaml", "whole.yaml", "-f", "json")

    assert (2, ["good", "good"]) == (said.code, ratings(said.out))
    assert "bad.yaml:3" in said.err


def test_a_pin_that_contradicts_the_rules_exits_2(call: Call, files: Path) -> None:
    pinned = WHOLE.replace("rules: x/a", "rules: x/a, version: 2")
    (files / "pinned.yaml").write_text(pinned)
    said = call(*OURS, "pinned.yaml")

    assert 2 == said.code
    assert "WRONG-METHODOLOGY" in said.err


def test_no_version_in_force_at_the_date_exits_2(call: Call, files: Path) -> None:
    (files / "early.yaml").write_text(WHOLE.replace("2024", "2019"))

    assert 2 == call("score", ".", "early.yaml").code


def test_a_fault_of_ours_exits_70(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LookupError("the answers of case 001")

    monkeypatch.setattr(command, "render", fail)
    said = call(*OURS, "whole.yaml")

    assert (70, "") == (said.code, said.out)
    assert "case 001" not in said.err


# --- bundles ----------------------------------------------------------------------


def test_one_bundle_as_json_is_one_document(call: Call) -> None:
    said = call(*OURS, "whole.yaml", "--format", "json")

    assert ["good", "good"] == ratings(said.out)
    assert said.out.startswith("{\n")


def test_several_bundles_as_json_are_one_object_a_line(call: Call) -> None:
    said = call(*OURS, "whole.yaml", "open.yaml", "-f", "json")

    assert [["good", "good"], [None, "good"]] == list(
        map(ratings, said.out.splitlines())
    )


def test_several_bundles_stand_one_after_the_other(call: Call) -> None:
    said = call(*OURS, "open.yaml", "whole.yaml")

    assert 2 == said.out.count("North\n")
    assert said.out.index("Undetermined") < said.out.rindex("North")


def test_a_folder_means_the_bundles_in_it_by_name(call: Call, files: Path) -> None:
    folder = files / "bundles"
    (folder / "deeper").mkdir(parents=True)
    (folder / "b.yml").write_text(OPEN)
    (folder / "a.yaml").write_text(WHOLE)
    (folder / "c.json").write_text(json.dumps({"bundle": 1, "inspection": {"id": "c"}}))
    (folder / "notes.txt").write_text("no bundle")
    said = call(*OURS, folder, "-f", "json")

    assert (0, "") == (said.code, said.err)
    wanted = [["good", "good"], [None, "good"], [None, None]]
    assert wanted == list(map(ratings, said.out.splitlines()))


def test_a_folder_of_one_bundle_is_one_line_too(call: Call, files: Path) -> None:
    folder = files / "bundles"
    folder.mkdir()
    (folder / "a.yaml").write_text(WHOLE)

    assert 1 == call(*OURS, folder, "-f", "json").out.count("\n")


@pytest.mark.parametrize("name", ["empty", "absent", "-", "nul\0.yaml"])
def test_what_holds_no_bundle_exits_2(call: Call, files: Path, name: str) -> None:
    (files / "empty").mkdir()
    said = call(*OURS, name)

    assert (2, "") == (said.code, said.out)
    assert "1 error in 1 file" in said.err


def test_a_bundle_is_read_once(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def read_text(path: str) -> object:
        asked.append(path)
        return text_files.read_text(path)

    monkeypatch.setattr(opening, "read_text", read_text)
    call("score", ".", "whole.yaml")

    assert ["whole.yaml"] == asked


def test_a_slip_beside_the_head_does_not_hide_the_rules(
    call: Call, files: Path
) -> None:
    (files / "slips.yaml").write_text(HEAD + "judgments: {S1: good}\nS1: good\n")
    said = call(*OURS, "slips.yaml")

    assert 2 == said.err.count("error[UNKNOWN-KEY]")


def test_a_warning_of_a_bundle_is_shown_and_is_in_the_result(call: Call) -> None:
    said = call(*OURS, "warned.yaml", "-f", "json")

    assert 0 == said.code
    assert "warning[TALLY-INCOMPLETE]" in said.err
    assert "warned.yaml:4" in said.err
    [found] = json.loads(said.out)["diagnostics"]
    assert "TALLY-INCOMPLETE" == found["code"]


def test_progress_is_only_for_a_terminal(call: Call) -> None:
    assert "" == call(*OURS, *["whole.yaml"] * 12, "-f", "json").err


# --- which version ----------------------------------------------------------------


@pytest.fixture
def versions(files: Path) -> Path:
    """A folder with a version for each of two years."""
    folder = files / "versions"
    folder.mkdir()
    for year in (2023, 2024):
        text = RULES.replace("version 1", f"version {year}")
        text = text.replace("2020-01-01", f"{year}-01-01 to {year}-12-31")
        (folder / f"{year}.inspect").write_text(text)
    return folder


def version_of(said_out: str) -> str:
    version: str = json.loads(said_out)["methodology"]["version"]
    return version


def test_the_version_is_that_in_force_at_the_bundles_date(
    call: Call, versions: Path
) -> None:
    said = call("score", versions, "whole.yaml", "-f", "json")

    assert "2024" == version_of(said.out)


def test_a_rule_file_needs_no_date(call: Call, versions: Path) -> None:
    said = call("score", versions / "2023.inspect", "whole.yaml", "-f", "json")

    assert "2023" == version_of(said.out)


PDU = "hmi-probation/pdu"
PINNED = "bundle: 1\ninspection: {id: one, rules: hmi-probation/pdu, version: 2023.1}\n"


@pytest.mark.parametrize("rules", [PDU, f"{PDU}@2023", f"{PDU}@2023.1"])
def test_a_shipped_version_is_named_or_pinned(
    call: Call, files: Path, rules: str
) -> None:
    (files / "pinned.yaml").write_text(PINNED)
    said = call("score", rules, "pinned.yaml", "-f", "json")

    assert "2023.1" == version_of(said.out)


# --- where it goes ----------------------------------------------------------------


def test_a_file_is_written_in_place_of_the_screen(call: Call, files: Path) -> None:
    said = call(*OURS, "whole.yaml", "-f", "json", "-o", "result.json")

    assert (0, "", "") == said
    assert ["good", "good"] == ratings((files / "result.json").read_text("utf-8"))


def test_a_file_that_cannot_be_written_exits_2(call: Call) -> None:
    said = call(*OURS, "whole.yaml", "-o", Path("absent", "result"))

    assert 2 == said.code
    assert "FILE-NOT-WRITTEN" in said.err


def test_colour_is_only_where_it_is_asked_for(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    words = (*OURS, "whole.yaml", "--colour")

    assert "\x1b[1;32mGood" in call(*words, "always").out
    assert "\x1b" not in call(*words, "never").out
    assert "\x1b" not in call(*words, "auto").out


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_the_page_keeps_to_the_screen(
    call: Call, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = call(*OURS, "whole.yaml").out.splitlines()

    assert columns >= max(map(len, lines))
