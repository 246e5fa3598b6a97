"""Find scales whose levels are added up, though some of them have no score."""

from collections.abc import Iterator

from inspect_engine.checks.model_faults import LevelWithoutScore
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.expressions import (
    Expression,
    LevelScore,
    ScoreOf,
    parts_of,
)
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.ratings import RatingRule
from inspect_engine.model.scales import RatingScale


def level_scores(methodology: Methodology) -> Iterator[Diagnostic]:
    """Each such scale once, with the first figure that needs its scores."""
    told: set[str] = set()
    for part in scored(methodology):
        scale = scale_of(part, methodology)
        if scale is None or scale.id in told:
            continue
        without = [level for level in scale.levels if level.score is None]
        if without:
            told.add(scale.id)
            names = ", ".join(f"«{level.id}»" for level in without)
            fault = LevelWithoutScore(
                scale=scale.id,
                levels=names,
                verb="have" if len(without) > 1 else "has",
            )
            yield fault.at(without[0].span, Related(part.span, "needs its score"))


def scored(methodology: Methodology) -> Iterator[Expression]:
    """Everything that may be the score of a level; whole sums before their members."""
    rules = [standard.rule for standard in methodology.standards.values()]
    if methodology.overall is not None:
        rules.insert(0, methodology.overall.rule)
    nodes: list[object] = [*methodology.values.values(), *rules]
    nodes += [*methodology.notes, *methodology.discretions]
    for part in parts_of(tuple(nodes)):
        if isinstance(part, (LevelScore, ScoreOf)):
            yield part


def scale_of(part: Expression, methodology: Methodology) -> RatingScale | None:
    """The scale whose scores a figure is."""
    if isinstance(part, LevelScore):
        return part.scale
    if not isinstance(part, ScoreOf):
        return None
    rule = rule_of(part.target, methodology)
    return rule.scale if rule is not None and rule.score is None else None


def rule_of(target: str, methodology: Methodology) -> RatingRule | None:
    """How a standard, or the whole, is rated."""
    if target == "overall":
        return methodology.overall.rule if methodology.overall else None
    return methodology.standards[target].rule
