"""Names that hide, resemble or outlive others, and levels that add nothing."""

import pytest
from tests.corpus.reading import read_bytes

from inspect_engine.diagnostics.diagnostic import Diagnostic

HEAD = 'methodology example "Example" { version 1 language 1 }\n'
RULES = """scale rating { 0 poor  1 fair  2 good }
bands share: percent -> rating { exact  below 50 poor  50 to 80 fair  above 80 good }
record case {
  fact risk: one of low, high
  question seen "Seen?" { asked when risk is high }
  question heard "Heard?" { asked when risk is not low }
}
standard A "One" {
  asked of case
  key question 1.1 "Is it assessed?" {
    asked when risk is high
    prompt a "Early?"
    prompt b "Well?"
    note "Odd." when question 1.1 is yes and none of prompts are yes
  }
  key question 1.2 "Is it planned?" { asked when risk is high }
  rating lowest of key questions by share
  limit at most fair when percent of yes to 1.1 below 20 percent
}
standard B "Two" { judged on rating }
overall { rating lowest of standards  limit at most poor when standard A is poor }
note "Good." when standard A is good and standard B is good
"""


def found_in(text: str, *codes: str) -> list[Diagnostic]:
    found = read_bytes((HEAD + text).encode())[1]
    return [one for one in found if not codes or one.code in codes]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("scale rating", "scale ratings"),
        ("bands share", "bands shares"),
        ("fact risk", "fact risks"),
        ("record case", "record cases"),
        ("standard A", "standard AA"),
        ("2 good }", "2 better }"),
        ("one of low", "one of lower"),
        ('question 1.1 "', 'question 1.11 "'),
    ],
)
def test_a_renamed_declaration_is_one_fault(old: str, new: str) -> None:
    renamed = RULES.replace(old, new, 1)
    found = [one for one in found_in(renamed) if one.severity.value == "error"]

    assert ["UNKNOWN-NAME"] == [one.code for one in found]


def test_the_other_uses_of_the_old_name_and_the_new_name_are_shown() -> None:
    (found,) = found_in(RULES.replace("fact risk", "fact risks"), "UNKNOWN-NAME")

    assert ["risks", "risk", "risk", "risk"] == [one.span.text for one in found.related]
    assert "«risks» is declared here" == found.related[0].label


def test_two_unknown_names_are_two_faults() -> None:
    text = RULES.replace("when risk is high }\n  q", "when ris is high }\n  q", 1)
    text += "let few = percent of yes to heard where (rik is low)\n"
    found = found_in(text, "UNKNOWN-NAME")

    assert ["ris", "rik"] == [one.data["name"] for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("input n: whole\nrecord case { fact n: whole }", ["fact", "input"]),
        (
            "parameter n: whole { from 2020-01-01: 1 }\nrecord case { fact n: whole }",
            ["fact", "parameter"],
        ),
        ('let n = 1\nrecord case { question n "N?" }', ["question", "value"]),
        ('record case { fact n: whole  question n "N?" }', ["fact", "question"]),
        ("input low: one of low, high", ["choice", "input"]),
    ],
)
def test_a_name_that_hides_another_is_told_of(text: str, expected: list[str]) -> None:
    found = found_in(text, "SHADOWED-NAME")

    assert [expected] == [[one.data["kind"], one.data["other"]] for one in found]


def test_a_fact_and_an_input_that_differ_in_capitals_are_told_of() -> None:
    text = "input Staff: whole\nrecord case { fact staff: whole }"
    (found,) = found_in(text, "LOOK-ALIKE", "SHADOWED-NAME")

    assert "they differ only in capitals" == found.data["how"]


def test_levels_without_score_are_told_of_once_for_a_scale() -> None:
    text = """scale rating { poor  fair  2 good }
standard A "One" { judged on rating }
standard B "Two" { judged on rating }
let points = sum of standards
note "Few." when points below 2 and score of standard A is 0
"""
    (found,) = found_in(text, "LEVEL-WITHOUT-SCORE")

    assert "«poor», «fair»" == found.data["levels"]
