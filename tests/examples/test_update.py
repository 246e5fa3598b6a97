"""What was found, put in place of what was expected; all else stays as it was."""

from pathlib import Path

import pytest
from tests.examples.made import FORM, RULES, expecting, ran, ran_blocks, said

from inspect_engine import api
from inspect_engine.examples.update import updates

BUNDLE = (
    "{judgements: {S1: good}, tallies: {1.1: {yes: 1, no: 1}, 1.2: {yes: 9, no: 1}}}"
)
OPEN = "{judgements: {S1: good}}"


def updated(folder: Path, tests: str) -> str:
    """The tests as they would be written, which then must hold."""
    changes, left = updates(ran(folder, tests))
    assert (1, 0) == (len(changes), left)
    after = changes[0].after.removeprefix(FORM)
    assert [] == said(ran(folder, after))
    return after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{overall: poor}", "{overall: good}"),
        ('{overall: "poor"}', '{overall: "good"}'),
        ("{overall: 'poor'}", "{overall: 'good'}"),
        ("{overall: [poor, best]}", "{overall: [good]}"),
        ("{score: 7}", "{score: 2}"),
        (
            "{standards: {S2: {drivers: [1.2, 1.1]}}}",
            "{standards: {S2: {drivers: [1.1]}}}",
        ),
        ("{questions: {1.1: 3 of 4}}", "{questions: {1.1: 1 of 2}}"),
        ("{questions: {1.2: {band: few}}}", "{questions: {1.2: {band: nearly all}}}"),
        ("{values: {done: 1/3}}", "{values: {done: 0.5}}"),
        ("{diagnostics: [RULE-NOTE]}", "{diagnostics: []}"),
        ("{standards: {S2: poor}, score: 9}", "{standards: {S2: good}, score: 2}"),
    ],
)
def test_a_word_is_replaced_in_its_own_spelling(
    before: str, after: str, tmp_path: Path
) -> None:
    assert expecting(after, BUNDLE) == updated(tmp_path, expecting(before, BUNDLE))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{overall: poor}", "{overall: [poor, good]}"),
        ("{score: 2}", "{score: 1 to 3}"),
    ],
)
def test_what_is_open_is_written_as_all_that_is_possible(
    before: str, after: str, tmp_path: Path
) -> None:
    assert expecting(after, OPEN) == updated(tmp_path, expecting(before, OPEN))


def test_comments_blank_lines_and_layout_stay(tmp_path: Path) -> None:
    before = """\
# about all

tests:
  - name: one       # the first
    bundle: {judgements: {S1: good}}
    expect:
      standards:
        S1:
          possible:   # all of them
            - poor
            - best

      # a remark
      overall: [poor,   good]   # kept
  - name: two
    bundle: {judgements: {S1: best}}
    expect: {standards: {S1:   poor}}  # the second
"""
    after = before.replace("- poor\n            - best\n", "- good\n")

    assert after.replace("S1:   poor", "S1:   best") == updated(tmp_path, before)


def test_the_cells_of_a_row_are_replaced_and_no_others(tmp_path: Path) -> None:
    before = """\
tests:
  - name: one
    table:
      columns: S1, S2 -> overall,  score
      rows:
        - good,  good ->  poor,  2   # a remark
        - good,  best ->  best,  4
        - "good, poor -> good, 1"
"""
    after = (
        before.replace("->  poor,  2 ", "->  good,  2 ")
        .replace("->  best,  4", "->  good,  3")
        .replace("poor -> good, 1", "poor -> poor, 1")
    )

    assert after == updated(tmp_path, before)


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    (tmp_path / "ours.inspect").write_text(RULES, "utf-8")
    path = tmp_path / "ours.examples.yaml"
    text = (FORM + expecting("{overall: poor}", BUNDLE)).replace("\n", "\r\n")
    path.write_bytes(text.encode())
    changes, _ = updates(api.run_examples([path]))

    assert text.replace("overall: poor", "overall: good") == changes[0].after


def test_json_stays_json(tmp_path: Path) -> None:
    (tmp_path / "ours.inspect").write_text(RULES, "utf-8")
    path = tmp_path / "ours.examples.json"
    text = (
        '{"examples": 1, "tests": [{"name": "one", "bundle": {"judgements":'
        ' {"S1": "good", "S2": "good"}, "published": {}}, "expect": %s}]}'
    ).replace(', "S2": "good"}, "published": {}', '}, "published": {"S2": "good"}')
    path.write_text(text % '{"overall": "poor", "score": 3}', "utf-8")
    changes, _ = updates(api.run_examples([path]))

    assert text % '{"overall": "good", "score": 2}' == changes[0].after


def test_examples_in_rules_are_left_to_their_author(tmp_path: Path) -> None:
    block = 'example "one" { given S1 is good  expect standard S1 is best }\n'

    assert ((), 1) == updates(ran_blocks(tmp_path, block))


def test_a_bundle_that_is_refused_leaves_the_expectation(tmp_path: Path) -> None:
    run = ran(tmp_path, expecting("{overall: good}", "{judgements: {S1: goood}}"))

    assert ((), 1) == updates(run)
