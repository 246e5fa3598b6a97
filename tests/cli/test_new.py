"""`inspect-engine new`: a first rule set that works as it stands."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Call

pytestmark = pytest.mark.usefixtures("files")


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--id", "ours/prisons", "--title", 'The "best" of prisons, \\ and all'],
        ["--title", "Tŷ carchar"],
    ],
)
def test_it_checks_clean_without_a_note_and_is_laid_out(
    call: Call, words: list[str]
) -> None:
    assert 0 == call("new", "My rules, 2026", *words).code
    said = call("check", "My rules, 2026", "--fail-level", "note")
    assert (0, "no problems in 1 file\n") == (said.code, said.out)
    assert 0 == call("fmt", "--check", "My rules, 2026").code


def test_its_inspection_is_rated_as_its_examples_say(call: Call) -> None:
    call("new", "first")
    said = call(
        "score", "first/first.inspect", "first/inspections/first.yaml", "-f", "json"
    )
    result = json.loads(said.out)
    assert ("good", 4) == (result["overall"]["rating"], result["overall"]["score"])


def test_its_files_are_named(call: Call) -> None:
    said = call("new", "a/b/my-rules", "--format", "json")
    names = [
        "my-rules.inspect",
        "inspections/first.yaml",
        "my-rules.examples.yaml",
        "README.md",
    ]
    assert [f"a/b/my-rules/{name}" for name in names] == json.loads(said.out)["files"]


def test_it_writes_nothing_beside_what_is_there(call: Call) -> None:
    Path("mine").mkdir()
    Path("mine/notes.txt").write_text("keep")
    said = call("new", "mine")
    held = [one.name for one in Path("mine").iterdir()]
    assert (2, ["notes.txt"]) == (said.code, held)
    assert "already holds «notes.txt»" in said.err


def test_an_id_that_nobody_can_have_exits_2(call: Call) -> None:
    said = call("new", "other", "--id", "two words")
    assert (2, False) == (said.code, Path("other").exists())
    assert "«two words» cannot be the id" in said.err


def test_a_place_where_no_folder_can_be_made_exits_2(call: Call) -> None:
    Path("file").write_text("")
    assert 2 == call("new", "file/below").code
    assert 2 == call("new", "file").code
