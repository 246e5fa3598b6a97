"""Ratings and figures out of several members: lowest of, sum of, mean of, count of."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from inspect_engine.evaluation import figures, truths
from inspect_engine.evaluation.figures import NONE, Extent, Figure, exactly
from inspect_engine.evaluation.kinds_at_hand import is_whole, kind_of
from inspect_engine.evaluation.rating_rules import RatingRules
from inspect_engine.evaluation.rows import Rows
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, Member
from inspect_engine.model.kinds import LevelKind
from inspect_engine.model.scales import RatingScale
from inspect_engine.model.semantics import FALSE, NEITHER, TRUE

MOST_STATES = 20_000
"""More intermediate totals than this, and a mean is only bounded."""


class MemberWork(RatingRules):
    """The part of the interpreter that makes one out of many."""

    member: Member | None
    member_levels: dict[tuple[model.Aggregate, Member], int]

    # --- levels -------------------------------------------------------------------

    def level_of_members(self, node: model.Aggregate) -> int:
        """Lowest or highest level of the members; left out ones take no part."""
        kind = node.kind
        assert isinstance(kind, LevelKind)
        masks = [self.member_level(node, member) for member in node.members]
        return folded(masks, kind.scale, is_lowest=node.function == "lowest")

    def member_level(self, node: model.Aggregate, member: Member) -> int:
        """What a member may contribute, with the bit of «left out»; kept for later."""
        found = self.member_levels.get((node, member))
        if found is None:
            found = self.member_levels[node, member] = self.level_now(node, member)
        return found

    def level_now(self, node: model.Aggregate, member: Member) -> int:
        """What a member may contribute, worked out."""
        assert isinstance(node.kind, LevelKind)
        scale = node.kind.scale
        mask = self.plain_level(node, member)
        if mask & scale.not_rated and node.when_not_rated != "not rated":
            mask &= ~scale.not_rated
            level = scale.named(node.when_not_rated)
            mask |= scale.bit(level) if level is not None else left_out_bit(scale)
        included = self.is_included(node, member)
        if included == TRUE:
            return mask
        return mask | left_out_bit(scale) if included & TRUE else left_out_bit(scale)

    def plain_level(self, node: model.Aggregate, member: Member) -> int:
        """The levels a member may have by itself."""
        if isinstance(kind_of(member.value), LevelKind):
            return self.mask(member.value)
        assert node.bands is not None
        figure = self.figure(member.value)
        return self.banded(figure, node.bands, is_whole=is_whole(member.value))

    def is_included(self, node: model.Aggregate, member: Member) -> int:
        """Whether the condition of a `where` lets a member in."""
        if node.where is None:
            return TRUE
        outer, self.member = self.member, member
        found = self.truth(node.where)
        self.member = outer
        return found

    def level_of_records(self, node: model.RecordAggregate) -> int:
        """Lowest or highest level over the records of a type."""
        kind = node.kind
        assert isinstance(kind, LevelKind)
        rows = self.rows(node.record)
        if not rows.is_known:
            return kind.scale.everything | kind.scale.not_rated
        masks = rows.masks(node.item)
        included = rows.truths(node.where) if node.where else [TRUE] * rows.size
        out = left_out_bit(kind.scale)
        none = kind.scale.not_rated
        found = []
        for mask, truth in zip(masks, included, strict=True):
            kept = (mask & ~none) | (out if mask & none else 0)
            found.append(kept if truth == TRUE else kept | out if truth & TRUE else out)
        return folded(found, kind.scale, is_lowest=node.function == "lowest")

    # --- figures --------------------------------------------------------------------

    def figure_of_members(self, node: model.Aggregate) -> Figure:
        """Sum, mean, median, lowest, highest or count of the members."""
        if node.function == "count":
            included = [self.is_included(node, member) for member in node.members]
            certain = sum(truth == TRUE for truth in included)
            possible = sum(bool(truth & TRUE) for truth in included)
            return figures.whole_numbers(certain, possible)
        parts = [self.member_part(node, member) for member in node.members]
        weights = [member.weight for member in node.members]
        if not node.function.startswith("weighted"):
            weights = [Fraction(1)] * len(parts)
        return worked_out(node.function, parts, weights)

    def member_part(self, node: model.Aggregate, member: Member) -> "Part":
        """A member's figure, and whether it may be left out."""
        figure = self.figure(member.value)
        may_be_out = False
        if figure.may_be_none and node.when_not_rated == "leave out":
            figure, may_be_out = figures.without_none(figure), True
        elif figure.may_be_none and node.when_not_rated != "not rated":
            instead = self.score_instead(member, node.when_not_rated)
            figure = figures.union([figures.without_none(figure), instead])
        included = self.is_included(node, member)
        if not included & TRUE:
            return NONE, True
        return figure, may_be_out or included != TRUE

    def score_instead(self, member: Member, name: str) -> Figure:
        """The score of the level that a member not rated counts as."""
        kind = kind_of(member.rating) if member.rating is not None else None
        if not isinstance(kind, LevelKind):
            return NONE
        level = kind.scale.named(name)
        if level is None or level.score is None:
            return NONE
        return exactly(level.score)

    def figure_of_records(self, node: model.RecordAggregate) -> Figure:
        """Sum, mean, median, lowest or highest of a value over records.

        Records without the value are left out. With no record left a sum is nought,
        and the others have no value.
        """
        rows: Rows = self.rows(node.record)
        if not rows.is_known:
            return figures.UNKNOWN
        values = rows.figures(node.item)
        included = rows.truths(node.where) if node.where else [TRUE] * rows.size
        parts: list[Part] = []
        for value, truth in zip(values, included, strict=True):
            if truth & TRUE:
                may_be_out = value.may_be_none or bool(truth & (FALSE | NEITHER))
                parts.append((figures.without_none(value), may_be_out))
        if node.function == "sum":
            return total(
                [(exactly(0), False), *parts], [Fraction(1)] * (len(parts) + 1)
            )
        return worked_out(node.function, parts, [Fraction(1)] * len(parts))


