"""Files of examples are read strictly, and everything wrong is told at once."""

from pathlib import Path

import pytest
from tests.examples.made import RULES, expecting, faults, ran, said

from inspect_engine import api
from inspect_engine.diagnostics import pages

MISSPELT = """\
ruls: x
tests:
  - nam: one
    bundle: {judgements: {S1: good}}
    expect: {overal: good}
  - name: two
    bundle: {judgements: {S1: good}}
    expect:
      standards: {S9: good, S1: {ratin: good}}
      questions: {1.1: {percnt: 3}, 1.9: good}
      values: {don: 3}
      score: many
      undetermined: [S8]
      diagnostics: [RULE-NOTTE]
  - name: two
    bundle: {judgements: {S1: good}}
    expect: {overall: gud}
  - name: three
"""


def test_everything_that_is_misspelt_is_told_at_once(tmp_path: Path) -> None:
    assert [
        ("UNKNOWN-KEY", 2, 1),
        ("MISSING-KEY", 4, 5),
        ("UNKNOWN-KEY", 4, 5),
        ("UNKNOWN-KEY", 6, 14),
        ("UNKNOWN-NAME", 10, 19),
        ("UNKNOWN-KEY", 10, 34),
        ("UNKNOWN-KEY", 11, 25),
        ("UNKNOWN-NAME", 11, 37),
        ("UNKNOWN-NAME", 12, 16),
        ("NOT-A-NUMBER", 13, 14),
        ("UNKNOWN-NAME", 14, 22),
        ("UNKNOWN-NAME", 15, 21),
        ("DUPLICATE-ID", 16, 11),
        ("UNKNOWN-LEVEL", 18, 23),
        ("MISSING-KEY", 19, 5),
        ("MISSING-KEY", 19, 5),
    ] == sorted(faults(ran(tmp_path, MISSPELT)), key=lambda one: (one[1:], one[0]))


def test_a_near_miss_is_suggested(tmp_path: Path) -> None:
    run = ran(tmp_path, MISSPELT)
    hints = [hint for one in run.diagnostics for hint in one.help]

    for word in ("rules", "name", "overall", "rating", "percent", "done", "RULE-NOTE"):
        assert f"did you mean «{word}»?" in hints


def test_a_file_with_a_fault_runs_nothing(tmp_path: Path) -> None:
    run = ran(tmp_path, MISSPELT)

    assert ((), True) == (run.outcomes, run.is_unread)


@pytest.mark.parametrize("expect", ["{}", ""])
def test_a_test_that_expects_nothing_is_a_fault(expect: str, tmp_path: Path) -> None:
    assert ["MISSING-KEY"] == [
        code for code, *_ in faults(ran(tmp_path, expecting(expect)))
    ]


def test_the_faults_of_its_spelling_are_told_too(tmp_path: Path) -> None:
    found = faults(ran(tmp_path, expecting("{overall: good, overall: poor}")))

    assert ["DUPLICATE-KEY"] == [code for code, *_ in found]


@pytest.mark.parametrize("name", ["absent.yaml", "../ours.yaml", "sub"])
def test_a_bundle_that_is_not_in_the_folder_is_told_where_it_is_named(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "sub").mkdir()
    found = faults(ran(tmp_path, expecting("{overall: good}", name)))

    assert [(4, 13)] == [(line, column) for _, line, column in found]


def test_json_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "ours.inspect").write_text(RULES, "utf-8")
    path = tmp_path / "ours.examples.json"
    path.write_text(
        '{"examples": 1, "tests": [{"name": "one", "bundle": {"judgements":'
        ' {"S1": "good"}}, "expect": {"standards": {"S1": "best"}}}]}',
        "utf-8",
    )

    assert [("standard S1", "best", "good")] == said(api.run_examples([path]))


# --- which rules a file is of -----------------------------------------------------

TEST = expecting("{standards: {S1: good}}")
OTHER = RULES.replace("x/a", "x/b")


