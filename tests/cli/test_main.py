"""The group: help, usage, faults of our own, and how it starts."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Call

from inspect_engine_cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]


def start(*words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "inspect_engine_cli", *words],
        cwd=ROOT,
        env=os.environ | more,
        capture_output=True,
        check=False,
    )


def test_help_names_every_command(call: Call) -> None:
    said = call("--help")
    names = [line.split()[0] for line in said.out.splitlines() if line.split()]

    assert 0 == said.code
    assert list(COMMANDS) == [name for name in names if name in COMMANDS]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_the_list_says(call: Call, name: str) -> None:
    said = call(name, "--help")

    assert (0, "") == (said.code, said.err)
    assert f"  {COMMANDS[name][1]}\n" in said.out
    assert f"  inspect-engine {name} " in said.out


def test_the_version_is_that_of_the_package(call: Call) -> None:
    assert (0, "inspect-engine 0.1.0\n", "") == call("--version")


def test_nothing_but_click_is_imported_for_help() -> None:
    code = (
        "import sys; from inspect_engine_cli.main import run; run(['--help']); "
        "print(sorted({'attr', 'lark', 'rich', 'yaml', 'inspect_engine'} & "
        "set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )

    assert "[]" == done.stderr.strip()


def test_without_a_command_it_exits_2(call: Call) -> None:
    assert 2 == call().code


def test_a_misspelt_command_exits_2_with_the_one_meant(call: Call) -> None:
    said = call("chekc")

    assert (2, "") == (said.code, said.out)
    assert "Did you mean 'check'?" in said.err


def test_an_unknown_option_exits_2(call: Call) -> None:
    assert 2 == call("schema", "--frmat").code


@pytest.fixture
def fault(monkeypatch: pytest.MonkeyPatch) -> None:
    from inspect_engine_cli.commands import schema

    def fail(name: str) -> None:
        raise LookupError("the answers of case 001")

    monkeypatch.setattr(schema, "schema", fail)


@pytest.mark.usefixtures("fault")
def test_a_fault_of_ours_exits_70_and_asks_for_a_report(call: Call) -> None:
    said = call("schema", "bundle")

    assert (70, "") == (said.code, said.out)
    assert "Please report it" in said.err
    assert "Traceback" not in said.err
    assert "case 001" not in said.err


@pytest.mark.usefixtures("fault")
def test_debug_shows_where_a_fault_of_ours_is(call: Call) -> None:
    said = call("--debug", "schema", "bundle")

    assert 70 == said.code
    assert "LookupError: the answers of case 001" in said.err


def test_debug_also_shows_what_keeps_a_command_from_being_imported(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, "schema", ("absent", ""))

    assert "Traceback" not in call("schema", "bundle").err
    assert "ModuleNotFoundError" in call("--debug", "schema", "bundle").err


def test_an_interrupt_exits_130_without_a_traceback(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    from inspect_engine_cli.commands import schema

    def interrupt(name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "schema", interrupt)

    assert (130, "", "\n") == call("schema", "bundle")


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise on Windows")
def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "inspect_engine_cli", "schema", "result"],
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (141, b"") == (done.returncode, done.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is full")
@pytest.mark.parametrize("command", [["list"], ["--help"], ["schema", "result"]])
def test_a_full_disk_is_not_a_fault_of_the_engine(command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "inspect_engine_cli", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert 2 == done.returncode
    assert done.stderr.startswith(b"Error: The output cannot be written: ")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is full")
def test_a_complaint_that_nobody_can_read_still_has_its_exit_code() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "inspect_engine_cli", "nothing"]
        done = subprocess.run(command, stderr=full, stdout=full, check=False)

    assert 2 == done.returncode


@pytest.mark.skipif(os.name == "nt", reason="the shell of Windows closes no streams")
def test_without_a_stream_to_write_to_it_runs_and_says_nothing() -> None:
    command = f"{shlex.quote(sys.executable)} -m inspect_engine_cli list >&- 2>&-"

    assert 0 == subprocess.run(command, shell=True, check=False).returncode


def test_a_letter_that_the_encoding_lacks_is_replaced() -> None:
    done = start("explain-code", "FILE-NOT-FOUND", PYTHONIOENCODING="iso8859-2")

    assert 0 == done.returncode
    assert b"There is no file ?{path}?." in done.stdout


def test_windows_letters_are_written_in_the_consoles_encoding() -> None:
    done = start("explain-code", "FILE-NOT-FOUND", PYTHONIOENCODING="cp1252")

    assert "«{path}»".encode("cp1252") in done.stdout
