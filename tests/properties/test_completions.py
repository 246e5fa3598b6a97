"""What is called possible holds whatever the open answers turn out to be."""

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.comparing import outside, undetermined
from tests.properties.profile import examples
from tests.properties.strategies import bundles, completions, methodologies, written
from tests.properties.workshop import HEAD, rules_of, scored

EMPTY = {"bundle": "1", "inspection": {"id": "i", "date": "2024-02-01"}}


@examples(250)
@given(st.data())
def test_no_completion_goes_beyond_what_is_possible(data: st.DataObject) -> None:
    made = data.draw(methodologies())
    plan = data.draw(bundles(made, openness=30))
    rules = rules_of(made.text)
    before = scored(rules, written(made, plan))
    for _ in range(4):
        whole = data.draw(completions(made, plan))
        assert [] == outside(before, scored(rules, written(made, whole)))


@examples(150)
@given(st.data())
def test_a_fully_answered_bundle_leaves_nothing_open(data: st.DataObject) -> None:
    made = data.draw(methodologies())
    # A tally does not say which records its answers belong to.
    plan = data.draw(bundles(made, openness=0, tallies=0))
    whole = data.draw(completions(made, plan))
    result = scored(rules_of(made.text), written(made, whole))
    assert [] == undetermined(result)


BANDED = """
scale rating { 0 poor 1 good }
bands points: whole 0 to 9 -> rating { 0 poor 1 to 9 good }
input one: number
input other: number
"""


def test_an_open_mean_may_fall_between_whole_bands() -> None:
    rules = rules_of(HEAD + BANDED + "let level = (mean of (one, other)) by points")
    before = scored(rules, {**EMPTY, "inputs": {"one": "1"}})
    after = scored(rules, {**EMPTY, "inputs": {"one": "1", "other": "0"}})
    assert [] == outside(before, after)


def test_an_open_figure_may_lie_beyond_the_extent_of_bands() -> None:
    rules = rules_of(HEAD + BANDED + "let level = (one + other) by points")
    before = scored(rules, {**EMPTY, "inputs": {"one": "1"}})
    after = scored(rules, {**EMPTY, "inputs": {"one": "1", "other": "9"}})
    assert [] == outside(before, after)


def test_an_open_key_may_have_no_value() -> None:
    text = 'parameter by_text: on rating by words { from 2020-01-01 for "x": good }'
    rules = rules_of(HEAD + BANDED + text + "input t: text let level = by_text for t")
    before = scored(rules, EMPTY)
    after = scored(rules, {**EMPTY, "inputs": {"t": "z"}})
    assert [] == outside(before, after)


def test_a_percent_tally_covers_the_counts_it_stands_for() -> None:
    text = 'record case { question q "Is it?" } let n = count of cases where (q is no)'
    rules = rules_of(HEAD + text)
    tally = {"percent": "33", "relevant": "3", "rounded": "down"}
    before = scored(rules, {**EMPTY, "cases": [], "tallies": {"q": tally}})
    counts = {"yes": "1", "no": "2"}
    after = scored(rules, {**EMPTY, "cases": [], "tallies": {"q": counts}})
    assert [] == outside(before, after)
