"""`check` with house rules, silencing and its list of assumptions."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import RULES, Call

pytestmark = pytest.mark.usefixtures("files")

STRICT = '[checks.severity]\nUNUSED-NAME = "error"\n'


@pytest.fixture
def house(files: Path) -> Path:
    """House rules by which the rules of this folder fail."""
    path = files / "inspect-engine.toml"
    path.write_text(STRICT, encoding="utf-8")
    return path


@pytest.mark.usefixtures("house")
def test_house_rules_of_the_folder_hold(call: Call) -> None:
    assert 1 == call("check", "ours.inspect").code


@pytest.mark.usefixtures("house")
def test_without_house_rules_they_do_not(call: Call) -> None:
    assert 0 == call("check", "ours.inspect", "--no-config").code


@pytest.mark.usefixtures("house")
def test_a_named_file_takes_their_place(call: Call, files: Path) -> None:
    (files / "mild.toml").write_text(STRICT.replace("error", "off"), encoding="utf-8")
    assert 0 == call("check", "ours.inspect", "--config", "mild.toml").code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, 2),
        ("[checks", 2),
        ('[checks.severity]\nUNUSED-NAM = "off"\n', 1),
        ("", 0),
    ],
)
def test_a_named_file_that_cannot_be_followed_fails(
    call: Call, files: Path, content: str | None, code: int
) -> None:
    if content is not None:
        (files / "named.toml").write_text(content, encoding="utf-8")

    assert code == call("check", "ours.inspect", "--config", "named.toml").code


def test_house_rules_that_cannot_be_read_fail_even_with_exit_zero(
    call: Call, files: Path
) -> None:
    (files / "inspect-engine.toml").write_text("[checks", encoding="utf-8")

    assert 2 == call("check", "ours.inspect", "--exit-zero").code


def test_a_named_file_and_none_cannot_be_wished_for_together(call: Call) -> None:
    assert 2 == call("check", "--config", "a.toml", "--no-config").code


@pytest.mark.usefixtures("house")
def test_scoring_reads_no_house_rules(call: Call) -> None:
    assert 0 == call("score", "ours.inspect", "whole.yaml").code


SILENCED = "# silence UNUSED-NAME: asked for\nlet done"


def test_what_is_silenced_is_counted_and_does_not_fail(call: Call, files: Path) -> None:
    text = RULES.replace("let done", SILENCED)
    (files / "quiet.inspect").write_text(text, encoding="utf-8")
    words = ("check", "quiet.inspect", "--fail-level", "note")
    codes = [
        one["code"]
        for one in json.loads(call(*words, "-f", "json").out)["diagnostics"]
        if one["silenced"]
    ]

    assert ["UNUSED-NAME"] == codes
    assert "1 silenced in 1 file" in call(*words).out


def test_assumptions_are_listed_with_place_and_reason(call: Call) -> None:
    said = call("check", "ours.inspect", "--assumed")

    assert (0, "") == (said.code, said.err)
    assert said.out.splitlines() == [
        "ours.inspect: 1 assumption",
        "  14:5  standard «S2»  that it is so",
        "",
        "1 assumption in 1 file",
    ]


def test_assumptions_are_spoken(call: Call) -> None:
    assert (
        "Assumed, file ours.inspect line 14 column 5, of standard «S2»:"
        " that it is so.\n1 assumption in 1 file.\n"
    ) == call("check", "ours.inspect", "--assumed", "--format", "plain").out


def test_assumptions_come_as_json(call: Call) -> None:
    said = call("check", "ours.inspect", "--assumed", "--format", "json")
    document = json.loads(said.out)

    assert ("inspect-engine/assumptions/1", 1) == (
        document["schema"],
        document["count"],
    )
    [file] = document["files"]
    assert ("ours.inspect", 1) == (file["file"], file["count"])
    assert {
        "what": "standard «S2»",
        "why": "that it is so",
        "span": {
            "file": "ours.inspect",
            "start": {"line": 14, "column": 5},
            "end": {"line": 14, "column": 28},
        },
    } == file["assumptions"][0]


@pytest.mark.parametrize("format", ["human", "plain"])
def test_that_nothing_is_assumed_is_said(call: Call, files: Path, format: str) -> None:
    (files / "bare.inspect").write_text("scale s { 0 a }\n", encoding="utf-8")
    said = call("check", "bare.inspect", "--assumed", "--format", format)

    assert (0, "no assumptions") == (said.code, said.out.strip(".\n"))


def test_assumptions_of_rows_are_told_in_their_own_words(
    call: Call, files: Path
) -> None:
    text = 'bands b: percent -> s {\n  below 50 poor { assumed "why" }\n}\n'
    (files / "row.inspect").write_text(text, encoding="utf-8")
    said = call("check", "row.inspect", "--assumed")

    assert "2:19  «below 50 poor» in bands «b»  why" in said.out


def test_what_an_extension_replaces_is_no_longer_assumed(
    call: Call, files: Path
) -> None:
    (files / "local.inspect").write_text(
        'methodology x/b "B" { version 1 language 1 extends x/a 1 }\n'
        'replace standard S2 "S" { judged on rating assumed "anew" }\n',
        encoding="utf-8",
    )
    (files / "gap.inspect").unlink()
    said = call("check", "local.inspect", "--assumed")

    assert (["anew"], 0) == (
        [why for why in ("anew", "that it is so") if why in said.out],
        said.code,
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("gap.inspect",), 0),
        (("broken.inspect",), 1),
        (("absent.inspect",), 2),
        (("ours.inspect", "--format", "sarif"), 2),
    ],
)
def test_the_list_of_assumptions_exits(
    call: Call, files: Path, words: tuple[str, ...], code: int
) -> None:
    (files / "broken.inspect").write_text("scale s {", encoding="utf-8")

    assert code == call("check", *words, "--assumed").code
