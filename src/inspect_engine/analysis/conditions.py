"""Find conditions that nothing, or everything, makes true, and parts without use."""

from collections.abc import Iterator

from inspect_engine.analysis.alike import Shape, shape_of
from inspect_engine.analysis.apart import looks_at_things_apart
from inspect_engine.analysis.asked import Asked, all_asked, all_parts, place
from inspect_engine.analysis.compared import compared_outside
from inspect_engine.analysis.condition_faults import (
    ConditionAlways,
    ConditionContradicts,
    ConditionNever,
    ConditionNotAnalysed,
    ConditionSubsumed,
)
from inspect_engine.analysis.effect_faults import QuestionNeverAsked
from inspect_engine.analysis.first_look import is_plainly_right
from inspect_engine.analysis.truth import chains_of, idle_parts, masks, together
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.expressions import Expression
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.semantics import FALSE, NEITHER, OPEN, TRUE
from inspect_engine.source import Span
from inspect_engine.syntax.phrases import on_one_line


def condition_faults(rules: Methodology) -> Iterator[Diagnostic]:
    """Everything that is wrong with conditions; the cause alone where there is one."""
    blamed: list[Span] = []
    for part in all_parts(rules):
        for number, found in compared_outside(part):
            blamed.append(number.span)
            yield found
    cleared: set[Shape] = set()
    for asked in all_asked(rules):
        if not any(within(span, asked.condition.span) for span in blamed):
            yield from unless_cleared(rules, asked, cleared)


def unless_cleared(
    rules: Methodology, asked: Asked, cleared: set[Shape]
) -> Iterator[Diagnostic]:
    """What is wrong with a condition, if a first look does not show that it is right.

    Conditions of a shape that was cleared before are right as well.
    """
    if looks_at_things_apart(rules, asked):
        return
    shape = shape_of(rules, asked)
    if shape is not None and shape in cleared:
        return
    if not is_plainly_right(rules, asked):
        yield from about(rules, asked)
    elif shape is not None:
        cleared.add(shape)


def within(inner: Span, outer: Span) -> bool:
    """Whether a place lies inside another."""
    is_inside = outer.start <= inner.start and inner.end <= outer.end
    return inner.source.name == outer.source.name and is_inside


def words(node: Expression) -> str:
    """An expression as it is written, on one line."""
    return on_one_line(node.span.text)


def about(rules: Methodology, asked: Asked) -> Iterator[Diagnostic]:
    """The first that is wrong with a condition: by itself, in its place, in parts."""
    alone = together(rules, asked.record, (asked.condition,))
    seen = 0
    for one in alone.each():
        seen |= masks(one)[0]
        if seen & OPEN == OPEN:
            break
    if alone.why_not and seen & OPEN != OPEN:
        if alone.is_tryable:
            yield not_analysed(asked, alone.why_not)
    elif not seen & TRUE or seen == TRUE:
        yield decided(asked, seen)
        return
    in_place = list(held_against(rules, asked))
    yield from in_place or idle(rules, asked)


def not_analysed(asked: Asked, why: str) -> Diagnostic:
    """A condition with more combinations than are tried, and none that settles it."""
    fault = ConditionNotAnalysed(
        what=asked.what, condition=words(asked.condition), why=why
    )
    return fault.at(asked.condition.span)


def decided(asked: Asked, truths: int) -> Diagnostic:
    """The fault of a condition whose truth is certain."""
    condition, span = words(asked.condition), asked.condition.span
    if truths == TRUE:
        return ConditionAlways(what=asked.what, condition=condition).at(span)
    if asked.question:
        fault = QuestionNeverAsked(question=asked.question, condition=condition)
        return fault.at(span)
    return ConditionNever(what=asked.what, condition=condition).at(span)


# --- what a condition stands in -------------------------------------------------


def held_against(rules: Methodology, asked: Asked) -> Iterator[Diagnostic]:
    """A condition that what it stands in makes impossible, or certain."""
    here = place(asked.condition.span)
    around = tuple(one for one in asked.around if place(one.span) != here)
    if not around:
        return
    both = together(rules, asked.record, (*around, asked.condition))
    if not both.is_exact:
        return
    truths = 0
    for one in both.each():
        *outer, own = masks(one)
        if all(mask == TRUE for mask in outer):
            truths |= own
        if truths & TRUE and truths & (FALSE | NEITHER):
            return
    other = clashing(rules, asked, around)
    if not truths & TRUE:
        yield contradiction(asked, other)
    elif asked.question:
        yield implied(asked, other)


def clashing(
    rules: Methodology, asked: Asked, around: tuple[Expression, ...]
) -> Expression:
    """The condition around that settles this one; the nearest if it takes several."""
    for other in around:
        pair = together(rules, asked.record, (other, asked.condition))
        seen = {masks(one)[1] for one in pair.each() if masks(one)[0] == TRUE}
        if TRUE not in seen or seen == {TRUE}:
            return other
    return around[-1]


def contradiction(asked: Asked, other: Expression) -> Diagnostic:
    """A condition that what it stands in rules out."""
    also = Related(other.span, f"«{asked.about}» is asked only when this is true")
    if asked.question:
        condition = f"{words(other)}» together with «{words(asked.condition)}"
        never = QuestionNeverAsked(question=asked.question, condition=condition)
        return never.at(asked.condition.span, also)
    fault = ConditionContradicts(
        what=asked.what,
        condition=words(asked.condition),
        question=asked.about,
        other=words(other),
    )
    return fault.at(asked.condition.span, also)


def implied(asked: Asked, other: Expression) -> Diagnostic:
    """A condition that what it stands in makes certain."""
    fault = ConditionSubsumed(
        part=words(asked.condition),
        why=f"«{asked.question}» is asked only where «{words(other)}», and it is true"
        " there",
    )
    return fault.at(asked.condition.span, Related(other.span, "this is enough"))


# --- parts of a condition -------------------------------------------------------


def idle(rules: Methodology, asked: Asked) -> Iterator[Diagnostic]:
    """Each part of an «and» or «or» that changes nothing."""
    for chain in chains_of(asked.condition):
        for one in idle_parts(rules, asked.record, chain):
            yield subsumed(one.part, one.other, one.why)


def subsumed(part: Expression, other: Expression | None, why: str) -> Diagnostic:
    """One such part, with the one that makes it idle."""
    if other is None:
        return ConditionSubsumed(part=words(part), why=why).at(part.span)
    fault = ConditionSubsumed(
        part=words(part), why=f"«{words(other)}» decides wherever it would"
    )
    return fault.at(part.span, Related(other.span, "this is enough"))
