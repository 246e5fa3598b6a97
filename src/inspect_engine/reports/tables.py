"""A result as the rows that every report lays out, in words ready to be read.

Text from rules and bundles is made safe to show here, once for all formats.
"""

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from inspect_engine.diagnostics.render.words import counted, visible
from inspect_engine.evaluation.outcome import (
    DecisionOutcome,
    OverallOutcome,
    QuestionOutcome,
    RatingOutcome,
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

IN_WORDS = {NOT_APPLICABLE: "not applicable", NOT_RATED: "not rated"}


@frozen
class Shown:
    """A rating in words; `place` is 0 for the worst of its scale, 1 for the best.

    `place` is None where there is no rating. `possible` has the labels of what is
    still possible while the rating is open.
    """

    text: str
    place: Fraction | None = None
    possible: tuple[str, ...] = ()


@frozen(kw_only=True)
class QuestionRow:
    """A key question, question or prompt; `depth` is 1 for a prompt under another."""

    id: str
    title: str
    percent: str
    base: str
    word: str
    rating: Shown | None
    is_driver: bool
    depth: int
    choices: str


@frozen(kw_only=True)
class StandardRow:
    """A standard with its final rating, and the rows of its questions."""

    id: str
    title: str
    rating: Shown
    how: str
    computed: Shown
    decision: str
    questions: tuple[QuestionRow, ...]


@frozen(kw_only=True)
class DomainRow:
    """A domain and its standards; the title is empty where there is no domain."""

    id: str
    title: str
    standards: tuple[StandardRow, ...]

    @property
    def heading(self) -> str:
        """«2. Service delivery»; the title alone where the id is no number."""
        return f"{self.id}. {self.title}" if self.id.isdigit() else self.title


@frozen(kw_only=True)
class OverallRow:
    """The overall rating; `score` is as printed, «03/21», empty where there is none."""

    title: str
    score: str
    spoken_score: str
    rating: Shown
    decision: str


@frozen(kw_only=True)
class NoticeRow:
    """Something that the result rests on or lacks, as a diagnostic says it."""

    severity: str
    code: str
    message: str


@frozen(kw_only=True)
class Page:
    """All that a report of one inspection says."""

    name: str
    methodology: str
    identity: str
    date: str
    overall: OverallRow | None
    domains: tuple[DomainRow, ...]
    questions: tuple[QuestionRow, ...]
    records: str
    values: tuple[tuple[str, str], ...]
    notices: tuple[NoticeRow, ...]
    digest: str

    @property
    def standards(self) -> tuple[StandardRow, ...]:
        """The standards of all domains, in order."""
        return tuple(row for domain in self.domains for row in domain.standards)

    @property
    def all_questions(self) -> tuple[QuestionRow, ...]:
        """The questions of all standards, and those of none."""
        asked = (question for row in self.standards for question in row.questions)
        return (*asked, *self.questions)

    @property
    def open_ratings(self) -> tuple[tuple[str, Shown], ...]:
        """The names of the ratings that answers are missing for, with the ratings."""
        overall = [(self.overall.title, self.overall.rating)] if self.overall else []
        rows = [(f"{row.id} {row.title}", row.rating) for row in self.standards]
        return tuple(
            (name, shown) for name, shown in [*overall, *rows] if shown.possible
        )


def page(result: Result) -> Page:
    """The rows of a result."""
    return Page(
        name=visible(result.name or result.inspection),
        methodology=visible(result.methodology_title or result.methodology),
        identity=visible(f"{result.methodology} {result.version}"),
        date=date(result.date) if result.date else "",
        overall=_overall(result.overall) if result.overall else None,
        domains=tuple(_domains(result)),
        questions=tuple(_rows(tuple(result.questions.values()), ())),
        records=", ".join(
            counted(number, visible(kind).replace("_", " "))
            for kind, number in result.records.items()
        ),
        values=tuple(_value(value) for value in result.values.values()),
        notices=tuple(
            NoticeRow(
                severity=found.severity.value,
                code=visible(found.code),
                message=visible(found.message),
            )
            for found in result.diagnostics
        ),
        digest=result.digest,
    )


def _overall(overall: OverallOutcome) -> OverallRow:
    most = overall.highest_score
    ends = (
        [overall.lowest, overall.highest] if overall.score is None else [overall.score]
    )
    scores = [padded(end, most) for end in ends if end is not None]
    score = " to ".join(dict.fromkeys(scores))
    spoken = " to ".join(dict.fromkeys(decimal(end) for end in ends if end is not None))
    return OverallRow(
        title=visible(overall.title) or "Overall rating",
        score=f"{score}/{decimal(most)}" if score and most is not None else score,
        spoken_score=f"{spoken} of {decimal(most)}" if spoken and most else spoken,
        rating=shown(overall.outcome),
        decision=_decision(overall.computed, overall.decision),
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
        how=_how(standard),
        computed=shown(standard.computed),
        decision=_decision(standard.computed, standard.decision),
        questions=(
            *_rows(standard.key_questions, standard.drivers),
            *_rows(standard.questions, ()),
        ),
    )


def _how(standard: StandardOutcome) -> str:
    if standard.decision:
        return f"{shown(standard.computed).text} as computed, moved by a decision"
    match standard.kind:
        case "judged":
            return "judged by inspectors"
        case "published":
            return "as published"
        case "unrated":
            return "reported without a rating"
    return "" if standard.is_counted else "not counted in the score"


def _rows(
    questions: tuple[QuestionOutcome, ...], drivers: tuple[str, ...], depth: int = 0
) -> Iterator[QuestionRow]:
    for question in questions:
        yield QuestionRow(
            id=visible(question.id),
            title=visible(question.title),
            percent=_percent(question),
            base=_base(question),
            word=visible(question.band),
            rating=shown(question.outcome) if question.outcome else None,
            is_driver=question.id in drivers,
            depth=depth,
            choices=_choices(question),
        )
        yield from _rows(question.prompts, (), depth + 1)


def _percent(question: QuestionOutcome) -> str:
    if question.percent is not None:
        return f"{decimal(question.percent)}%"
    if question.lowest is None or question.highest is None:
        return ""
    return shares_between(question.lowest, question.highest)


def _base(question: QuestionOutcome) -> str:
    """«18 of 42», with how many are open; empty for a question judged as a whole."""
    if question.is_judged:
        return ""
    left = f", {question.unanswered} open" if question.unanswered else ""
    if question.relevant is None:
        return left.lstrip(", ")
    if not question.relevant:
        return left.lstrip(", ") or "no relevant case"
    count = "" if question.yes is None else f"{question.yes} "
    return f"{count}of {question.relevant}{left}"


def _choices(question: QuestionOutcome) -> str:
    """The count of each choice, where there are others than yes and no."""
    if set(question.choices) <= {"yes", "no"}:
        return ""
    parts = (f"{visible(id)} {number}" for id, number in question.choices.items())
    return ", ".join(parts)


def _decision(computed: RatingOutcome, decision: DecisionOutcome | None) -> str:
    """Who moved the rating, from what to what, when and why."""
    if decision is None:
        return ""
    authority = f" by the {decision.authority}" if decision.authority else ""
    when = f" on {date(decision.on)}" if decision.on else ""
    reason = f": {decision.reason}" if decision.reason else ""
    moved = f"moved from {shown(computed).text} to {decision.to.label}"
    return visible(f"{moved}{authority}{when}{reason}")


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


def _value(value: ValueOutcome) -> tuple[str, str]:
    name = visible(value.title or value.id)
    if value.figure is not None:
        return name, figure_words(value.figure)
    if value.rating is not None:
        rating = shown(value.rating)
        return name, any_of(rating.possible) or rating.text
    ids = [visible(IN_WORDS.get(id, id)) for id in value.possible or ()]
    return name, any_of(tuple(ids))


def any_of(words: tuple[str, ...]) -> str:
    """«Inadequate, Requires improvement or Good»."""
    *first, last = words or ("",)
    return f"{', '.join(first)} or {last}" if first else last
