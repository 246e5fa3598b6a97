"""What is worth saying of an inspection: answers not asked, members left out."""

from collections.abc import Iterator, Sequence

from inspect_engine.diagnostics.diagnostic import Diagnostic, Related, Severity
from inspect_engine.evaluation.drivers import deciding
from inspect_engine.evaluation.faults import (
    AnswerNotAsked,
    LeftOut,
    NotInForce,
    PublishedDiffers,
    RuleNote,
)
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.evaluation.members import left_out_bit
from inspect_engine.model import expressions as model
from inspect_engine.model.kinds import NOT_APPLICABLE, LevelKind
from inspect_engine.model.methodology import Methodology, Note, Question
from inspect_engine.model.semantics import TRUE
from inspect_engine.records.bundle import Bundle, RecordTable
from inspect_engine.source import Span
from inspect_engine.syntax.phrases import on_one_line

OVER_RECORDS = (
    model.NamedValue,
    model.RatingOf,
    model.ScoreOf,
    model.AnswerFigure,
    model.RecordFigure,
    model.RecordAggregate,
    model.Aggregate,
)
"""Expressions that may rest on many records."""

MOST_NAMED = 5
"""So many records are named in one notice; the others are counted."""


def notices(whole: Interpreter) -> Iterator[Diagnostic]:
    """All notices of an inspection, in the order of the rules."""
    yield from out_of_force(whole.rules, whole.bundle)
    for question in whole.rules.questions.values():
        yield from answers_not_asked(whole, question)
    for target in (*whole.rules.standards, "overall"):
        yield from members_left_out(whole, target)
    for target in whole.rules.standards:
        yield from published_otherwise(whole, target)
    for note in whole.rules.notes:
        yield from rule_notes(whole, note)


def out_of_force(rules: Methodology, bundle: Bundle) -> Iterator[Diagnostic]:
    """Whether the version was in force when the fieldwork began."""
    if rules.in_force is None or bundle.date is None:
        return
    start, until = rules.in_force
    if bundle.date < start or (until is not None and bundle.date > until):
        period = f"from {start}" + (f" to {until}" if until else " on")
        fault = NotInForce(
            id=rules.id,
            version=rules.version,
            date=bundle.date.isoformat(),
            period=period,
        )
        yield fault.at(None)


def remarks_on_draft(rules: Methodology, draft: Bundle) -> Iterator[Diagnostic]:
    """What is odd in a bundle that has errors, and stays so whatever mends them.

    Conditions that count records are passed over: the errors may hide some of them.
    """
    whole = Interpreter(rules, draft)
    for question in rules.questions.values():
        if not any(counts_records(rules, one) for one in question.asked_when):
            yield from answers_not_asked(whole, question)


def counts_records(rules: Methodology, node: object) -> bool:
    """Whether a condition may rest on more records than the one it is asked of."""
    return any(
        isinstance(part, OVER_RECORDS)
        or (
            isinstance(part, model.RecordValue)
            and counts_records(rules, made_of(rules, part))
        )
        for part in model.parts_of(node)
    )


def made_of(rules: Methodology, value: model.RecordValue) -> tuple[object, ...]:
    """What the rules make a fact, or the answer to a question, of."""
    fact = rules.records[value.record].facts.get(value.name)
    if fact is not None:
        return fact.derivation, fact.table, fact.expression
    question = rules.questions[value.name]
    return question.derivation, *question.asked_when


def answers_not_asked(whole: Interpreter, question: Question) -> Iterator[Diagnostic]:
    """Answers to a question where the rules say that it does not apply."""
    rows = whole.rows(question.record)
    if not question.asked_when or rows.table is None or question.pools:
        return
    given = rows.table.columns.get(question.id)
    if given is None:
        return
    asked = rows.asked(question)
    places = [
        place
        for place, answer in enumerate(given)
        if answer is not None
        and answer != NOT_APPLICABLE
        and any(not column[place] & TRUE for column in asked)
    ]
    if not places:
        return
    condition = " and ".join(on_one_line(one.span.text) for one in question.asked_when)
    count = "1 answer is" if len(places) == 1 else f"{len(places)} answers are"
    fault = AnswerNotAsked(
        question=question.id,
        count=count,
        records=named(whole, question.record, places),
        condition=condition,
    )
    written = [place_of(rows.table, question.id, place) for place in places]
    related = [Related(span, "and here") for span in written[1:MOST_NAMED] if span]
    yield fault.at(written[0], *related)


def place_of(table: RecordTable, name: str, place: int) -> Span | None:
    """Where a record's answer is written, or else the record."""
    answer = table.places.get(name, {}).get(place)
    if answer is not None:
        return answer
    return table.spans[place] if len(table.spans) > place else None


def named(whole: Interpreter, record: str, places: Sequence[int]) -> str:
    """The ids of records, a few by name and the others by number."""
    table = whole.rows(record).table
    assert table is not None
    ids = ["/".join(part for part in table.ids[place] if part) for place in places]
    shown = ", ".join(f"«{name}»" for name in ids[:MOST_NAMED])
    more = len(ids) - MOST_NAMED
    kind = whole.rules.records[record].title.lower()
    return f"{kind} {shown}" + (f" and {more} more" if more > 0 else "")


def members_left_out(whole: Interpreter, target: str) -> Iterator[Diagnostic]:
    """Members with nothing to be rated on, in a lowest or highest."""
    if target == "overall" and whole.rules.overall is None:
        return
    node = deciding(whole.rule(target).rating)
    if node is None or (target != "overall" and whole.stands_as_published(target)):
        return
    kind = node.kind
    assert isinstance(kind, LevelKind)
    for member in node.members:
        is_out = whole.member_level(node, member) == left_out_bit(kind.scale)
        if is_out and whole.is_included(node, member) & TRUE:
            fault = LeftOut(member=member.id, function=node.function, target=target)
            yield fault.at(None)


def published_otherwise(whole: Interpreter, target: str) -> Iterator[Diagnostic]:
    """A published rating that the answers contradict."""
    published = whole.bundle.published.get(target)
    scale = whole.rule(target).scale
    if published is None or scale is None or whole.stands_as_published(target):
        return
    level = scale.named(published)
    computed = whole.final(target)
    if level is None or computed & scale.bit(level):
        return
    names = " or ".join(one.label for one in scale.members(computed)) or "not rated"
    place = whole.bundle.places.get(f"published {target}")
    fault = PublishedDiffers(target=target, published=level.label, computed=names)
    yield fault.at(place)


def rule_notes(whole: Interpreter, note: Note) -> Iterator[Diagnostic]:
    """A remark of the rules, where its condition is met."""
    if not note.record:
        if note.condition is None or whole.truth(note.condition) == TRUE:
            about = f" ({note.about})" if note.about else ""
            yield RuleNote(text=note.text, where=about).at(None)
        return
    rows = whole.rows(note.record)
    if note.condition is None or not rows.is_known:
        return
    found = rows.truths(note.condition)
    # Records still to come have no id to be named by.
    known = found[: len(rows.table.ids)] if rows.table is not None else []
    places = [place for place, truth in enumerate(known) if truth == TRUE]
    if places:
        where = f" ({note.about}: {named(whole, note.record, places)})"
        yield RuleNote(text=note.text, where=where).at(None, severity=Severity.WARNING)
