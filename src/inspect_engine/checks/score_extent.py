"""Hold score bands against what the scores of standards add up to."""

from collections.abc import Iterator
from fractions import Fraction

from inspect_engine.checks.band_faults import ScoreExtent
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related, Severity
from inspect_engine.model.expressions import (
    Aggregate,
    Banded,
    Expression,
    LevelScore,
    NamedValue,
    RatingOf,
    ScoreOf,
    parts_of,
)
from inspect_engine.model.kinds import LevelKind
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.ratings import RatingRule
from inspect_engine.model.scales import Bands, RatingScale
from inspect_engine.model.semantics import plain

Ends = tuple[Fraction, Fraction]


def score_extents(methodology: Methodology) -> Iterator[Diagnostic]:
    """Each banded sum of standards that its bands do not fit."""
    rules = [(name, one.rule) for name, one in methodology.standards.items()]
    if methodology.overall is not None:
        rules.append(("overall", methodology.overall.rule))
    for target, rule in rules:
        if any(limit.of == "score" for limit in rule.limits):
            continue  # It may be what keeps the score within the bands.
        for part in parts_of(rule.rating):
            if isinstance(part, Banded):
                score = summed(part.part, rule, target, methodology)
                if score is not None:
                    yield from held_against(score, part.bands, methodology)


def summed(
    node: Expression, rule: RatingRule, target: str, methodology: Methodology
) -> Aggregate | None:
    """The sum that is banded, where it is one, if need be by its name."""
    while isinstance(node, NamedValue):
        named = methodology.values[node.name].expression
        if named is None:
            return None
        node = named
    if isinstance(node, ScoreOf) and node.target == target and rule.score is not None:
        node = rule.score
    is_sum = isinstance(node, Aggregate) and node.function in ("sum", "weighted sum")
    return node if is_sum and isinstance(node, Aggregate) else None


def held_against(
    score: Aggregate, bands: Bands, methodology: Methodology
) -> Iterator[Diagnostic]:
    """The fault of one sum, if it and its bands differ in extent."""
    ends = [member_ends(one.value, methodology) for one in score.members]
    known = [one for one in ends if one is not None]
    if score.where is not None or not ends or len(known) < len(ends):
        return
    is_weighted = score.function == "weighted sum"
    weights = [one.weight if is_weighted else Fraction(1) for one in score.members]
    low = sum((w * e[0] for w, e in zip(weights, known, strict=True)), Fraction(0))
    high = sum((w * e[1] for w, e in zip(weights, known, strict=True)), Fraction(0))
    extent = bands.extent
    if score.when_not_rated == "leave out":
        low = min(low, Fraction(0))
    if (extent.low, extent.high) == (low, high) or extent.high is None:
        return
    is_short = high > extent.high or (extent.low is not None and low < extent.low)
    fault = ScoreExtent(
        count=f"{len(ends)} standards" if len(ends) != 1 else "one standard",
        low=plain(low),
        high=plain(high),
        bands=bands.id,
        extent=extent.in_words(),
    )
    severity = Severity.ERROR if is_short else Severity.WARNING
    also = Related(score.span, f"this goes from {plain(low)} to {plain(high)}")
    yield fault.at(bands.span, also, *ends_told(score, methodology), severity=severity)


def ends_told(score: Aggregate, methodology: Methodology) -> Iterator[Related]:
    """The levels that score least and most, where all standards share a scale."""
    scales = {scale_of(one.value, methodology) for one in score.members}
    scale = scales.pop() if len(scales) == 1 else None
    if scale is not None:
        by_score = sorted(scale.levels, key=lambda one: one.score or Fraction(0))
        for level in (by_score[0], by_score[-1]):
            yield Related(
                level.span, f"«{level.id}» scores {plain(level.score or Fraction(0))}"
            )


def scale_of(node: Expression, methodology: Methodology) -> RatingScale | None:
    """The scale that a member of a sum is scored on."""
    if isinstance(node, LevelScore):
        return node.scale
    if isinstance(node, ScoreOf) and node.target in methodology.standards:
        return methodology.standards[node.target].rule.scale
    return None


def member_ends(node: Expression, methodology: Methodology) -> Ends | None:
    """The least and the most that a member adds."""
    if isinstance(node, LevelScore):
        node = node.part
    kind = getattr(node, "kind", None)
    if isinstance(node, ScoreOf) and node.target in methodology.standards:
        rule = methodology.standards[node.target].rule
        kind = LevelKind(rule.scale) if rule.scale and rule.score is None else None
    if not isinstance(node, (RatingOf, ScoreOf)) or not isinstance(kind, LevelKind):
        return None
    scores = [level.score for level in kind.scale.levels]
    known = [score for score in scores if score is not None]
    if not known or len(known) < len(scores):
        return None
    return min(known), max(known)
