"""`inspect-engine fmt`: what it writes and shows, and each code it can exit with."""

import io
import json
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from inspect_engine.resources import rules_folder

UNTIDY = 'note   "a"\n'
TIDY = 'note "a"\n'
BROKEN = "scale rating {\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with one file of each state."""
    monkeypatch.chdir(tmp_path)
    texts = {"a": UNTIDY, "b": TIDY, "c": BROKEN, "d": "let a = a\n"}
    for name, text in texts.items():
        (tmp_path / f"{name}.inspect").write_text(text, encoding="utf-8")
    return tmp_path


def give(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Let this be the standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_a_file_is_rewritten_in_place_and_named(call: Call, folder: Path) -> None:
    said = call("fmt", "a.inspect", "b.inspect")

    assert (0, "a.inspect\n") == (said.code, said.out)
    assert "1 file changed, 1 already in the layout\n" == said.err
    assert TIDY == (folder / "a.inspect").read_text("utf-8")


def test_a_file_that_cannot_be_read_whole_stays_and_others_are_laid_out(
    call: Call, folder: Path
) -> None:
    said = call("fmt")

    assert (1, "a.inspect\n") == (said.code, said.out)
    assert "error[UNCLOSED-BLOCK]" in said.err
    assert BROKEN == (folder / "c.inspect").read_text("utf-8")
    assert TIDY == (folder / "a.inspect").read_text("utf-8")
    assert said.err.endswith(
        "1 file changed, 2 already in the layout, 1 left as written\n"
    )


def test_check_names_what_would_change_writes_nothing_and_exits_1(
    call: Call, folder: Path
) -> None:
    said = call("fmt", "--check", "a.inspect", "b.inspect")

    assert (1, "a.inspect\n") == (said.code, said.out)
    assert "1 file would change, 1 already in the layout\n" == said.err
    assert UNTIDY == (folder / "a.inspect").read_text("utf-8")


def test_check_of_files_in_the_layout_exits_0(call: Call) -> None:
    assert (0, "") == call("fmt", "--check", "b.inspect", "d.inspect")[:2]


def test_diff_shows_the_change_writes_nothing_and_exits_0(
    call: Call, folder: Path
) -> None:
    said = call("fmt", "--diff", "a.inspect")

    assert 0 == said.code
    assert said.out.splitlines()[2:] == ["@@ -1 +1 @@", '-note   "a"', '+note "a"']
    assert UNTIDY == (folder / "a.inspect").read_text("utf-8")


def test_diff_with_check_exits_1(call: Call) -> None:
    assert 1 == call("fmt", "--diff", "--check", "a.inspect").code


def test_diff_is_coloured_when_asked(call: Call) -> None:
    said = call("fmt", "--diff", "--colour", "always", "a.inspect")

    assert '\x1b[32m+note "a"\x1b[0m' in said.out


def test_a_diff_tells_of_a_missing_line_end(call: Call, folder: Path) -> None:
    (folder / "e.inspect").write_bytes(b'note "a"')

    assert "\\ No newline at end of file" in call("fmt", "--diff", "e.inspect").out


def test_standard_input_goes_to_standard_output(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, 'note  "ŵ"\r\n'.encode())

    assert (0, 'note "ŵ"\n', "") == call("fmt", "-")


def test_standard_input_that_cannot_be_read_whole_gives_nothing_and_exits_1(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, BROKEN.encode())
    said = call("fmt", "-")

    assert (1, "") == (said.code, said.out)
    assert "error[UNCLOSED-BLOCK]" in said.err


def test_standard_input_is_checked_without_being_written(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, UNTIDY.encode())

    assert (1, "-\n", "") == call("fmt", "--check", "-")


def test_standard_input_beside_other_paths_exits_2(call: Call) -> None:
    assert 2 == call("fmt", "-", "a.inspect").code


@pytest.mark.parametrize("path", ["absent.inspect", "empty"])
def test_a_path_without_rules_exits_2_and_others_are_laid_out(
    call: Call, folder: Path, path: str
) -> None:
    (folder / "empty").mkdir()

    assert 2 == call("fmt", path, "a.inspect").code
    assert TIDY == (folder / "a.inspect").read_text("utf-8")


def test_a_file_that_cannot_be_written_exits_2(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("inspect_engine.documents.writing._replace", refuse)
    said = call("fmt", "a.inspect")

    assert 2 == said.code
    assert "error[FILE-NOT-WRITTEN]" in said.err


def test_json_tells_the_state_of_each_file(call: Call) -> None:
    said = call("fmt", "--check", "--diff", "--format", "json")
    document = json.loads(said.out)

    assert 1 == said.code
    assert "inspect-engine/fmt/1" == document["schema"]
    assert ["changed", "unchanged", "refused", "unchanged"] == [
        one["state"] for one in document["files"]
    ]
    assert ["UNCLOSED-BLOCK"] == [one["code"] for one in document["diagnostics"]]
    assert document["files"][0]["diff"].endswith('-note   "a"\n+note "a"\n')


def test_json_of_standard_input_holds_the_text(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, UNTIDY.encode())
    said = call("fmt", "-", "--format", "json")

    assert TIDY == json.loads(said.out)["files"][0]["text"]


def test_the_shipped_rules_are_in_the_layout(call: Call) -> None:
    assert (0, "") == call("fmt", "--check", rules_folder())[:2]


def test_a_fault_of_ours_exits_70(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(paths: object) -> None:
        raise LookupError

    monkeypatch.setattr("inspect_engine.api.format_rules", fail)

    assert 70 == call("fmt").code
