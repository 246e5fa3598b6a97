"""Find discretion that can never be used."""

from collections.abc import Iterator

from inspect_engine.analysis.asked import all_rules
from inspect_engine.analysis.effect_faults import DiscretionNever
from inspect_engine.analysis.truth import together
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation.drivers import deciding
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.ratings import Discretion, Trigger
from inspect_engine.model.semantics import TRUE
from inspect_engine.syntax.phrases import on_one_line


def discretion_faults(rules: Methodology) -> Iterator[Diagnostic]:
    """Each discretion that moves nothing, or whose circumstances cannot come about."""
    for discretion in rules.discretions:
        if not discretion.levels:
            yield DiscretionNever(why="it moves by nothing").at(discretion.span)
        elif discretion.triggers:
            yield from never_usable(rules, discretion)


def never_usable(rules: Methodology, discretion: Discretion) -> Iterator[Diagnostic]:
    """A discretion none of whose circumstances can come about."""
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
        is_possible = together(rules, "", (trigger.condition,)).truths() & TRUE
        words = on_one_line(trigger.condition.span.text)
        return "" if is_possible else f"«{words}» is never true"
    if trigger.kind == "fewer than" and not trigger.amount:
        return "no rating rests on fewer than 0 cases"
    rule = dict(all_rules(rules)).get(target)
    node = deciding(rule.rating) if rule is not None else None
    if node is not None and node.bands is not None:
        return ""
    shown = "the overall rating" if target == "overall" else f"«{target}»"
    return f"{shown} does not follow from shares of cases"
