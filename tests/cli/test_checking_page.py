"""What docs/checking.md shows is what happens."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from tests.cli.conftest import Call

from inspect_engine.house.rules import KINDS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "checking.md").read_text(encoding="utf-8")


def block(heading: str) -> str:
    [text] = re.findall(rf"^```{heading}\n(.*?)^```", PAGE, re.M | re.S)
    return str(text)


def session(heading: str) -> tuple[list[str], str]:
    command, _, shown = block(f"console{heading}").partition("\n")
    program, *words = shlex.split(command.removeprefix("$ "))
    assert "inspect-engine" == program
    return words, shown


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, heading in [("bands", "message"), ("silence", "silencing")]:
        text = block(f"inspect {heading}")
        (tmp_path / f"{name}.inspect").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_shipped_rules_are_checked_as_shown(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    words, shown = session("")

    assert shown == call(*words).out


@pytest.mark.parametrize(("heading", "code"), [(" message", 1), (" silencing", 0)])
def test_a_check_gives_what_is_shown(call: Call, heading: str, code: int) -> None:
    words, shown = session(heading)

    assert (code, shown, "") == call(*words)


def test_the_house_rules_hold(call: Call, folder: Path) -> None:
    (folder / "inspect-engine.toml").write_text(block("toml house"), encoding="utf-8")
    text = (folder / "silence.inspect").read_text("utf-8")
    (folder / "silence.inspect").write_text(
        text.replace("area", "Area"), encoding="utf-8"
    )
    said = call("check", "silence.inspect", "--format", "compact")

    assert ["NAME-PATTERN"] == re.findall(r"warning\[(.*?)\]", said.out)


def test_all_kinds_that_can_have_a_pattern_are_named() -> None:
    [listed] = re.findall(r"^There are patterns for\n(.*)$", PAGE, re.M)

    assert [one.replace(" ", "_") for one in KINDS] == re.findall(r"`(\w+)`", listed)


def test_the_hooks_that_are_shown_exist() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    [repository] = yaml.safe_load(block("yaml pre-commit"))["repos"]

    assert {one["id"] for one in repository["hooks"]} <= {one["id"] for one in hooks}
