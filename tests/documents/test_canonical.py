import json
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspect_engine.documents.canonical import canonical_json, digest

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=20,
)


def test_keys_are_ordered_by_utf_16_units_as_in_rfc_8785() -> None:
    value: dict[str, Any] = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    expected = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    assert expected == list(json.loads(canonical_json(value)))


def test_only_what_must_be_escaped_is_escaped() -> None:
    expected = b'"\\b\\t\\n\\f\\r\\"\\\\/\\u0000\\u001f\x7f\xe2\x82\xac"'
    assert expected == canonical_json('\b\t\n\f\r"\\/\x00\x1f\x7f\u20ac')


def test_there_are_no_spaces_and_literals_are_those_of_json() -> None:
    value: Any = {"b": [True, False, None, -1, ()], "a": {}}
    assert b'{"a":{},"b":[true,false,null,-1,[]]}' == canonical_json(value)


@pytest.mark.parametrize("value", [1.5, {"a": 1.0}, [b"x"], {1: "a"}, {"a"}])
def test_what_has_no_exact_spelling_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)


@pytest.mark.parametrize("value", [2**53, -(2**53), "\ud800", {"\ud800": 1}])
def test_what_other_readers_would_change_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"text|surrogates"):
        canonical_json(value)


@settings(deadline=None)
@given(VALUES)
def test_a_canonical_spelling_reads_back_as_the_value(value: Any) -> None:
    assert value == json.loads(canonical_json(value))


@settings(deadline=None)
@given(VALUES)
def test_reading_and_writing_again_changes_no_byte(value: Any) -> None:
    once = canonical_json(value)
    assert once == canonical_json(json.loads(once))


def test_the_digest_is_that_of_the_canonical_bytes() -> None:
    expected = "sha256:" + sha256(b'{"a":1,"b":2}').hexdigest()
    assert expected == digest({"b": 2, "a": 1})
