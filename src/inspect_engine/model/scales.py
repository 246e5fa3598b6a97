"""Rating scales, and the bands that put a figure on a scale."""

from fractions import Fraction

from attrs import field

from inspect_engine.model.provenance import Provenance
from inspect_engine.model.semantics import Interval, Rounding
from inspect_engine.shapes import shape
from inspect_engine.source import Span


@shape
class Rating:
    """A named place on a rating scale.

    `index` counts from 0 at the worst; `score` is what it adds to a sum, if anything.
    """

    id: str
    index: int
    score: Fraction | None
    label: str
    word: str
    provenance: Provenance
    span: Span = field(repr=False)

    def __str__(self) -> str:
        return self.label


@shape
class RatingScale:
    """The ordered ratings, from worst to best."""

    id: str
    title: str
    levels: tuple[Rating, ...]
    provenance: Provenance
    span: Span = field(repr=False)

    @property
    def not_rated(self) -> int:
        """The bit that stands for «not rated» in a set of possible levels."""
        return 1 << len(self.levels)

    @property
    def everything(self) -> int:
        """The set of all levels, without «not rated»."""
        return self.not_rated - 1

    def bit(self, level: Rating) -> int:
        """The bit that stands for a level."""
        return 1 << level.index

    def members(self, mask: int) -> tuple[Rating, ...]:
        """The levels in a set, from worst to best."""
        return tuple(level for level in self.levels if mask >> level.index & 1)

    def named(self, name: str) -> Rating | None:
        """The level of an id."""
        return next((level for level in self.levels if level.id == name), None)


@shape
class Band:
    """The interval of figures that earns a level.

    `written` is the interval as it stands in the rules, over rounded figures where
    the bands round; `exact` is the same over figures before any rounding.
    """

    written: Interval
    exact: Interval
    level: Rating
    word: str
    provenance: Provenance
    span: Span = field(repr=False)


@shape
class Bands:
    """Which figures earn which level.

    `measure` is `percent`, `whole` or `number`. A percent is kept as a share of one
    elsewhere; here figures are in percent, as written. `rounding` is None where the
    figure is banded exactly. `shown` says how the figure is printed where that
    differs.
    """

    id: str
    title: str
    measure: str
    extent: Interval
    scale: RatingScale
    rounding: Rounding | None
    shown: Rounding | None
    bands: tuple[Band, ...]
    provenance: Provenance
    span: Span = field(repr=False)

    @property
    def unit(self) -> int:
        """How many written units make one: 100 for percents, else 1."""
        return 100 if self.measure == "percent" else 1

    def find(self, figure: Fraction) -> Band | None:
        """The band of a figure (a share for percents), or None in a gap."""
        written = figure * self.unit
        for band in self.bands:
            if band.exact.holds(written):
                return band
        return None

    def round(self, figure: Fraction) -> Fraction:
        """The figure that is banded, in written units."""
        written = figure * self.unit
        return self.rounding.apply(written) if self.rounding else written

    def show(self, figure: Fraction) -> Fraction:
        """The figure that is printed, in written units."""
        rounding = self.shown or self.rounding
        written = figure * self.unit
        return rounding.apply(written) if rounding else written

    @property
    def direction(self) -> int:
        """1 where higher figures earn better levels, -1 where worse, else 0."""
        ordered = sorted(self.bands, key=lambda band: band.exact.sort_key)
        indexes = [band.level.index for band in ordered]
        if indexes == sorted(indexes):
            return 1
        return -1 if indexes == sorted(indexes, reverse=True) else 0
