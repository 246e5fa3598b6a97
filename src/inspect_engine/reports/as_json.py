"""For programs: the result as the published schema `inspect-engine/result/1` has it.

Keys keep the order of the schema. Exact figures are whole numbers or text: a fraction
such as "3/7", or a percent as it is printed, such as "64.6".
"""

import json
from collections.abc import Mapping
from fractions import Fraction

from inspect_engine.diagnostics.render.as_json import to_json
from inspect_engine.evaluation.outcome import (
    DecisionOutcome,
    FigureOutcome,
    OverallOutcome,
    QuestionOutcome,
    RatingOutcome,
    Result,
    StandardOutcome,
    ValueOutcome,
)
from inspect_engine.model.semantics import plain
from inspect_engine.reports.look import Look

SCHEMA = "inspect-engine/result/1"

Document = dict[str, object]


def render(result: Result, look: Look) -> str:
    """The document, in ASCII, so that any terminal and any pipe carries it."""
    document = to_document(result)
    if look.is_one_line:
        return json.dumps(document, separators=(",", ":"))
    return json.dumps(document, indent=2)


def to_document(result: Result) -> Document:
    """The result as JSON values."""
    return {
        "schema": SCHEMA,
        "methodology": {
            "id": result.methodology,
            "version": result.version,
            "hash": result.hash,
            "title": result.methodology_title,
        },
        "inspection": {
            "id": result.inspection,
            "name": result.name,
            "date": result.date.isoformat() if result.date else None,
        },
        "overall": _overall(result.overall) if result.overall else None,
        "standards": [_standard(row) for row in result.standards.values()],
        "values": {id: _value(value) for id, value in result.values.items()},
        "domains": [
            {"id": row.id, "title": row.title, "standards": list(row.standards)}
            for row in result.domains
        ],
        "questions": [_question(row) for row in result.questions.values()],
        "records": dict(result.records),
        "diagnostics": [to_json(found) for found in result.diagnostics],
        "digest": result.digest,
    }


def _overall(overall: OverallOutcome) -> Document:
    return {
        **_rating(overall.outcome),
        "score": _number(overall.score),
        "max": _number(overall.highest_score),
        "possible": list(overall.outcome.possible_ids),
        "title": overall.title,
        "lowest": _number(overall.lowest),
        "highest": _number(overall.highest),
        "computed": _computed(overall.computed),
        "decision": _decision(overall.decision),
        "drivers": list(overall.drivers),
    }


def _standard(standard: StandardOutcome) -> Document:
    return {
        "id": standard.id,
        "title": standard.title,
        **_rating(standard.outcome),
        "score": _number(standard.score),
        "possible": list(standard.possible),
        "computed": _computed(standard.computed),
        "decision": _decision(standard.decision),
        "drivers": list(standard.drivers),
        "key_questions": [_question(row) for row in standard.key_questions],
        "domain": standard.domain,
        "kind": standard.kind,
        "counted": standard.is_counted,
        "questions": [_question(row) for row in standard.questions],
    }


def _question(question: QuestionOutcome) -> Document:
    outcome = question.outcome
    return {
        "id": question.id,
        "yes": question.yes,
        "no": question.no,
        "not_applicable": question.not_applicable,
        "unanswered": question.unanswered,
        "relevant": question.relevant,
        "percent": _decimal(question.percent),
        "exact": _fraction(question.exact),
        "band": question.band or None,
        "rating": outcome.rating.id if outcome and outcome.rating else None,
        "cases_to_next": question.cases_to_next,
        "kind": question.kind,
        "title": question.title,
        "state": outcome.state.value if outcome else None,
        "possible": list(outcome.possible_ids) if outcome else [],
        "lowest": _fraction(question.lowest),
        "highest": _fraction(question.highest),
        "judged": question.is_judged,
        "choices": dict(question.choices),
        "prompts": [_question(prompt) for prompt in question.prompts],
    }


def _rating(outcome: RatingOutcome) -> Document:
    return {
        "state": outcome.state.value,
        "rating": outcome.rating.id if outcome.rating else None,
        "label": outcome.rating.label if outcome.rating else None,
    }


def _computed(outcome: RatingOutcome) -> str | None:
    """The rating before any decision, where it stands."""
    return outcome.rating.id if outcome.rating else None


def _decision(decision: DecisionOutcome | None) -> Document | None:
    if decision is None:
        return None
    return {
        "to": decision.to.id,
        "reason": decision.reason,
        "authority": decision.authority,
        "on": decision.on.isoformat() if decision.on else None,
        "trigger": decision.trigger,
    }


def _value(value: ValueOutcome) -> Mapping[str, object]:
    if value.figure is not None:
        return {"title": value.title, **_figure(value.figure)}
    if value.rating is not None:
        possible = list(value.rating.possible_ids)
        return {"title": value.title, **_rating(value.rating), "possible": possible}
    return {"title": value.title, "possible": list(value.possible or ())}


def _figure(figure: FigureOutcome) -> Document:
    return {
        "state": figure.state.value,
        "exact": _fraction(figure.exact),
        "lowest": _fraction(figure.lowest),
        "highest": _fraction(figure.highest),
        "unit": figure.unit,
    }


def _number(figure: Fraction | None) -> int | str | None:
    """A whole number as such, another as a fraction."""
    if figure is None:
        return None
    return figure.numerator if figure.denominator == 1 else str(figure)


def _decimal(figure: Fraction | None) -> int | str | None:
    """A whole number as such, another as it is printed."""
    if figure is None:
        return None
    return figure.numerator if figure.denominator == 1 else plain(figure)


def _fraction(figure: Fraction | None) -> str | None:
    return None if figure is None else str(figure)
