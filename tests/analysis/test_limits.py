"""Limits and steps without effect, and in contradiction, replayed by scoring."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corpus.reading import read_bytes

from inspect_engine.analysis.space import Variable
from inspect_engine.analysis.trying import made
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.model.methodology import Methodology

HEAD = """methodology example "Example" { version 1 language 1 }
scale rating { 0 poor  1 fair  2 good }
input n: one of 0, 1, 2
"""
CODES = ("LIMIT-WITHOUT-EFFECT", "LIMITS-CONTRADICT")
LEVELS = ("poor", "fair", "good")

limits = st.tuples(
    st.sampled_from(["at most", "at least"]),
    st.sampled_from(LEVELS),
    st.sampled_from([0, 1, 2]),
)


def read(text: str) -> tuple[Methodology, list[Diagnostic]]:
    rules, found = read_bytes((HEAD + text).encode())
    assert rules is not None
    return rules, [one for one in found if one.code in CODES]


def standard(some: list[tuple[str, str, int]]) -> str:
    lines = [f"limit {side} {level} when n is {n}" for side, level, n in some]
    return f'standard A "One" {{ judged on rating {" ".join(lines)} }}\n'


def ratings(rules: Methodology) -> list[int]:
    """The rating that each judgement and input comes to."""
    return [rated(rules, level, n) for level in LEVELS for n in (0, 1, 2)]


def rated(rules: Methodology, level: str, n: int) -> int:
    from fractions import Fraction

    given = (("judgement", "A", level), ("input", "n", Fraction(n)))
    variables = [Variable(place, name, (), ()) for place, name, _ in given]
    pairs = [(value, None) for _, _, value in given]
    return Interpreter(rules, made(variables, pairs, "", None)).final("A")


@settings(max_examples=60, deadline=None)
@given(st.lists(limits, min_size=1, max_size=3))
def test_a_limit_is_told_of_just_where_every_rating_is_the_same_without_it(
    some: list[tuple[str, str, int]],
) -> None:
    rules, found = read(standard(some))
    idle = [one.span.text for one in found if one.code == CODES[0] and one.span]
    kept = list(some)
    for text in idle:
        written = [f"limit {side} {level} when n is {n}" for side, level, n in kept]
        at = max(place for place, one in enumerate(written) if one == text)
        del kept[at]
    without = [kept[:at] + kept[at + 1 :] for at in range(len(kept))]

    assert ratings(rules) == ratings(read(standard(kept))[0])
    assert ratings(rules) not in [ratings(read(standard(one))[0]) for one in without]


@settings(max_examples=40, deadline=None)
@given(limits, limits)
def test_two_limits_contradict_where_a_cap_is_below_a_floor_and_both_apply(
    one: tuple[str, str, int], two: tuple[str, str, int]
) -> None:
    found = [f for f in read(standard([one, two]))[1] if f.code == CODES[1]]
    caps = [LEVELS.index(level) for side, level, _ in (one, two) if side == "at most"]
    floors = [
        LEVELS.index(level) for side, level, _ in (one, two) if side == "at least"
    ]
    is_wrong = bool(caps and floors) and caps < floors and one[2] == two[2]

    assert is_wrong == bool(found)


def test_the_example_of_a_contradiction_makes_both_limits_apply() -> None:
    text = """input breach: yes or no
input praised: yes or no
standard A "One" {
  judged on rating
  limit at most poor when breach is yes
  limit at least fair when praised is yes
}
"""
    rules, (found,) = read(text)

    assert "breach yes, praised yes" == found.data["example"]
    given = [Variable("input", name, (), ()) for name in ("breach", "praised")]
    bundle = made(given, [("yes", None), ("yes", None)], "", None)
    whole = Interpreter(rules, bundle)
    conditions = [one.condition for one in rules.standards["A"].rule.limits]
    assert [1, 1] == [whole.truth(one) for one in conditions if one is not None]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("raise by 1 level  keep at least fair", "keep at least fair"),
        ("set to poor  lower by 1 level", "lower by 1 level"),
        ("keep at most fair  keep at most good", "keep at most good"),
        ("keep at least good  set to poor", "keep at least good"),
        ("raise by 0 levels", "raise by 0 levels"),
    ],
)
def test_a_step_that_changes_no_rating_is_told_of(steps: str, expected: str) -> None:
    text = f'standard A "One" {{ judged on rating adjust in order {{ {steps} }} }}'
    found = [one for one in read(text)[1] if one.code == CODES[0]]

    assert [expected] == [one.span.text for one in found if one.span]


def test_a_cap_that_the_lowest_keeps_anyway_is_told_of() -> None:
    text = """standard A "One" { judged on rating }
standard B "Two" { judged on rating }
overall { rating lowest of standards  limit at most fair when standard A is poor }
"""
    assert ["LIMIT-WITHOUT-EFFECT"] == [one.code for one in read(text)[1]]


def test_the_same_cap_on_the_highest_is_not() -> None:
    text = """standard A "One" { judged on rating }
standard B "Two" { judged on rating }
overall { rating highest of standards  limit at most fair when standard A is poor }
"""
    assert [] == read(text)[1]
