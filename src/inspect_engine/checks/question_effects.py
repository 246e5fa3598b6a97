"""Find questions whose answers change nothing, and standards that ask none."""

from collections.abc import Iterator

from inspect_engine.checks.model_faults import (
    KeyQuestionWithoutEffect,
    PromptIgnored,
    StandardWithoutQuestion,
)
from inspect_engine.checks.uses import all_questions, questions_in
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.expressions import Expression
from inspect_engine.model.methodology import Methodology, Question, Standard


def question_effects(methodology: Methodology) -> Iterator[Diagnostic]:
    """Questions without effect, one standard after the other."""
    elsewhere = used_elsewhere(methodology)
    for standard in methodology.standards.values():
        yield from key_questions_without_effect(standard, elsewhere)
        asks = standard.key_questions or standard.questions
        if not (asks or standard.rule.is_judged):
            yield StandardWithoutQuestion(standard=standard.id).at(standard.span)
    for question in all_questions(methodology):
        yield from prompts_ignored(question)


def used_elsewhere(methodology: Methodology) -> set[str]:
    """The questions that any rule or value looks at, or that others are built on."""
    found = questions_in(tuple(methodology.values.values()))
    for standard in methodology.standards.values():
        found |= questions_in(standard.rule)
    if methodology.overall is not None:
        found |= questions_in(methodology.overall.rule)
    found |= questions_in(tuple(methodology.discretions))
    found |= questions_in(tuple(methodology.notes))
    for record in methodology.records.values():
        found |= questions_in(tuple(record.facts.values()))
    conditions: dict[Expression, None] = {}
    for question in all_questions(methodology):
        # A key question and its prompts share their conditions.
        conditions.update(dict.fromkeys(question.asked_when))
        found |= questions_in(question.derivation)
        found.update(question.pools)
    return found | questions_in(tuple(conditions))


def key_questions_without_effect(
    standard: Standard, used: set[str]
) -> Iterator[Diagnostic]:
    """Each key question of a computed standard that nothing looks at."""
    if standard.rule.rating is None or standard.is_unrated:
        return
    for question in standard.key_questions:
        if question.id not in used:
            fault = KeyQuestionWithoutEffect(question=question.id, standard=standard.id)
            yield fault.at(question.span)


def prompts_ignored(question: Question) -> Iterator[Diagnostic]:
    """Each prompt that the answer derived from the others leaves out."""
    if question.derivation is None:
        return
    used = questions_in(question.derivation)
    for prompt in question.prompts:
        if prompt.id not in used:
            fault = PromptIgnored(question=question.id, prompt=prompt.id)
            yield fault.at(prompt.span)
