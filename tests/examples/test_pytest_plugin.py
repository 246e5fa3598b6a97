"""The plugin of pytest collects the same examples, where a project wants it."""

from pathlib import Path

import pytest
from tests.examples.made import FORM, RULES

from inspect_engine import api

pytest_plugins = "pytester"

TESTS = """\
tests:
  - name: holds
    bundle: {judgements: {S1: good}}
    expect: {standards: {S1: good}}
  - name: does not
    bundle: {judgements: {S1: good}}
    expect: {standards: {S1: best}}
"""
BLOCK = 'example "in the rules" { given visits is 4  expect often }\n'
PLUGIN = ("-p", "inspect_engine.pytest_plugin")


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Path:
    # Where the package is installed, pytest would load the plugin a second time.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    (pytester.path / "ours.inspect").write_text(RULES + BLOCK, encoding="utf-8")
    examples = pytester.path / "ours.examples.yaml"
    examples.write_text(FORM + TESTS, encoding="utf-8")
    return pytester.path


@pytest.mark.usefixtures("project")
def test_it_is_off_until_it_is_wanted(pytester: pytest.Pytester) -> None:
    assert pytest.ExitCode.NO_TESTS_COLLECTED == pytester.runpytest(*PLUGIN).ret


@pytest.mark.usefixtures("project")
def test_each_example_is_an_item(pytester: pytest.Pytester) -> None:
    found = pytester.runpytest(*PLUGIN, "--inspect-examples")

    found.assert_outcomes(passed=2, failed=1)
    found.stdout.fnmatch_lines(["FAILED ours.examples.yaml::does not*"])


def test_examples_in_rules_in_yaml_are_items_too(
    pytester: pytest.Pytester, project: Path
) -> None:
    written = api.convert_rules(project / "ours.inspect", "yaml").after
    (project / "ours.inspect").unlink()
    (project / "ours.examples.yaml").unlink()
    (project / "ours.yaml").write_text(written or "", encoding="utf-8")
    found = pytester.runpytest(*PLUGIN, "--inspect-examples")

    found.assert_outcomes(passed=1)


def test_a_setting_of_the_project_turns_it_on(
    pytester: pytest.Pytester, project: Path
) -> None:
    (project / "pytest.ini").write_text("[pytest]\ninspect_examples = true\n", "utf-8")

    pytester.runpytest(*PLUGIN).assert_outcomes(passed=2, failed=1)


@pytest.mark.usefixtures("project")
def test_a_failure_shows_what_was_expected_and_found(
    pytester: pytest.Pytester,
) -> None:
    shown = pytester.runpytest(*PLUGIN, "--inspect-examples").stdout.str()

    assert "      expected  best\n      found     good\n" in shown
    assert "Traceback" not in shown


def test_a_file_that_cannot_be_read_is_an_error(
    pytester: pytest.Pytester, project: Path
) -> None:
    (project / "bad.examples.yaml").write_text(FORM + "test: []\n", "utf-8")
    found = pytester.runpytest(*PLUGIN, "--inspect-examples", "bad.examples.yaml")

    found.assert_outcomes(errors=1)
    assert "error[UNKNOWN-KEY]" in found.stdout.str()


def test_the_package_tells_pytest_of_it() -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")

    assert (
        "[project.entry-points.pytest11]\n"
        'inspect-engine = "inspect_engine.pytest_plugin"\n'
    ) in text
