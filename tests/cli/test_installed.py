"""The real engine behind the installed command: every example that help shows."""

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspect_engine_cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PDU = "hmi-probation/pdu"
KIRKLEES = "rules/hmi-probation/examples/kirklees-2024.yaml"


def inspect_engine(
    *words: str | Path, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    command = shutil.which("inspect-engine", path=Path(sys.executable).parent)
    assert command is not None
    return subprocess.run(
        [command, *words], cwd=cwd, capture_output=True, check=False, encoding="utf-8"
    )


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS)])
def test_every_example_in_the_help_works(words: list[str], tmp_path: Path) -> None:
    shown = inspect_engine(*words, "--help").stdout.splitlines()
    examples = [
        shlex.split(line) for line in shown if line.startswith("    inspect-engine ")
    ]
    # Some of them write, so they run in a folder that looks like the checkout.
    shutil.copytree(ROOT / "rules", tmp_path / "rules")

    assert examples
    for _, *example in examples:
        done = inspect_engine(*example, cwd=tmp_path)
        assert 0 == done.returncode, (example, done.stderr)


def test_kirklees_is_rated_as_published() -> None:
    done = inspect_engine("score", PDU, KIRKLEES, "--format", "json")
    result = json.loads(done.stdout)

    assert ("inadequate", 3, 21) == tuple(
        result["overall"][key] for key in ("rating", "score", "max")
    )
    drivers = {row["id"]: row["drivers"] for row in result["standards"]}
    assert ["2.3.2", "2.3.3"] == sorted(drivers["P2.3"])


def test_kirklees_follows_the_published_schema() -> None:
    from jsonschema import Draft202012Validator

    done = inspect_engine("score", PDU, KIRKLEES, "--format", "json")
    schema = json.loads(inspect_engine("schema", "result").stdout)

    assert [] == list(Draft202012Validator(schema).iter_errors(json.loads(done.stdout)))


def test_cases_give_what_the_published_figures_give() -> None:
    cases = KIRKLEES.replace(".yaml", "-cases.yaml")
    done = inspect_engine("score", PDU, KIRKLEES, cases, "--format", "json")
    ratings = [
        [row["rating"] for row in json.loads(line)["standards"]]
        for line in done.stdout.splitlines()
    ]

    assert 2 == len(ratings)
    assert ratings[0] == ratings[1]


def test_rules_that_do_not_exist_exit_2() -> None:
    done = inspect_engine("score", "nobody/nothing", KIRKLEES)

    assert (2, "") == (done.returncode, done.stdout)
    assert "Traceback" not in done.stderr


def test_a_bundle_that_does_not_exist_exits_2() -> None:
    done = inspect_engine("score", PDU, "absent.yaml")

    assert (2, "") == (done.returncode, done.stdout)
    assert "absent.yaml" in done.stderr


def test_a_malformed_bundle_exits_2(tmp_path: Path) -> None:
    path = tmp_path / "bundle.yaml"
    path.write_text("bundle: 1\ninspection: {id: [\n", encoding="utf-8")
    done = inspect_engine("score", PDU, path)

    assert (2, "") == (done.returncode, done.stdout)


def test_a_folder_without_rules_exits_2(tmp_path: Path) -> None:
    assert 2 == inspect_engine("check", tmp_path).returncode


def test_malformed_rules_exit_1(tmp_path: Path) -> None:
    path = tmp_path / "ours.inspect"
    path.write_text('methodology ours "Ours" {\n  version\n}\n', encoding="utf-8")

    assert 1 == inspect_engine("check", path).returncode
    assert 1 == inspect_engine("score", path, KIRKLEES).returncode
