"""Inspections made at random, on which the verdicts of checks are tried out.

They are worked out by the interpreter alone: nothing here knows how the checks came
to their verdicts.
"""

import datetime
import random
from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from attrs import evolve

from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.evaluation.scoring import score
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, parts_of
from inspect_engine.model.kinds import (
    NOT_APPLICABLE,
    ChoiceKind,
    DateKind,
    Kind,
    LevelKind,
    NumberKind,
)
from inspect_engine.model.methodology import Fact, Methodology, Question, RecordType
from inspect_engine.model.ratings import DecisionTable, RatingRule, Row
from inspect_engine.records.bundle import Bundle, Decision, Given, RecordTable, Tally
from inspect_engine.source import Span

DAY = datetime.date(2024, 8, 12)
RECORDS = 3


def inspections(rules: Methodology, count: int) -> Iterator[Bundle]:
    """So many inspections, each with everything answered, the same in every run."""
    chance = random.Random(rules.id)
    for number in range(count):
        yield Bundle(
            id=str(number),
            name="",
            rules="",
            version="",
            date=DAY,
            inputs={n: value(one.kind, chance) for n, one in rules.inputs.items()},
            judgements=judgements(rules, chance),
            records={
                name: record_table(rules, record, chance)
                for name, record in rules.records.items()
            },
        )


def judgements(rules: Methodology, chance: random.Random) -> dict[str, str]:
    """A level for each standard and question that is judged."""
    scales = {
        name: standard.rule.scale
        for name, standard in rules.standards.items()
        if standard.rule.is_judged
    }
    scales |= {name: one.judged_on for name, one in rules.questions.items()}
    return {
        name: chance.choice(scale.levels).id
        for name, scale in scales.items()
        if scale is not None
    }


def record_table(
    rules: Methodology, record: RecordType, chance: random.Random
) -> RecordTable:
    """Some records of a type, with all facts and answers that are not derived."""
    given: list[Fact | Question] = [o for o in record.facts.values() if o.is_given]
    given += [
        one
        for one in rules.questions.values()
        if one.record == record.id and not one.derivation and not one.pools
    ]
    columns = {
        one.id: tuple(value(kind_of(one), chance) for _ in range(RECORDS))
        for one in given
    }
    return RecordTable(tuple(("", str(n)) for n in range(RECORDS)), columns)


def kind_of(one: Fact | Question) -> Kind:
    """What a fact or answer may be."""
    return one.kind if isinstance(one, Fact) else one.answers


def value(kind: Kind, chance: random.Random) -> Given:
    """Some value of a kind, often one at an end of what it may be."""
    if getattr(kind, "may_be_not_applicable", False) and not chance.randrange(6):
        return NOT_APPLICABLE
    match kind:
        case ChoiceKind():
            return chance.choice(kind.choices).id
        case LevelKind():
            return chance.choice(kind.scale.levels).id
        case NumberKind() if kind.allowed:
            return chance.choice(kind.allowed)
        case NumberKind():
            return number(kind, chance)
        case DateKind():
            return DAY - datetime.timedelta(days=chance.randrange(400))
    return chance.choice(("", "none", "text"))


def number(kind: NumberKind, chance: random.Random) -> Fraction:
    """Some number within the extent of a kind."""
    low = kind.extent.low if kind.extent.low is not None else Fraction(-20)
    high = kind.extent.high if kind.extent.high is not None else low + 150
    whole = Fraction(chance.randint(ceil(low), floor(high)))
    if kind.kind == "percent":
        return whole / 100
    half = whole + Fraction(chance.randrange(2), 2)
    return half if kind.kind == "number" and half <= high else whole


# --- what the verdicts speak of ---------------------------------


def expression_at(rules: Methodology, span: Span) -> tuple[Expression, str]:
    """The expression in a place, and the type of record it is asked of."""
    for part, record in everything(rules):
        for one in parts_of(part):
            if (one.span.start, one.span.end) == (span.start, span.end):
                return one, record
    raise LookupError(f"there is no expression at {span}")


