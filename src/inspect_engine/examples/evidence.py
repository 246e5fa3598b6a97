"""The figures that a rating rests on, so that a reader sees why it is what it is."""

from fractions import Fraction

from inspect_engine.evaluation.outcome import (
    QuestionOutcome,
    RatingOutcome,
    Result,
    StandardOutcome,
)
from inspect_engine.examples.findings import NOT_RATED, About, number, questions, rating
from inspect_engine.model.semantics import Rounding, plain

Lines = tuple[str, ...]
WHOLES = Rounding("half up", Fraction(1))


def under(result: Result, about: About) -> Lines:
    """The lines of what a thing rests on; none where it rests on nothing shown."""
    match about:
        case ("overall", *_):
            return of_overall(result)
        case ("standards", name, *_):
            return of_standard(result.standards[name])
        case ("questions", name, *_):
            return (question_line(questions(result)[name]),)
    return ()


def of_overall(result: Result) -> Lines:
    """The score, and every standard with its rating and its score."""
    overall = result.overall
    lines = []
    if overall is not None and (
        overall.score is not None or overall.lowest is not None
    ):
        found = number(overall.score, (overall.lowest, overall.highest))
        most = overall.highest_score
        of = f" of {plain(most)}" if most is not None else ""
        lines.append(f"score: {found.possible[0] if found.possible else 'open'}{of}")
    for standard in result.standards.values():
        if standard.kind != "unrated":
            score = (
                f", score {plain(standard.score)}" if standard.score is not None else ""
            )
            lines.append(f"{standard.id}: {in_words(standard.outcome)}{score}")
    return tuple(lines)


def of_standard(standard: StandardOutcome) -> Lines:
    """Every key question with its percent and base, its band and whether it decides."""
    lines = []
    for question in standard.key_questions:
        decides = ", decides" if question.id in standard.drivers else ""
        lines.append(question_line(question) + decides)
    if standard.kind in ("judged", "published"):
        lines.append(f"{standard.kind}: {in_words(standard.outcome)}")
    if standard.decision is not None:
        lines.append(f"computed: {in_words(standard.computed)}, moved by a decision")
    return tuple(lines)


def question_line(question: QuestionOutcome) -> str:
    """«2.1.1: 43%, 18 of 42, minority, Inadequate»."""
    parts = [f"{question.id}: {_share(question)}"]
    if question.not_applicable:
        parts.append(f"{question.not_applicable} not applicable")
    if question.unanswered:
        parts.append(f"{question.unanswered} unanswered")
    if question.band:
        parts.append(question.band)
    if question.outcome is not None:
        parts.append(in_words(question.outcome))
    return ", ".join(part for part in parts if part)


def _share(question: QuestionOutcome) -> str:
    """The percent and its base; the ends between which an open one lies."""
    if question.is_judged:
        return "judged"
    base = f"{question.yes} of {question.relevant}" if question.relevant else ""
    if question.percent is not None:
        return ", ".join(filter(None, (f"{plain(question.percent)}%", base)))
    if question.lowest is None or question.highest is None:
        return "no relevant record"
    low, high = (
        plain(WHOLES.apply(share * 100))
        for share in (question.lowest, question.highest)
    )
    return f"{low} to {high}%"


def in_words(outcome: RatingOutcome | None) -> str:
    """A rating by its label, or the labels that are still possible."""
    found = rating(outcome)
    if outcome is None or found.word == NOT_RATED:
        return "not rated"
    if outcome.rating is not None:
        return outcome.rating.label
    labels = [level.label for level in outcome.possible]
    labels += ["not rated"] if outcome.may_be_not_rated else []
    return f"undetermined ({' or '.join(labels)})"
