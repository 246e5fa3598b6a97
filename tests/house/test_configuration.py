"""House rules: severities and names, and what is wrong with a configuration."""

from pathlib import Path

import pytest
from tests.house.conftest import HEAD, Check, told

from inspect_engine import api
from inspect_engine.house.rules import OWN_FILE

RULES = HEAD + "record case {\n  fact area: text\n}\n"
GAP = HEAD + (
    "scale rating { 0 poor 1 good }\n"
    "bands share: percent -> rating { exact below 40 poor 50 and over good }\n"
)
OWN = "inspect-engine_toml"


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ("error", ["UNUSED-NAME error 3:8"]),
        ("warning", ["UNUSED-NAME warning 3:8"]),
        ("note", ["UNUSED-NAME note 3:8"]),
        ("off", []),
    ],
)
def test_a_severity_is_what_the_house_says(
    check: Check, severity: str, expected: list[str]
) -> None:
    house = f'[checks.severity]\nUNUSED-NAME = "{severity}"\n'

    assert expected == told(check(RULES, **{OWN: house}))


def test_a_name_that_is_not_as_the_house_wants_is_told_with_the_house_rule(
    check: Check,
) -> None:
    house = '[checks.severity]\nUNUSED-NAME = "off"\n[checks.names]\nfact = "x_.*"\n'
    [found] = check(RULES, **{OWN: house})

    assert ["NAME-PATTERN warning 3:8"] == told([found])
    assert [(OWN_FILE, (4, 8))] == [
        (one.span.source.name, one.span.first) for one in found.related
    ]
    assert "x_.*" in found.message


NAMED = """\
methodology x/a "A" { version 1 language 1 source s1 "S" }
scale scale1 { 0 level1 1 level2 }
bands bands1: percent -> scale1 { exact below 50 level1 50 and over level2 }
answers answers1 { answer1 answer2 }
record record1 {
  fact fact1: one of choice1, choice2
}
input input1: whole
let let1 = input1
domain domain1 "D" {
  standard standard1 "S" {
    key question kq1 "?" { prompt prompt1 "?" }
    question q1 "?"
  }
}
"""


@pytest.mark.parametrize(
    ("kind", "line", "column", "number"),
    [
        ("methodology", 1, 13, 1),
        ("source", 1, 51, 1),
        ("scale", 2, 7, 1),
        ("level", 2, 18, 2),
        ("bands", 3, 7, 1),
        ("answers", 4, 9, 1),
        ("answer", 4, 20, 2),
        ("record", 5, 8, 1),
        ("fact", 6, 8, 1),
        ("choice", 6, 22, 2),
        ("input", 8, 7, 1),
        ("let", 9, 5, 1),
        ("domain", 10, 8, 1),
        ("standard", 11, 12, 1),
        ("key_question", 12, 18, 1),
        ('"key question"', 12, 18, 1),
        ("prompt", 12, 35, 1),
        ("question", 13, 14, 1),
    ],
)
def test_each_kind_has_its_names(
    check: Check, kind: str, line: int, column: int, number: int
) -> None:
    house = f"[checks.names]\n{kind} = 'never'\n"
    found = [one for one in check(NAMED, **{OWN: house}) if one.code == "NAME-PATTERN"]

    assert number == len(found)
    assert ("a.inspect", line, column) == found[0].place


@pytest.mark.parametrize(
    ("house", "expected"),
    [
        ('[checks.severity]\nUNUSED-NAM = "off"', "SETTING-CODE error 2:1"),
        ('[checks.severity]\nANSWER-NOT-ASKED = "off"', "SETTING-CODE error 2:1"),
        ('[checks.severity]\nUNUSED-NAME = "of"', "SETTING-VALUE error 2:15"),
        ("[checks.severity]\nUNUSED-NAME = 1", "SETTING-VALUE error 2:15"),
        ('[checks.severity]\nBAND-GAP = "note"', "SEVERITY-FIXED error 2:12"),
        ('[checks.severity]\nUNKNOWN-NAME = "off"', "SEVERITY-FIXED error 2:16"),
        ('[checks.severity]\nUNCLOSED-BLOCK = "off"', "SEVERITY-FIXED error 2:18"),
        ("[checks.names]\nfacts = 'a'", "UNKNOWN-SETTING error 2:1"),
        ("[checks.names]\nfact = 'a('", "PATTERN-UNREADABLE error 2:8"),
        ("[checks.names]\nfact = ['a']", "SETTING-VALUE error 2:8"),
        ("[checks]\nname = {}", "UNKNOWN-SETTING error 2:1"),
        ("checks = 1", "SETTING-VALUE error 1:10"),
        ("[checks]\nnames = 'a'", "SETTING-VALUE error 2:9"),
        ("[check]", "UNKNOWN-SETTING error 1:2"),
        ("[checks.severity]\nUNUSED-NAME = warning", "TOML-SYNTAX error 2:15"),
        ("[checks.severity]\r\n\tA = 'b\r\n", "TOML-SYNTAX error 2:1"),
        ("[checks\n", "TOML-SYNTAX error 1:8"),
        ("a = " + "[" * 5000, "TOML-SYNTAX error 1:1"),
        ("a = " + "9" * 5000, "TOML-SYNTAX error 1:1"),
    ],
)
def test_what_is_wrong_with_house_rules_is_told_in_its_place(
    check: Check, house: str, expected: str
) -> None:
    found = check(HEAD, **{OWN: house})

    assert [expected] == told(found)
    assert OWN_FILE == found[0].place[0]


