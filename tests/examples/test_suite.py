"""Which examples are found, and which of them are run."""

from pathlib import Path

import pytest
from tests.examples.made import FORM, RULES, expecting

from inspect_engine import api
from inspect_engine.examples.suite import is_named

TEST = expecting("{standards: {S1: good}}")
BLOCK = 'example "two" { given visits is 4  expect often }\n'


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> Path:
    for name in ("", ".hidden", "below"):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "ours.inspect").write_text(RULES + BLOCK, encoding="utf-8")
        (folder / "ours.examples.yaml").write_text(FORM + TEST, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("a: b\n", encoding="utf-8")
    return tmp_path


def test_a_folder_is_searched_with_those_below_but_not_the_hidden(
    files: Path,
) -> None:
    run = api.run_examples([files])

    assert (4, 0, 4) == (run.passed, run.failed, len(run.files))
    assert not any(".hidden" in name for name in run.files)


def test_a_file_that_is_named_twice_is_run_once(files: Path) -> None:
    path = files / "ours.examples.yaml"

    assert 1 == api.run_examples([path, path]).passed


def test_only_what_is_asked_for_by_name_is_run(files: Path) -> None:
    run = api.run_examples([files], "tw")

    assert ["two", "two"] == [one.name for one in run.outcomes]


@pytest.mark.parametrize(
    ("pattern", "is_run"),
    [
        ("", True),
        ("publish", True),
        ("PUBLISHED", True),
        ("kirklees*", True),
        ("*as published", True),
        ("kirklees", True),
        ("publish?", False),
        ("leeds", False),
        ("*leeds*", False),
    ],
)
def test_a_pattern_is_a_part_of_a_name_or_with_a_star_the_whole(
    pattern: str, is_run: bool
) -> None:
    assert is_run == is_named("Kirklees, as published", pattern)


@pytest.mark.parametrize("pattern", ["", "nothing is called so"])
def test_no_example_is_a_diagnostic(pattern: str, files: Path) -> None:
    run = api.run_examples([files / "other.yaml"], pattern)

    assert ["NO-EXAMPLES"] == [one.code for one in run.diagnostics]
    assert pattern in run.diagnostics[0].message


def test_a_path_that_is_not_there_is_told(files: Path) -> None:
    run = api.run_examples([files / "absent", files])

    assert (["FILE-NOT-FOUND"], 4) == ([o.code for o in run.diagnostics], run.passed)
