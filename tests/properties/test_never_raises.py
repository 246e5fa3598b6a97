"""Nothing that a user can write makes a stage raise."""

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.properties.made import Made
from tests.properties.profile import examples
from tests.properties.strategies import drawn, inspections, methodologies, written
from tests.properties.workshop import (
    HEAD,
    Data,
    as_json,
    read_text,
    rules_of,
    understood,
)

from inspect_engine.evaluation.scoring import score

TOKEN = re.compile(r'"[^"\n]*"|[\w.]+|\S')
WORDS = re.split(
    r"\s+",
    """standard question key prompt rating score of lowest highest sum mean count
    percent when where among is not at least most any all none otherwise not_applicable
    not_rated overall by { } ( ) , : -> = + * / - 1 2.5 S0 S0.0 case_f0 cases in0
    limit adjust pools judged on extends use replace remove unrated for over to""",
)


@examples(150)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    understood(text)


@examples(150)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_words_of_the_language_in_any_order_are_read(text: str) -> None:
    understood(HEAD + text)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A valid rule text with some tokens dropped, doubled, swapped or exchanged."""
    text = draw(methodologies()).text
    found = TOKEN.findall(text)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(found) - 2))
        match draw(st.sampled_from(("drop", "double", "swap", "other", "word"))):
            case "drop":
                del found[at]
            case "double":
                found.insert(at, found[at])
            case "swap":
                found[at], found[at + 1] = found[at + 1], found[at]
            case "other":
                found[at] = draw(st.sampled_from(found))
            case "word":
                found[at] = draw(st.sampled_from(WORDS))
    return " ".join(found)


@examples(400)
@given(damaged())
def test_damaged_rules_are_refused_or_scored(text: str) -> None:
    rules, _ = understood(text)
    if rules is not None:
        bundle, _ = read_text('{"bundle": "1", "inspection": {"id": "i"}}', rules)
        if bundle is not None:
            score(rules, bundle)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.sampled_from(("yes", "no", "not_applicable", "1", "2024-02-30", "", "rating"))
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


@st.composite
def odd_documents(draw: st.DrawFn, document: Any) -> Any:
    """A document with some parts left out or turned into something else."""
    if draw(st.integers(0, 19)) == 19:
        return draw(VALUES)
    if isinstance(document, dict):
        kept = {
            key: draw(odd_documents(value))
            for key, value in document.items()
            if draw(st.integers(0, 19)) < 19
        }
        keys = st.sampled_from(("tallies", "expected", "units", "cases", "published"))
        if draw(st.integers(0, 9)) == 9:
            kept[draw(keys | st.text(max_size=8))] = draw(VALUES)
        return kept
    if isinstance(document, list):
        return [draw(odd_documents(item)) for item in document]
    return document


@examples(200)
@given(st.data())
def test_any_tree_of_a_bundle_is_refused_or_scored(data: st.DataObject) -> None:
    made, plan = data.draw(inspections())
    document = data.draw(odd_documents(written(made, plan)))
    rules = rules_of(made.text)
    bundle, _ = read_text(json.dumps(document), rules)
    if bundle is not None:
        score(rules, bundle)


FIXED: list[tuple[Made, Data]] = drawn(inspections(), 5)


@examples(150)
@given(st.sampled_from(FIXED), st.text(max_size=40), st.integers(0, 200))
def test_any_text_in_a_bundle_is_refused_or_scored(
    pair: tuple[Made, Data], text: str, at: int
) -> None:
    made, plan = pair
    rules, document = rules_of(made.text), as_json(written(made, plan))
    for name in ("bundle.json", "bundle.yaml"):
        bundle, _ = read_text(document[:at] + text + document[at:], rules, name)
        if bundle is not None:
            score(rules, bundle)
