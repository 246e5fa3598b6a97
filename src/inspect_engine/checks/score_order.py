"""Find levels without a score, and those whose scores do not rise."""

from collections.abc import Iterator
from itertools import pairwise

from inspect_engine.checks.model_faults import LevelWithoutScore, ScoreOrder
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.semantics import plain


def score_orders(methodology: Methodology) -> Iterator[Diagnostic]:
    """Each level that scores no more than the one below it."""
    for scale in methodology.scales.values():
        for worse, better in pairwise(scale.levels):
            if worse.score is None or better.score is None:
                continue
            if better.score > worse.score:
                continue
            fault = ScoreOrder(
                scale=scale.id,
                level=better.id,
                before=worse.id,
                score=plain(better.score),
                other=plain(worse.score),
            )
            yield fault.at(better.span, Related(worse.span, "the level below it"))


def levels_without_score(methodology: Methodology) -> Iterator[Diagnostic]:
    """Each level without a score on a scale where others have one."""
    for scale in methodology.scales.values():
        scored = [level for level in scale.levels if level.score is not None]
        for level in scale.levels:
            if scored and level.score is None:
                fault = LevelWithoutScore(scale=scale.id, level=level.id)
                also = Related(scored[0].span, "this level has a score")
                yield fault.at(level.span, also)