def comparison_around(rules: Methodology, span: Span) -> tuple[Expression, str]:
    """The smallest comparison that a place lies in, and the type of record."""
    found = [
        (one, record)
        for part, record in everything(rules)
        for one in parts_of(part)
        if isinstance(one, (model.Comparison, model.Membership))
        and one.span.start <= span.start
        and span.end <= one.span.end
    ]
    return min(found, key=lambda pair: pair[0].span.end - pair[0].span.start)


def everything(rules: Methodology) -> Iterator[tuple[object, str]]:
    """What expressions stand in, with the type of record they are asked of."""
    yield from filters(rules)
    for one in rules.values.values():
        yield one, ""
    for record in rules.records.values():
        for fact in record.facts.values():
            yield fact, record.id
    for question in rules.questions.values():
        yield (question.asked_when, question.derivation), question.record
        for prompt in question.prompts:
            yield (prompt.asked_when, prompt.derivation), question.record
    for standard in rules.standards.values():
        yield standard.rule, ""
    yield (rules.overall.rule if rules.overall else None), ""
    yield rules.discretions, ""
    for note in rules.notes:
        yield note.condition, note.record


def roots(rules: Methodology) -> tuple[object, ...]:
    """Everything that expressions stand in, whatever they are asked of."""
    facts = [one for record in rules.records.values() for one in record.facts.values()]
    held = [one.rule for one in rules.standards.values()]
    held += [rules.overall.rule] if rules.overall else []
    asked = [(one.asked_when, one.derivation) for one in rules.questions.values()]
    named = rules.values.values()
    return (*named, *facts, *asked, *held, *rules.discretions, *rules.notes)


def filters(rules: Methodology) -> Iterator[tuple[object, str]]:
    """The conditions that choose records; first, since they stand in other things."""
    for part in parts_of(roots(rules)):
        match part:
            case model.RecordFigure() | model.RecordAggregate():
                yield part.where, part.record
            case model.AnswerFigure():
                yield part.where, rules.questions[part.questions[0]].record


def truths(rules: Methodology, node: Expression, record: str, count: int) -> set[int]:
    """Every truth that a condition has in some inspections."""
    found: set[int] = set()
    for bundle in inspections(rules, count):
        whole = Interpreter(rules, bundle)
        found |= set(whole.rows(record).truths(node) if record else [whole.truth(node)])
    return found


def answers(rules: Methodology, question: Question, count: int) -> set[int]:
    """Everything that the answer to a question counts as in some inspections."""
    return {
        mask
        for bundle in inspections(rules, count)
        for mask in Interpreter(rules, bundle).rows(question.record).answers(question)
    }


# --- tables -----------------------------------------------------


def with_rows(rules: Methodology, name: str, rows: tuple[Row, ...]) -> Methodology:
    """The rules with other rows in a table of the inspection or of records."""
    if name in rules.values:
        table = rules.values[name].table
        assert table is not None
        changed = evolve(rules.values[name], table=evolve(table, rows=rows))
        return evolve(rules, values={**rules.values, name: changed})
    record = rules.records[record_of(rules, name)]
    fact = record.facts[name]
    assert fact.table is not None
    changed_fact = evolve(fact, table=evolve(fact.table, rows=rows))
    changed_record = evolve(record, facts={**record.facts, name: changed_fact})
    return evolve(rules, records={**rules.records, record.id: changed_record})


def record_of(rules: Methodology, name: str) -> str:
    """The type of record that a table belongs to; empty where it is none's."""
    if name in rules.values:
        return ""
    return next(one.id for one in rules.records.values() if name in one.facts)


def table_of(rules: Methodology, name: str) -> DecisionTable:
    """A table by its name."""
    record = record_of(rules, name)
    holder = rules.records[record].facts[name] if record else rules.values[name]
    assert holder.table is not None
    return holder.table