@pytest.mark.parametrize(
    ("house", "hint"),
    [
        ('[checks.severity]\nUNUSED-NAM = "off"', "did you mean «UNUSED-NAME»?"),
        ('[checks.severity]\nUNUSED-NAME = "warn"', "did you mean «warning»?"),
        ("[checks.names]\nfacts = 'a'", "did you mean «fact»?"),
        ("[cheks]", "did you mean «checks»?"),
    ],
)
def test_the_word_that_was_meant_is_suggested(
    check: Check, house: str, hint: str
) -> None:
    assert hint in check(HEAD, **{OWN: house})[0].help


def test_the_other_settings_hold_where_one_is_wrong(check: Check) -> None:
    house = '[checks.severity]\nNONSENSE-X = "off"\nUNUSED-NAME = "off"\n'

    assert ["SETTING-CODE error 2:1"] == told(check(RULES, **{OWN: house}))


def test_an_error_stays_one(check: Check) -> None:
    house = '[checks.severity]\nBAND-GAP = "off"\n'
    codes = {one.code for one in check(GAP, **{OWN: house})}

    assert {"BAND-GAP", "SEVERITY-FIXED"} <= codes


OFF = '{}severity]\nUNUSED-NAME = "off"\n'


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({OWN: OFF.format("[checks.")}, []),
        ({"pyproject_toml": OFF.format("[tool.inspect-engine.checks.")}, []),
        ({"pyproject_toml": OFF.format("[tool.other.")}, ["UNUSED-NAME note 3:8"]),
        ({"pyproject_toml": "[broken"}, ["UNUSED-NAME note 3:8"]),
        ({OWN: "", "pyproject_toml": "inspect-engine = ["}, ["UNUSED-NAME note 3:8"]),
    ],
)
def test_the_configuration_is_looked_for(
    check: Check, others: dict[str, str], expected: list[str]
) -> None:
    assert expected == told(check(RULES, **others))


def test_the_nearest_configuration_holds(check: Check, tmp_path: Path) -> None:
    (tmp_path / "inner" / "deep").mkdir(parents=True)
    (tmp_path / "inner" / OWN_FILE).write_text(
        '[checks.severity]\nUNUSED-NAME = "warning"\n', encoding="utf-8"
    )
    found = check(RULES, "inner/deep/a.inspect", **{OWN: OFF.format("[checks.")})

    assert ["UNUSED-NAME warning 3:8"] == told(found)


def test_each_file_of_a_run_has_the_house_rules_above_it(tmp_path: Path) -> None:
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        rules = RULES.replace("x/a", f"x/{name}")
        (folder / "a.inspect").write_text(rules, encoding="utf-8")
    house = tmp_path / "one" / OWN_FILE
    house.write_text(OFF.format("[checks."), encoding="utf-8")
    found = api.check([tmp_path]).diagnostics

    assert [str(tmp_path / "two" / "a.inspect")] == [one.place[0] for one in found]


def test_scoring_reads_no_house_rules(check: Check) -> None:
    check(RULES, **{OWN: "[broken"})

    assert "x/a" == api.load_rules("a.inspect").id


def test_a_file_is_named_as_its_user_named_the_rules(
    check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check(HEAD, **{OWN: "[x"})
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")

    assert [f"../{OWN_FILE}"] == [
        one.place[0] for one in api.check(["../a.inspect"]).diagnostics
    ]
