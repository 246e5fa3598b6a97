"""What a result says of one thing, in the words in which an example expects it."""

import datetime
from collections.abc import Iterable, Iterator
from fractions import Fraction

from inspect_engine.evaluation.outcome import (
    FigureOutcome,
    OverallOutcome,
    QuestionOutcome,
    RatingOutcome,
    Result,
    StandardOutcome,
    State,
    ValueOutcome,
)
from inspect_engine.model.semantics import plain
from inspect_engine.shapes import shape

UNDETERMINED = "undetermined"
NOT_RATED = "not_rated"
NOT_APPLICABLE = "not_applicable"
NONE = "none"

About = tuple[str, ...]
"""What is spoken of: `("standards", "P2.1", "drivers")`, `("overall", "score")`."""


@shape
class Finding:
    """What was found: one word, and everything that is possible.

    `number` is set for figures, so that 0.5 and 1/2 are the same.
    """

    word: str
    possible: tuple[str, ...]
    number: Fraction | None = None


def find(result: Result, about: About) -> Finding:
    """What a result says of one thing; our bug where there is no such thing."""
    match about:
        case ("overall", field) if result.overall is not None:
            return _of_overall(result.overall, field)
        case ("standards", name, field):
            return _of_standard(result.standards[name], field)
        case ("questions", name, field):
            return _of_question(questions(result)[name], field)
        case ("values", name):
            return _of_value(result.values[name])
    raise AssertionError(about)


def questions(result: Result) -> dict[str, QuestionOutcome]:
    """Every question of a result, prompts too, by id."""
    every = list(result.questions.values())
    for standard in result.standards.values():
        every += (*standard.key_questions, *standard.questions)
    return dict(_with_prompts(every))


def _with_prompts(
    every: Iterable[QuestionOutcome],
) -> Iterator[tuple[str, QuestionOutcome]]:
    for one in every:
        yield one.id, one
        yield from _with_prompts(one.prompts)


def rating(outcome: RatingOutcome | None) -> Finding:
    """A rating: its level, or that it is open, or that there is none."""
    if outcome is None or outcome.state is State.NOT_RATED:
        return Finding(NOT_RATED, (NOT_RATED,))
    if outcome.rating is not None:
        return Finding(outcome.rating.id, (outcome.rating.id,))
    return Finding(UNDETERMINED, outcome.possible_ids)


def number(
    found: Fraction | int | None,
    ends: tuple[Fraction | None, Fraction | None] | None = None,
) -> Finding:
    """A number, or the ends between which it lies."""
    if found is not None:
        figure = Fraction(found)
        return Finding(plain(figure), (plain(figure),), figure)
    if ends is None or None in ends:
        return Finding(NONE if ends is None else UNDETERMINED, ())
    low, high = (plain(one) for one in ends if one is not None)
    return Finding(UNDETERMINED, (f"{low} to {high}",))


def _listed(names: tuple[str, ...]) -> Finding:
    return Finding(", ".join(names) or NONE, names)


def _of_overall(overall: OverallOutcome, field: str) -> Finding:
    match field:
        case "score":
            return number(overall.score, (overall.lowest, overall.highest))
        case "computed":
            return rating(overall.computed)
        case "drivers":
            return _listed(overall.drivers)
    return rating(overall.outcome)


def _of_standard(standard: StandardOutcome, field: str) -> Finding:
    match field:
        case "score":
            return number(standard.score)
        case "computed":
            return rating(standard.computed)
        case "drivers":
            return _listed(standard.drivers)
    return rating(standard.outcome)


def _of_question(question: QuestionOutcome, field: str) -> Finding:
    match field:
        case "percent":
            return number(question.percent)
        case "exact":
            return number(question.exact, (question.lowest, question.highest))
        case "base":
            return number(question.relevant)
        case "yes" | "no" | "not_applicable" | "unanswered":
            return number(getattr(question, field))
        case "band":
            return Finding(question.band or NONE, (question.band or NONE,))
        case "count":
            words = f"{question.yes} of {question.relevant}"
            return Finding(UNDETERMINED if question.relevant is None else words, ())
        case "answer":
            return _answer(question)
    return rating(question.outcome)


def _answer(question: QuestionOutcome) -> Finding:
    """The one answer that all records have; open where they differ or are open."""
    yes_no = {"yes": question.yes or 0, "no": question.no or 0}
    counts = dict(question.choices or yes_no)
    counts[NOT_APPLICABLE] = question.not_applicable
    given = tuple(name for name, count in counts.items() if count)
    if len(given) == 1 and not question.unanswered:
        return Finding(given[0], given)
    return Finding(UNDETERMINED if question.unanswered else ", ".join(given), given)


def _of_value(value: ValueOutcome) -> Finding:
    if value.rating is not None:
        return rating(value.rating)
    if value.possible is not None:
        is_single = len(value.possible) == 1
        return Finding(value.possible[0] if is_single else UNDETERMINED, value.possible)
    assert value.figure is not None
    return _of_figure(value.figure)


def _of_figure(figure: FigureOutcome) -> Finding:
    if figure.state is State.NOT_RATED:
        return Finding(NONE, (NONE,))
    found = number(figure.exact, (figure.lowest, figure.highest))
    if figure.unit != "date" or found.number is None:
        return found
    day = datetime.date.fromordinal(int(found.number)).isoformat()
    return Finding(day, (day,))
