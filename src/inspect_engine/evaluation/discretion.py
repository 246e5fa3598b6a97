"""Uses of discretion: which decisions have effect, and why others have none."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from inspect_engine.evaluation import truths
from inspect_engine.evaluation.drivers import deciding, drivers
from inspect_engine.evaluation.faults import DecisionOpen, DecisionRefused
from inspect_engine.model import expressions as model
from inspect_engine.model.ratings import Discretion, Trigger
from inspect_engine.model.scales import Bands, Rating, RatingScale
from inspect_engine.model.semantics import FALSE, OPEN, TRUE, plain
from inspect_engine.records.bundle import Decision
from inspect_engine.syntax.phrases import on_one_line

if TYPE_CHECKING:
    from inspect_engine.evaluation.interpreter import Interpreter


class Taken(NamedTuple):
    """A decision that the rules allow, and the circumstance that allows it."""

    decision: Decision
    to: Rating
    trigger: str


def decide(
    whole: "Interpreter", target: str, computed: int
) -> tuple[int, Taken | None]:
    """The possible ratings after a decision, and the decision if it has effect.

    A decision that the rules do not allow has none, and that is reported. While the
    rating or a trigger is open, it may or may not have effect.
    """
    made = [found for found in whole.bundle.decisions if found.target == target]
    scale = whole.rule(target).scale
    assert scale is not None
    if len(made) > 1:
        for decision in made:
            refuse(whole, decision, f"there are {len(made)} decisions on {target}")
    if len(made) != 1:
        return computed, None
    decision = made[0]
    to, allowed = scale.named(decision.to), allowing(whole, target)
    why = list(objections(whole, decision, computed, scale))
    if why or to is None or allowed is None:
        refuse(whole, decision, "; ".join(why))
        return computed, None
    levels = truths.members(computed)
    is_up = to.index > levels[0]
    met = [(one, is_met(whole, target, one, is_up=is_up)) for one in allowed.triggers]
    if len(levels) > 1 or (met and not any(truth == TRUE for _, truth in met)):
        if len(levels) == 1 and not any(truth & TRUE for _, truth in met):
            wanted = ", or ".join(in_words(trigger) for trigger in allowed.triggers)
            why = [f"it needs to be {wanted}, and none of these is so"]
            refuse(whole, decision, why[0])
            return computed, None
        whole.note(DecisionOpen(target=target, to=to.label).at(decision.span))
        return computed | scale.bit(to), None
    trigger = next((in_words(one) for one, truth in met if truth == TRUE), "")
    return scale.bit(to), Taken(decision, to, trigger)


def refuse(whole: "Interpreter", decision: Decision, why: str) -> None:
    """Report a decision without effect."""
    shown = "overall" if decision.target == "overall" else decision.target
    fault = DecisionRefused(target=shown, to=decision.to, why=why)
    whole.note(fault.at(decision.span))


def allowing(whole: "Interpreter", target: str) -> Discretion | None:
    """The rules' discretion on a target."""
    for found in whole.rules.discretions:
        if target in found.targets:
            return found
    return None


def objections(
    whole: "Interpreter", decision: Decision, computed: int, scale: RatingScale
) -> Iterator[str]:
    """What the rules have against a decision, apart from its triggers."""
    allowed = allowing(whole, decision.target)
    to = scale.named(decision.to)
    if allowed is None:
        yield "the rules allow no discretion on it"
        return
    if to is None:
        yield f"«{decision.to}» is no level of the scale"
        return
    if computed == scale.not_rated:
        yield "it is not rated"
        return
    moves = [to.index - level for level in truths.members(computed & scale.everything)]
    if not any(moves):
        yield "that is what it is rated already"
    elif all(abs(move) > allowed.levels for move in moves if move):
        least = min(abs(move) for move in moves if move)
        yield f"it may move by {allowed.levels}, not by {least}"
    elif allowed.direction and not any(
        (move > 0) == (allowed.direction == "up") for move in moves if move
    ):
        yield f"it may only move {allowed.direction}"
    given = {"reason": decision.reason, "authority": decision.authority}
    for need in allowed.needs:
        if not (decision.on if need == "date" else given[need]):
            yield f"it has no {need}"


