"""What verdicts on bands and scores say, tried out on many figures."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from attrs import evolve
from tests.checks import replaying
from tests.checks.changing import is_at

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation.figures import exactly
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.scales import Band, Bands, Rating, RatingScale
from inspect_engine.model.semantics import plain
from inspect_engine.records.bundle import Bundle
from inspect_engine.source import Span

BASES = range(1, 61)


def figures(bands: Bands) -> set[Fraction]:
    """Figures of all sorts that can be measured, as they come before any rounding."""
    if bands.measure == "percent":
        return {Fraction(yes, base) for base in BASES for yes in range(base + 1)}
    ends = sorted(ends_of(bands))
    low = bands.extent.low if bands.extent.low is not None else ends[0] - 3
    high = bands.extent.high if bands.extent.high is not None else ends[-1] + 3
    found = {Fraction(number) for number in range(int(low), int(high) + 1)}
    if bands.measure == "number":
        found |= {*ends, *((one + two) / 2 for one, two in pairwise(ends))}
    return {one for one in found if bands.extent.holds(one)}


def ends_of(bands: Bands) -> set[Fraction]:
    """Every end of a band."""
    written = [one.written for one in bands.bands]
    ends = {end for one in written for end in (one.low, one.high) if end is not None}
    return ends or {Fraction(0)}


def band_at(rules: Methodology, span: Span) -> tuple[Bands, Band]:
    """The band in a place, and those it stands among."""
    for bands in rules.bands.values():
        for one in bands.bands:
            if is_at(one.span, span):
                return bands, one
    raise LookupError(f"there is no band at {span}")


def no_figure_falls_into_it(rules: Methodology, found: Diagnostic) -> bool:
    """Neither as it is written nor as it is looked up; all is the same without it."""
    assert found.span is not None
    bands, band = band_at(rules, found.span)
    without = evolve(bands, bands=tuple(o for o in bands.bands if o is not band))
    return not any(
        band.written.holds(bands.round(figure))
        or bands.find(figure) is not without.find(figure)
        for figure in figures(bands)
    )


def no_figure_earns_the_level(rules: Methodology, found: Diagnostic) -> bool:
    bands = rules.bands[str(found.data["bands"])]
    if bands.scale.named(str(found.data["level"])) is None:
        raise LookupError("the scale has no such level")
    earned = {band.level.id for one in figures(bands) if (band := bands.find(one))}
    return found.data["level"] not in earned


def count_is_shown_as_another_band(rules: Methodology, found: Diagnostic) -> bool:
    """The count earns the one level, and its printed figure lies in the other's."""
    bands = rules.bands[str(found.data["bands"])]
    yes, base = str(found.data["count"]).split(" of ")
    figure = Fraction(int(yes), int(base))
    shown = bands.show(figure)
    rated = bands.find(figure)
    looks = [one.level.id for one in bands.bands if one.written.holds(shown)]
    return (
        found.data["shown"] == f"{plain(shown)}%"
        and rated is not None
        and rated.level.id == found.data["rated"]
        and found.data["looks"] in looks
        and found.data["rated"] not in looks
    )


# --- sums of scores ---------------------------------------------


def sum_reaches_what_bands_do_not(rules: Methodology, found: Diagnostic) -> bool:
    """All at their worst and all at their best give the ends that are told."""
    node, _ = replaying.expression_at(rules, found.related[0].span)
    bands = rules.bands[str(found.data["bands"])]
    least, most = (
        Interpreter(rules, all_rated(rules, is_best=one)).figure(node)
        for one in (False, True)
    )
    low, high = (Fraction(str(found.data[end])) for end in ("low", "high"))
    is_true = (least, most) == (exactly(low), exactly(high))
    return is_true and (bands.extent.low, bands.extent.high) != (low, high)


def all_rated(rules: Methodology, *, is_best: bool) -> Bundle:
    """An inspection in which each standard is known to score the most or the least."""
    scales = {n: one.rule.scale for n, one in rules.standards.items()}
    known = {n: end_of(one, is_best=is_best).id for n, one in scales.items() if one}
    base = next(iter(replaying.inspections(rules, 1)))
    return evolve(base, judgements=known, published=known, records={})


def end_of(scale: RatingScale, *, is_best: bool) -> Rating:
    """The level that scores the most or the least."""
    by_score: Iterable[Rating] = sorted(scale.levels, key=lambda one: one.score or 0)
    return list(by_score)[-1 if is_best else 0]
