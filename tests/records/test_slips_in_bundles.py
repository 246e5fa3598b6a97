"""Answers as other programs write them: each is suggested, and none is taken."""

import pytest
from tests.records.made import HEAD, read

from inspect_engine.diagnostics.diagnostic import Diagnostic

LEFT_OUT = "leave it out where it is not answered"


def found_in(entries: str) -> tuple[Diagnostic, ...]:
    bundle, found = read(f'{HEAD}cases:\n  - {{id: "1", answers: {{{entries}}}}}\n')
    assert bundle is None
    return found


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        *((word, "did you mean «yes»?") for word in ("Y", "y", "true", "True", "1")),
        *((word, "did you mean «no»?") for word in ("N", "n", "false", "FALSE", "0")),
        *((word, "did you mean «not_applicable»?") for word in ("n/a", "NA", "N/A")),
        *((word, LEFT_OUT) for word in ("null", "~", "None")),
    ],
)
def test_an_answer_of_another_program_gets_the_word_to_write(
    written: str, hint: str
) -> None:
    found = found_in(f"1.1.1: {written}")
    assert ["ANSWER-OUTSIDE"] == [one.code for one in found]
    assert [written] == [one.span.text for one in found if one.span]
    assert (hint, "the choices are yes, no, not_applicable") == found[0].help


def test_what_a_question_does_not_take_is_not_suggested() -> None:
    assert ("the choices are yes, no",) == found_in("1.1.2: n/a")[0].help


def test_an_unknown_prompt_is_nearer_to_its_sibling_than_to_its_question() -> None:
    found = found_in("1.1.1b: yes")
    assert [("did you mean «1.1.1a»?",)] == [one.help for one in found]


@pytest.mark.parametrize("gap", [" ", "\n      "])
def test_a_missing_comma_is_told_once_before_the_name_after_it(gap: str) -> None:
    found = found_in(f"1.1.1: yes{gap}1.1.2: no")
    assert [("YAML-SYNTAX", "no-comma")] == [(one.code, one.reason) for one in found]
    assert ["1.1.2"] == [one.span.text for one in found if one.span]
    assert "A comma is missing before «1.1.2»." == found[0].message
