"""The name that was probably meant."""

import pytest

from inspect_engine.diagnostics.suggest import nearest

NAMES = ("case_percent", "good", "inadequate", "outstanding", "rating")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("raitng", "rating"),
        ("ratng", "rating"),
        ("ratinng", "rating"),
        ("rateng", "rating"),
        ("RATING", "rating"),
        ("case-percent", "case_percent"),
        ("g00d", "good"),
        ("g\u043e\u043ed", "good"),
        ("outsanding", "outstanding"),
        ("outst", "outstanding"),
    ],
)
def test_a_misspelt_word_suggests_the_name_it_resembles(word: str, meant: str) -> None:
    assert meant == nearest(word, NAMES)


@pytest.mark.parametrize("word", ["", "a", "no", "sentence", "x" * 10_000])
def test_a_word_unlike_every_name_suggests_nothing(word: str) -> None:
    assert nearest(word, NAMES) == ""


def test_two_letters_are_not_near_two_others() -> None:
    assert nearest("no", ("na", "on", "to")) == ""


def test_two_letters_in_another_case_are_near() -> None:
    assert nearest("NA", ("na", "on")) == "na"


def test_a_word_is_never_suggested_for_itself() -> None:
    assert nearest("rating", ("rating",)) == ""


def test_a_start_that_two_names_share_suggests_neither() -> None:
    assert nearest("case", ("case_percent", "case_number")) == ""


def test_a_real_letter_beats_a_look_alike() -> None:
    assert nearest("goOd", ("g00d", "good")) == "good"


def test_the_suggestion_does_not_hang_on_the_order_of_names() -> None:
    assert nearest("ratibg", ("rating", "ratiog")) == "rating"
    assert nearest("ratibg", ("ratiog", "rating")) == "rating"
