"""Find clauses of a derived answer that clauses above always come before."""

from collections.abc import Iterator

from inspect_engine.analysis.aims import Aiming
from inspect_engine.analysis.asked import questions
from inspect_engine.analysis.condition_faults import ClauseMasked
from inspect_engine.analysis.truth import Together, masks, together
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.methodology import Clause, Derivation, Methodology
from inspect_engine.model.semantics import TRUE


def clause_faults(rules: Methodology) -> Iterator[Diagnostic]:
    """Each clause that never gives its value, though its condition can be true."""
    for question in questions(rules):
        yield from masked(rules, question.derivation, question.id, question.record)
    for record in rules.records.values():
        for fact in record.facts.values():
            yield from masked(rules, fact.derivation, fact.id, record.id)


def masked(
    rules: Methodology, derivation: Derivation | None, name: str, record: str
) -> Iterator[Diagnostic]:
    """The clauses of one derivation that are never reached."""
    clauses = [
        one
        for one in (derivation.clauses if derivation else ())
        if one.condition is not None
    ]
    if len(clauses) < 2:
        return
    asked = together(rules, record, [c.condition for c in clauses if c.condition])
    for at in range(1, len(clauses)):
        if not is_reached(asked, at) and asked.is_exact and can_hold(asked, at):
            yield describe(clauses[at], clauses[above(asked, at)], name)


def is_reached(asked: Together, at: int) -> bool:
    """Whether a clause holds somewhere and none above it does."""
    nodes = asked.conditions
    aiming = Aiming(asked.rules, nodes, asked.space.variables)
    earlier = [(node, False) for node in nodes[:at]]
    guess = aiming.at(*earlier, (nodes[at], True)), aiming.at((nodes[at], True))
    if any(is_first(masks(one), at) for one in asked.aimed(guess)):
        return True
    return any(is_first(masks(one), at) for one in asked.each())


def is_first(row: list[int], at: int) -> bool:
    """Whether the first clause that holds is the one in this place."""
    return bool(row[at] & TRUE) and not any(mask == TRUE for mask in row[:at])


def can_hold(asked: Together, at: int) -> bool:
    """Whether a clause's condition can be true; that it cannot is told elsewhere."""
    return any(masks(one)[at] == TRUE for one in asked.each())


def above(asked: Together, at: int) -> int:
    """The first clause above that holds where this one does."""
    row = next(masks(one) for one in asked.each() if masks(one)[at] == TRUE)
    return next(place for place, mask in enumerate(row) if mask == TRUE)


def describe(clause: Clause, before: Clause, name: str) -> Diagnostic:
    """One clause that is never reached."""
    fault = ClauseMasked(value=clause.value, name=name)
    return fault.at(clause.span, Related(before.span, "this clause is first"))
