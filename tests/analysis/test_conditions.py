"""Verdicts on conditions, held against every value they can have."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.corpus.reading import read_bytes

from inspect_engine.diagnostics.diagnostic import Diagnostic

HEAD = 'methodology example "Example" { version 1 language 1 }\n'
OF_CONDITIONS = {"CONDITION-NEVER", "CONDITION-ALWAYS", "CONDITION-SUBSUMED"}
TESTS = {
    "above": lambda n, limit: n > limit,
    "below": lambda n, limit: n < limit,
    "at least": lambda n, limit: n >= limit,
    "at most": lambda n, limit: n <= limit,
    "is": lambda n, limit: n == limit,
    "is not": lambda n, limit: n != limit,
}

parts = st.tuples(
    st.sampled_from(["a", "b"]), st.sampled_from(sorted(TESTS)), st.integers(0, 5)
)
chains = st.tuples(
    st.sampled_from(["and", "or"]), st.lists(parts, min_size=2, max_size=3)
)


def found_in(text: str) -> list[Diagnostic]:
    found = read_bytes((HEAD + text).encode())[1]
    return [one for one in found if one.code in OF_CONDITIONS]


def of_condition(condition: str) -> list[Diagnostic]:
    text = "input a: whole 0 to 5\ninput b: whole 0 to 5\n"
    return found_in(f'{text}note "A remark." when {condition}\n')


def truth(joint: str, chain: list[tuple[str, str, int]], a: int, b: int) -> bool:
    found = [TESTS[test]({"a": a, "b": b}[name], limit) for name, test, limit in chain]
    return all(found) if joint == "and" else any(found)


def truths(joint: str, chain: list[tuple[str, str, int]]) -> list[bool]:
    return [truth(joint, chain, a, b) for a in range(6) for b in range(6)]


def verdict(joint: str, chain: list[tuple[str, str, int]]) -> set[str]:
    whole = truths(joint, chain)
    if not any(whole):
        return {"CONDITION-NEVER"}
    if all(whole):
        return {"CONDITION-ALWAYS"}
    without = [chain[:at] + chain[at + 1 :] for at in range(len(chain))]
    is_idle = any(truths(joint, rest) == whole for rest in without)
    return {"CONDITION-SUBSUMED"} if is_idle else set()


@settings(max_examples=150, deadline=None)
@given(chains)
def test_a_verdict_is_what_trying_every_value_gives(
    drawn: tuple[str, list[tuple[str, str, int]]],
) -> None:
    joint, chain = drawn
    condition = f" {joint} ".join(f"{n} {test} {limit}" for n, test, limit in chain)

    assert verdict(joint, chain) == {one.code for one in of_condition(condition)}


@settings(max_examples=60, deadline=None)
@given(chains)
def test_what_is_subsumed_can_be_left_out(
    drawn: tuple[str, list[tuple[str, str, int]]],
) -> None:
    joint, chain = drawn
    written = [f"{n} {test} {limit}" for n, test, limit in chain]
    found = of_condition(f" {joint} ".join(written))
    idle = [one.data["part"] for one in found if one.code == "CONDITION-SUBSUMED"]
    # From the last on, as they are told of: the same part may stand there twice.
    kept = list(chain)
    for part in idle:
        at = max(n for n, one in enumerate(kept) if "{} {} {}".format(*one) == part)
        del kept[at]

    assert truths(joint, chain) == truths(joint, kept)


def test_a_percent_cannot_be_low_and_high() -> None:
    text = """record case { question q "Q?" }
note "Both." when percent of yes to q below 50 percent
  and percent of yes to q at least 60 percent
"""
    assert ["CONDITION-NEVER"] == [one.code for one in found_in(text)]


def test_a_percent_of_no_case_is_neither_low_nor_high() -> None:
    text = """record case { question q "Q?" }
note "Either." when percent of yes to q below 50 percent
  or percent of yes to q at least 50 percent
"""
    assert [] == found_in(text)


def test_a_condition_with_very_many_combinations_is_cleared_by_a_good_guess() -> None:
    facts = " ".join(f"fact f{n}: one of a, b, c, d, e" for n in range(12))
    when = " and ".join(f"f{n} is c" for n in range(12))
    text = f'record case {{ {facts} question q "Q?" {{ asked when {when} }} }}'
    found = read_bytes((HEAD + text).encode())[1]

    assert [] == [one for one in found if one.code.startswith(("COND", "QUEST"))]


def test_a_part_that_takes_two_others_to_be_idle_is_found() -> None:
    (found,) = of_condition("a above 1 and b above 1 and a + b above 3")

    assert ("CONDITION-SUBSUMED", "a + b above 3") == (found.code, found.data["part"])
