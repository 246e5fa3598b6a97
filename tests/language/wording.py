"""Results and diagnostics as the short lines that documents expect."""

import datetime
from collections.abc import Iterable, Iterator
from fractions import Fraction

from inspect_engine.diagnostics.diagnostic import Diagnostic
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

UNNAMED = ("example.inspect", "bundle.yaml", "frame.examples.yaml")
"""Files of which there is only one in an example, so that their names go unsaid."""


def facts(result: Result) -> dict[str, str]:
    """Everything in a result, by the words that begin its line."""
    found: dict[str, str] = {}
    for standard in result.standards.values():
        for question in (*standard.key_questions, *standard.questions):
            found.update(_question(question))
        found[standard.id] = _rated(standard)
        if standard.score is not None:
            found[f"score {standard.id}"] = plain(standard.score)
    for question in result.questions.values():
        found.update(_question(question))
    for value in result.values.values():
        found[f"value {value.id}"] = _value(value)
    if result.overall is not None:
        found["overall"] = _rated(result.overall)
        found["score overall"] = _overall_score(result.overall)
    return found


def diagnostic(found: Diagnostic) -> str:
    """A diagnostic in one line: how bad, what, where."""
    file, line, column = found.place
    name = file.rpartition("/")[2]
    place = f" {line}:{column}" if found.span is not None else ""
    where = f" {name}" if place and name not in UNNAMED else ""
    return f"{found.severity.value} {found.code}{where}{place}: {found.message}"


# --- ratings ----------------------------------------------------------------------


def _rated(of: StandardOutcome | OverallOutcome) -> str:
    words = _rating(of.outcome)
    if of.drivers:
        words += f" ({', '.join(of.drivers)})"
    if of.decision is not None:
        words += f", decided; computed {_rating(of.computed)}"
    if isinstance(of, StandardOutcome) and of.kind in ("published", "unrated"):
        words = "unrated" if of.kind == "unrated" else f"{words}, published"
    return words


def _rating(outcome: RatingOutcome) -> str:
    if outcome.state is State.DETERMINED:
        assert outcome.rating is not None
        return outcome.rating.id
    if outcome.state is State.NOT_RATED:
        return "not rated"
    return f"undetermined: {', '.join(outcome.possible_ids)}"


def _overall_score(overall: OverallOutcome) -> str:
    most = f" of {plain(overall.highest_score)}" if overall.highest_score else ""
    if overall.score is not None:
        return plain(overall.score) + most
    if overall.lowest is None and overall.highest is None:
        return "none"
    return _between(overall.lowest, overall.highest) + most


# --- figures ----------------------------------------------------------------------


def _value(value: ValueOutcome) -> str:
    if value.figure is not None:
        return _figure(value.figure)
    if value.rating is not None:
        return _rating(value.rating)
    return " or ".join(value.possible or ())


def _figure(figure: FigureOutcome) -> str:
    if figure.exact is not None:
        return _number(figure.exact, figure.unit)
    if figure.state is State.NOT_RATED:
        return "none"
    return _between(figure.lowest, figure.highest, figure.unit)


def _between(low: Fraction | None, high: Fraction | None, unit: str = "") -> str:
    if low is None and high is None:
        return "anything"
    if low is None or high is None:
        known = _number(low if low is not None else high or Fraction(0), unit)
        return f"{known} or {'more' if high is None else 'less'}"
    if low == high:
        return f"{_number(low, unit)} or none"
    return f"{_number(low, unit)} to {_number(high, unit)}"


def _number(number: Fraction, unit: str) -> str:
    if unit == "date":
        return datetime.date.fromordinal(int(number)).isoformat()
    percent = plain(number * 100)
    return f"{percent}%" if unit == "percent" and "/" not in percent else plain(number)


# --- questions --------------------------------------------------------------------


def _question(question: QuestionOutcome) -> Iterator[tuple[str, str]]:
    yield question.id, ", ".join(_counts(question))
    if question.choices:
        counts = (f"{count} {name}" for name, count in question.choices.items())
        yield f"answers {question.id}", ", ".join(counts)
    for prompt in question.prompts:
        yield from _question(prompt)


def _counts(question: QuestionOutcome) -> Iterable[str]:
    if not question.is_judged:
        yield _yes(question)
        if question.percent is not None:
            yield f"{plain(question.percent)}%"
        if question.not_applicable:
            yield f"{question.not_applicable} not applicable"
    if question.outcome is not None:
        yield _rating(question.outcome)


def _yes(question: QuestionOutcome) -> str:
    base = question.relevant
    if question.yes is not None and base is not None:
        return f"{question.yes} of {base}" if base else "no relevant case"
    if question.unanswered:
        return f"{question.yes} yes, {question.no} no, {question.unanswered} open"
    if base is not None and question.lowest is not None and question.highest:
        fewest, most = question.lowest * base, question.highest * base
        return f"{plain(fewest)} to {plain(most)} of {base}"
    return "unknown"
