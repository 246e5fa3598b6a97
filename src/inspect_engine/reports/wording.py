"""Ratings in words: what stands, what is possible, and what keeps it open."""

from fractions import Fraction

from inspect_engine.diagnostics.render.words import counted, visible
from inspect_engine.evaluation.outcome import (
    DecisionOutcome,
    QuestionOutcome,
    RatingOutcome,
    Result,
    StandardOutcome,
    State,
)
from inspect_engine.reports.figures import date
from inspect_engine.reports.rows import NO_ANSWERS, Shown

NOT_JUDGED = "not judged yet"


def shown(outcome: RatingOutcome) -> Shown:
    """A rating in words."""
    match outcome.state:
        case State.DETERMINED if outcome.rating is not None and outcome.scale:
            last = len(outcome.scale.levels) - 1
            place = Fraction(outcome.rating.index, last) if last else Fraction(1)
            return Shown(visible(outcome.rating.label), place)
        case State.UNDETERMINED:
            labels = tuple(visible(rating.label) for rating in outcome.possible)
            rest = ("Not rated",) if outcome.may_be_not_rated else ()
            return Shown("Undetermined", None, labels + rest)
    return Shown("Not rated")


def any_of(words: tuple[str, ...], last_word: str = "or") -> str:
    """«Inadequate, Requires improvement or Good»."""
    *first, last = words or ("",)
    return f"{', '.join(first)} {last_word} {last}" if first else last


def how(standard: StandardOutcome) -> str:
    """How a rating came about, where that is not by counting answers."""
    if standard.decision:
        return f"{shown(standard.computed).text} as computed, moved by a decision"
    match standard.kind:
        case "judged" if standard.state is not State.UNDETERMINED:
            return "judged by inspectors"
        case "published":
            return "as published"
        case "unrated":
            return "reported without a rating"
    return "" if standard.is_counted else "not counted in the score"


def decision(computed: RatingOutcome, taken: DecisionOutcome | None) -> str:
    """Who moved the rating, from what to what, when and why."""
    if taken is None:
        return ""
    authority = f" by the {taken.authority}" if taken.authority else ""
    when = f" on {date(taken.on)}" if taken.on else ""
    reason = f": {taken.reason}" if taken.reason else ""
    moved = f"moved from {shown(computed).text} to {taken.to.label}"
    return visible(f"{moved}{authority}{when}{reason}")


def has_answers(question: QuestionOutcome) -> bool:
    """Whether anything at all is known of its answers."""
    if question.yes or question.no or question.not_applicable:
        return True
    return question.percent is not None or not is_wide_open(question)


def is_wide_open(question: QuestionOutcome) -> bool:
    """Whether its share may be anything."""
    return question.lowest == 0 and question.highest == 1


def why_open(standard: StandardOutcome) -> str:
    """What keeps the rating of a standard open; empty where it is not."""
    if standard.state is not State.UNDETERMINED:
        return ""
    reasons: dict[str, list[str]] = {}
    for question in standard.key_questions:
        if question.outcome and question.outcome.state is State.UNDETERMINED:
            reasons.setdefault(_why(question), []).append(visible(question.id))
    if not reasons and standard.kind == "judged":
        return NOT_JUDGED
    parts = (f"{why} {any_of(tuple(ids), 'and')}" for why, ids in reasons.items())
    return "; ".join(parts)


def _why(question: QuestionOutcome) -> str:
    """The words before its id."""
    if question.is_judged:
        return "no judgement yet of"
    if question.unanswered:
        return f"{counted(question.unanswered, 'answer')} open to"
    if not has_answers(question):
        return f"{NO_ANSWERS} to"
    return "several counts fit what is known of"


def why_whole_open(result: Result) -> str:
    """Which standards keep the overall rating open."""
    waits = tuple(
        visible(row.id)
        for row in result.standards.values()
        if row.state is State.UNDETERMINED
    )
    verb = "is" if len(waits) == 1 else "are"
    return f"{any_of(waits, 'and')} {verb} open" if waits else ""
