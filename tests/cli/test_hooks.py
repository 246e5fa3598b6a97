"""The pre-commit hooks and the example workflow run commands that there are."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.conftest import GAP, RULES, Call

ROOT = Path(__file__).resolve().parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
)
WORKFLOW: dict[Any, Any] = yaml.safe_load(
    (ROOT / "docs" / "examples" / "check-rules.yml").read_text("utf-8")
)
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["check"]["steps"]
RUN = [shlex.split(one["run"]) for one in STEPS if "run" in one]


def words_of(id: str) -> list[str]:
    [entry] = [one["entry"] for one in HOOKS if one["id"] == id]
    program, *words = shlex.split(entry)
    assert "inspect-engine" == program
    return words


@pytest.fixture(autouse=True)
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rules").mkdir()
    return tmp_path / "rules"


def write(rules: Path, text: str) -> str:
    (rules / "ours.inspect").write_text(text, encoding="utf-8")
    return "rules/ours.inspect"


@pytest.mark.parametrize("hook", HOOKS, ids=lambda one: str(one["id"]))
def test_a_hook_has_all_that_pre_commit_needs(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language", "files"} <= hook.keys()
    assert re.search(hook["files"], "rules/a.inspect")
    assert re.search(hook["files"], "rules/a.yaml")
    assert hook["pass_filenames"] is False
    assert not re.search(hook["files"], "rules/a.inspect.md")


def test_the_check_hook_fails_over_an_error_alone(call: Call, rules: Path) -> None:
    words = words_of("inspect-engine-check")
    codes = []
    for text in (RULES, GAP):
        write(rules, text)
        codes.append(call(*words).code)

    assert [0, 1] == codes


def test_the_hooks_look_at_rules_in_yaml_and_at_no_other_yaml(
    call: Call, rules: Path
) -> None:
    (rules / "other.yaml").write_text("name: of something else\n", encoding="utf-8")
    call("convert", write(rules, RULES), "--to", "yaml", "-o", "rules/ours.yaml")
    (rules / "ours.inspect").unlink()

    for hook in HOOKS:
        assert 0 == call(*words_of(hook["id"])).code
    (rules / "ours.yaml").write_text("scale: {r: {levles: [a]}}\n", encoding="utf-8")
    assert 1 == call(*words_of("inspect-engine-check")).code


def test_the_layout_hooks_rewrite_or_tell(call: Call, rules: Path) -> None:
    write(rules, 'note   "a"\n')

    assert 1 == call(*words_of("inspect-engine-fmt-check")).code
    assert 0 == call(*words_of("inspect-engine-fmt")).code
    assert 0 == call(*words_of("inspect-engine-fmt-check")).code


def test_the_workflow_uploads_the_report_that_it_writes(
    call: Call, rules: Path
) -> None:
    write(rules, GAP)
    [check] = [one[1:] for one in RUN if "sarif" in one]
    [upload] = [one for one in STEPS if "upload-sarif" in one.get("uses", "")]

    assert 0 == call(*check).code
    log = json.loads(Path(upload["with"]["sarif_file"]).read_text("utf-8"))
    assert "BAND-GAP" in [one["ruleId"] for one in log["runs"][0]["results"]]


def test_the_workflow_fails_at_its_end(call: Call, rules: Path) -> None:
    write(rules, GAP)

    assert 1 == call(*RUN[-1][1:]).code


def test_the_workflow_may_write_alerts_and_nothing_else() -> None:
    assert {"contents": "read", "security-events": "write"} == WORKFLOW["permissions"]
