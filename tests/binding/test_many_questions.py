"""Thousands of questions in one place take time that grows with their number."""

import sys
from collections.abc import Callable

import pytest
from tests.corpus.reading import read_bytes

HEAD = """methodology example "Example" { version 1 language 1 }
scale rating { 0 poor  1 good }
bands share: percent -> rating { exact  below 50 poor  50 and over good }
record case { }
"""


def key_questions(count: int) -> str:
    asked = "\n".join(f'key question k{n} "Is it {n}?"' for n in range(count))
    rating = "rating lowest of key questions by share"
    return f'{HEAD} standard A "One" {{\n{asked}\n{rating}\n}}\n'


def prompts(count: int) -> str:
    asked = "\n".join(f'prompt p{n} "Is it {n}?"' for n in range(count))
    derived = "yes when all of prompts are yes\notherwise no"
    inner = f'key question k "Is it?" {{\n{asked}\n{derived}\n}}'
    rating = "rating lowest of key questions by share"
    return f'{HEAD} standard A "One" {{\n{inner}\n{rating}\n}}\n'


def calls(text: str) -> int:
    """How many functions are called to read, bind and check rules."""
    found = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        methodology, _ = read_bytes(text.encode())
    finally:
        sys.setprofile(before)
    assert methodology is not None
    return found


@pytest.mark.parametrize("made", [key_questions, prompts])
def test_twice_as_many_questions_take_about_twice_the_work(
    made: Callable[[int], str],
) -> None:
    calls(made(2))  # what is loaded and kept at the first use
    once, twice = calls(made(400)), calls(made(800))

    assert twice < 2.3 * once
