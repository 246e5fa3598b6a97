"""Every verdict of a check, replayed on the interpreter: it really is as it says.

The verdicts are those of the bad files of the corpus and of the examples on the pages.
"""

from collections.abc import Callable
from fractions import Fraction

import pytest
from tests.checks import replaying
from tests.checks import replays_of_figures as of_figures
from tests.checks import replays_of_rules as of_rules
from tests.checks.replay_texts import HEAD, MENDED, VARIANTS
from tests.corpus.reading import CORPUS, bound_anyway

from inspect_engine.diagnostics import pages
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.semantics import NEITHER, TRUE

MANY = 200
Replay = Callable[[Methodology, Diagnostic], bool]


def example_is_in_a_gap(rules: Methodology, found: Diagnostic) -> bool:
    bands = rules.bands[str(found.data["bands"])]
    figure = Fraction(str(found.data["figure"])) / bands.unit
    return bands.find(figure) is None


def example_is_in_two_bands(rules: Methodology, found: Diagnostic) -> bool:
    bands = rules.bands[str(found.data["bands"])]
    figure = Fraction(str(found.data["figure"]))
    claimed = {one.written.in_words() for one in bands.bands if one.exact.holds(figure)}
    return claimed >= {found.data["first"], found.data["second"]}


def no_row_fits(rules: Methodology, found: Diagnostic) -> bool:
    name, example = str(found.data["table"]), str(found.data["example"])
    bundle = replaying.inspection_with(rules, example)
    return replaying.rows_fitting(rules, name, bundle) == 0


def several_rows_fit(rules: Methodology, found: Diagnostic) -> bool:
    name, example = str(found.data["table"]), str(found.data["example"])
    bundle = replaying.inspection_with(rules, example)
    return replaying.rows_fitting(rules, name, bundle) > 1


def row_decides_nothing(rules: Methodology, found: Diagnostic) -> bool:
    name = str(found.data["table"])
    rows = replaying.table_of(rules, name).rows
    assert found.span is not None
    others = tuple(one for one in rows if one.span.start != found.span.start)
    without = replaying.with_rows(rules, name, others)
    return len(others) + 1 == len(rows) and all(
        repr(replaying.results(rules, name, one))
        == repr(replaying.results(without, name, one))
        for one in replaying.inspections(rules, MANY)
    )


def is_never_true(rules: Methodology, found: Diagnostic) -> bool:
    assert found.span is not None
    asked = replaying.expression_at(rules, found.span)
    return TRUE not in replaying.truths(rules, *asked, MANY)


def is_not_applicable_to_any(rules: Methodology, found: Diagnostic) -> bool:
    question = rules.questions[str(found.data["question"])]
    none = question.answers.not_applicable
    return {none} == replaying.answers(rules, question, MANY)


def is_always_true(rules: Methodology, found: Diagnostic) -> bool:
    assert found.span is not None
    asked = replaying.expression_at(rules, found.span)
    return {TRUE} == replaying.truths(rules, *asked, MANY)


def is_decided_beforehand(rules: Methodology, found: Diagnostic) -> bool:
    assert found.span is not None
    asked = replaying.comparison_around(rules, found.span)
    return len(replaying.truths(rules, *asked, MANY) - {NEITHER}) == 1


def changes_no_rating(rules: Methodology, found: Diagnostic) -> bool:
    assert found.span is not None
    without = replaying.without_limit(rules, found.span)
    return all(
        replaying.ratings(rules, one) == replaying.ratings(without, one)
        for one in replaying.inspections(rules, MANY)
    )


def no_decision_is_taken(rules: Methodology, found: Diagnostic) -> bool:
    (discretion,) = (one for one in rules.discretions if one.span == found.span)
    return not any(
        replaying.taken(rules, discretion.targets, one)
        for one in replaying.inspections(rules, 20)
    )


