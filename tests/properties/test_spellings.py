"""Laws of the two spellings: the same meaning, there and back."""

from hypothesis import given
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
