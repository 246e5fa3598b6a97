"""A result as the rows that every report lays out.

Text from rules and bundles is made safe to show here, once for all formats.
"""

from collections.abc import Iterable, Iterator, Mapping

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.diagnostics.render.words import counted, visible
from inspect_engine.evaluation.outcome import (
    OverallOutcome,
    QuestionOutcome,
    Result,
    StandardOutcome,
    State,
    ValueOutcome,
)
from inspect_engine.model.kinds import NOT_APPLICABLE, NOT_RATED
from inspect_engine.reports.figures import (
    date,
    decimal,
    figure_words,
    padded,
    shares_between,
)
from inspect_engine.reports.rows import (
    NO_ANSWERS,
    DomainRow,
    NoticeRow,
    OverallRow,
    Page,
    QuestionRow,
    StandardRow,
    ValueRow,
)
from inspect_engine.reports.wording import (
    any_of,
    decision,
    has_answers,
    how,
    is_wide_open,
    shown,
    why_open,
    why_whole_open,
)

IN_WORDS = {NOT_APPLICABLE: "not applicable", NOT_RATED: "not rated"}


def page(result: Result) -> Page:
    """The rows of a result."""
    return Page(
        name=visible(result.name or result.inspection),
        methodology=visible(result.methodology_title or result.methodology),
        identity=visible(f"{result.methodology} {result.version}"),
        date=date(result.date) if result.date else "",
        overall=_overall(result, result.overall) if result.overall else None,
        domains=tuple(_domains(result)),
        questions=_rows(result.questions.values()),
        records=_records(result.records),
        values=tuple(map(_value, result.values.values())),
        notices=tuple(map(_notice, result.diagnostics)),
        digest=result.digest,
    )


def _records(records: Mapping[str, int]) -> str:
    return ", ".join(
        counted(number, visible(kind).replace("_", " "))
        for kind, number in records.items()
        if number
    )


def _notice(found: Diagnostic) -> NoticeRow:
    return NoticeRow(
        severity=found.severity.value,
        code=visible(found.code),
        message=visible(found.message),
    )


def _overall(result: Result, overall: OverallOutcome) -> OverallRow:
    most = overall.highest_score
    is_open = overall.score is None
    ends = (overall.lowest, overall.highest) if is_open else (overall.score,)
    known = [end for end in ends if end is not None]
    score = " to ".join(dict.fromkeys(padded(end, most) for end in known))
    spoken = " to ".join(dict.fromkeys(map(decimal, known)))
    has_most = bool(known) and most is not None
    return OverallRow(
        title=visible(overall.title) or "Overall rating",
        score=f"{score}/{decimal(most)}" if has_most and most else score,
        spoken_score=f"{spoken} of {decimal(most)}" if has_most and most else spoken,
        rating=shown(overall.outcome),
        why=why_whole_open(result),
        decision=decision(overall.computed, overall.decision),
    )


def _domains(result: Result) -> Iterator[DomainRow]:
    """The domains in order; standards outside them last."""
    placed: set[str] = set()
    for domain in result.domains:
        inside = tuple(result.standards[id] for id in domain.standards)
        placed.update(domain.standards)
        yield DomainRow(
            id=visible(domain.id),
            title=visible(domain.title),
            standards=tuple(map(_standard, inside)),
        )
    rest = [row for id, row in result.standards.items() if id not in placed]
    if rest:
        yield DomainRow(id="", title="", standards=tuple(map(_standard, rest)))


def _standard(standard: StandardOutcome) -> StandardRow:
    return StandardRow(
        id=visible(standard.id),
        title=visible(standard.title),
        rating=shown(standard.outcome),
        is_rated=standard.kind != "unrated",
        how=how(standard),
        why=why_open(standard),
        decision=decision(standard.computed, standard.decision),
        key_questions=_rows(standard.key_questions, _drivers(standard)),
        questions=_rows(standard.questions),
    )


def _drivers(standard: StandardOutcome) -> tuple[str, ...]:
    """What decides the rating; nothing does yet while it is open."""
    return standard.drivers if standard.state is State.DETERMINED else ()


def _rows(
    questions: Iterable[QuestionOutcome], drivers: tuple[str, ...] = ()
) -> tuple[QuestionRow, ...]:
    """Rows that stand together: a decimal in one percent is a decimal in all."""
    kept = tuple(questions)
    has_decimal = any(one.percent and one.percent.denominator > 1 for one in kept)
    return tuple(_question(one, one.id in drivers, has_decimal) for one in kept)


def _question(
    question: QuestionOutcome, is_driver: bool, has_decimal: bool
) -> QuestionRow:
    left = question.unanswered
    return QuestionRow(
        id=visible(question.id),
        title=visible(question.title),
        percent=_percent(question, has_decimal),
        base=_base(question),
        left=f"{left} open" if left and has_answers(question) else "",
        word=visible(question.band),
        rating=shown(question.outcome) if question.outcome else None,
        is_driver=is_driver,
        choices=_choices(question),
        prompts=_rows(question.prompts),
    )


def _percent(question: QuestionOutcome, has_decimal: bool) -> str:
    if question.percent is not None:
        text = decimal(question.percent)
        return f"{text}.0%" if has_decimal and text.isdigit() else f"{text}%"
    if question.lowest is None or question.highest is None:
        return ""
    if is_wide_open(question):
        return ""
    return shares_between(question.lowest, question.highest)


def _base(question: QuestionOutcome) -> str:
    """«18 of 42»; empty for a question that is judged as a whole."""
    if question.is_judged:
        return ""
    if not has_answers(question):
        return NO_ANSWERS
    if question.relevant is None:
        return _answered(question)
    if not question.relevant:
        return "" if question.unanswered else "no relevant case"
    count = "" if question.yes is None else f"{question.yes} "
    return f"{count}of {question.relevant}"


def _answered(question: QuestionOutcome) -> str:
    """The same while answers are open: the base is not yet known."""
    known = (question.yes or 0) + (question.no or 0)
    return f"{question.yes} of {known}" if known else ""


def _choices(question: QuestionOutcome) -> str:
    """The count of each choice, where there are others than yes and no."""
    if set(question.choices) <= {"yes", "no"}:
        return ""
    parts = (f"{visible(id)} {number}" for id, number in question.choices.items())
    return ", ".join(parts)


def _value(value: ValueOutcome) -> ValueRow:
    name = visible(value.title or value.id)
    if value.figure is not None:
        is_known = value.figure.state is State.DETERMINED
        return ValueRow(name=name, text=figure_words(value.figure), is_known=is_known)
    if value.rating is not None:
        rating = shown(value.rating)
        text = any_of(rating.possible) or rating.text
        return ValueRow(name=name, text=text, is_known=not rating.possible)
    ids = tuple(visible(IN_WORDS.get(id, id)) for id in value.possible or ())
    return ValueRow(name=name, text=any_of(ids), is_known=len(ids) == 1)
