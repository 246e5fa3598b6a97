"""Tables: each row a test of its own."""

from pathlib import Path

import pytest
from tests.examples.made import faults, ran, said


def table(columns: str, *rows: str, more: str = "") -> str:
    """A test that is a table."""
    listed = "".join(f"        - {row}\n" for row in rows)
    return (
        f"tests:\n  - name: t\n{more}    table:\n      columns: {columns}\n"
        f"      rows:\n{listed}"
    )


def test_each_row_is_counted_and_named_by_its_number_and_words(
    tmp_path: Path,
) -> None:
    run = ran(tmp_path, table("S1 -> S1", "good -> good", "poor -> good"))

    assert [
        ("t, row 1: good -> good", 6, True),
        ("t, row 2: poor -> good", 7, False),
    ] == [(one.name, one.line - 1, one.is_passed) for one in run.outcomes]


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        ("S1, S2 -> overall, score", "good, best -> good, 3"),
        ("1.1, 1.2 -> S2, S2 drivers", "49 of 100, 50 of 100 -> poor, 1.1"),
        ("1.1, 1.2 -> S2 drivers", "5 of 10, 5 of 10 -> 1.1 and 1.2"),
        ("1.1 -> 1.1 percent, 1.1", "51% of 99 -> 51, good"),
        ("1.1 -> 1.1 percent", "50 percent of 10 -> 50"),
        ("1.1 -> 1.1, done", "yes -> best, 1"),
        ("order, 1.1, 1.2 -> S2", "licence, yes, no -> poor"),
        ("order, 1.1, 1.2 -> S2", "community, yes, no -> best"),
        ("visits -> often", "4 -> true"),
        ("1.1 -> S2", "3 of 4 -> poor or good"),
        ("1.1, date -> 1.1", "yes, 2024-08-12 -> best"),
    ],
)
def test_a_row_gives_and_expects_of_all_kinds(
    columns: str, row: str, tmp_path: Path
) -> None:
    run = ran(tmp_path, table(columns, row))

    assert [] == said(run)
    assert 1 == run.passed


def test_rows_share_the_bundle_and_the_expectations_of_their_test(
    tmp_path: Path,
) -> None:
    more = "    bundle: {judgements: {S1: poor}}\n    expect: {overall: poor}\n"
    run = ran(tmp_path, table("1.1 -> 1.1", "yes -> best", "no -> best", more=more))

    assert [("question 1.1", "best", "poor")] == said(run)


@pytest.mark.parametrize(
    ("columns", "row", "fault"),
    [
        ("S1 -> S1", "good, good -> good", ("CELL-COUNT", 7, 11)),
        ("S1 -> S1", "good", ("EXAMPLE-ROW", 7, 11)),
        ("S1 -> S1", "good -> good -> good", ("EXAMPLE-ROW", 7, 11)),
        ("S1 -> S1", "good, -> good", ("EXAMPLE-ROW", 7, 11)),
        ("S9 -> S1", "good -> good", ("UNKNOWN-NAME", 5, 16)),
        ("S1 -> S9", "good -> good", ("UNKNOWN-NAME", 5, 22)),
        ("S1 -> S1 colour", "good -> good", ("UNKNOWN-NAME", 5, 22)),
        ("S1 -> S1", "good -> goood", ("UNKNOWN-LEVEL", 7, 19)),
        ("S1 -> score", "good -> many", ("NOT-A-NUMBER", 7, 19)),
        ("S1 -> overall", "good -> poor or bad", ("UNKNOWN-LEVEL", 7, 27)),
    ],
)
def test_a_fault_in_a_table_is_told_in_its_place(
    columns: str, row: str, fault: tuple[str, int, int], tmp_path: Path
) -> None:
    assert [fault] == faults(ran(tmp_path, table(columns, row)))


def test_a_given_level_that_is_none_refuses_the_row(tmp_path: Path) -> None:
    run = ran(tmp_path, table("S1 -> S1", "goood -> good"))

    assert "UNKNOWN-LEVEL" in run.outcomes[0].mismatches[0].under[0]
    assert ":7:11:" in run.outcomes[0].mismatches[0].under[0]
