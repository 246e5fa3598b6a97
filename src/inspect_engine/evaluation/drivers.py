"""Which members decide a lowest or highest: the set with the lowest figure."""

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from inspect_engine.evaluation import truths
from inspect_engine.evaluation.figures import Figure
from inspect_engine.evaluation.rows import kind_of
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, Member
from inspect_engine.model.kinds import LevelKind
from inspect_engine.model.scales import Bands, RatingScale
from inspect_engine.model.semantics import TRUE

if TYPE_CHECKING:
    from inspect_engine.evaluation.interpreter import Interpreter

LEVELLED = ("lowest", "highest")


class Standing(NamedTuple):
    """How good a member is at best and at worst: level first, then figure.

    Lower always means nearer to deciding, whatever the direction of the aggregate.
    """

    member: Member
    best: tuple[int, Fraction | None]
    worst: tuple[int, Fraction | None]


def deciding(rating: Expression | None) -> model.Aggregate | None:
    """The aggregate that a rating is, where it is a lowest or highest."""
    if isinstance(rating, model.Aggregate) and rating.function in LEVELLED:
        return rating
    if isinstance(rating, (model.Banded, model.Shifted)):
        return deciding(rating.part)
    return None


def drivers(whole: "Interpreter", node: model.Aggregate) -> tuple[str, ...]:
    """The ids of the members that decide, whatever is still open.

    Where everything is answered: those at the deciding level whose figure, after the
    declared rounding, is the lowest (or highest). Members left out take no part.
    """
    found = [
        standing
        for member in node.members
        if (standing := stand(whole, node, member)) is not None
    ]
    return tuple(
        one.member.id
        for one in found
        if all(_is_no_worse(one, other) for other in found)
    )


def _is_no_worse(one: Standing, other: Standing) -> bool:
    """Whether one decides as much as another, in every completion."""
    if one.best[0] != other.worst[0]:
        return one.best[0] < other.worst[0]
    if one.best[1] is None or other.worst[1] is None:
        return True
    return one.best[1] <= other.worst[1]


def stand(
    whole: "Interpreter", node: model.Aggregate, member: Member
) -> Standing | None:
    """Where a member stands; None where it may be left out."""
    if whole.is_included(node, member) != TRUE:
        return None
    sign = 1 if node.function == "lowest" else -1
    kind = kind_of(member.value)
    if isinstance(kind, LevelKind):
        mask = whole.mask(member.value)
        return by_level(member, mask, kind.scale, sign)
    assert node.bands is not None
    figure = whole.figure(member.value)
    return by_figure(member, figure, node.bands, sign, whole)


def by_level(
    member: Member, mask: int, scale: RatingScale, sign: int
) -> Standing | None:
    """Where a judged or computed level stands."""
    if mask & scale.not_rated:
        return None
    places = [sign * place for place in truths.members(mask)]
    return Standing(member, (max(places), None), (min(places), None))


def by_figure(
    member: Member, figure: Figure, bands: Bands, sign: int, whole: "Interpreter"
) -> Standing | None:
    """Where a figure stands: by its level, then by the figure that is banded."""
    mask = whole.banded(figure, bands)
    if mask & bands.scale.not_rated or not figure.has_value:
        return None
    places = [sign * place for place in truths.members(mask)]
    low, high = figure.bounds()
    turn = sign * bands.direction
    ends = [None if end is None else bands.round(end) * turn for end in (low, high)]
    known = [end for end in ends if end is not None]
    if not turn or len(known) < len(ends):
        return Standing(member, (max(places), None), (min(places), None))
    return Standing(member, (max(places), max(known)), (min(places), min(known)))
