"""Rules with a part of them left out or put otherwise, and what comes of all of them.

A verdict that a part has no effect is replayed by leaving it out: whatever the
interpreter finds in an inspection must stay as it is.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import evolve, fields, has
from tests.checks.replaying import ratings, roots

from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, parts_of
from inspect_engine.model.methodology import Clause, Methodology, Question
from inspect_engine.records.bundle import Bundle
from inspect_engine.source import Span

Whole = TypeVar("Whole")


def changed(whole: Whole, old: object, *new: object) -> Whole:
    """The same with one object put otherwise wherever it stands, or left out."""
    found = _changed(whole, old, new)
    return found  # type: ignore[no-any-return]


def _changed(whole: Any, old: object, new: tuple[object, ...]) -> Any:
    if isinstance(whole, tuple):
        return _same_or(whole, _changed_items(whole, old, new))
    if isinstance(whole, Mapping):
        kept = {n: one for n, one in whole.items() if new or one is not old}
        made = {name: _changed(one, old, new) for name, one in kept.items()}
        same = len(made) == len(whole) and all(made[n] is whole[n] for n in made)
        return whole if same else made
    if whole is old and len(new) == 1:
        return new[0]
    if isinstance(whole, Span) or not has(type(whole)):
        return whole
    return _changed_parts(whole, old, new)


def _changed_items(
    whole: tuple[Any, ...], old: object, new: tuple[object, ...]
) -> tuple[Any, ...]:
    pairs = (new if one is old else (_changed(one, old, new),) for one in whole)
    return tuple(one for pair in pairs for one in pair)


def _same_or(whole: tuple[Any, ...], made: tuple[Any, ...]) -> tuple[Any, ...]:
    is_same = len(whole) == len(made) and all(map(_is, whole, made))
    return whole if is_same else made


def _is(one: object, two: object) -> bool:
    return one is two


def _changed_parts(whole: Any, old: object, new: tuple[object, ...]) -> Any:
    made = {}
    for one in fields(type(whole)):
        before = getattr(whole, one.name)
        after = _changed(before, old, new)
        if after is not before:
            made[one.name] = after
    return evolve(whole, **made) if made else whole


# --- where a verdict points -------------------------------------


def is_at(span: Span, other: Span) -> bool:
    """Whether two places are the same."""
    return (span.start, span.end) == (other.start, other.end)


def question_at(rules: Methodology, span: Span) -> Question:
    """The question or prompt in a place."""
    for one in rules.questions.values():
        if is_at(one.span, span):
            return one
    raise LookupError(f"there is no question at {span}")


def clause_at(rules: Methodology, span: Span) -> Clause:
    """The clause of a derived answer or fact in a place."""
    derived = [one.derivation for one in rules.questions.values()]
    for record in rules.records.values():
        derived += [one.derivation for one in record.facts.values()]
    for one in derived:
        for clause in one.clauses if one else ():
            if is_at(clause.span, span):
                return clause
    raise LookupError(f"there is no clause at {span}")


def droppable_at(rules: Methodology, span: Span) -> Expression:
    """A condition in a place where leaving it out leaves others: one part of several.

    A condition of a question counts as one, beside those that are asked before it.
    """
    for one in rules.questions.values():
        for condition in one.asked_when:
            if is_at(condition.span, span):
                return condition
    for part in parts_of(roots(rules)):
        if isinstance(part, (model.AllOf, model.AnyOf)):
            for condition in part.parts:
                if is_at(condition.span, span):
                    return condition
    raise LookupError(f"nothing can be left out at {span}")


# --- what comes of rules ----------------------------------------


def everything_found(rules: Methodology, bundle: Bundle) -> list[str]:
    """All values, facts, answers, notes and ratings of an inspection, in words."""
    whole = Interpreter(rules, bundle)
    found: list[object] = [
        whole.any_value(model.NamedValue(name, one.kind, span=one.span))
        for name, one in rules.values.items()
    ]
    for record in rules.records.values():
        found += [whole.rows(record.id).fact(one) for one in record.facts.values()]
    found += [
        whole.rows(one.record).answers(one)
        for one in rules.questions.values()
        if one.record and one.judged_on is None
    ]
    for note in rules.notes:
        if note.condition is not None:
            found.append(truth_of(whole, note.condition, note.record))
    return [*map(repr, found), *ratings(rules, bundle)]


def truth_of(whole: Interpreter, node: Expression, record: str) -> list[int]:
    """A condition for each record, or once for the inspection."""
    return whole.rows(record).truths(node) if record else [whole.truth(node)]
