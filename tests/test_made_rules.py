"""The rule sets that checking is timed with are as their names say."""

from benchmarks.checking import MISTAKES, STANDARDS
from benchmarks.made_rules import made, with_mistakes
from tests.corpus.reading import read_bytes, wanted

LINES = 3000


def test_the_large_rule_set_has_as_many_lines_and_checks_clean() -> None:
    text = made(STANDARDS)

    assert len(text.splitlines()) >= LINES
    assert [] == wanted(read_bytes(text.encode())[1])


def test_a_hundred_mistakes_of_ten_kinds_are_all_told_in_file_order() -> None:
    text = made(STANDARDS)
    wrong = with_mistakes(text, MISTAKES)
    changed = [
        number
        for number, (before, after) in enumerate(
            zip(text.splitlines(), wrong.splitlines(), strict=True), 1
        )
        if before != after
    ]
    found = wanted(read_bytes(wrong.encode())[1])
    first = [one.place[1] for one in found]
    # A name that is misspelt alike in several places is one mistake, with all of them.
    again = [also.span.first.line for one in found for also in one.related]

    assert MISTAKES == len(changed)
    assert sorted(first) == first
    assert set(changed) == {*first, *again} & set(changed)
    assert set(first) <= set(changed)
