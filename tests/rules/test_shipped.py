"""Do the rule sets that ship check clean, and give what was published?"""

import csv
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from inspect_engine import api
from inspect_engine.diagnostics.diagnostic import Severity
from inspect_engine.evaluation.outcome import QuestionOutcome, Result, State
from inspect_engine.resources import rules_folder

HERE = Path(__file__).parent
RULES = Path(rules_folder())
EXAMPLES = sorted(
    path
    for path in RULES.glob("*/examples/*")
    if path.suffix in (".yaml", ".yml", ".json") and ".examples" not in path.suffixes
)
KIRKLEES = "PDU-KIRKLEES-2024"
BUNDLES = ("kirklees-2024.yaml", "kirklees-2024-cases.yaml")


@cache
def scored(path: Path) -> Result:
    head = api.peek_bundle(path)
    rules = api.load_rules(head.rules, head.date)
    return api.score(rules, api.load_bundle(path, rules))


@pytest.fixture(params=BUNDLES)
def kirklees(request: pytest.FixtureRequest) -> Result:
    return scored(RULES / "hmi-probation/examples" / request.param)


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def published(name: str) -> list[dict[str, str]]:
    """The rows about Kirklees of a published table."""
    found = rows(f"published/{name}")
    return [row for row in found if row["inspection_id"] == KIRKLEES]


HOMES = {row["statement_short"]: row for row in rows("homes_of_counts.csv")}
FACTS = {"probation_reset"}
"""Counted in the cases, but asked of nobody: results list questions only."""

RATED = [row for row in published("ratings.csv") if row["standard_id"] != "OVERALL"]
COUNTED = [
    row
    for row in published("counts.csv")
    if HOMES[row["statement_short"]]["id"] not in FACTS
]


def questions(result: Result) -> dict[str, QuestionOutcome]:
    """Every question, prompts and those of no standard included."""
    waiting = list(result.questions.values())
    for standard in result.standards.values():
        waiting += (*standard.key_questions, *standard.questions)
    for question in waiting:
        waiting += question.prompts
    return {question.id: question for question in waiting}


def rating_id(words: str) -> str:
    return words.lower().replace(" ", "_")


def test_every_shipped_rule_set_checks_clean() -> None:
    found = api.check([RULES]).diagnostics

    assert [] == [one.code for one in found if one.severity is not Severity.NOTE]


def test_every_file_of_the_shipped_rules_is_checked() -> None:
    files = {Path(name).resolve() for name in api.check([RULES]).files}

    assert {path.resolve() for path in RULES.rglob("*.inspect")} == files


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_has_an_overall_rating_and_nothing_odd(path: Path) -> None:
    result = scored(path)

    assert result.overall is not None
    assert State.DETERMINED is result.overall.state
    assert () == result.diagnostics


def test_there_are_examples_of_kirklees() -> None:
    assert {*BUNDLES, "kirklees-2024-cases.json"} <= {path.name for path in EXAMPLES}


@pytest.mark.parametrize("row", RATED, ids=lambda row: row["standard_id"])
def test_a_standard_has_its_published_rating(
    kirklees: Result, row: dict[str, str]
) -> None:
    rating = kirklees.standards[f"P{row['standard_id']}"].rating

    assert rating is not None
    assert rating_id(row["rating"]) == rating.id


def test_the_whole_has_its_published_score_and_rating(kirklees: Result) -> None:
    overall = kirklees.overall
    assert overall is not None
    assert overall.rating is not None
    got = (str(overall.score), str(overall.highest_score), overall.rating.id)

    assert {got} == {
        (row["overall_score"], row["overall_max"], rating_id(row["overall_rating"]))
        for row in published("ratings.csv")
    }


@pytest.mark.parametrize(
    "row", published("key_questions.csv"), ids=lambda row: row["key_question_text"]
)
def test_a_key_question_has_its_published_percentage_and_base(
    kirklees: Result, row: dict[str, str]
) -> None:
    standard = kirklees.standards[f"P{row['standard_id']}"]
    [asked] = [
        question
        for question in standard.key_questions
        if question.title == row["key_question_text"]
    ]

    assert int(row["percentage_yes"]) == asked.percent
    assert int(row["n_cases_if_given"]) == asked.relevant


@pytest.mark.parametrize("row", COUNTED, ids=lambda row: row["statement_short"])
def test_a_published_count_is_what_the_engine_counts(
    kirklees: Result, row: dict[str, str]
) -> None:
    home = HOMES[row["statement_short"]]
    asked = questions(kirklees)[home["id"]]
    counts = {"yes": asked.yes, "no": asked.no}

    assert (int(row["numerator"]), int(row["denominator"])) == (
        counts[home["counted"]],
        asked.relevant,
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("settled_at_start", Fraction(26)),
        ("settled_at_inspection", Fraction(27)),
        ("homeless_at_start", Fraction(4)),
        ("homeless_at_inspection", Fraction(1)),
        ("unemployed_at_start", Fraction(19)),
        ("unemployed_at_inspection", Fraction(15)),
        ("unavailable_at_start", Fraction(14)),
        ("unavailable_at_inspection", Fraction(17)),
        ("insufficient_offending", Fraction(36, 42)),
        ("insufficient_risk_of_harm", Fraction(37, 42)),
        ("recommendations_still_required", Fraction(5)),
    ],
)
def test_a_published_figure_of_the_outcomes_is_what_the_engine_finds(
    kirklees: Result, value: str, expected: Fraction
) -> None:
    figure = kirklees.values[value].figure

    assert figure is not None
    assert expected == figure.exact
