"""What came of examples, for people and for programs."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.examples.made import FORM, RULES

from inspect_engine import api
from inspect_engine.examples.outcome import ExampleRun
from inspect_engine.examples.render import render, summary

TESTS = """\
tests:
  - name: good & <well>
    bundle: {judgements: {S1: good}}
    expect: {standards: {S1: good}}
  - name: not so
    bundle: {tallies: {1.1: {yes: 1, no: 1}, 1.2: {yes: 1, no: 0}}}
    expect: {standards: {S2: best}}
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExampleRun:
    monkeypatch.chdir(tmp_path)
    Path("ours.inspect").write_text(RULES, encoding="utf-8")
    Path("ours.examples.yaml").write_text(FORM + TESTS, encoding="utf-8")
    return api.run_examples(["."])


def test_people_see_what_was_expected_and_found_and_why(run: ExampleRun) -> None:
    assert """\
failed not so
  --> ours.examples.yaml:6:11
   standard S2 (line 8)
      expected  best
      found     good
      since     1.1: 50%, 1 of 2, many, Good, decides
                1.2: 100%, 1 of 1, nearly all, Best
""" == render(run, "human")


def test_people_may_see_what_passed(run: ExampleRun) -> None:
    assert render(run, "human", has_passed=True).startswith("passed good & <well>\n")


def test_colour_changes_no_word(run: ExampleRun) -> None:
    coloured = render(run, "human", colour=True)
    for code in ("\x1b[1;31m", "\x1b[2m", "\x1b[0m"):
        assert code in coloured
        coloured = coloured.replace(code, "")

    assert render(run, "human") == coloured


def test_plain_is_sentences(run: ExampleRun) -> None:
    assert (
        "Failed: not so, file ours.examples.yaml line 6 column 11."
        " Of standard S2, expected is best, and found is good."
        " It rests on: 1.1: 50%, 1 of 2, many, Good, decides;"
        " 1.2: 100%, 1 of 1, nearly all, Best.\n"
        "Examples that passed: 1; that failed: 1; in 1 file."
    ) == render(run, "plain")


def test_programs_get_every_example_as_json(run: ExampleRun) -> None:
    document = json.loads(render(run, "json"))

    assert ("inspect-engine/test/1", 1, 1) == tuple(
        document[key] for key in ("schema", "passed", "failed")
    )
    assert ["passed", "failed"] == [one["state"] for one in document["tests"]]
    (differing,) = document["tests"][1]["mismatches"]
    assert ("standard S2", "best", "good", 8) == tuple(
        differing[key] for key in ("subject", "expected", "found", "line")
    )


def test_build_servers_get_a_case_for_each_example(run: ExampleRun) -> None:
    suites = ElementTree.fromstring(render(run, "junit"))

    assert {
        "tests": "2",
        "failures": "1",
        "errors": "0",
    }.items() <= suites.attrib.items()
    assert ["good & <well>", "not so"] == [
        one.attrib["name"] for one in suites.iter("testcase")
    ]
    (failure,) = suites.iter("failure")
    assert "expected is best, and found is good" in (failure.text or "")


def test_build_servers_get_what_kept_a_file_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "ours.inspect").write_text(RULES, encoding="utf-8")
    path = tmp_path / "ours.examples.yaml"
    path.write_text(FORM + "tests: [{}]\n", encoding="utf-8")
    suites = ElementTree.fromstring(render(api.run_examples([path]), "junit"))

    assert "3" == suites.attrib["errors"]


def test_the_summary_counts(run: ExampleRun) -> None:
    assert "1 passed, 1 failed in 1 file" == summary(run)
