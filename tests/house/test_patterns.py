"""Patterns of names: what they match, what they refuse, and that none takes long."""

import re
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspect_engine.house.patterns import LONGEST_NAME, Pattern, PatternError


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        ("[a-z][a-z0-9_]*", "case_percent", "Case"),
        (r"P\d(\.\d)?", "P2.1", "P2."),
        (r"P\d(\.\d)?", "P2", "P21"),
        ("a|bc", "bc", "ac"),
        ("a{2,3}", "aaa", "aaaa"),
        ("a{2}", "aa", "a"),
        ("a{2,}", "aaaaa", "a"),
        ("(?:ab)+", "abab", "aba"),
        ("[^a-z]", "Z", "z"),
        ("[]x]", "]", "y"),
        (r"[\w-]+", "a-b", "a b"),
        (r"[a\-z]", "-", "m"),
        (r"\.", ".", "a"),
        (".", "ŵ", ""),
        ("", "", "a"),
        (r"\w+", "tŷ", "t y"),
        ("()*", "", "a"),
        ("(a*)*", "aaa", "b"),
    ],
)
def test_a_whole_name_matches_or_does_not(pattern: str, yes: str, no: str) -> None:
    one = Pattern(pattern)

    assert (True, False) == (one.matches(yes), one.matches(no))


@pytest.mark.parametrize(
    "pattern",
    [
        *(
            "(",
            ")",
            "[a",
            "*a",
            "a**",
            "a{",
            "a{x}",
            "a{3,2}",
            "a{1,101}",
            "\\",
            "[z-a]",
        ),
        *("^a", "a$", r"\b", r"\1", "(?=a)", "(?i)a", "[", "a++", "a*?", "x" * 201),
        "((a{100}){100}){100}",
        "(((((((){100}){100}){100}){100}){100}){100}){100}",
        "(" * 21 + ")" * 21,
        "{2}",
    ],
)
def test_what_cannot_be_read_is_refused_in_words(pattern: str) -> None:
    with pytest.raises(PatternError) as caught:
        Pattern(pattern)
    assert str(caught.value)


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "(a|a)*b", "(a|aa)+b", "((a*)*)*b", "(.*)*(.*)*x", "a?" * 60]
)
def test_no_pattern_takes_long(pattern: str) -> None:
    one = Pattern(pattern)
    start = monotonic()

    assert not one.matches("a" * LONGEST_NAME)
    assert monotonic() - start < 5


def test_a_name_of_more_than_a_thousand_letters_matches_nothing() -> None:
    assert not Pattern("a*").matches("a" * (LONGEST_NAME + 1))


PARTS = st.sampled_from(
    ["a", "b", ".", "[ab]", "[^a]", "a*", "(ab)?", "(a|b)+", "b{1,2}", r"\w", "|"]
)


@given(st.lists(PARTS, max_size=6).map("".join), st.text("abc", max_size=6))
def test_a_pattern_means_what_it_means_in_python(pattern: str, name: str) -> None:
    assert bool(re.fullmatch(pattern, name)) == Pattern(pattern).matches(name)
