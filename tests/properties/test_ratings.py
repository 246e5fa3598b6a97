"""Bands, discretion and limits in any methodology that checks clean."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.made import Made
from tests.properties.profile import examples
from tests.properties.strategies import inspections, methodologies, written
from tests.properties.workshop import Data, rules_of, scored

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation.outcome import OverallOutcome, Result, StandardOutcome
from inspect_engine.model.scales import Bands


@examples(100)
@given(methodologies(), st.integers(0, 60), st.integers(1, 60))
def test_every_figure_falls_in_exactly_one_band(
    made: Made, top: int, base: int
) -> None:
    for bands in rules_of(made.text).bands.values():
        figure = _figure(bands, top, base)
        if figure is None:
            continue
        holding = [one for one in bands.bands if one.exact.holds(figure * bands.unit)]
        after = [one for one in bands.bands if one.written.holds(bands.round(figure))]
        assert 1 == len(holding), (bands.id, figure)
        assert holding == after, (bands.id, figure)
        assert holding == [bands.find(figure)]


def _figure(bands: Bands, top: int, base: int) -> Fraction | None:
    """A share, or a number within the extent of the bands."""
    if bands.measure == "percent":
        return Fraction(min(top, base), base)
    figure = Fraction(top) if bands.measure == "whole" else Fraction(top - 30, base)
    return figure if bands.extent.holds(figure) else None


def decided(result: Result) -> list[StandardOutcome | OverallOutcome]:
    found = [*result.standards.values(), result.overall]
    return [one for one in found if one is not None and one.decision is not None]


@examples(250)
@given(inspections(openness=3))
def test_discretion_moves_at_most_as_far_as_it_may(pair: tuple[Made, Data]) -> None:
    made, plan = pair
    rules = rules_of(made.text)
    result = scored(rules, written(made, plan))
    allowed = {target: one for one in rules.discretions for target in one.targets}
    for name, one in [*result.standards.items(), ("overall", result.overall)]:
        if one is None or one.outcome.rating is one.computed.rating:
            continue
        if one.outcome.rating is None:  # a decision waits for open answers
            assert one.computed.rating in one.outcome.possible
            continue
        assert one.decision is not None
        assert one.rating is not None
        assert one.computed.rating is not None
        distance = one.rating.index - one.computed.rating.index
        assert abs(distance) <= allowed[name].levels
        assert not allowed[name].direction or (distance > 0) == (
            allowed[name].direction == "up"
        )


@examples(100)
@given(inspections(openness=3))
def test_a_decision_has_effect_or_is_reported(pair: tuple[Made, Data]) -> None:
    made, plan = pair
    result = scored(rules_of(made.text), written(made, plan))
    refused: list[Diagnostic] = [
        one for one in result.diagnostics if one.code.startswith("DECISION")
    ]
    assert len(plan["decisions"]) == len(decided(result)) + len(refused)
