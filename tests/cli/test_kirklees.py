"""The published inspection of Kirklees, through the installed command."""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from inspect_engine.reports.as_schema import schema

ROOT = Path(__file__).resolve().parents[2]
PDU = "hmi-probation/pdu"
EXAMPLES = "rules/hmi-probation/examples"
PUBLISHED = f"{EXAMPLES}/kirklees-2024.yaml"
CASES = f"{EXAMPLES}/kirklees-2024-cases.yaml"

RATINGS = {
    "P1.1": "requires_improvement",
    "P1.2": "requires_improvement",
    "P1.3": "requires_improvement",
    "P2.1": "inadequate",
    "P2.2": "inadequate",
    "P2.3": "inadequate",
    "P2.4": "inadequate",
}
PERCENTS = {
    "P2.1": [43, 60, 29],
    "P2.2": [36, 60, 33],
    "P2.3": [60, 21, 21],
    "P2.4": [45, 19, 26],
}
DRIVERS = {
    "P2.1": {"2.1.3"},
    "P2.2": {"2.2.3"},
    "P2.3": {"2.3.2", "2.3.3"},
    "P2.4": {"2.4.2"},
}


def score(bundle: str | Path, **variables: str) -> Any:
    """What the command gives as JSON, run from the root of the repository."""
    command = shutil.which("inspect-engine", path=Path(sys.executable).parent)
    assert command is not None
    done = subprocess.run(
        [command, "score", PDU, bundle, "--format", "json"],
        cwd=ROOT,
        env=os.environ | variables,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (0, "") == (done.returncode, done.stderr)
    return json.loads(done.stdout)


@pytest.fixture(scope="module", params=[PUBLISHED, CASES], ids=["published", "cases"])
def result(request: pytest.FixtureRequest) -> Any:
    return score(request.param)


def standards(result: Any) -> dict[str, Any]:
    return {row["id"]: row for row in result["standards"]}


def test_the_overall_rating_and_score_are_the_published_ones(result: Any) -> None:
    overall = result["overall"]

    assert ("inadequate", 3, 21) == (
        overall["rating"],
        overall["score"],
        overall["max"],
    )


def test_the_standards_are_rated_as_published(result: Any) -> None:
    rated = {id: row["rating"] for id, row in standards(result).items()}

    assert RATINGS == {id: rated[id] for id in RATINGS}


@pytest.mark.parametrize("id", PERCENTS)
def test_the_percentages_are_the_published_ones(result: Any, id: str) -> None:
    rows = standards(result)[id]["key_questions"]

    assert PERCENTS[id] == [row["percent"] for row in rows]


@pytest.mark.parametrize("id", DRIVERS)
def test_the_lowest_key_questions_decide(result: Any, id: str) -> None:
    assert DRIVERS[id] == set(standards(result)[id]["drivers"])


def test_the_result_follows_the_schema(result: Any) -> None:
    found = Draft202012Validator(schema("result")).iter_errors(result)

    assert [] == [error.message for error in found]


# --- one digest -------------------------------------------------------------------


@pytest.fixture(scope="module")
def digest() -> str:
    """That of the cases as they are shipped."""
    found: str = score(CASES)["digest"]
    return found


def test_both_spellings_have_one_digest(digest: str) -> None:
    assert digest == score(CASES.replace(".yaml", ".json"))["digest"]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_cases_does_not_change_the_digest(
    digest: str, tmp_path: Path, seed: int
) -> None:
    # Text stays text: a bundle in JSON may write «"yes"» and «"2024-08-12"».
    text = (ROOT / CASES).read_text(encoding="utf-8")
    bundle = yaml.load(text, Loader=yaml.BaseLoader)
    random.Random(seed).shuffle(bundle["cases"])
    path = tmp_path / "shuffled.json"
    path.write_text(json.dumps(bundle), encoding="utf-8")

    assert digest == score(path)["digest"]


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_seed_of_hashes_changes_nothing(digest: str, seed: str) -> None:
    assert digest == score(CASES, PYTHONHASHSEED=seed)["digest"]


@pytest.mark.parametrize("bundle", [PUBLISHED, CASES])
def test_the_same_run_gives_the_same_bytes(bundle: str) -> None:
    first = score(bundle, PYTHONHASHSEED="1", LC_ALL="C", TZ="Pacific/Kiritimati")

    assert first == score(bundle, PYTHONHASHSEED="2")


def test_another_answer_has_another_digest(digest: str, tmp_path: Path) -> None:
    text = (ROOT / CASES).read_text(encoding="utf-8")
    path = tmp_path / "other.yaml"
    path.write_text(text.replace("2.1.1: no", "2.1.1: yes", 1), encoding="utf-8")

    assert digest != score(path)["digest"]
