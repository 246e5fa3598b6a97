"""Laws of the two spellings: the same meaning, there and back."""

from hypothesis import given
from hypothesis import strategies as st
from tests.corpus.reading import read_bytes
from tests.properties.made import Made
from tests.properties.profile import examples
from tests.properties.strategies import methodologies
from tests.properties.workshop import understood

from inspect_engine.source import SourceFile
from inspect_engine.syntax.twin.converting import converted


@examples(40)
@given(methodologies())
def test_any_methodology_means_the_same_in_yaml_and_back(made: Made) -> None:
    text = made.text
    written, faults = converted(SourceFile("rules.inspect", text), "yaml")
    assert (written is not None, faults) == (True, ())
    back, _ = converted(SourceFile("rules.yaml", written or ""), "inspect")
    first, again = understood(text)[0], understood(back or "")[0]
    assert first is not None
    assert again is not None
    assert first.hash == again.hash


@examples(40)
@given(methodologies())
def test_the_layout_of_a_phrase_changes_nothing_of_what_it_means(made: Made) -> None:
    head, _, rest = made.text.partition("}")
    wide = rest.replace("(", "(  ").replace(")", "\n)").replace("- ", "-")
    first, again = understood(made.text)[0], understood(f"{head}}}{wide}")[0]
    assert first is not None
    assert again is not None
    assert first.hash == again.hash


SIGNS = (
    *("\t", '"', "'", "{", "}", "[", "]", ":", "- ", "#", "&a ", "*a", "!x ", "|", ">"),
    *("\n", "\n\n", "  ", "---\n", "...\n", "\\", "\r", "?", ",", "<<: ", "@", "%"),
    *("yes", "no", "2.10", "", '"\\u12', "\u2028", "\ufeff", "é", "🏠"),
)
RULES = """\
methodology: {id: a, title: A, version: 1, language: 1}
scale:
  rating:  # the levels
    levels:
      - {score: 0, level: poor}
      - {score: 1, level: good, label: "Good"}
record: {case: {fact: {risk: "one of low, high"}}}
standard:
  P1:
    title: Assessment
    key_question:
      1.1: Is it good?
      1.2: {title: Is it safe?, asked_when: risk is not low}
    judged_on: rating
"""
PLACES = st.tuples(
    st.integers(0, len(RULES)), st.integers(0, 4), st.sampled_from(SIGNS)
)


@examples(300)
@given(st.lists(PLACES, min_size=1, max_size=5))
def test_damaged_rules_in_yaml_are_read_and_every_fault_has_its_place(
    places: list[tuple[int, int, str]],
) -> None:
    text = RULES
    for at, gone, sign in places:
        text = text[:at] + sign + text[at + gone :]
    _, found = read_bytes(text.encode(), "rules.yaml")
    for one in found:
        assert one.span is None or one.span.end <= len(text)
