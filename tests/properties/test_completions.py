"""What is called possible holds whatever the open answers turn out to be."""

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.comparing import outside, undetermined
from tests.properties.profile import examples
from tests.properties.strategies import bundles, completions, methodologies, written
from tests.properties.workshop import rules_of, scored


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
