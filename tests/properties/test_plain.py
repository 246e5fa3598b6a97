"""Plain methodologies: the engine beside a naive oracle, and what limits may do."""

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.properties.comparing import possible
from tests.properties.plain import (
    LEVELS,
    Limit,
    Plain,
    completed,
    document,
    open_count,
    oracle,
    plain_methodologies,
    plain_plans,
    share,
)
from tests.properties.profile import examples
from tests.properties.workshop import rules_of, scored

from inspect_engine.evaluation.outcome import Result, State


def possibilities(result: Result) -> dict[str, set[str]]:
    found = {name: possible(one.outcome) for name, one in result.standards.items()}
    assert result.overall is not None
    return {**found, "overall": possible(result.overall.outcome)}


@examples(300)
@given(st.data())
def test_the_engine_agrees_with_a_naive_oracle(data: st.DataObject) -> None:
    rules = data.draw(plain_methodologies())
    plan = data.draw(plain_plans(rules))
    expected = {name: {level} for name, level in oracle(rules, plan).items()}
    assert expected == possibilities(scored(rules_of(rules.text()), document(plan)))


@examples(100)
@given(st.data())
def test_what_is_possible_for_a_plain_standard_is_exactly_what_can_come(
    data: st.DataObject,
) -> None:
    rules = data.draw(plain_methodologies(most_questions=2))
    plan = data.draw(plain_plans(rules, most=2, openness=50))
    assume(open_count(plan) <= 7)
    found = possibilities(scored(rules_of(rules.text()), document(plan)))
    coming: dict[str, set[str]] = {name: set() for name in found}
    for whole in completed(rules, plan):
        for name, level in oracle(rules, whole).items():
            coming[name].add(level)
    # Limits and the sum look at one input together, which possible sets do not.
    exact = [one.id for one in rules.standards if len(one.limits) < 2]
    assert {n: coming[n] for n in exact} == {n: found[n] for n in exact}
    assert all(coming[name] <= found[name] for name in found)


@examples(100)
@given(st.data())
def test_a_cap_never_raises_and_a_floor_never_lowers(data: st.DataObject) -> None:
    rules = data.draw(plain_methodologies())
    plan = data.draw(plain_plans(rules))
    without = scored(rules_of(rules.text(with_limits=False)), document(plan))
    limited = scored(rules_of(rules.text()), document(plan))
    for standard in rules.standards:
        before, after = without.standards[standard.id], limited.standards[standard.id]
        if before.rating is None or after.rating is None:
            assert before.state is after.state is State.NOT_RATED
            continue
        bounds = {limit.bound for limit in standard.limits}
        assert "at least" in bounds or after.rating.index <= before.rating.index
        assert "at most" in bounds or after.rating.index >= before.rating.index


@examples(60)
@given(st.data())
def test_caps_win_over_floors(data: st.DataObject) -> None:
    rules = data.draw(plain_methodologies())
    plan = data.draw(plain_plans(rules))
    result = scored(rules_of(rules.text()), document(plan))
    for standard in rules.standards:
        rating = result.standards[standard.id].rating
        caps = [one.level for one in standard.limits if _is_cap(one, plan["flag"])]
        if rating is not None and caps:
            assert rating.index <= min(caps)


def _is_cap(limit: Limit, flag: str) -> bool:
    return limit.bound == "at most" and limit.flag == flag


@examples(100)
@given(st.data())
def test_not_applicable_leaves_both_sides_of_a_share(data: st.DataObject) -> None:
    rules = data.draw(plain_methodologies())
    plan = data.draw(plain_plans(rules))
    questions = [one for standard in rules.standards for one in standard.questions]
    more = {"id": "more"}
    for question in questions:
        more |= {question.id: "not_applicable"}
        more |= {question.fact: "yes"} if question.is_conditional else {}
    longer = {**plan, "cases": [*plan["cases"], more]}
    bound = rules_of(rules.text())
    before, after = scored(bound, document(plan)), scored(bound, document(longer))
    assert possibilities(before) == possibilities(after)
    shares = {q.id: q for s in after.standards.values() for q in s.key_questions}
    assert {q.id: share(q, plan) for q in questions} == {
        name: one.exact for name, one in shares.items()
    }


@examples(60)
@given(plain_methodologies())
def test_an_empty_base_is_not_rated_and_never_nought_percent(rules: Plain) -> None:
    judged = {one.id: LEVELS[0] for one in rules.standards if not one.questions}
    plan = {"flag": "yes", "judgements": judged, "cases": []}
    result = scored(rules_of(rules.text()), document(plan))
    for standard in rules.standards:
        if standard.questions:
            found = result.standards[standard.id]
            assert State.NOT_RATED is found.state
            assert {None} == {one.percent for one in found.key_questions}
