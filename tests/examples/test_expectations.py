"""What an example file can expect, and what is said where it is not so."""

from pathlib import Path

import pytest
from tests.examples.made import expecting, ran, said

WHOLE = (
    "{judgements: {S1: good}, inputs: {visits: 5},"
    " tallies: {1.1: {yes: 3, no: 1}, 1.2: {yes: 9, no: 1},"
    " order: {community: 1, licence: 2}}}"
)

HOLDING = [
    "{overall: good}",
    "{overall: Good}",
    "{overall: [good]}",
    "{overall: {rating: good, computed: good, score: 2, possible: [good]}}",
    "{score: 2}",
    "{score: 2.0}",
    "{standards: {S1: good, S2: good}}",
    "{standards: {S2: {rating: good, score: 1, drivers: [1.1]}}}",
    "{questions: {1.1: 3 of 4}}",
    "{questions: {1.1: good, 1.2: best}}",
    "{questions: {1.1: {percent: 75, exact: 6/8, base: 4, yes: 3, no: 1}}}",
    "{questions: {1.1: {rating: good, band: many, not_applicable: 0, unanswered: 0}}}",
    "{values: {done: 3/4}}",
    "{values: {done: 0.75, often: true}}",
    "{not_rated: [S3]}",
    "{diagnostics: []}",
]
FAILING = [
    ("{overall: poor}", ("overall", "poor", "good")),
    ("{overall: [poor, good]}", ("overall", "poor and good", "good")),
    ("{overall: not_rated}", ("overall", "not_rated", "good")),
    ("{overall: undetermined}", ("overall", "undetermined", "good")),
    ("{score: 3}", ("overall, score", "3", "2")),
    ("{score: 0 to 2}", ("overall, score", "0 to 2", "2")),
    ("{standards: {S2: best}}", ("standard S2", "best", "good")),
    (
        "{standards: {S2: {drivers: [1.2]}}}",
        ("standard S2, drivers", "1.2", "1.1"),
    ),
    ("{questions: {1.1: 3 of 5}}", ("question 1.1", "3 of 5", "3 of 4")),
    ("{questions: {1.1: {percent: 74}}}", ("question 1.1, percent", "74", "75")),
    ("{questions: {1.1: {exact: 3/5}}}", ("question 1.1, exact", "3/5", "0.75")),
    ("{questions: {1.1: {band: few}}}", ("question 1.1, band", "few", "many")),
    ("{values: {done: 3/5}}", ("value done", "3/5", "0.75")),
    ("{values: {often: false}}", ("value often", "false", "true")),
    ("{not_rated: [S2]}", ("standard S2", "not_rated", "good")),
    ("{undetermined: [overall]}", ("overall", "undetermined", "good")),
    ("{diagnostics: [RULE-NOTE]}", ("diagnostics", "RULE-NOTE", "none")),
]


@pytest.mark.parametrize("expect", HOLDING)
def test_what_is_so_passes(expect: str, tmp_path: Path) -> None:
    run = ran(tmp_path, expecting(expect, WHOLE))

    assert [] == said(run)
    assert (1, 0) == (run.passed, run.failed)


@pytest.mark.parametrize(("expect", "differing"), FAILING)
def test_what_is_not_so_fails_and_shows_both(
    expect: str, differing: tuple[str, str, str], tmp_path: Path
) -> None:
    assert [differing] == said(ran(tmp_path, expecting(expect, WHOLE)))


def test_a_rating_shows_the_key_questions_under_it(tmp_path: Path) -> None:
    run = ran(tmp_path, expecting("{standards: {S2: best}}", WHOLE))

    assert (
        "1.1: 75%, 3 of 4, many, Good, decides",
        "1.2: 90%, 9 of 10, nearly all, Best",
    ) == run.outcomes[0].mismatches[0].under