def in_words(trigger: Trigger) -> str:
    """A circumstance as the rules put it."""
    match trigger.kind:
        case "within points":
            return f"within {plain(trigger.amount or Fraction(0))} points of a boundary"
        case "one case":
            return "one case away from another rating"
        case "fewer than":
            least = plain(trigger.amount or Fraction(0))
            return f"based on fewer than {least} relevant cases"
    return on_one_line(trigger.span.text)


def is_met(whole: "Interpreter", target: str, trigger: Trigger, *, is_up: bool) -> int:
    """The possible truths of a circumstance, on the exact fractions of the drivers."""
    if trigger.kind == "condition":
        assert trigger.condition is not None
        return whole.truth(trigger.condition)
    node = deciding(whole.rule(target).rating)
    if node is None or node.bands is None:
        return FALSE
    counted = {
        member.id: whole.counts(whole.rules.questions[member.id])
        for member in node.members
        if isinstance(member.value, model.AnswerFigure)
    }
    if any(
        not found.is_known or found.open or found.yes is None
        for found in counted.values()
    ):
        return OPEN
    if trigger.kind == "one case":
        return TRUE if one_case_changes(whole, node, is_up=is_up) else FALSE
    deciders = drivers(whole, node)
    shares = [
        (found.yes or 0, found.base)
        for name, found in counted.items()
        if name in deciders and found.base
    ]
    amount = trigger.amount or Fraction(0)
    if trigger.kind == "fewer than":
        return TRUE if any(base < amount for _, base in shares) else FALSE
    bands = node.bands
    is_close = any(
        is_near(Fraction(yes, base), amount, bands, is_up=is_up) for yes, base in shares
    )
    return TRUE if is_close else FALSE


def is_near(share: Fraction, points: Fraction, bands: Bands, *, is_up: bool) -> bool:
    """Whether a share lies within some points of the boundary to the next band.

    The boundary is where the better of the two bands starts, as the rules write it.
    """
    edge = boundary(share, bands, is_up=is_up)
    return edge is not None and abs(share * bands.unit - edge) <= points


def boundary(share: Fraction, bands: Bands, *, is_up: bool) -> Fraction | None:
    """The figure that divides a share's band from the next one up or down."""
    ordered = sorted(bands.bands, key=lambda band: band.written.sort_key)
    band = bands.find(share)
    if band is None:
        return None
    place = ordered.index(band)
    upper = place + 1 if is_up == (bands.direction >= 0) else place
    if not 0 < upper < len(ordered):
        return None
    return ordered[upper].written.low


def one_case_changes(
    whole: "Interpreter", node: model.Aggregate, *, is_up: bool
) -> bool:
    """Whether one yes more (or fewer) on one base would change the lowest level."""
    assert node.bands is not None
    shares: dict[str, tuple[int, int]] = {}
    for member in node.members:
        if isinstance(member.value, model.AnswerFigure):
            counts = whole.counts(whole.rules.questions[member.id])
            if counts.yes is not None and counts.base and not counts.open:
                shares[member.id] = counts.yes, counts.base
    before = level_by_shares(whole, node, shares)
    for name, (yes, base) in shares.items():
        moved = yes + (1 if is_up else -1)
        if 0 <= moved <= base:
            after = level_by_shares(whole, node, {**shares, name: (moved, base)})
            if before is None or after is None or after == before:
                continue
            if (after > before) == is_up:
                return True
    return False


def level_by_shares(
    whole: "Interpreter", node: model.Aggregate, shares: dict[str, tuple[int, int]]
) -> int | None:
    """The place of the lowest (or highest) level, with these counts."""
    assert node.bands is not None
    places: list[int] = []
    for member in node.members:
        if member.id in shares:
            yes, base = shares[member.id]
            band = node.bands.find(Fraction(yes, base))
            if band is not None:
                places.append(band.level.index)
            continue
        levels = truths.members(whole.plain_level(node, member))
        if len(levels) == 1 and levels[0] < len(node.bands.scale.levels):
            places.append(levels[0])
    if not places:
        return None
    return min(places) if node.function == "lowest" else max(places)
