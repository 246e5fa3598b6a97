"""Figures put into bands, and levels moved along their scale."""

from fractions import Fraction

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation import figures, truths
from inspect_engine.evaluation.faults import NoBand
from inspect_engine.evaluation.figures import Figure
from inspect_engine.model.coverage import uncovered
from inspect_engine.model.scales import Bands, RatingScale
from inspect_engine.model.semantics import Interval, plain


class BandWork:
    """The part of the interpreter that makes levels of figures."""

    def note(self, diagnostic: Diagnostic) -> None:
        """Keep something to be said about the inspection."""
        raise NotImplementedError

    def banded(self, figure: Figure, bands: Bands, *, is_whole: bool = False) -> int:
        """The levels that bands may give a figure; no value is not rated.

        A figure in a gap between bands has no level: it is reported, not rated.
        """
        single = figure.single
        if single is not None:
            return self.banded_number(single, bands)
        scale = bands.scale
        found = scale.not_rated if figure.may_be_none else 0
        if not figure.has_value:
            return found
        for band in bands.bands:
            if figure.reaches(share_interval(band.exact, bands)):
                found |= scale.bit(band.level)
        if self.may_fall_between(figure, bands, is_whole=is_whole):
            found |= scale.not_rated
        return found or scale.not_rated

    def banded_number(self, number: Fraction, bands: Bands) -> int:
        """The level of a figure that is one number, as most are in the end."""
        scale, written = bands.scale, number * bands.unit
        found = 0
        for band in bands.bands:
            if band.exact.holds(written):
                found |= scale.bit(band.level)
        if not found:
            shown = f"{plain(written)}{'%' if bands.unit == 100 else ''}"
            self.note(NoBand(bands=bands.id, figure=shown).at(None))
        return found or scale.not_rated

    def may_fall_between(self, figure: Figure, bands: Bands, *, is_whole: bool) -> bool:
        """Whether some possible figure is covered by no band."""
        points = figure.points()
        if points is not None:
            return any(bands.find(point) is None for point in points)
        found = uncovered(bands, is_whole=is_whole)
        return any(figure.reaches(share_interval(gap, bands)) for gap in found)

    def shifted(self, mask: int, by: int, scale: RatingScale) -> int:
        """Levels some places up or down, kept on the scale; not rated stays so."""
        found = mask & scale.not_rated
        for place in truths.members(mask & scale.everything):
            found |= 1 << min(max(place + by, 0), len(scale.levels) - 1)
        return found

    def level_scores(self, mask: int, scale: RatingScale) -> Figure:
        """The scores of possible levels; none where not rated or without score."""
        levels = scale.members(mask)
        values = frozenset(level.score for level in levels if level.score is not None)
        has_none = bool(mask & scale.not_rated) or any(
            level.score is None for level in levels
        )
        return figures.Points(values, has_none)


def share_interval(interval: Interval, bands: Bands) -> Interval:
    """An interval in written units as one over shares."""
    return interval if bands.unit == 1 else interval.scaled(Fraction(1, bands.unit))
