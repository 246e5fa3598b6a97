"""Which members decide a lowest or highest: the set with the lowest figure."""

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from inspect_engine.evaluation import truths
from inspect_engine.evaluation.figures import End, Figure
from inspect_engine.evaluation.kinds_at_hand import kind_of
from inspect_engine.evaluation.members import left_out_bit
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, Member
from inspect_engine.model.kinds import LevelKind
from inspect_engine.model.scales import Bands

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
    declared rounding, is the lowest (or highest). Members left out take no part; one
    that may make the whole not rated leaves nothing to decide.
    """
    kind = kind_of(node)
    if not isinstance(kind, LevelKind):
        return ()
    masks = [whole.member_level(node, member) for member in node.members]
    if any(mask & kind.scale.not_rated for mask in masks):
        return ()
    found = [
        stand(whole, node, member, truths.members(mask & kind.scale.everything))
        for member, mask in zip(node.members, masks, strict=True)
        if mask & kind.scale.everything
    ]
    out = left_out_bit(kind.scale)
    certain = {
        member.id
        for member, mask in zip(node.members, masks, strict=True)
        if not mask & out
    }
    return tuple(
        one.member.id
        for one in found
        if one.member.id in certain and all(_is_no_worse(one, other) for other in found)
    )


def _is_no_worse(one: Standing, other: Standing) -> bool:
    """Whether one decides as much as another, in every completion."""
    if one is other:
        return True
    if one.best[0] != other.worst[0]:
        return one.best[0] < other.worst[0]
    if one.best[1] is None or other.worst[1] is None:
        return True
    return one.best[1] <= other.worst[1]


def stand(
    whole: "Interpreter", node: model.Aggregate, member: Member, places: list[int]
) -> Standing:
    """Where a member stands: by its levels, then by the figure that is banded."""
    sign = 1 if node.function == "lowest" else -1
    signed = [sign * place for place in places]
    low, high = (None, None)
    if node.bands is not None and not isinstance(kind_of(member.value), LevelKind):
        low, high = turned_ends(whole.figure(member.value), node.bands, sign)
    return Standing(member, (max(signed), high), (min(signed), low))


def turned_ends(figure: Figure, bands: Bands, sign: int) -> tuple[End, End]:
    """The ends of a figure as banded, turned so that lower is nearer to deciding."""
    turn = sign * bands.direction
    if not turn or not figure.has_value or None in figure.bounds():
        return None, None
    ends = [bands.round(end) * turn for end in figure.bounds() if end is not None]
    return min(ends), max(ends)