REPLAYS: dict[str, Replay] = {
    "BAND-GAP": example_is_in_a_gap,
    "BAND-OVERLAP": example_is_in_two_bands,
    "TABLE-GAP": no_row_fits,
    "TABLE-OVERLAP": several_rows_fit,
    "TABLE-ORDER": several_rows_fit,
    "ROW-MASKED": row_decides_nothing,
    "ROW-NEVER-FITS": row_decides_nothing,
    "CONDITION-NEVER": is_never_true,
    "QUESTION-NEVER-ASKED": is_not_applicable_to_any,
    "CONDITION-ALWAYS": is_always_true,
    "COMPARED-OUTSIDE": is_decided_beforehand,
    "LIMIT-WITHOUT-EFFECT": changes_no_rating,
    "DISCRETION-NEVER": no_decision_is_taken,
    "CONDITION-CONTRADICTS": of_rules.is_never_true_where_asked,
    "CONDITION-SUBSUMED": of_rules.part_changes_nothing,
    "CLAUSE-MASKED": of_rules.clause_changes_nothing,
    "ROW-PARTLY-MASKED": of_rules.example_goes_to_the_row_above,
    "ROWS-MERGE": of_rules.rows_are_as_good_as_one,
    "LIMITS-CONTRADICT": of_rules.example_has_both,
    "QUESTION-ASKED-TWICE": of_rules.record_is_asked_both,
    "PROMPT-IGNORED": of_rules.answer_is_the_same_without_prompt,
    "KEY-QUESTION-WITHOUT-EFFECT": of_rules.rating_is_the_same_without_question,
    "BAND-UNREACHABLE": of_figures.no_figure_falls_into_it,
    "LEVEL-WITHOUT-BAND": of_figures.no_figure_earns_the_level,
    "SHOWN-CONTRADICTS": of_figures.count_is_shown_as_another_band,
    "SCORE-EXTENT": of_figures.sum_reaches_what_bands_do_not,
}


def texts() -> dict[str, bytes]:
    found = {path.stem: path.read_bytes() for path in (CORPUS / "bad").glob("*.i*")}
    found |= {name: (HEAD + text).encode() for name, text in VARIANTS.items()}
    for code in REPLAYS:
        for number, example in enumerate(pages.examples(code)):
            found[f"{code} {number}"] = (HEAD + example).encode()
    return found


def verdicts() -> list[tuple[str, str, Methodology, Diagnostic]]:
    return [
        (name, f"{found.code} in {name}", rules, found)
        for name, text in sorted(texts().items())
        for rules, all_found in [bound_anyway(text)]
        for found in all_found
        if rules is not None and found.code in REPLAYS
    ]


VERDICTS = verdicts()


@pytest.mark.parametrize(
    ("rules", "found"),
    [(rules, found) for *_, rules, found in VERDICTS],
    ids=[name for _, name, *_ in VERDICTS],
)
def test_a_verdict_holds_on_the_interpreter(
    rules: Methodology, found: Diagnostic
) -> None:
    assert REPLAYS[found.code](rules, found)


def test_every_kind_of_verdict_is_replayed() -> None:
    assert set(REPLAYS) == {found.code for *_, found in VERDICTS}


@pytest.mark.parametrize("code", REPLAYS)
def test_a_replay_can_fail(code: str) -> None:
    """The verdict of one file does not hold of the right example beside it."""
    wrong, right = (bound_anyway((HEAD + one).encode()) for one in pages.examples(code))
    (found, *_) = (one for one in wrong[1] if one.code == code)
    assert right[0] is not None
    try:
        holds = REPLAYS[code](right[0], found)
    except (LookupError, ValueError):
        return  # What it speaks of is not in the right example at all.
    assert not holds


@pytest.mark.parametrize("code", MENDED)
def test_a_verdict_does_not_outlive_its_cause(code: str) -> None:
    """In the same place of the same rules, once what is wrong there is put right."""
    before, after = MENDED[code]
    text = HEAD + next(iter(pages.examples(code)))
    assert before in text
    assert len(before) == len(after)
    (found, *_) = (o for o in bound_anyway(text.encode())[1] if o.code == code)
    mended, _ = bound_anyway(text.replace(before, after).encode())
    assert mended is not None
    assert not REPLAYS[code](mended, found)
