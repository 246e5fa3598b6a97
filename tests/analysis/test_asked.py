"""Questions that records are asked in vain, twice or never, replayed on a record."""

from fractions import Fraction

from tests.corpus.reading import read_bytes

from inspect_engine.analysis.trying import made
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.evaluation.interpreter import Interpreter
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.bundle import RecordTable

HEAD = 'methodology example "Example" { version 1 language 1 }\n'
SETS = """scale rating { 0 poor  1 good }
record case { fact age: whole 0 to 99 }
standard A "One" {
  judged on rating
  question set young when age below 18 { question y1 "Is it assessed?" }
  question set grown when age at least 16 { question g1 "Is it assessed?" }
}
"""


def read(text: str, code: str) -> tuple[Methodology, list[Diagnostic]]:
    rules, found = read_bytes((HEAD + text).encode())
    assert rules is not None
    return rules, [one for one in found if one.code == code]


def is_asked(rules: Methodology, question: str, age: Fraction) -> bool:
    """Whether a case of this age, with yes recorded, has an answer that counts."""
    table = RecordTable((("", "1"),), {"age": (age,), question: ("yes",)})
    rows = Interpreter(rules, made((), (), "case", table)).rows("case")
    return rows.answers(rules.questions[question]) == [1]


def test_the_record_of_the_example_is_asked_in_both_sets() -> None:
    rules, (found,) = read(SETS, "QUESTION-ASKED-TWICE")
    name, _, age = str(found.data["example"]).partition(" ")

    assert "age" == name
    assert is_asked(rules, "y1", Fraction(age))
    assert is_asked(rules, "g1", Fraction(age))


def test_the_same_words_in_another_standard_are_another_question() -> None:
    one, two = SETS.split("  question set grown")
    text = f'{one}}}\nstandard B "Two" {{ judged on rating question set grown{two}'

    assert [] == read(text, "QUESTION-ASKED-TWICE")[1]


def test_a_question_against_its_set_is_asked_at_no_age() -> None:
    text = SETS.replace('assessed?" } }', 'assessed?" { asked when age below 9 } }')
    text = text.replace(
        'g1 "Is it assessed?"', 'g1 "Is it planned?" { asked when age below 9 }'
    )
    rules, found = read(text, "QUESTION-NEVER-ASKED")

    assert ["g1"] == [one.data["question"] for one in found]
    assert not any(is_asked(rules, "g1", Fraction(age)) for age in range(100))


def test_the_place_that_rules_it_out_is_shown() -> None:
    text = """record case {
  fact risk: one of low, high
  question planned "Is it planned?" { asked when risk is high }
}
let at_low = percent of yes to planned where (risk is low)
"""
    (found,) = read(text, "CONDITION-CONTRADICTS")[1]

    assert ["risk is high"] == [one.span.text for one in found.related]
    assert found.span is not None
    assert "risk is low" == found.span.text


def test_several_questions_counted_together_are_not_held_against_one() -> None:
    text = """record case {
  fact risk: one of low, high
  question planned "Is it planned?" { asked when risk is high }
  question seen "Is it seen?"
}
let at_low = percent of yes to (planned, seen) where (risk is low)
"""
    assert [] == read(text, "CONDITION-CONTRADICTS")[1]
