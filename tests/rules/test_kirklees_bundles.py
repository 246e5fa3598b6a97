"""Do the Kirklees examples say what was published? Counted without the engine."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
RULES = HERE.parents[1] / "rules/hmi-probation"
EXAMPLES = RULES / "examples"
KIRKLEES = "PDU-KIRKLEES-2024"

# Printed as a percentage alone, in the text of P 2.1, P 2.2 and P 2.3.
PRINTED_PERCENTAGES = {"2.1.1b": 43, "2.1.1d": 74, "2.2.1e": 67, "2.3.1b": 76}

# Printed in words alone: at least and below, in per cent.
PRINTED_WORDS = {
    "2.1.3b": (30, 37),  # around a third
    "2.2.1a": (50, 65),  # too few
    "2.3.1a": (65, 80),  # a reasonable majority
}

SPELLINGS = ("kirklees-2024-cases.yaml", "kirklees-2024-cases.json")


def published(name: str) -> list[dict[str, str]]:
    """The rows about Kirklees of a published table."""
    with (HERE / "published" / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row for row in rows if row["inspection_id"] == KIRKLEES]


def homes_of_counts() -> dict[str, tuple[str, str, str]]:
    """Where a count stands: the records, the question or fact, the answer counted."""
    with (HERE / "homes_of_counts.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["statement_short"]: (row["records"], row["id"], row["counted"])
            for row in csv.DictReader(file)
        }


def read(name: str) -> Any:
    """A bundle with every scalar as text."""
    text = (EXAMPLES / name).read_text(encoding="utf-8")
    if name.endswith(".json"):
        return json.loads(text, parse_int=str)
    return yaml.load(text, Loader=yaml.BaseLoader)


def given(record: dict[str, Any], id: str) -> str | None:
    """The record's answer to a question, or its fact."""
    answer: str | None = record.get("answers", {}).get(id, record.get(id))
    return answer


def tally(records: list[dict[str, Any]], id: str) -> dict[str, int]:
    """How often each answer but «not applicable» was given."""
    counts: dict[str, int] = {}
    for record in records:
        answer = given(record, id)
        if answer not in (None, "not_applicable"):
            counts[answer] = counts.get(answer, 0) + 1
    return counts


def percent(counts: dict[str, int]) -> int:
    """The share of yes, half up to whole."""
    base = sum(counts.values())
    return (200 * counts["yes"] + base) // (2 * base)


def rule_text() -> str:
    return (RULES / "pdu-2023.inspect").read_text(encoding="utf-8")


def key_questions() -> dict[str, str]:
    """Ids and wording of the key questions, read from the rules line by line."""
    return dict(re.findall(r'^ +key question (\S+) "([^"]+)"', rule_text(), re.M))


def declared_questions() -> set[str]:
    """Ids of all questions of the rules; a prompt's id follows its key question's."""
    ids = set[str]()
    key_question = ""
    pattern = r"^ +(key question|question|prompt) (\S+)"
    for kind, id in re.findall(pattern, rule_text(), re.M):
        key_question = id if kind == "key question" else key_question
        ids.add(key_question + id if kind == "prompt" else id)
    return ids


@pytest.fixture(scope="module", params=SPELLINGS)
def made_up(request: pytest.FixtureRequest) -> Any:
    return read(request.param)


@pytest.fixture(scope="module")
def as_published() -> Any:
    return read("kirklees-2024.yaml")


def test_every_published_count_has_a_home_in_the_bundles() -> None:
    statements = {row["statement_short"] for row in published("counts.csv")}
    assert homes_of_counts().keys() == statements


@pytest.mark.parametrize(
    "row", published("counts.csv"), ids=lambda row: row["statement_short"]
)
def test_the_made_up_cases_give_a_published_count(
    made_up: Any, row: dict[str, str]
) -> None:
    records, id, counted = homes_of_counts()[row["statement_short"]]
    counts = tally(made_up[records], id)
    expected = (int(row["numerator"]), int(row["denominator"]))
    assert expected == (counts[counted], sum(counts.values()))


@pytest.mark.parametrize(
    "row", published("counts.csv"), ids=lambda row: row["statement_short"]
)
def test_the_tallies_give_a_published_count(
    as_published: Any, row: dict[str, str]
) -> None:
    _, id, counted = homes_of_counts()[row["statement_short"]]
    counts = {word: int(n) for word, n in as_published["tallies"][id].items()}
    expected = (int(row["numerator"]), int(row["denominator"]))
    assert expected == (counts[counted], sum(counts.values()))


def test_the_rules_ask_the_key_questions_in_the_published_words() -> None:
    expected = [row["key_question_text"] for row in published("key_questions.csv")]
    assert expected == list(key_questions().values())


def test_the_made_up_cases_give_the_published_percentages(made_up: Any) -> None:
    expected = [int(row["percentage_yes"]) for row in published("key_questions.csv")]
    counts = [tally(made_up["cases"], id) for id in key_questions()]
    assert expected == [percent(one) for one in counts]
    assert [42] * 12 == [sum(one.values()) for one in counts]


def test_the_tallies_give_the_published_percentages(as_published: Any) -> None:
    expected = [
        {"percent": row["percentage_yes"], "relevant": row["n_cases_if_given"]}
        for row in published("key_questions.csv")
    ]
    assert expected == [as_published["tallies"][id] for id in key_questions()]


@pytest.mark.parametrize(("id", "expected"), PRINTED_PERCENTAGES.items())
def test_a_percentage_printed_without_counts_holds(
    made_up: Any, id: str, expected: int
) -> None:
    assert expected == percent(tally(made_up["cases"], id))


