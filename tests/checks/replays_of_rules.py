"""What verdicts on conditions, clauses, rows, limits and questions say, tried out."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import product

from attrs import evolve
from tests.checks import replaying
from tests.checks.changing import (
    changed,
    clause_at,
    droppable_at,
    everything_found,
    question_at,
    truth_of,
)

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.model.expressions import Constant, InputValue, RecordValue
from inspect_engine.model.kinds import ChoiceKind, Kind, NumberKind
from inspect_engine.model.methodology import Methodology, Question
from inspect_engine.model.ratings import Limiter, RatingRule, Row, Step
from inspect_engine.model.semantics import TRUE
from inspect_engine.records.bundle import Bundle, RecordTable
from inspect_engine.source import Span

MANY = 200
Bound = Limiter | Step
Given = InputValue | RecordValue


def place_of(found: Diagnostic) -> Span:
    """Where a verdict points."""
    assert found.span is not None
    return found.span


def other_place(found: Diagnostic) -> Span:
    """The other place that a verdict speaks of."""
    return found.related[0].span


def is_same_in_all(rules: Methodology, without: Methodology) -> bool:
    """Whether two versions find the same in many inspections."""
    try:
        return all(
            everything_found(rules, one) == everything_found(without, one)
            for one in replaying.inspections(rules, MANY)
        )
    except KeyError:
        return False  # Something looks at what was left out.


# --- conditions and clauses -------------------------------------


def is_never_true_where_asked(rules: Methodology, found: Diagnostic) -> bool:
    """The condition is not true of any record that the question is asked of."""
    node, record = replaying.expression_at(rules, place_of(found))
    question = rules.questions[str(found.data["question"])]
    assert record == question.record
    seen: set[bool] = set()
    for bundle in replaying.inspections(rules, MANY):
        whole = Interpreter(rules, bundle)
        asked = [truth_of(whole, one, record) for one in question.asked_when]
        for around, own in zip(
            zip(*asked, strict=True), truth_of(whole, node, record), strict=True
        ):
            if all(mask == TRUE for mask in around):
                seen.add(own == TRUE)
    return seen == {False}


def part_changes_nothing(rules: Methodology, found: Diagnostic) -> bool:
    part = droppable_at(rules, place_of(found))
    return is_same_in_all(rules, changed(rules, part))


def clause_changes_nothing(rules: Methodology, found: Diagnostic) -> bool:
    clause = clause_at(rules, place_of(found))
    return is_same_in_all(rules, changed(rules, clause))


# --- rows -------------------------------------------------------


def row_at(rows: Iterable[Row], span: Span) -> Row:
    """The row in a place."""
    for one in rows:
        if one.span.start == span.start:
            return one
    raise LookupError(f"there is no row at {span}")


def example_goes_to_the_row_above(rules: Methodology, found: Diagnostic) -> bool:
    """Each of the two rows fits it alone, and the later one is not what counts."""
    name, example = str(found.data["table"]), str(found.data["example"])
    rows = replaying.table_of(rules, name).rows
    own, above = (row_at(rows, one) for one in (place_of(found), other_place(found)))
    bundle = replaying.inspection_with(rules, example)
    both = replaying.with_rows(rules, name, (above, own))
    without = replaying.with_rows(rules, name, tuple(o for o in rows if o is not own))
    is_above = rows.index(above) < rows.index(own)
    is_without = repr(replaying.results(rules, name, bundle)) == repr(
        replaying.results(without, name, bundle)
    )
    is_twice = replaying.rows_fitting(both, name, bundle) == 2
    return is_above and is_without and is_twice and is_counted(rules, found, own)


def is_counted(rules: Methodology, found: Diagnostic, own: Row) -> bool:
    """Whether «3 of the 6 combinations» is what counting gives, where it can count."""
    name, share = str(found.data["table"]), str(found.data["share"])
    table = replaying.table_of(rules, name)
    given = [o for o in table.columns if isinstance(o, (InputValue, RecordValue))]
    if len(given) < len(table.columns) or not share.endswith("combinations"):
        return share == "some combinations"
    above = table.rows[: table.rows.index(own)]
    fits_own = fitting(rules, name, given, (own,))
    pairs = zip(fits_own, fitting(rules, name, given, above), strict=True)
    taken = sum(one and before for one, before in pairs)
    return share == f"{taken} of the {sum(fits_own)} combinations"


def fitting(
    rules: Methodology, name: str, given: list[Given], rows: tuple[Row, ...]
) -> list[bool]:
    """For every combination of inputs or facts, whether some rows give a result."""
    return [
        repr(one) != repr(empty)
        for bundle in all_given(rules, given)
        for one, empty in zip(
            replaying.results(replaying.with_rows(rules, name, rows), name, bundle),
            replaying.results(replaying.with_rows(rules, name, ()), name, bundle),
            strict=True,
        )
    ]


def all_given(rules: Methodology, given: list[Given]) -> Iterable[Bundle]:
    """Every combination: one inspection for each, or one with a record for each."""
    base = next(replaying.inspections(rules, 1))
    names = [one.name for one in given]
    rows = list(product(*(all_values(one.kind) for one in given)))
    if isinstance(given[0], RecordValue):
        columns = dict(zip(names, zip(*rows, strict=True), strict=True))
        table = RecordTable(tuple(("", str(n)) for n in range(len(rows))), columns)
        yield evolve(base, records={given[0].record: table})
        return
    for values in rows:
        inputs = {**base.inputs, **dict(zip(names, values, strict=True))}
        yield evolve(base, inputs=inputs)


def all_values(kind: Kind) -> list[str | Fraction]:
    """Everything that a choice or a whole number may be."""
    if isinstance(kind, ChoiceKind):
        return [choice.id for choice in kind.choices]
    assert isinstance(kind, NumberKind)
    if kind.allowed:
        return list(kind.allowed)
    low, high = kind.extent.low, kind.extent.high
    assert low is not None
    assert high is not None
    return [Fraction(number) for number in range(int(low), int(high) + 1)]


def rows_are_as_good_as_one(rules: Methodology, found: Diagnostic) -> bool:
    name = str(found.data["table"])
    rows = replaying.table_of(rules, name).rows
    one, two = (row_at(rows, o) for o in (other_place(found), place_of(found)))
    joined = evolve(
        one,
        cells=tuple(
            a
            if repr(a.alternatives) == repr(b.alternatives)
            else evolve(a, alternatives=(*a.alternatives, *b.alternatives))
            for a, b in zip(one.cells, two.cells, strict=True)
        ),
    )
    kept = tuple(joined if row is one else row for row in rows if row is not two)
    merged = replaying.with_rows(rules, name, kept)
    return len(kept) == len(rows) - 1 and is_same_in_all(rules, merged)


# --- limits and steps -------------------------------------------


def example_has_both(rules: Methodology, found: Diagnostic) -> bool:
    """Both limits apply in the example, and no rating can be as both want it."""
    rule, one = bound_at(rules, place_of(found))
    same, two = bound_at(rules, other_place(found))
    example = str(found.data["example"])
    bundle = next(replaying.inspections(rules, 1))
    if example != "any inspection":
        bundle = replaying.inspection_with(rules, example)
    whole = Interpreter(rules, bundle)
    applies = [
        bound.condition is None or whole.truth(bound.condition) == TRUE
        for bound in (one, two)
    ]
    return rule is same and all(applies) and not leaves_room(rule, one, two)


def bound_at(rules: Methodology, span: Span) -> tuple[RatingRule, Bound]:
    """The limit or step in a place, and what it belongs to."""
    held = [one.rule for one in rules.standards.values()]
    held += [rules.overall.rule] if rules.overall else []
    for rule in held:
        bounds: list[Bound] = [*rule.steps, *rule.limits]
        for one in bounds:
            if one.span.start == span.start:
                return rule, one
    raise LookupError(f"there is no limit at {span}")


def leaves_room(rule: RatingRule, *bounds: Bound) -> bool:
    """Whether there is a level or number that is as both bounds want it."""
    ends: dict[str, list[object]] = {"least": [], "most": []}
    for one in bounds:
        assert isinstance(one.value, Constant)
        word = one.bound if isinstance(one, Limiter) else one.action
        ends[word.split()[-1]].append(one.value.value)
    (least,), (most,) = ends.values()
    if isinstance(least, Fraction) and isinstance(most, Fraction):
        return least <= most
    names = [level.id for level in rule.scale.levels] if rule.scale else []
    return names.index(str(least)) <= names.index(str(most))


# --- questions --------------------------------------------------


def record_is_asked_both(rules: Methodology, found: Diagnostic) -> bool:
    asked = [question_at(rules, o) for o in (place_of(found), other_place(found))]
    bundle = replaying.inspection_with(rules, str(found.data["example"]))
    whole = Interpreter(rules, bundle)
    sets = {one.question_set for one in asked}
    return sets == {found.data["first"], found.data["second"]} and all(
        whole.rows(one.record).answers(one) != [one.answers.not_applicable]
        and plainly(one.title) == plainly(str(found.data["title"]))
        for one in asked
    )


def plainly(title: str) -> list[str]:
    """A title as it sounds."""
    return title.casefold().split()


def answer_is_the_same_without_prompt(rules: Methodology, found: Diagnostic) -> bool:
    prompt = rules.questions[str(found.data["prompt"])]
    question = rules.questions[str(found.data["question"])]
    without = changed(rules, prompt)
    assert prompt.id not in without.questions
    return all(
        answers(rules, question, one) == answers(without, question, one)
        for one in replaying.inspections(rules, MANY)
    )


def answers(rules: Methodology, question: Question, bundle: Bundle) -> list[int]:
    """What the answer to a question counts as, for each record; empty if unknown."""
    try:
        rows = Interpreter(rules, bundle).rows(question.record)
        return rows.answers(rules.questions[question.id])
    except KeyError:
        return []


def rating_is_the_same_without_question(rules: Methodology, found: Diagnostic) -> bool:
    question = rules.questions[str(found.data["question"])]
    without = changed(rules, question)
    assert question.id not in without.questions
    try:
        return all(
            replaying.ratings(rules, one) == replaying.ratings(without, one)
            for one in replaying.inspections(rules, MANY)
        )
    except KeyError:
        return False
