"""The tables are made of a grammar that always says how to go on, and of no other."""

import pytest
from lark import GrammarError

from inspect_engine.resources import grammar_folder
from inspect_engine.syntax.tables import generate, grammar_text

ANYTHING = '\nexpression: "y"\n'


def test_tables_are_made_of_the_grammar_as_it_is() -> None:
    assert '"start"' in generate(grammar_text(grammar_folder()))


@pytest.mark.parametrize(
    ("grammar", "why"),
    [
        (
            'start: "if" start | "if" start "else" start | "x"',
            "Shift/Reduce conflict for terminal ELSE",
        ),
        ('start: one | two\none: "x"\ntwo: "x"', "Reduce/Reduce collision"),
    ],
)
def test_a_grammar_with_a_conflict_is_refused(grammar: str, why: str) -> None:
    with pytest.raises(GrammarError, match=why):
        generate(grammar + ANYTHING)


def test_a_grammar_that_is_almost_the_same_is_not() -> None:
    plain = 'start: "if" start "end" | "if" start "else" start | "x"'

    assert '"IF"' in generate(plain + ANYTHING)
