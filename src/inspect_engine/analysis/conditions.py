"""Find conditions that nothing, or everything, makes true."""

from collections.abc import Iterator

from attrs import frozen

from inspect_engine.analysis.compared import compared_outside
from inspect_engine.analysis.condition_faults import (
    ConditionAlways,
    ConditionNever,
    DiscretionNever,
    LimitWithoutEffect,
    QuestionNeverAsked,
)
from inspect_engine.analysis.space import space_of
from inspect_engine.analysis.trying import tried
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation.drivers import deciding
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, parts_of
from inspect_engine.model.methodology import Methodology, Question
from inspect_engine.model.ratings import Discretion, Limiter, RatingRule, Step, Trigger
from inspect_engine.model.scales import RatingScale
from inspect_engine.model.semantics import OPEN, TRUE
from inspect_engine.source import Span

MOST_TRIED = 5_000
"""Conditions with more combinations than this are not tried."""


@frozen
class Asked:
    """A condition, what hangs on it, and the record type it is asked of."""

    what: str
    condition: Expression
    record: str
    question: str = ""


def condition_faults(rules: Methodology) -> Iterator[Diagnostic]:
    """Everything that is wrong with conditions; the cause alone where there is one."""
    blamed: list[Span] = []
    for part in all_parts(rules):
        for found in compared_outside(part):
            if found.span is not None:
                blamed.append(found.span)
            yield found
    for asked in all_asked(rules):
        if not any(within(span, asked.condition.span) for span in blamed):
            yield from decided(rules, asked)
    for _, rule in all_rules(rules):
        for limit in rule.limits:
            yield from without_effect(limit, rule.scale)
        for step in rule.steps:
            yield from step_without_effect(step, rule.scale)
    for discretion in rules.discretions:
        yield from never_usable(rules, discretion)


def within(inner: Span, outer: Span) -> bool:
    """Whether a place lies inside another."""
    is_inside = outer.start <= inner.start and inner.end <= outer.end
    return inner.source.name == outer.source.name and is_inside


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
    for question in questions(rules):
        yield question.derivation
        yield question.asked_when
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


def all_asked(rules: Methodology) -> Iterator[Asked]:
    """Every condition with what hangs on it."""
    for question in questions(rules):
        for condition in question.asked_when:
            what = f"the question «{question.id}»"
            yield Asked(what, condition, question.record, question.id)
        for clause in question.derivation.clauses if question.derivation else ():
            if clause.condition is not None:
                what = f"«{clause.value}» for «{question.id}»"
                yield Asked(what, clause.condition, question.record)
    for record in rules.records.values():
        for fact in record.facts.values():
            for clause in fact.derivation.clauses if fact.derivation else ():
                if clause.condition is not None:
                    what = f"«{clause.value}» for «{fact.id}»"
                    yield Asked(what, clause.condition, record.id)
    for _, rule in all_rules(rules):
        for limit in rule.limits:
            if limit.condition is not None:
                yield Asked("a limit", limit.condition, "")
        for step in rule.steps:
            if step.condition is not None:
                yield Asked("a step of an adjustment", step.condition, "")
    for note in rules.notes:
        if note.condition is not None:
            yield Asked("a note", note.condition, note.record)
    for part in all_parts(rules):
        yield from filters(rules, part)


def filters(rules: Methodology, node: object) -> Iterator[Asked]:
    """The conditions that choose records for a figure."""
    for part in parts_of(node):
        match part:
            case model.AnswerFigure() if part.where is not None:
                record = rules.questions[part.questions[0]].record
                yield Asked("«where»", part.where, record)
            case model.RecordFigure() | model.RecordAggregate():
                if part.where is not None:
                    yield Asked("«where»", part.where, part.record)


def decided(rules: Methodology, asked: Asked) -> Iterator[Diagnostic]:
    """The fault of a condition whose truth is certain."""
    truths = possible(rules, asked)
    condition = " ".join(asked.condition.span.text.split())
    place = asked.condition.span
    if not truths & TRUE and asked.question:
        fault = QuestionNeverAsked(question=asked.question, condition=condition)
        yield fault.at(place)
    elif not truths & TRUE:
        yield ConditionNever(what=asked.what, condition=condition).at(place)
    elif truths == TRUE:
        yield ConditionAlways(what=asked.what, condition=condition).at(place)


def possible(rules: Methodology, asked: Asked) -> int:
    """Every truth that a condition can have, or both where that is not known."""
    if any(isinstance(part, model.MemberValue) for part in parts_of(asked.condition)):
        return OPEN
    space = space_of(rules, (asked.condition,))
    if space.is_opaque or space.size > MOST_TRIED:
        return OPEN
    found = 0
    for one in tried(rules, asked.record, (asked.condition,), space):
        value = one.values[0]
        assert isinstance(value, int)
        found |= value
        if found & OPEN == OPEN:
            break
    return found


# --- limits, steps and discretion -----------------------------------------------


def without_effect(limit: Limiter, scale: RatingScale | None) -> Iterator[Diagnostic]:
    """A cap at the best level, or a floor at the worst."""
    if limit.of != "rating" or scale is None:
        return
    why = idle(limit.value, scale, is_cap=limit.bound == "at most")
    if why:
        yield LimitWithoutEffect(what="This limit", why=why).at(limit.span)


def step_without_effect(step: Step, scale: RatingScale | None) -> Iterator[Diagnostic]:
    """A step that keeps a rating within what it cannot leave."""
    if scale is None:
        return
    why = ""
    if step.value is None:
        why = "" if step.amount else "it moves by nothing"
    elif step.action in ("keep at most", "keep at least"):
        why = idle(step.value, scale, is_cap=step.action == "keep at most")
    if why:
        yield LimitWithoutEffect(what="This step", why=why).at(step.span)


def idle(value: Expression, scale: RatingScale, *, is_cap: bool) -> str:
    """Why a bound holds anyway, where it is a level that cannot be passed."""
    end = scale.levels[-1 if is_cap else 0]
    if not isinstance(value, model.Constant) or value.value != end.id:
        return ""
    return f"no level is {'above' if is_cap else 'below'} «{end.id}»"


def never_usable(rules: Methodology, discretion: Discretion) -> Iterator[Diagnostic]:
    """A discretion none of whose circumstances can come about."""
    if not discretion.triggers:
        return
    reasons = [
        why_never(rules, target, trigger)
        for target in discretion.targets
        for trigger in discretion.triggers
    ]
    if reasons and all(reasons):
        yield DiscretionNever(why=reasons[0]).at(discretion.span)


def why_never(rules: Methodology, target: str, trigger: Trigger) -> str:
    """Why a circumstance cannot come about; empty where it can."""
    if trigger.condition is not None:
        asked = Asked("a discretion", trigger.condition, "")
        is_possible = possible(rules, asked) & TRUE
        words = " ".join(trigger.condition.span.text.split())
        return "" if is_possible else f"«{words}» is never true"
    rule = dict(all_rules(rules)).get(target)
    node = deciding(rule.rating) if rule is not None else None
    if node is not None and node.bands is not None:
        return ""
    shown = "the overall rating" if target == "overall" else f"«{target}»"
    return f"{shown} does not follow from shares of cases"
