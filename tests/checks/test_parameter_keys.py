"""Keys of parameters that no rule looks up."""

from tests.checks.test_tables import found_in

RULES = """input region: one of north, south
parameter cut: whole by region {{
  from 2020-01-01 for north: 3
  from 2020-01-01 for {key}: 4
}}
"""


def keys(text: str) -> list[object]:
    return [one.data["key"] for one in found_in(text) if one.code == "PARAMETER-KEY"]


def test_a_misspelt_key_is_told_with_the_one_that_was_meant() -> None:
    text = RULES.format(key="suoth") + "let here = cut for region\n"
    (found,) = (one for one in found_in(text) if one.code == "PARAMETER-KEY")

    assert ("suoth", "south") == (found.data["key"], found.data["near"])


def test_a_key_that_is_used_is_right() -> None:
    assert [] == keys(RULES.format(key="south") + "let here = cut for region\n")


def test_of_a_parameter_that_nothing_uses_nothing_is_said() -> None:
    assert [] == keys(RULES.format(key="suoth"))
