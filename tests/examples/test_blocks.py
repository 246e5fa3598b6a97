"""Examples that stand in the rules."""

from pathlib import Path

import pytest
from tests.examples.made import RULES, faults, ran_blocks, said

from inspect_engine import api
from inspect_engine.source import SourceFile
from inspect_engine.syntax.formatting import format_source

FIRST_LINE = RULES.count("\n") + 1


def block(*statements: str) -> str:
    return 'example "one" {\n' + "".join(f"  {one}\n" for one in statements) + "}\n"


def checked(folder: Path, text: str) -> list[tuple[str, int]]:
    """The errors of rules with examples: each code, and its line in the example."""
    path = folder / "ours.inspect"
    path.write_text(RULES + text, encoding="utf-8")
    return [
        (one.code, one.place[1] - FIRST_LINE + 1)
        for one in api.check([path]).diagnostics
        if one.severity.value == "error"
    ]


HOLDING = [
    ["given S1 is good", "expect standard S1 is good"],
    ["given S1, S2 are good", "expect overall is good, score of overall is 2"],
    ["given 1.1 is 3 of 4", "expect done is 75 percent"],
    ["given 1.1 is 75 percent of 4", "expect done is 75 percent"],
    ["given 1.1 is yes, 1.2 is no, order is licence", "expect standard S2 is poor"],
    ["given 1.1 is yes, 1.2 is no, order is community", "expect standard S2 is best"],
    ["given visits is 4", "expect often"],
    ["given visits is 3", "expect not often"],
    ["given 1.1 is 1 of 2, 1.2 is 1 of 2", "expect standard S2 decided by 1.1 and 1.2"],
    ["given S1 is good", "expect overall may be poor or good"],
    [
        "given order is (3 community, 4 licence)",
        "expect count of cases where (order is community) is 3",
    ],
    ["3 cases { order is licence, 1.1 is yes }", "expect base of 1.1 is 3"],
    ["case { 1.1 is yes }", "case { 1.1 is no }", "expect done is 50 percent"],
    ["case {\n1.1 is yes\n1.2 is no\n}", "expect done is 100 percent"],
    ["given date is 2024-08-12, S1 is good", "expect standard S1 is good"],
    [
        "case { order is community, 1.2 is no }",
        'expect diagnostic "ANSWER-NOT-ASKED"',
    ],
    ["given visits is 200", 'expect diagnostic "NUMBER-OUTSIDE"'],
]


@pytest.mark.parametrize("statements", HOLDING)
def test_what_is_so_passes(statements: list[str], tmp_path: Path) -> None:
    run = ran_blocks(tmp_path, block(*statements))

    assert [] == said(run)
    assert 1 == run.passed


FAILING = [
    (
        ["given S1 is good", "expect standard S1 is best"],
        ("standard S1", "best", "good"),
    ),
    (
        ["given S1 is good", "expect overall is good"],
        ("overall", "good", "undetermined, poor or good"),
    ),
    (
        ["given S1 is good", "expect overall may be good or best"],
        ("overall", "good or best", "poor or good"),
    ),
    (
        ["given S1, S2 are good", "expect score of overall is 3"],
        ("score of overall", "3", "2"),
    ),
    (
        ["given 1.1 is 1 of 3", "expect done is 33 percent"],
        ("done", "33%", "33.3% (exactly 1/3)"),
    ),
    (
        ["given 1.1 is 1 of 2, 1.2 is 2 of 2", "expect standard S2 decided by 1.2"],
        ("what decides S2", "1.2", "1.1"),
    ),
    (
        ["given visits is 4", "expect visits is above 5 or visits is below 3"],
        ("visits is above 5 or visits is below 3", "true", "false"),
    ),
    (
        ["given S1 is good", 'expect diagnostic "ANSWER-NOT-ASKED"'],
        ("diagnostics", "ANSWER-NOT-ASKED", "none"),
    ),
]


