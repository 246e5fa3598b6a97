"""`inspect-engine test`: what it shows and writes, and each code it can exit with."""

import io
import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.cli.conftest import RULES, WHOLE, Call

from inspect_engine.resources import rules_folder

HEAD = "examples: 1\ntests:\n"
PASSING = """\
  - name: holds
    bundle: {judgements: {S1: good}}
    expect: {standards: {S1: good}}
"""
FAILING = """\
  - name: does not hold
    bundle: {tallies: {1.1: {yes: 2, no: 1}}}
    expect: {standards: {S2: poor}}   # a remark
"""
BLOCK = 'example "in the rules" { given S1 is good  expect standard S1 is good }\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: rules, and a file of examples for each way it can go."""
    monkeypatch.chdir(tmp_path)
    texts = {
        "ours.inspect": RULES + BLOCK,
        "passing.examples.yaml": HEAD + PASSING,
        "failing.examples.yaml": HEAD + PASSING + FAILING,
        "faulty.examples.yaml": HEAD.replace("tests", "test") + PASSING,
        "plain.yaml": "a: b\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def give(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let this be the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_examples_that_hold_exit_0_and_are_counted_beside_the_results(
    call: Call,
) -> None:
    said = call("test", "passing.examples.yaml", "ours.inspect")

    assert (0, "", "2 passed in 2 files\n") == said


def test_the_shipped_examples_hold(call: Call) -> None:
    said = call("test", rules_folder())

    assert (0, "") == (said.code, said.out)


def test_an_example_that_fails_exits_1_and_shows_why(call: Call) -> None:
    said = call("test", "failing.examples.yaml")

    assert (1, "1 passed, 1 failed in 1 file\n") == (said.code, said.err)
    assert (
        "failed does not hold\n"
        "  --> failing.examples.yaml:6:11\n"
        "   standard S2 (line 8)\n"
        "      expected  poor\n"
        "      found     good\n"
        "      since     1.1: 67%, 2 of 3, many, Good, decides\n"
        "\n"
    ) == said.out


def test_verbose_shows_what_passed_too(call: Call) -> None:
    said = call("test", "passing.examples.yaml", "--verbose")

    assert "passed holds\n" == said.out


def test_only_what_is_asked_for_by_name_is_run(call: Call) -> None:
    said = call("test", "failing.examples.yaml", "--run", "holds")

    assert (0, "1 passed in 1 file\n") == (said.code, said.err)


@pytest.mark.parametrize(
    "words", [["plain.yaml"], ["empty"], ["ours.inspect", "--run", "nothing so"]]
)
def test_no_example_exits_1_and_says_so(
    call: Call, folder: Path, words: list[str]
) -> None:
    (folder / "empty").mkdir()
    said = call("test", *words)

    assert (1, "") == (said.code, said.out)
    assert "error[NO-EXAMPLES]: " in said.err


def test_rules_with_errors_exit_1(call: Call, folder: Path) -> None:
    wrong = RULES.replace("by half", "by haf") + BLOCK
    (folder / "ours.inspect").write_text(wrong, encoding="utf-8")
    said = call("test", "ours.inspect")

    assert 1 == said.code
    assert "error[UNKNOWN-NAME]" in said.err


def test_a_path_that_is_not_there_exits_2_and_the_others_are_run(call: Call) -> None:
    said = call("test", "absent", "passing.examples.yaml")

    assert 2 == said.code
    assert "error[FILE-NOT-FOUND]" in said.err
    assert said.err.endswith("1 passed in 1 file\n")


def test_a_file_of_examples_with_a_fault_exits_2(call: Call) -> None:
    said = call("test", "faulty.examples.yaml")

    assert 2 == said.code
    assert "did you mean «tests»?" in said.err


@pytest.mark.parametrize("words", [["--format", "sarif"], ["--yes"], ["--runn", "x"]])
def test_a_slip_on_the_command_line_exits_2(call: Call, words: list[str]) -> None:
    assert 2 == call("test", *words).code


