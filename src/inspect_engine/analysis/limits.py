"""Find limits and steps that change no rating, and those that contradict one another.

The interpreter works a rating out with and without each of them, from every level that
it can start from.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from inspect_engine.analysis.asked import all_rules
from inspect_engine.analysis.effect_faults import (
    LimitsContradict,
    LimitWithoutEffect,
)
from inspect_engine.analysis.space import Space, depends_on_records, space_of
from inspect_engine.analysis.stand_in import with_stand_ins
from inspect_engine.analysis.truth import masks, together
from inspect_engine.analysis.trying import inspections
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.model import expressions as model
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.ratings import Limiter, RatingRule, Step
from inspect_engine.model.scales import RatingScale
from inspect_engine.model.semantics import TRUE, plain

Bound = Limiter | Step
MOST_TRIED = 1_000
"""Limits and steps with more combinations than this are not tried."""


def limit_faults(rules: Methodology) -> Iterator[Diagnostic]:
    """Everything that is wrong with limits and steps."""
    for _, rule in all_rules(rules):
        bounds: list[Bound] = [*rule.steps, *rule.limits]
        if rule.scale is not None and bounds:
            yield from without_effect(rules, rule, rule.scale)
        for one, two in combinations(bounds, 2):
            yield from contradiction(rules, one, two, rule.scale)


def called(one: Bound) -> str:
    """A limit or step at the start of a message."""
    return "This limit" if isinstance(one, Limiter) else "This step"


# --- without effect -------------------------------------------------------------


def without_effect(
    rules: Methodology, rule: RatingRule, scale: RatingScale
) -> Iterator[Diagnostic]:
    """Each limit and step without which every rating is the same."""
    pending: list[Bound] = [*rule.steps]
    pending += [one for one in rule.limits if one.of == "rating"]
    for one in list(pending):
        why = idle(one, scale)
        if why:
            pending.remove(one)
            yield LimitWithoutEffect(what=called(one), why=why).at(one.span)
    if len(pending) == 1 and is_alone(rule, pending[0]):
        return
    for one in replayed(rules, rule, scale, pending):
        why = "every rating is the same without it"
        yield LimitWithoutEffect(what=called(one), why=why).at(one.span)


def idle(one: Bound, scale: RatingScale) -> str:
    """Why a bound holds anyway, where it is a level that cannot be passed."""
    if isinstance(one, Step) and one.value is None:
        return "" if one.amount else "it moves by nothing"
    side = side_of(one)
    end = scale.levels[-1 if side == "cap" else 0].id
    if not side or not isinstance(one.value, model.Constant) or one.value.value != end:
        return ""
    return f"no level is {'above' if side == 'cap' else 'below'} «{end}»"


def is_alone(rule: RatingRule, one: Bound) -> bool:
    """Whether a bound at a level has nothing beside it that could do the same."""
    is_any = rule.rating is None or depends_on_records(rule.rating)
    return is_any and bool(side_of(one)) and isinstance(one.value, model.Constant)


def side_of(one: Bound) -> str:
    """`cap` or `floor`; empty for steps that are neither."""
    word = one.bound if isinstance(one, Limiter) else one.action
    return {"at most": "cap", "at least": "floor"}.get(word.removeprefix("keep "), "")


def replayed(
    rules: Methodology, rule: RatingRule, scale: RatingScale, pending: list[Bound]
) -> Iterator[Bound]:
    """Those that change nothing, from the last on, each without those before it."""
    bounds = [with_stand_ins(rules, one) for one in pending]
    known = dict(zip(map(id, bounds), pending, strict=True))
    space, base = start_of(rules, rule, bounds)
    if space.is_opaque or space.unknown:
        return
    doubtful = list(bounds)
    for whole in inspections(rules, space, is_few=True):
        starts = levels_of(whole, base, scale)
        doubtful = [o for o in doubtful if not differs(whole, scale, starts, bounds, o)]
        if not doubtful:
            return
    if space.size > MOST_TRIED:
        return
    wholes = list(inspections(rules, space))
    for one in reversed(doubtful):
        is_ever = any(is_taken(whole, one) for whole in wholes)
        if is_ever and not any(
            differs(whole, scale, levels_of(whole, base, scale), bounds, one)
            for whole in wholes
        ):
            bounds.remove(one)
            yield known[id(one)]


def start_of(
    rules: Methodology, rule: RatingRule, bounds: Sequence[Bound]
) -> tuple[Space, model.Expression | None]:
    """What bounds look at, and what they start from where that can be worked out."""
    if rule.rating is not None:
        space = space_of(rules, (tuple(bounds), rule.rating))
        is_listed = not (space.is_opaque or space.unknown)
        if is_listed and space.size <= MOST_TRIED:
            return space, rule.rating
    return space_of(rules, (tuple(bounds),)), None


def levels_of(
    whole: Interpreter, base: model.Expression | None, scale: RatingScale
) -> list[int]:
    """The ratings that limits and steps start from."""
    if base is not None:
        return [whole.mask(base)]
    return [scale.bit(level) for level in scale.levels]


def is_taken(whole: Interpreter, one: Bound) -> bool:
    """Whether a limit or step applies."""
    return one.condition is None or bool(whole.truth(one.condition) & TRUE)


def differs(
    whole: Interpreter,
    scale: RatingScale,
    starts: Sequence[int],
    bounds: Sequence[Bound],
    one: Bound,
) -> bool:
    """Whether some rating would be another without a limit or step."""
    if not is_taken(whole, one):
        return False
    others = [other for other in bounds if other is not one]
    return any(
        final(whole, scale, start, bounds) != final(whole, scale, start, others)
        for start in starts
    )


def final(
    whole: Interpreter, scale: RatingScale, start: int, bounds: Sequence[Bound]
) -> int:
    """The rating after all steps and limits, in the order of `work_out`."""
    found = start
    for one in bounds:
        if isinstance(one, Step):
            found = whole.stepped(found, one, scale)
    limits = [one for one in bounds if isinstance(one, Limiter)]
    for limit in sorted(limits, key=lambda limit: limit.bound):
        found = whole.limited(found, limit, scale)
    return found


# --- contradictions -------------------------------------------------------------


def contradiction(
    rules: Methodology, one: Bound, two: Bound, scale: RatingScale | None
) -> Iterator[Diagnostic]:
    """A cap below a floor, where both can apply at once."""
    if {side_of(one), side_of(two)} != {"cap", "floor"} or of(one) != of(two):
        return
    floor, cap = (one, two) if side_of(one) == "floor" else (two, one)
    least, most = height(floor, scale), height(cap, scale)
    if least is None or most is None or least <= most:
        return
    example = both_hold(rules, one, two)
    if example is None:
        return
    fault = LimitsContradict(
        floor=named(floor),
        cap=named(cap),
        example=example or "any inspection",
    )
    yield fault.at(two.span, Related(one.span, "the other"))


def of(one: Bound) -> str:
    """Whether it bounds the rating or the score."""
    return one.of if isinstance(one, Limiter) else "rating"


def height(one: Bound, scale: RatingScale | None) -> Fraction | None:
    """How high a bound is, where the rules say so outright."""
    value = one.value.value if isinstance(one.value, model.Constant) else None
    if isinstance(value, Fraction):
        return value
    level = scale.named(value) if scale and isinstance(value, str) else None
    return Fraction(level.index) if level else None


def named(one: Bound) -> str:
    """The level or number of a bound."""
    value = one.value.value if isinstance(one.value, model.Constant) else ""
    return plain(value) if isinstance(value, Fraction) else str(value)


def both_hold(rules: Methodology, one: Bound, two: Bound) -> str | None:
    """When both apply, in words; empty for always, None for never as far as known."""
    conditions = [c for c in (one.condition, two.condition) if c is not None]
    if not conditions:
        return ""
    for found in together(rules, "", conditions).each():
        if all(mask == TRUE for mask in masks(found)):
            return found.in_words()
    return None