@pytest.mark.parametrize(("statements", "differing"), FAILING)
def test_what_is_not_so_fails_and_shows_both(
    statements: list[str], differing: tuple[str, str, str], tmp_path: Path
) -> None:
    assert [differing] == said(ran_blocks(tmp_path, block(*statements)))


def test_the_values_under_a_condition_are_shown(tmp_path: Path) -> None:
    rows = ["given visits is 4, S1 is good, S2 is poor"]
    run = ran_blocks(tmp_path, block(*rows, "expect visits is 5 and overall is good"))

    assert (
        "visits: 4",
        "overall: poor",
        "score: 1",
        "S1: Good, score 1",
        "S2: Poor, score 0",
    ) == run.outcomes[0].mismatches[0].under


def test_each_row_of_a_table_is_an_example_of_its_own(tmp_path: Path) -> None:
    rows = (
        "{\n good, good -> good, 2\n good, poor -> good, 1\n poor, good -> poor, 1\n}"
    )
    table = f"table of S1, S2 -> overall, score of overall {rows}"
    run = ran_blocks(tmp_path, block(table))

    assert (2, 1) == (run.passed, run.failed)
    assert "one, row 2: good, poor -> good, 1" == run.outcomes[1].name
    assert [("overall", "good", "poor")] == said(run)


def test_several_values_in_a_row_are_all_that_is_possible(tmp_path: Path) -> None:
    table = "table of S1 -> overall { good -> poor or good  best -> poor or good }"
    run = ran_blocks(tmp_path, block(table))

    assert [("overall", "poor or good", "poor, good or best")] == said(run)


def test_rows_share_what_is_given_and_expected_beside_their_table(
    tmp_path: Path,
) -> None:
    table = "table of S2 -> overall { good -> good  poor -> poor }"
    run = ran_blocks(
        tmp_path, block("given S1 is good", "expect standard S1 is good", table)
    )

    assert ([], 2) == (said(run), run.passed)


# --- what check says --------------------------------------------------------------

WRONG = [
    (["given S9 is good", "expect often"], ("UNKNOWN-NAME", 2)),
    (["given S1 is goood", "expect often"], ("UNKNOWN-NAME", 2)),
    (["given 1.1 is perhaps", "expect often"], ("UNKNOWN-NAME", 2)),
    (["given order is (2 boat)", "expect often"], ("UNKNOWN-NAME", 2)),
    (["given S1 is good", "given S1 is poor", "expect often"], ("DUPLICATE-ID", 3)),
    (["expect standard S9 is good"], ("UNKNOWN-NAME", 2)),
    (["expect standard S1 is goood"], ("UNKNOWN-NAME", 2)),
    (["expect overall"], ("NOT-A-CONDITION", 2)),
    (["expect overall may be goood"], ("UNKNOWN-NAME", 2)),
    (["expect done may be good"], ("WRONG-KIND", 2)),
    (["expect done decided by 1.1"], ("WRONG-KIND", 2)),
    (["expect standard S2 decided by 1.9"], ("UNKNOWN-NAME", 2)),
    (["expect overall decided by 1.1"], ("UNKNOWN-NAME", 2)),
    (["visit { 1.1 is yes }", "expect often"], ("UNKNOWN-NAME", 2)),
    (["case { 1.7 is yes }", "expect often"], ("UNKNOWN-NAME", 2)),
    (["case { 1.1 is perhaps }", "expect often"], ("UNKNOWN-NAME", 2)),
    (["given S1 is good"], ("MISSING-PART", 1)),
    (["table of S1 -> overall { good, good -> good }"], ("CELL-COUNT", 2)),
    (["table of S1 -> overall { good -> gut }"], ("UNKNOWN-NAME", 2)),
]


@pytest.mark.parametrize(("statements", "fault"), WRONG)
def test_a_mistake_in_an_example_is_told_by_check(
    statements: list[str], fault: tuple[str, int], tmp_path: Path
) -> None:
    assert [fault] == checked(tmp_path, block(*statements))


