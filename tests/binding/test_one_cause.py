"""One cause is told once, and independent faults are all told."""

import pytest
from tests.corpus.reading import bound_anyway, read_bytes

HEAD = 'methodology example "Example" { version 1 language 1 }\n'
SCALE = "scale rating { 0 poor  1 good }\n"


def told(text: str) -> list[tuple[str, object]]:
    found = read_bytes((HEAD + text).encode())[1]
    return [(o.code, o.data.get("name")) for o in found if o.severity.value != "note"]


def test_a_choice_of_an_unknown_fact_is_not_told_as_well() -> None:
    text = """record case { fact risk: one of low, high
  question 1 "Seen?" { asked when risc is not low } }
"""
    assert [("UNKNOWN-NAME", "risc")] == told(text)


def test_the_condition_of_a_limit_is_read_though_the_rating_is_unknown() -> None:
    text = (
        SCALE
        + """input late: whole 0 to 9
standard A "One" {
  rating late by shares
  limit at most poor when lade above 3
}
"""
    )
    assert [("UNKNOWN-NAME", "shares"), ("UNKNOWN-NAME", "lade")] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        'property "nothing" { }\n',
        SCALE + 'standard A "One" { judged on rating }\n'
        "overall { limit at most poor when standard A is poor }\n",
    ],
)
def test_a_block_that_lacks_its_main_part_is_told(text: str) -> None:
    assert [("MISSING-PART", None)] == told(text)


def test_the_scores_of_levels_are_part_of_the_meaning() -> None:
    hashes = set()
    for levels in ("0 poor  1 good", "0 poor  2 good", "poor  good"):
        text = f'scale rating {{ {levels} }}\nstandard A "One" {{ judged on rating }}'
        rules = bound_anyway((HEAD + text).encode())[0]
        assert rules is not None
        hashes.add(rules.hash)
    assert 3 == len(hashes)
