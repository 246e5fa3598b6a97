"""One meaning however it is written; and nothing that is written makes it raise."""

import json
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records.made import HEAD, HERE, RULES, read, whole

from inspect_engine.documents.canonical import canonical_json
from inspect_engine.documents.nodes import Mapping, Node, Scalar, Sequence
from inspect_engine.records.canonical import canonical_bundle
from inspect_engine.records.intake import bundle_from

WHOLE = {
    "bundle": 1,
    "inspection": {"id": "a", "name": "A place", "fieldwork": "2024-08-12"},
    "inputs": {"places": 40, "opened": "2020-01-01"},
    "judgements": {"P2": "good", "2.1": "inadequate"},
    "published": {"P4": "good"},
    "expected": 5,
    "cases": [
        {"id": "001", "age": 30, "answers": {"1.1.2": "yes", "1.1.1a": "no"}},
        {"id": "002", "attended": 64.5, "answers": {"1.1.2": "no", "1.1.1a": None}},
        {"id": "003", "seen": None},
    ],
    "tallies": {"1.1.1": {"percent": 60, "relevant": 42}},
    "decisions": [{"standard": "P1", "to": "good", "on": "2024-10-01"}],
    "units": [{"id": "north", "cases": [{"id": "001"}]}],
}


def canonical(text: str, name: str = "t.yaml") -> bytes:
    bundle, found = read(text, name)
    assert () == found
    assert bundle is not None
    return canonical_json(canonical_bundle(bundle))


def as_yaml(value: Any) -> str:
    """In flow style, without quotation marks; nothing for None."""
    if isinstance(value, dict):
        inner = ", ".join(f"{key}: {as_yaml(item)}" for key, item in value.items())
        return f"{{{inner}}}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    return "" if value is None else str(value)


def test_json_says_the_same_as_yaml() -> None:
    assert canonical(as_yaml(WHOLE)) == canonical(json.dumps(WHOLE), "t.json")


def test_the_order_of_keys_does_not_matter() -> None:
    turned = {key: WHOLE[key] for key in reversed(WHOLE)}
    assert canonical(as_yaml(WHOLE)) == canonical(as_yaml(turned))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_cases_does_not_matter(order: tuple[int, ...]) -> None:
    cases = ["{id: a, risk: low}", "{id: b}", "{id: c, answers: {1.1.1: yes}}"]
    bodies = [[cases[index] for index in each] for each in (range(3), order)]
    first, second = (canonical(f"{HEAD}cases: [{', '.join(b)}]\n") for b in bodies)
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cases: [{id: a, risk: }]", "cases: [{id: a}]"),
        ("cases: [{id: a, answers: {1.1.1: }}]", "cases: [{id: a}]"),
        ("cases: [{id: a, risk: Low}]", "cases: [{id: a, risk: low}]"),
        ("cases: [{id: a, age: 30.0}]", "cases: [{id: a, age: 30}]"),
        ("cases: [{id: a}]\nexpected: 1", "cases: [{id: a}]"),
        ("inputs: {places: }", ""),
        (
            "tallies: {1.1.1: {percent: 60, relevant: 42}}",
            "tallies: {1.1.1: {percent: 60.0, relevant: 42, rounded: half up}}",
        ),
        (
            "tallies: {1.1.1: {yes: 1, no: 2}}",
            "tallies: {1.1.1: {no: 2, yes: 1, not_applicable: 0}}",
        ),
        (
            "decisions: [{standard: P1, to: good}, {standard: P2, to: good}]",
            "decisions: [{target: P2, to: Good}, {target: P1, to: good}]",
        ),
    ],
)
def test_what_means_the_same_has_one_form(one: str, other: str) -> None:
    assert canonical(f"{HEAD}{one}\n") == canonical(f"{HEAD}{other}\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cases: []", ""),
        ("cases: [{id: a}]\nexpected: 2", "cases: [{id: a}]"),
        ("cases: [{id: a, risk: low}]", "cases: [{id: a, risk: high}]"),
        ("cases: [{id: '1'}]", "cases: [{id: '01'}]"),
        ("units: [{id: n, cases: [{id: a}]}]", "cases: [{id: a}]"),
        ("judgements: {P2: good}", "published: {P2: good}"),
    ],
)
def test_what_means_something_else_has_another(one: str, other: str) -> None:
    assert canonical(f"{HEAD}{one}\n") != canonical(f"{HEAD}{other}\n")


def test_the_canonical_form_has_texts_for_exact_numbers() -> None:
    found = canonical_bundle(whole("cases: [{id: a, attended: 64.5}]\n"))
    assert {
        "case": {
            "outstanding": 0,
            "records": [{"unit": "", "id": "a", "values": {"attended": "129/200"}}],
        }
    } == found["records"]


LIKELY = """
bundle inspection id name rules version fieldwork date unit inputs judgements
published tallies expected decisions units cases interviews case answers
1.1.1 1.1.1a 1.1.2 1.1.3 2.1 4.1 i1 P1 P2 P3 overall sentence risk age visits
attended seen remark is_late places opened last_rating size yes no good licence
not_applicable percent relevant rounded standard target to reason on basis
1 0 42 -1 60 2024-08-12 example/rules null
"""
WORDS = st.sampled_from(LIKELY.split()) | st.text(max_size=5)
SCALARS = st.builds(Scalar, WORDS, st.just(HERE), st.booleans())


def collections(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    items = st.lists(parts, max_size=3).map(tuple)
    entries = st.lists(
        st.tuples(SCALARS, parts), max_size=4, unique_by=lambda entry: entry[0].text
    ).map(tuple)
    return st.builds(Sequence, items, st.just(HERE)) | st.builds(
        Mapping, entries, st.just(HERE)
    )


TREES = st.recursive(SCALARS, collections, max_leaves=10)
SECTIONS = st.sampled_from(
    [
        "inputs",
        "judgements",
        "published",
        "tallies",
        "expected",
        "decisions",
        "units",
        "cases",
        "interviews",
    ]
)


@given(TREES)
def test_no_tree_makes_it_raise(tree: Node) -> None:
    bundle, found = bundle_from(tree, HERE.source, RULES)
    assert bundle is not None or found


@given(st.dictionaries(SECTIONS, TREES, max_size=4))
def test_no_section_makes_it_raise(sections: dict[str, Node]) -> None:
    def scalar(text: str) -> Scalar:
        return Scalar(text, HERE)

    inspection = Mapping(((scalar("id"), scalar("a")),), HERE)
    head = ((scalar("bundle"), scalar("1")), (scalar("inspection"), inspection))
    body = tuple((scalar(name), tree) for name, tree in sections.items())
    bundle, found = bundle_from(Mapping(head + body, HERE), HERE.source, RULES)
    assert bundle is not None or found
    if bundle is not None:
        canonical_json(canonical_bundle(bundle))