@pytest.mark.parametrize(("id", "limits"), PRINTED_WORDS.items())
def test_a_share_printed_in_words_holds(
    made_up: Any, id: str, limits: tuple[int, int]
) -> None:
    assert percent(tally(made_up["cases"], id)) in range(*limits)


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("sentence", {"community_order": 27, "licence": 15}),
        ("accommodation_start", {"settled": 26, "homeless": 4, "other": 12}),
        ("accommodation_inspection", {"settled": 27, "homeless": 1, "other": 14}),
        ("employment_start", {"unemployed": 19, "unavailable": 14, "employed": 9}),
        (
            "employment_inspection",
            {"unemployed": 15, "unavailable": 17, "employed": 10},
        ),
    ],
)
def test_the_facts_of_the_cases_are_the_published_ones(
    made_up: Any, as_published: Any, fact: str, expected: dict[str, int]
) -> None:
    assert expected == tally(made_up["cases"], fact)
    counts = {choice: int(n) for choice, n in as_published["tallies"][fact].items()}
    assert expected == counts


def test_the_made_up_records_give_every_tally_of_counts(
    made_up: Any, as_published: Any
) -> None:
    groups = ("cases", "interviews", "survey_responses", "staff_responses")
    records = [record for group in groups for record in made_up[group]]
    expected = {
        id: {word: int(n) for word, n in counts.items()}
        for id, counts in as_published["tallies"].items()
        if "percent" not in counts
    }
    assert expected == {id: tally(records, id) for id in expected}


@pytest.mark.parametrize(
    ("group", "count"),
    [
        ("cases", 42),
        ("interviews", 36),
        ("survey_responses", 45),
        ("staff_responses", 21),
        ("recommendations", 7),
    ],
)
def test_there_are_as_many_records_as_the_report_says(
    made_up: Any, group: str, count: int
) -> None:
    expected = [f"{n:03}" for n in range(1, count + 1)]
    assert expected == [record["id"] for record in made_up[group]]


def test_the_recommendations_are_categorised_as_published(
    made_up: Any, as_published: Any
) -> None:
    expected = ["none", "some", "none", "none", "sufficient", "sufficient", "some"]
    assert expected == [one["progress"] for one in as_published["recommendations"]]
    assert as_published["recommendations"] == made_up["recommendations"]


def test_the_judgements_are_the_published_ratings(
    made_up: Any, as_published: Any
) -> None:
    expected = {
        f"P{row['standard_id']}": row["rating"].lower().replace(" ", "_")
        for row in published("ratings.csv")
        if row["standard_id"].startswith("1.")
    }
    assert expected == as_published["judgements"]
    assert expected == made_up["judgements"]


def test_the_rules_declare_every_question_that_is_answered(
    made_up: Any, as_published: Any
) -> None:
    groups = ("cases", "interviews", "survey_responses", "staff_responses")
    answered = {
        id for group in groups for record in made_up[group] for id in record["answers"]
    }
    assert declared_questions() == answered
    facts = set(made_up["cases"][0]) - {"answers"}
    assert as_published["tallies"].keys() <= answered | facts


def test_answers_are_words_of_the_language(made_up: Any) -> None:
    groups = ("cases", "interviews", "survey_responses", "staff_responses")
    words = {
        word
        for group in groups
        for record in made_up[group]
        for word in record["answers"].values()
    }
    assert {"yes", "no", "not_applicable"} == words


@pytest.mark.parametrize(
    ("group", "fact", "choice", "id"),
    [
        ("cases", "sentence", "licence", "2.3.1d"),
        ("cases", "non_compliance", "no", "2.3.2e"),
        ("cases", "service_needed", "yes", "crs_offered"),
        ("survey_responses", "knows_of_plan", "yes", "involved_in_plan"),
        ("survey_responses", "needed_services", "yes", "helped_to_services"),
    ],
)
def test_a_question_is_answered_exactly_where_it_is_asked(
    made_up: Any, group: str, fact: str, choice: str, id: str
) -> None:
    asked = [one["id"] for one in made_up[group] if given(one, fact) == choice]
    answered = [one["id"] for one in made_up[group] if id in one["answers"]]
    assert asked == answered


def test_no_made_up_case_is_of_low_risk(made_up: Any) -> None:
    # The rules leave low risk out of four key questions, and all have a base of 42.
    assert "low" not in tally(made_up["cases"], "risk_of_serious_harm")


def test_no_made_up_judgement_contradicts_all_of_its_prompts(made_up: Any) -> None:
    contradictions = [
        (case["id"], id)
        for case in made_up["cases"]
        for id in key_questions()
        if case["answers"][id] not in prompt_answers(case["answers"], id)
    ]
    assert [] == contradictions


def prompt_answers(answers: dict[str, str], key_question: str) -> set[str]:
    pattern = re.compile(re.escape(key_question) + "[a-z]")
    return {word for id, word in answers.items() if pattern.fullmatch(id)}


def test_the_two_spellings_say_the_same() -> None:
    yaml_bundle, json_bundle = (read(name) for name in SPELLINGS)
    assert yaml_bundle == json_bundle


def test_the_example_says_that_its_cases_are_made_up() -> None:
    assert "made-up" in read("kirklees-2024-cases.yaml")["inspection"]["name"]
    first_line = (EXAMPLES / "kirklees-2024-cases.yaml").read_text("utf-8")[:20]
    assert "# MADE-UP CASES" in first_line


def test_the_committed_cases_are_what_the_script_writes() -> None:
    script = HERE / "make_kirklees_cases.py"
    run = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )
    assert (0, "") == (run.returncode, run.stdout)
