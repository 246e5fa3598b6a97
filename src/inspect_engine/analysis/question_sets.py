"""Find questions that one record is asked twice, in two question sets."""

from collections.abc import Iterator
from itertools import combinations

from inspect_engine.analysis.asked import questions
from inspect_engine.analysis.effect_faults import QuestionAskedTwice
from inspect_engine.analysis.truth import masks, together
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.methodology import Methodology, Question
from inspect_engine.model.semantics import TRUE


def question_set_faults(rules: Methodology) -> Iterator[Diagnostic]:
    """Each question that stands in two sets, both of which a record can be in.

    The sets are those of one standard: two standards may well ask the same.
    """
    by_title: dict[tuple[str, str, str], list[Question]] = {}
    for question in questions(rules):
        if question.question_set and question.kind != "prompt":
            title = " ".join(question.title.casefold().split())
            key = question.record, question.standard, title
            by_title.setdefault(key, []).append(question)
    for alike in by_title.values():
        for one, two in combinations(alike, 2):
            if one.question_set != two.question_set:
                yield from asked_twice(rules, one, two)


def asked_twice(
    rules: Methodology, one: Question, two: Question
) -> Iterator[Diagnostic]:
    """The fault of two questions that some record is asked both of."""
    conditions = (*one.asked_when, *two.asked_when)
    for found in together(rules, one.record, conditions).each():
        if all(mask == TRUE for mask in masks(found)):
            fault = QuestionAskedTwice(
                title=two.title,
                first=one.question_set,
                second=two.question_set,
                example=found.in_words(),
            )
            yield fault.at(two.span, Related(one.span, "asked here as well"))
            return
