"""Every condition of a methodology, with what hangs on it and what it stands in."""

from collections.abc import Iterator

from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, parts_of
from inspect_engine.model.methodology import Derivation, Methodology, Question
from inspect_engine.model.ratings import RatingRule
from inspect_engine.shapes import shape
from inspect_engine.source import Span

Place = tuple[str, int, int]


@shape(kw_only=True)
class Asked:
    """A condition, what hangs on it, and the record type it is asked of.

    `around` are the conditions without which it is never asked, or asked in vain:
    those of the question it stands in or counts. `question` is the question that the
    condition itself decides on.
    """

    what: str
    condition: Expression
    record: str
    question: str = ""
    about: str = ""
    around: tuple[Expression, ...] = ()


def all_rules(rules: Methodology) -> Iterator[tuple[str, RatingRule]]:
    """How each standard, and the whole, is rated."""
    for name, standard in rules.standards.items():
        yield name, standard.rule
    if rules.overall is not None:
        yield "overall", rules.overall.rule


def all_parts(rules: Methodology) -> Iterator[object]:
    """Everything that expressions stand in, each once."""
    yield from (value for value in rules.values.values())
    for record in rules.records.values():
        yield from record.facts.values()
    seen: set[int] = set()
    for question in questions(rules):
        yield question.derivation
        for condition in question.asked_when:
            if id(condition) not in seen:
                seen.add(id(condition))
                yield condition
    yield from (rule for _, rule in all_rules(rules))
    yield from rules.discretions
    yield from rules.notes


def questions(rules: Methodology) -> Iterator[Question]:
    """Every question, with its prompts, once."""
    seen: set[str] = set()
    for question in rules.questions.values():
        for one in (question, *question.prompts):
            if one.id not in seen:
                seen.add(one.id)
                yield one


def place(span: Span) -> Place:
    """Where something is written, to tell whether it was met before."""
    return span.source.name, span.start, span.end


def all_asked(rules: Methodology) -> Iterator[Asked]:
    """Every condition with what hangs on it, each as often as it is written."""
    seen: set[Place] = set()
    for asked in _asked(rules):
        where = place(asked.condition.span)
        if where not in seen:
            seen.add(where)
            yield asked


def _asked(rules: Methodology) -> Iterator[Asked]:
    for question in questions(rules):
        yield from _of_question(question)
    for record in rules.records.values():
        for fact in record.facts.values():
            yield from _of_clauses(fact.derivation, fact.id, record.id, ())
    for _, rule in all_rules(rules):
        for limit in rule.limits:
            if limit.condition is not None:
                yield Asked(what="a limit", condition=limit.condition, record="")
        for step in rule.steps:
            if step.condition is not None:
                what = "a step of an adjustment"
                yield Asked(what=what, condition=step.condition, record="")
    for note in rules.notes:
        if note.condition is not None:
            yield Asked(what="a note", condition=note.condition, record=note.record)
    for part in all_parts(rules):
        yield from _filters(rules, part)


def _of_question(question: Question) -> Iterator[Asked]:
    for at, condition in enumerate(question.asked_when):
        yield Asked(
            what=f"the question «{question.id}»",
            condition=condition,
            record=question.record,
            question=question.id,
            about=question.id,
            # What its set and its key question ask comes before its own.
            around=question.asked_when[:at],
        )
    clauses = question.derivation, question.id, question.record
    yield from _of_clauses(*clauses, question.asked_when)


def _of_clauses(
    derivation: Derivation | None,
    name: str,
    record: str,
    around: tuple[Expression, ...],
) -> Iterator[Asked]:
    for clause in derivation.clauses if derivation else ():
        if clause.condition is not None:
            yield Asked(
                what=f"«{clause.value}» for «{name}»",
                condition=clause.condition,
                record=record,
                about=name,
                around=around,
            )


def _filters(rules: Methodology, node: object) -> Iterator[Asked]:
    """The conditions that choose records for a figure."""
    for part in parts_of(node):
        match part:
            case model.AnswerFigure() if part.where is not None:
                question = rules.questions[part.questions[0]]
                is_one = len(part.questions) == 1 and not question.pools
                yield Asked(
                    what="«where»",
                    condition=part.where,
                    record=question.record,
                    about=question.id,
                    around=question.asked_when if is_one else (),
                )
            case model.RecordFigure() | model.RecordAggregate():
                if part.where is not None:
                    yield Asked(
                        what="«where»", condition=part.where, record=part.record
                    )
