"""Days that versions and parameters leave out, told from their dates alone."""

from pathlib import Path

import pytest
from tests.corpus.reading import read_bytes

from inspect_engine import api

STALE = "PARAMETER-STALE"
UNCOVERED = "PARAMETER-UNCOVERED"


def about(in_force: str, entries: str) -> list[tuple[str, str, str]]:
    head = f'methodology example "E" {{ version 1 language 1 in force {in_force} }}\n'
    text = f"{head}parameter cut: whole {{ {entries} }}\nlet n = cut"
    found = read_bytes(text.encode())[1]
    return [
        (one.code, one.severity.value, str(one.data.get("when", one.data.get("years"))))
        for one in found
        if one.code in (STALE, UNCOVERED)
    ]


@pytest.mark.parametrize(
    ("in_force", "entries", "expected"),
    [
        ("from 2023-04-01", "from 2023-04-01: 1", []),
        (
            "from 2023-04-01",
            "from 2023-04-02: 1",
            [(UNCOVERED, "warning", "from 2023-04-01 to 2023-04-01")],
        ),
        (
            "from 2023-04-01",
            "from 2020-01-01 to 2023-03-31: 1",
            [(UNCOVERED, "warning", "from 2023-04-01 on")],
        ),
        (
            "from 2023-04-01",
            "from 2020-01-01 to 2023-04-01: 1",
            [(UNCOVERED, "note", "from 2023-04-02 on")],
        ),
        (
            "from 2023-04-01 to 2024-03-31",
            "from 2023-04-01 to 2024-03-30: 1",
            [(UNCOVERED, "warning", "from 2024-03-31 to 2024-03-31")],
        ),
        ("from 2023-04-01 to 2024-03-31", "from 2023-04-01 to 2024-03-31: 1", []),
        ("from 2023-04-01", "from 2018-04-02: 1", []),
        ("from 2023-04-01", "from 2018-04-01: 1", [(STALE, "note", "5")]),
    ],
)
def test_a_parameter_is_held_against_the_days_of_the_version(
    in_force: str, entries: str, expected: list[tuple[str, str, str]]
) -> None:
    assert expected == about(in_force, entries)


def versions(folder: Path, *dates: tuple[str, str]) -> list[tuple[str, str]]:
    for version, in_force in dates:
        head = f"version {version} language 1 in force {in_force}"
        text = f'methodology example "E" {{ {head} }}\n'
        (folder / f"{version}.inspect").write_text(text, encoding="utf-8")
    found = api.check([folder]).diagnostics
    return [
        (one.code, str(one.data.get("when", one.data.get("version")))) for one in found
    ]


def test_versions_that_follow_one_another_are_silent(tmp_path: Path) -> None:
    dates = ("1", "from 2020-01-01 to 2020-12-31"), ("2", "from 2021-01-01")
    assert [] == versions(tmp_path, *dates)


def test_days_between_two_versions_are_told_of(tmp_path: Path) -> None:
    dates = ("1", "from 2020-01-01 to 2020-12-30"), ("2", "from 2021-01-01")
    assert [("VERSION-GAP", "on 2020-12-31")] == versions(tmp_path, *dates)


def test_days_that_a_longer_version_fills_are_not(tmp_path: Path) -> None:
    found = versions(
        tmp_path,
        ("1", "from 2020-01-01 to 2022-12-31"),
        ("2", "from 2020-06-01 to 2020-06-30"),
        ("3", "from 2023-01-01"),
    )
    assert {"TWO-IN-FORCE"} == {code for code, _ in found}


def test_a_version_before_one_with_a_lower_number_is_told_of(tmp_path: Path) -> None:
    dates = ("2", "from 2020-01-01 to 2020-12-31"), ("1", "from 2021-01-01")
    assert [("VERSION-ORDER", "2")] == versions(tmp_path, *dates)
