import json
from typing import Any

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspect_engine.diagnostics.fault import FAULTS
from inspect_engine.documents.nodes import Mapping, Node, Scalar, Sequence
from inspect_engine.documents.reader import Kind, read_document
from inspect_engine.source import SourceFile

KINDS: st.SearchStrategy[Kind] = st.sampled_from(["yaml", "json"])
LETTERS = st.characters(
    exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff"
)
DATA = st.recursive(
    st.text(LETTERS),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(LETTERS), inner),
    max_leaves=20,
)
SNIPPETS = st.lists(
    st.sampled_from(
        ["a", ": ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", ",", "'", '"', "&a ",
         "*a", "!t ", "<<", "---\n", "%Y\n", "|\n", ">", "#", "\\", "\r\n", "\u2028",
         "😀", "? ", "@", "1", "\x00", "\ufeff", "\x85", "//", "null", "...\n"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


def nodes(node: Node | None) -> list[Node]:
    match node:
        case Sequence():
            return [node, *(one for item in node.items for one in nodes(item))]
        case Mapping():
            parts = [part for entry in node.entries for part in entry]
            return [node, *(one for part in parts for one in nodes(part))]
        case Scalar():
            return [node]
        case None:
            return []


def bare(node: Node | None) -> object:
    match node:
        case Sequence():
            return [bare(item) for item in node.items]
        case Mapping():
            return [(key.text, bare(value)) for key, value in node.entries]
        case Scalar():
            return node.text
        case None:
            return None


def without_twins(data: Any) -> bool:
    """Whether no two keys become one when their accents are spelled alike."""
    _, found = read_document(SourceFile("t", json.dumps(data)), "json")
    return not found or {one.code for one in found} == {"EMPTY-FILE"}


@settings(deadline=None)
@given(st.text() | SNIPPETS, KINDS)
@example("a: \ud800", "yaml")
@example("? ", "yaml")
@example("*a : b", "yaml")
@example("'", "json")
def test_no_text_makes_reading_raise_and_every_place_is_in_the_text(
    text: str, kind: Kind
) -> None:
    root, found = read_document(SourceFile("t", text), kind)
    assert root is not None or found
    spans = [one.span for one in (*nodes(root), *found)]
    assert all(span and 0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(one.code in FAULTS for one in found)


@settings(deadline=None)
@given(st.text() | SNIPPETS)
def test_a_plain_text_on_one_line_is_what_its_span_covers(text: str) -> None:
    source = SourceFile("t", text)
    root, found = read_document(source, "yaml")
    scalars = [one for one in nodes(root) if isinstance(one, Scalar)]
    clean = [one for one in scalars if "\ufffd" not in one.text and not one.quoted]
    for one in clean:
        written = one.span.text
        assert one.text == written or "\n" in written or "\r" in written, found


@settings(deadline=None)
@given(DATA)
def test_yaml_and_json_of_the_same_data_give_the_same_tree(data: Any) -> None:
    as_json = json.dumps(data, ensure_ascii=False)
    as_yaml = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    in_json, _ = read_document(SourceFile("t", as_json), "json")
    in_yaml, _ = read_document(SourceFile("t", as_yaml), "yaml")
    assert bare(in_json) == bare(in_yaml)


@settings(deadline=None)
@given(DATA.filter(without_twins))
def test_json_is_read_as_the_standard_library_reads_it(data: Any) -> None:
    text = json.dumps(data)
    pairs = json.loads(text, object_pairs_hook=lambda found: found)
    assert pairs == bare(read_document(SourceFile("t", text), "json")[0])