def placed(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("where", ["ours.examples.yaml", "sub/ours.examples.yaml"])
def test_rules_of_its_own_name_beside_or_above_are_meant(
    where: str, tmp_path: Path
) -> None:
    placed(tmp_path, "ours.inspect", RULES)
    placed(tmp_path, "other.inspect", OTHER)
    path = placed(tmp_path, where, "examples: 1\n" + TEST)

    assert [] == said(api.run_examples([path]))


@pytest.mark.parametrize("where", ["any.examples.yaml", "sub/any.examples.yaml"])
def test_else_the_only_methodology_is_meant(where: str, tmp_path: Path) -> None:
    placed(tmp_path, "ours.inspect", RULES)
    path = placed(tmp_path, where, "examples: 1\n" + TEST)

    assert [] == said(api.run_examples([path]))


def test_of_two_methodologies_one_must_be_named(tmp_path: Path) -> None:
    placed(tmp_path, "ours.inspect", RULES)
    placed(tmp_path, "other.inspect", OTHER)
    path = placed(tmp_path, "any.examples.yaml", "examples: 1\n" + TEST)
    run = api.run_examples([path])

    assert ([("EXAMPLES-WITHOUT-RULES", 1, 1)], True) == (faults(run), run.is_unread)
    placed(tmp_path, "any.examples.yaml", "examples: 1\nrules: other.inspect\n" + TEST)
    assert [] == said(api.run_examples([path]))


def test_without_rules_near_a_file_says_so(tmp_path: Path) -> None:
    path = placed(tmp_path, "sub/any.examples.yaml", "examples: 1\n" + TEST)

    assert [("EXAMPLES-WITHOUT-RULES", 1, 1)] == faults(api.run_examples([path]))


def test_an_id_with_its_version_is_looked_up(tmp_path: Path) -> None:
    rules = "rules: hmi-probation/pdu@2023.1\n"
    test = expecting("{standards: {P1.1: good}}", "{judgements: {P1.1: good}}")
    path = placed(tmp_path, "any.examples.yaml", "examples: 1\n" + rules + test)

    assert [] == said(api.run_examples([path]))


def test_an_id_that_is_none_is_told_where_it_is_written(tmp_path: Path) -> None:
    text = "examples: 1\nrules: hmi-probation/pdo\n" + TEST
    path = placed(tmp_path, "any.examples.yaml", text)
    run = api.run_examples([path])

    assert ([("UNKNOWN-METHODOLOGY", 2, 8)], True) == (faults(run), run.is_unread)


def test_rules_with_errors_are_told_once_for_two_files(tmp_path: Path) -> None:
    placed(tmp_path, "ours.inspect", RULES.replace("by half", "by haf"))
    placed(tmp_path, "ours.examples.yaml", "examples: 1\n" + TEST)
    placed(tmp_path, "ours.examples.json", '{"examples": 1, "tests": []}')
    run = api.run_examples([tmp_path])

    assert (["UNKNOWN-NAME"], False) == (
        [one.code for one in run.diagnostics],
        run.is_unread,
    )


# --- pages ------------------------------------------------------------------------

PAGE_RULES = """\
methodology x/page "Page" { version 1 language 1 }
scale rating { 0 poor 1 good }
standard P1 "One" { judged on rating }
standard P2 "Two" { judged on rating }
overall { rating lowest of standards }
"""


@pytest.mark.parametrize("code", ["EXAMPLES-FORM", "EXAMPLE-ROW"])
def test_the_examples_of_a_page_are_true(code: str, tmp_path: Path) -> None:
    placed(tmp_path, "ours.inspect", PAGE_RULES)
    wrong, right = (
        placed(tmp_path, f"{name}/ours.examples.yaml", text)
        for name, text in zip(("wrong", "right"), pages.examples(code), strict=True)
    )

    assert code in [one.code for one in api.run_examples([wrong]).diagnostics]
    assert code not in [one.code for one in api.run_examples([right]).diagnostics]