Part = tuple[Figure, bool]
"""A figure and whether it may be left out."""


def left_out_bit(scale: RatingScale) -> int:
    """The bit of a member that takes no part, beyond those of levels and not rated."""
    return scale.not_rated << 1


def folded(masks: Iterable[int], scale: RatingScale, *, is_lowest: bool) -> int:
    """The possible lowest (or highest) of members with these possible levels.

    One member not rated makes the whole not rated; members left out take no part; if
    all are left out, the whole is not rated.
    """
    out, none = left_out_bit(scale), scale.not_rated
    found = out
    for mask in masks:
        following = 0
        for a in truths.members(found):
            for b in truths.members(mask):
                following |= 1 << _of_two(a, b, none, out, is_lowest=is_lowest)
        found = following
    return found & ~out | none if found & out else found


def _of_two(a: int, b: int, none: int, out: int, *, is_lowest: bool) -> int:
    places = none.bit_length() - 1, out.bit_length() - 1
    if places[1] == a:
        return b
    if places[1] == b:
        return a
    if places[0] in (a, b):
        return places[0]
    return min(a, b) if is_lowest else max(a, b)


def worked_out(
    function: str, parts: Sequence[Part], weights: Sequence[Fraction]
) -> Figure:
    """A figure out of several, some of which may be left out."""
    if any(not figure.has_value and not may_be_out for figure, may_be_out in parts):
        return NONE
    match function:
        case "sum" | "weighted sum":
            return total(parts, weights)
        case "mean" | "weighted mean":
            return mean(parts, weights)
        case "median":
            return median(parts)
        case "lowest":
            return extreme(parts, figures.lower)
        case "highest":
            return extreme(parts, figures.higher)
    raise AssertionError(function)


def total(parts: Sequence[Part], weights: Sequence[Fraction]) -> Figure:
    """The sum; what is left out adds nothing. All left out for certain: no value."""
    if all(may_be_out and not figure.has_value for figure, may_be_out in parts):
        return NONE
    found: Figure = exactly(0)
    for (figure, may_be_out), weight in zip(parts, weights, strict=True):
        if not figure.has_value:
            continue
        weighted = figures.mapped(figure, lambda value, by=weight: value * by)  # type: ignore[misc]
        if may_be_out:
            weighted = figures.union([weighted, exactly(0)])
        found = figures.added(found, weighted)
    if all(may_be_out for _, may_be_out in parts):
        found = figures.union([found, NONE])
    return found


def mean(parts: Sequence[Part], weights: Sequence[Fraction]) -> Figure:
    """The mean of what is not left out, by weight; of nothing there is none."""
    states: set[tuple[Fraction, Fraction]] | None = {(Fraction(0), Fraction(0))}
    may_be_none = False
    for (figure, may_be_out), weight in zip(parts, weights, strict=True):
        points = figure.points()
        if not figure.has_value:
            continue
        may_be_none = may_be_none or figure.may_be_none
        if points is None or states is None or len(states) * len(points) > MOST_STATES:
            states = None
            continue
        following = {
            (sum_ + value * weight, size + weight)
            for sum_, size in states
            for value in points
        }
        states = following | states if may_be_out or not points else following
    if states is None:
        return _within(parts)
    values = frozenset(sum_ / size for sum_, size in states if size)
    return figures.Points(values, may_be_none or any(not size for _, size in states))


def median(parts: Sequence[Part]) -> Figure:
    """The middle one, or the mean of the two in the middle."""
    values: list[Fraction] = []
    for figure, may_be_out in parts:
        single = figure.single
        if single is None or may_be_out:
            if not figure.has_value:
                continue
            return _within(parts)
        values.append(single)
    if not values:
        return NONE
    ordered, half = sorted(values), len(values) // 2
    if len(ordered) % 2:
        return exactly(ordered[half])
    return exactly((ordered[half - 1] + ordered[half]) / 2)


def _within(parts: Sequence[Part]) -> Figure:
    """Somewhere between the lowest and the highest that any part may be."""
    valued = [figure for figure, _ in parts if figure.has_value]
    if not valued:
        return NONE
    low, high = figures.union(valued).bounds()
    may_be_none = all(may_be_out for _, may_be_out in parts) or any(
        figure.may_be_none for figure, _ in parts
    )
    return Extent(low, high, may_be_none)


def extreme(
    parts: Sequence[Part], choose: Callable[[Figure, Figure], Figure]
) -> Figure:
    """The lowest or highest of what is not left out; of nothing there is none."""
    found: Figure | None = None
    is_certain = False
    for figure, may_be_out in parts:
        if not figure.has_value:
            continue
        if found is None:
            found, is_certain = figure, not may_be_out
            continue
        both = choose(found, figure)
        options = [both]
        if may_be_out:
            options.append(found)
        if not is_certain:
            options.append(figure)
        found = figures.union(options)
        is_certain = is_certain or not may_be_out
    if found is None:
        return NONE
    return found if is_certain else figures.union([found, NONE])


def level_of(node: Expression) -> LevelKind | None:
    """The kind of an expression, where it is a level."""
    kind = kind_of(node)
    return kind if isinstance(kind, LevelKind) else None
