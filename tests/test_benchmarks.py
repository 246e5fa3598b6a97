"""The benchmarks run, and every engine in them gives the same results."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
FROM_WORKLOADS = """
from benchmarks.workloads import inspections, plain
given = inspections({workload!r}, 30)
print([plain({workload!r}, one) for one in given])
"""


def run(*arguments: str) -> str:
    """What a benchmark prints, run from the checkout as its page says."""
    ran = subprocess.run(
        (sys.executable, *arguments),
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert "" == ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def timings(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    file = tmp_path_factory.mktemp("benchmarks") / "interpreter.json"
    run("-m", "benchmarks.interpreter", "--quick", "--json", str(file))
    report: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = report["timings"]
    return found


def test_every_engine_that_runs_gives_what_the_plain_definition_gives(
    timings: list[dict[str, Any]],
) -> None:
    different = [one for one in timings if one["seconds"] and not one["is_equal"]]
    assert [] == different


def test_the_interpreter_and_the_peers_without_packages_run_both_workloads(
    timings: list[dict[str, Any]],
) -> None:
    ran = {(one["workload"], one["name"]) for one in timings if one["seconds"]}
    names = (
        "inspect-engine, ie.score",
        "naive tree-walking interpreter",
        "plain Python loop",
    )
    assert set() == {(work, one) for work in ("rate", "case") for one in names} - ran


def test_a_cold_start_is_measured_for_every_command_and_stage(tmp_path: Path) -> None:
    file = tmp_path / "cold.json"
    run("-m", "benchmarks.cold", "--quick", "--profile", "--json", str(file))
    report = json.loads(file.read_text(encoding="utf-8"))
    assert report["ratios"].keys() == {
        "python -c pass",
        "import inspect_engine",
        "--help",
        "check, shipped rules",
        "score, tallies",
        "score, 42 cases",
    }
    stages = ["imports", "find", "parse", "bind", "check", "read bundle", "score"]
    assert [*stages, "render"] == list(report["stages_ms"])


def test_kept_figures_are_compared_name_by_name() -> None:
    shown = run("-m", "benchmarks.interpreter", "--quick", "--compare")
    assert "Ours, as a ratio to each" in shown


@pytest.mark.parametrize("workload", ["rate", "case"])
def test_the_data_of_a_workload_is_the_same_in_every_run(workload: str) -> None:
    program = FROM_WORKLOADS.format(workload=workload)
    assert run("-c", program) == run("-c", program)


def test_the_data_reaches_every_level_and_what_cannot_be_rated() -> None:
    program = FROM_WORKLOADS.format(workload="rate")
    figures = json.loads(run("-c", program))
    assert {-1, 0, 1, 2, 3} == {level for one in figures for level in one[12:24]}


def test_checking_large_files_is_timed_beside_an_empty_process() -> None:
    printed = run("-m", "benchmarks.checking", "--quick")

    for name in ("python -c pass", "check, 3,000 lines"):
        assert f"| {name} " in printed
