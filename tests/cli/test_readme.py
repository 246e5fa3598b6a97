"""What README.md shows is what happens."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The text of each fenced block in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


SESSIONS = [session for block in blocks("console") for session in block.split("$ ")[1:]]


def run(words: list[str], folder: Path) -> str:
    """The output of the command, run at the root; a file it writes goes elsewhere."""
    if "--output" in words:
        at = words.index("--output") + 1
        words[at] = str(folder / words[at])
    done = subprocess.run(
        [sys.executable, "-m", "inspect_engine_cli", *words],
        cwd=ROOT,
        env={name: text for name, text in os.environ.items() if name != "COLUMNS"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout


@pytest.mark.parametrize("session", SESSIONS, ids=lambda text: text.split("\n")[0])
def test_a_command_gives_the_output_that_is_shown(session: str, tmp_path: Path) -> None:
    command, _, shown = session.partition("\n")
    program, *words = shlex.split(command)
    real = run(words, tmp_path)

    assert "inspect-engine" == program
    # Three dots on the last line stand for the rest.
    is_cut = shown.endswith("\n...\n")
    wanted = shown.removesuffix("...\n")
    assert wanted == (real[: len(wanted)] if is_cut else real)


def test_all_commands_of_this_version_are_shown() -> None:
    shown = {session.split()[1] for session in SESSIONS}

    assert {"list", "check", "score", "explain-code", "schema"} == shown


@pytest.mark.parametrize("code", blocks("python"))
def test_the_python_gives_what_its_comment_says(code: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    [said] = re.findall(r"  # (.*)", code)

    assert f"{said}\n" == done.stdout
