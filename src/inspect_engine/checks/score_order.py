"""Find levels whose scores do not rise with the scale."""

from collections.abc import Iterator
from itertools import pairwise

from inspect_engine.checks.model_faults import ScoreOrder
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
