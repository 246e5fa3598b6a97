"""The food hygiene table, literally and as a cascade, each verdict replayed."""

from tests.corpus.reading import read_bytes

from inspect_engine.analysis.space import space_of
from inspect_engine.analysis.trying import tried
from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.model.expressions import NamedValue
from inspect_engine.model.kinds import LevelKind
from inspect_engine.model.methodology import Methodology

INPUTS = """methodology example "Example" { version 1 language 1 }
input hygiene: one of 0, 5, 10, 15, 20, 25
input structure: one of 0, 5, 10, 15, 20, 25
input confidence: one of 0, 5, 10, 20, 30
scale stars { 0 zero  1 one  2 two  3 three  4 four  5 five }
let total = hygiene + structure + confidence
let worst = highest of (hygiene, structure, confidence)
"""
LITERAL = """table food of total, worst -> stars {
  0 to 15,  up to 5  -> five
  20,       up to 10 -> four
  25 to 30, up to 10 -> three
  35 to 40, up to 15 -> two
  45 to 50, up to 20 -> one
  above 50, any      -> zero
}
"""
CASCADE = """table food of total, worst -> stars {
  first match
  up to 15, up to 5  -> five
  up to 20, up to 10 -> four
  up to 30, up to 10 -> three
  up to 40, up to 15 -> two
  up to 50, up to 20 -> one
  any,      any      -> zero
}
"""


def read(table: str) -> tuple[Methodology, list[Diagnostic]]:
    rules, found = read_bytes((INPUTS + table).encode())
    assert rules is not None
    return rules, [one for one in found if one.severity is not Severity.NOTE]


def ratings(rules: Methodology) -> list[tuple[str, str]]:
    """Each combination in words, with the rating that the interpreter gives it."""
    table = rules.values["food"].table
    assert table is not None
    kind = table.kind
    assert isinstance(kind, LevelKind)
    node = NamedValue("food", kind, span=table.span)
    space = space_of(rules, (node,))
    found = []
    for one in tried(rules, "", (node,), space):
        mask = one.values[0]
        assert isinstance(mask, int)
        levels = [level.id for level in kind.scale.members(mask)]
        found.append((one.in_words(), levels[0] if levels else "not rated"))
    return found


def test_read_literally_it_leaves_out_112_of_180_combinations() -> None:
    (found,) = read(LITERAL)[1]

    assert "TABLE-GAP" == found.code
    assert "112 of the 180 combinations of its inputs" == found.data["how_many"]


def test_as_many_combinations_really_have_no_rating_and_the_example_is_one() -> None:
    rules, (found,) = read(LITERAL)
    unrated = [words for words, rating in ratings(rules) if rating == "not rated"]

    assert 112 == len(unrated)
    assert found.data["example"] in unrated


def test_as_a_cascade_it_is_clean_and_rates_every_combination() -> None:
    rules, found = read(CASCADE)
    given = [rating for _, rating in ratings(rules)]
    levels = ("five", "four", "three", "two", "one", "zero")

    assert [] == found
    assert [8, 15, 4, 21, 49, 83] == [given.count(level) for level in levels]
