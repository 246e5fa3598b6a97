"""A change that leaves the shipped rules valid but different is caught by `test`."""

import shutil
from pathlib import Path

import pytest

from inspect_engine import api
from inspect_engine.examples.outcome import ExampleRun
from inspect_engine.resources import rules_folder

BANDS = "common.inspect"
RULES = "pdu-2023.inspect"
LOWEST = "rating lowest of key questions"
ASKED = "asked when risk_of_serious_harm is not low\n"

CHANGES = [
    (BANDS, "below 50     |50 to 64     ", "below 51     |51 to 64     "),
    (BANDS, "below 50     |50 to 64     ", "below 49     |49 to 64     "),
    (BANDS, "50 to 64|65 to 79", "50 to 63|64 to 79"),
    (BANDS, "50 to 64|65 to 79", "50 to 65|66 to 79"),
    (BANDS, "65 to 79|80 and over", "65 to 78|79 and over"),
    (BANDS, "65 to 79|80 and over", "65 to 80|81 and over"),
    (BANDS, "round half up", "round half down"),
    (BANDS, "round half up", "round half even"),
    (RULES, "0 to 3 |4 to 10", "0 to 4 |5 to 10"),
    (RULES, "0 to 3 |4 to 10", "0 to 2 |3 to 10"),
    (RULES, "4 to 10|11 to 17", "4 to 9|10 to 17"),
    (RULES, "4 to 10|11 to 17", "4 to 11|12 to 17"),
    (RULES, "11 to 17|18 to 21", "11 to 16|17 to 21"),
    (RULES, "11 to 17|18 to 21", "11 to 18|19 to 21"),
    (RULES, "may move by 1 level", "may move by 2 levels"),
    (RULES, "within 5 points", "within 4 points"),
    (RULES, "within 5 points", "within 6 points"),
    (RULES, "fewer than 6", "fewer than 5"),
    (RULES, "fewer than 6", "fewer than 7"),
    (RULES, "needs reason, authority, date", "needs reason, authority"),
    (RULES, "needs reason, authority, date", "needs authority, date"),
]


def changed(folder: Path, name: str, before: str, after: str, place: int) -> ExampleRun:
    """What comes of the examples once some words stand for others.

    `place` is which of the places is meant where the words stand several times.
    """
    shutil.copytree(rules_folder() / "hmi-probation", folder, dirs_exist_ok=True)
    path = folder / name
    text = path.read_text(encoding="utf-8")
    for old, new in zip(before.split("|"), after.split("|"), strict=True):
        parts = text.split(old)
        assert place < len(parts) - 1, old
        head, tail = old.join(parts[: place + 1]), old.join(parts[place + 1 :])
        text = head + new + tail
    path.write_text(text, encoding="utf-8")
    examples = folder / "examples/pdu-2023.examples.yaml"
    # The copy is to be tried, not the methodology that is shipped.
    own = examples.read_text(encoding="utf-8")
    examples.write_text(own.replace("rules: hmi-probation/pdu@2023.1\n", ""), "utf-8")
    return api.run_examples([folder])


@pytest.mark.parametrize(("name", "before", "after"), CHANGES)
def test_a_shifted_edge_or_another_figure_is_caught(
    name: str, before: str, after: str, tmp_path: Path
) -> None:
    run = changed(tmp_path, name, before, after, 0)

    assert () == run.diagnostics
    assert run.failed > 0


@pytest.mark.parametrize("place", range(4))
def test_the_highest_instead_of_the_lowest_is_caught_in_each_standard(
    place: int, tmp_path: Path
) -> None:
    highest = LOWEST.replace("lowest", "highest")

    assert changed(tmp_path, RULES, LOWEST, highest, place).failed > 0


@pytest.mark.parametrize("place", range(4))
def test_a_question_that_is_asked_of_all_is_caught(place: int, tmp_path: Path) -> None:
    assert changed(tmp_path, RULES, ASKED, "\n", place).failed > 0


def test_what_is_not_changed_holds(tmp_path: Path) -> None:
    run = changed(tmp_path, BANDS, "scale rating", "scale rating", 0)

    assert ((), 0) == (run.diagnostics, run.failed)
    assert run.passed > 60