def results(rules: Methodology, name: str, bundle: Bundle) -> list[object]:
    """What a table gives in an inspection, or for each of its records."""
    record, table = record_of(rules, name), table_of(rules, name)
    whole = Interpreter(rules, bundle)
    if record:
        node = model.RecordValue(record, name, table.kind, span=table.span)
        return list(whole.rows(record).worked_out(node))
    return [whole.any_value(model.NamedValue(name, table.kind, span=table.span))]


def rows_fitting(rules: Methodology, name: str, bundle: Bundle) -> int:
    """How many rows of a table give a result by themselves, for the first record."""
    without = repr(results(with_rows(rules, name, ()), name, bundle)[0])
    alone = [with_rows(rules, name, (row,)) for row in table_of(rules, name).rows]
    return sum(repr(results(one, name, bundle)[0]) != without for one in alone)


def inspection_with(rules: Methodology, example: str) -> Bundle:
    """An inspection, and in it one record of each type, as an example says."""
    given = {}
    for pair in example.split(", "):
        name, _, words = pair.rpartition(" ")
        given[name] = words
    base = next(inspections(rules, 1))
    records = {
        name: RecordTable(
            (("", "1"),),
            {
                fact.id: (as_given(fact.kind, given[fact.id]),)
                for fact in rules.records[name].facts.values()
                if fact.id in given
            },
        )
        for name in rules.records
    }
    inputs = {
        name: as_given(one.kind, given[name]) if name in given else base.inputs[name]
        for name, one in rules.inputs.items()
    }
    judged = {name: given.get(name, level) for name, level in base.judgements.items()}
    tallies = {
        name: (tally(Fraction(given[share])),)
        for name in rules.questions
        if (share := f"percent of yes to {name}") in given
    }
    records = {} if tallies else records
    return evolve(
        base, inputs=inputs, judgements=judged, records=records, tallies=tallies
    )


def tally(percent: Fraction) -> Tally:
    """Counts of yes and no that are exactly so many percent."""
    base = 100 * percent.denominator
    yes = int(percent * base / 100)
    return Tally({"yes": yes, "no": base - yes})


def as_given(kind: Kind, words: str) -> Given:
    """A value as a bundle keeps it."""
    if not isinstance(kind, NumberKind) or words == NOT_APPLICABLE:
        return words
    return Fraction(words) / (100 if kind.kind == "percent" else 1)


# --- ratings ----------------------------------------------------


def without_limit(rules: Methodology, span: Span) -> Methodology:
    """The rules without the limit or step in a place."""

    def left(rule: RatingRule) -> RatingRule:
        return evolve(
            rule,
            limits=tuple(one for one in rule.limits if one.span.start != span.start),
            steps=tuple(one for one in rule.steps if one.span.start != span.start),
        )

    standards = {
        name: evolve(one, rule=left(one.rule)) for name, one in rules.standards.items()
    }
    overall = rules.overall and evolve(rules.overall, rule=left(rules.overall.rule))
    return evolve(rules, standards=standards, overall=overall)


def ratings(rules: Methodology, bundle: Bundle) -> list[str]:
    """The rating of each standard and of the whole."""
    result = score(rules, bundle)
    outcomes = [one.outcome for one in result.standards.values()]
    outcomes += [result.overall.outcome] if result.overall else []
    return [one.rating.id if one.rating else "not rated" for one in outcomes]


def taken(rules: Methodology, targets: tuple[str, ...], bundle: Bundle) -> list[str]:
    """The decisions that have effect of all that could be made on some targets."""
    found = []
    for target in targets:
        rule = rules.overall if target == "overall" else rules.standards[target]
        assert rule is not None
        for level in rule.rule.scale.levels if rule.rule.scale else ():
            decision = Decision(
                target=target, to=level.id, reason="r", authority="a", on=DAY
            )
            result = score(rules, evolve(bundle, decisions=(decision,)))
            standard = result.standards.get(target)
            outcome = standard if standard is not None else result.overall
            if outcome is not None and outcome.decision is not None:
                found.append(f"{target} to {level.id}")
    return found