def test_a_second_example_of_one_name_is_told(tmp_path: Path) -> None:
    twice = block("expect often") + block("expect often")

    assert [("DUPLICATE-ID", 4)] == checked(tmp_path, twice)


def test_a_level_that_is_misspelt_has_its_near_miss(tmp_path: Path) -> None:
    path = tmp_path / "ours.inspect"
    path.write_text(RULES + block("expect standard S1 is goood"), encoding="utf-8")
    (found,) = (one for one in api.check([path]).diagnostics if "goood" in one.message)

    assert ("did you mean «good»?",) == found.help


# --- what examples are not --------------------------------------------------------


def test_examples_are_no_part_of_the_meaning(tmp_path: Path) -> None:
    plain, told = tmp_path / "plain.inspect", tmp_path / "told.inspect"
    plain.write_text(RULES, encoding="utf-8")
    told.write_text(RULES + block("expect overall is good"), encoding="utf-8")

    assert api.load_rules(plain).hash == api.load_rules(told).hash


def test_an_extending_version_does_not_take_over_the_examples(tmp_path: Path) -> None:
    (tmp_path / "ours.inspect").write_text(RULES + block("expect often"), "utf-8")
    later = tmp_path / "later.inspect"
    later.write_text(
        'methodology x/a "Ours" { version 2 language 1 extends x/a 1 }\n'
        'example "two" { given visits is 4  expect often }\n',
        encoding="utf-8",
    )
    run = api.run_examples([later])

    assert ([], ["two"]) == (said(run), [one.name for one in run.outcomes])


def test_examples_of_a_used_file_are_run_under_those_who_use_it(
    tmp_path: Path,
) -> None:
    head, rest = RULES.split("\n", 1)
    (tmp_path / "ours.inspect").write_text(f'{head}\nuse "common.inspect"\n', "utf-8")
    common = tmp_path / "common.inspect"
    common.write_text(rest + block("given visits is 4", "expect often"), "utf-8")
    run = api.run_examples([common])

    assert ([], 1, (common.as_posix(),)) == (said(run), run.passed, run.files)


def test_rules_with_errors_run_nothing_and_say_why(tmp_path: Path) -> None:
    run = ran_blocks(tmp_path, block("expect standard S9 is good"))

    assert ([("UNKNOWN-NAME", FIRST_LINE + 1, 19)], False) == (
        faults(run),
        run.is_unread,
    )


# --- layout -----------------------------------------------------------------------

UNTIDY = """\
example   "one" { cite s "page 1" # why
 given S1,S2 are good,1.1 is 3 of 4
  2 cases {order is licence,1.1 is yes}
 table of S1,1.1->overall {
 good,18 of 42->good
   # between
 best, 3 of 4 -> poor or good # after
 }
expect standard S2   decided by 1.1 and 1.2 }
"""
TIDY = """\
example "one" {
  cite s "page 1"  # why
  given S1, S2 are good, 1.1 is 3 of 4
  2 cases { order is licence, 1.1 is yes }
  table of S1, 1.1 -> overall {
    good, 18 of 42 -> good
    # between
    best, 3 of 4   -> poor or good  # after
  }
  expect standard S2 decided by 1.1 and 1.2
}
"""


@pytest.mark.parametrize("text", [UNTIDY, TIDY])
def test_examples_have_one_layout(text: str) -> None:
    assert TIDY == format_source(SourceFile("x.inspect", text))[0]


def test_long_statements_are_broken_at_their_commas_for_good() -> None:
    given = ", ".join(f"question_{number} is {number} of 42" for number in range(9))
    text = block(f"given {given}", "expect overall is good")
    once = format_source(SourceFile("x.inspect", text))[0]

    assert once is not None
    assert 9 + 3 == once.count("\n")
    assert once == format_source(SourceFile("x.inspect", once))[0]