def test_without_a_path_the_current_folder_is_searched(
    call: Call, folder: Path
) -> None:
    (folder / "faulty.examples.yaml").unlink()
    said = call("test")

    assert (1, "3 passed, 1 failed in 3 files\n") == (said.code, said.err)


def test_json_has_every_example(call: Call) -> None:
    said = call("test", "failing.examples.yaml", "--format", "json")
    states = {one["name"]: one["state"] for one in json.loads(said.out)["tests"]}

    assert {"holds": "passed", "does not hold": "failed"} == states


def test_junit_goes_to_a_file(call: Call, folder: Path) -> None:
    words = ("--format", "junit", "--output", "found.xml")
    said = call("test", "failing.examples.yaml", *words)
    suites = ElementTree.parse(folder / "found.xml").getroot()

    assert (1, "") == (said.code, said.out)
    assert ("2", "1") == (suites.attrib["tests"], suites.attrib["failures"])


def test_an_output_that_cannot_be_written_exits_2(call: Call) -> None:
    said = call("test", "passing.examples.yaml", "-f", "junit", "-o", "absent/a.xml")

    assert 2 == said.code


# --- --update ---------------------------------------------------------------------

UPDATED = (HEAD + PASSING + FAILING).replace("S2: poor}", "S2: good}")


def test_an_update_shows_the_difference_asks_and_writes(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, "y\n")
    said = call("test", "failing.examples.yaml", "--update")

    assert 0 == said.code
    assert "-    expect: {standards: {S2: poor}}   # a remark\n" in said.out
    assert "+    expect: {standards: {S2: good}}   # a remark\n" in said.out
    assert "Write 1 expectation into 1 file?" in said.err
    assert UPDATED == (folder / "failing.examples.yaml").read_text("utf-8")
    assert 0 == call("test", "failing.examples.yaml").code


@pytest.mark.parametrize("answer", ["n\n", "\n", ""])
def test_an_update_that_nobody_agrees_to_writes_nothing(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    give(monkeypatch, answer)
    said = call("test", "failing.examples.yaml", "--update")

    assert 1 == said.code
    text = (folder / "failing.examples.yaml").read_text("utf-8")
    assert HEAD + PASSING + FAILING == text


def test_an_update_with_yes_asks_nobody(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, "")
    said = call("test", "failing.examples.yaml", "--update", "--yes")

    assert 0 == said.code
    assert said.err.endswith("1 expectation rewritten in 1 file\n")
    assert UPDATED == (folder / "failing.examples.yaml").read_text("utf-8")


def test_an_update_of_examples_in_rules_leaves_them_failing(
    call: Call, folder: Path
) -> None:
    wrong = RULES + BLOCK.replace("standard S1 is good", "standard S1 is poor")
    (folder / "ours.inspect").write_text(wrong, encoding="utf-8")
    said = call("test", "ours.inspect", "--update", "--yes")

    assert 1 == said.code
    assert "1 expectation cannot be put right by --update." in said.err
    assert wrong == (folder / "ours.inspect").read_text("utf-8")


def test_an_update_shows_its_difference_beside_what_programs_read(
    call: Call,
) -> None:
    words = ("--update", "--yes", "--format", "json")
    said = call("test", "failing.examples.yaml", *words)

    assert "inspect-engine/test/1" == json.loads(said.out)["schema"]
    assert "+    expect: {standards: {S2: good}}" in said.err


def test_an_update_of_what_holds_changes_nothing(call: Call) -> None:
    said = call("test", "passing.examples.yaml", "--update", "--yes")

    assert (0, "", "1 passed in 1 file\n") == said


def test_examples_are_no_bundles_to_be_scored(call: Call, folder: Path) -> None:
    (folder / "plain.yaml").unlink()
    (folder / "whole.yaml").write_text(WHOLE, encoding="utf-8")
    said = call("score", "ours.inspect", folder, "--format", "json")

    assert (0, "") == (said.code, said.err)
    assert 1 == said.out.count("inspect-engine/result/1")