def test_an_overall_rating_shows_the_standards_under_it(tmp_path: Path) -> None:
    run = ran(tmp_path, expecting("{overall: best}", WHOLE))

    assert (
        "score: 2",
        "S1: Good, score 1",
        "S2: Good, score 1",
    ) == run.outcomes[0].mismatches[0].under


OPEN = "{judgements: {S1: good}, tallies: {1.1: {yes: 3, no: 1}}}"


@pytest.mark.parametrize(
    "expect",
    [
        "{standards: {S2: undetermined}}",
        "{standards: {S2: [poor, good]}}",
        "{standards: {S2: {possible: [good, poor]}}}",
        "{undetermined: [overall, S2]}",
        "{undetermined: {S2: [poor, good]}}",
        "{score: 1 to 2}",
        "{score: undetermined}",
        "{questions: {1.2: [poor, good, best, not_rated]}}",
    ],
)
def test_what_is_open_is_expected_with_all_that_is_possible(
    expect: str, tmp_path: Path
) -> None:
    assert [] == said(ran(tmp_path, expecting(expect, OPEN)))


def test_a_possible_rating_that_is_not_named_fails(tmp_path: Path) -> None:
    run = ran(tmp_path, expecting("{standards: {S2: [poor]}}", OPEN))

    assert [("standard S2", "poor", "undetermined, poor or good")] == said(run)


def test_an_answer_that_all_records_have_is_expected_in_one_word(
    tmp_path: Path,
) -> None:
    head = 'methodology x/a "Ours" { version 1 language 1 }\n'
    rules = head + 'record case { question 9 "Seen?" }\n'
    bundle = "{cases: [{id: 1, answers: {9: not_applicable}}]}"
    expect = "{questions: {9: not_applicable}}"

    assert [] == said(ran(tmp_path, expecting(expect, bundle), rules))


REFUSED = "{judgements: {S1: goood}}"


def test_a_refused_bundle_is_expected_by_its_codes(tmp_path: Path) -> None:
    run = ran(tmp_path, expecting("{diagnostics: [UNKNOWN-LEVEL]}", REFUSED))

    assert [] == said(run)


def test_a_bundle_refused_for_another_reason_fails(tmp_path: Path) -> None:
    run = ran(tmp_path, expecting("{diagnostics: [NOT-A-NUMBER]}", REFUSED))

    assert [("diagnostics", "NOT-A-NUMBER", "UNKNOWN-LEVEL")] == said(run)


def test_a_rating_of_a_refused_bundle_fails_and_says_why(tmp_path: Path) -> None:
    run = ran(tmp_path, expecting("{overall: good}", REFUSED))

    refused = "refused, since its bundle has errors"
    assert [("the inspection", "rated", refused)] == said(run)
    assert "UNKNOWN-LEVEL" in run.outcomes[0].mismatches[0].under[0]


def test_a_warning_that_is_not_expected_fails_only_where_codes_are(
    tmp_path: Path,
) -> None:
    bundle = (
        "{judgements: {S1: good}, cases:"
        " [{id: 1, order: community, answers: {1.1: yes, 1.2: no}}]}"
    )

    assert [] == said(ran(tmp_path, expecting("{overall: good}", bundle)))
    assert [("diagnostics", "none", "ANSWER-NOT-ASKED")] == said(
        ran(tmp_path, expecting("{diagnostics: []}", bundle))
    )


def test_a_bundle_beside_the_examples_is_read(tmp_path: Path) -> None:
    head = "bundle: 1\ninspection: {id: one}\n"
    (tmp_path / "one.yaml").write_text(head + "judgements: {S1: best}\n", "utf-8")

    assert [] == said(ran(tmp_path, expecting("{standards: {S1: best}}", "one.yaml")))


def test_several_bundles_are_several_tests(tmp_path: Path) -> None:
    bundles = "[{judgements: {S1: best}}, {judgements: {S1: good}}]"
    run = ran(tmp_path, expecting("{standards: {S1: best}}", bundles))

    assert (1, 1) == (run.passed, run.failed)
