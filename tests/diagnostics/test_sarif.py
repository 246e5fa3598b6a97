"""SARIF 2.1.0: what its schema requires, and fingerprints that survive moved lines."""

import json
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import jsonschema
import pytest
from attrs import evolve
from tests.diagnostics.samples import (
    ABOUT_A_FILE,
    BANDS,
    IN_A_CELL,
    NOWHERE,
    gap,
    source,
    span_of,
)

from inspect_engine.diagnostics import pages
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related, Silenced
from inspect_engine.diagnostics.fault import FAULTS
from inspect_engine.diagnostics.render import render

TEXT = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
}
ARTIFACT = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {"uri": {"type": "string", "format": "uri-reference"}},
}
ONE_UP = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "additionalProperties": False,
    "properties": dict.fromkeys(
        ("startLine", "startColumn", "endLine", "endColumn"), ONE_UP
    ),
}
LOCATION = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer", "minimum": -1},
        "message": TEXT,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {"artifactLocation": ARTIFACT, "region": REGION},
        },
        "logicalLocations": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {"fullyQualifiedName": {"type": "string"}},
            },
        },
    },
}
REPLACEMENT = {
    "type": "object",
    "required": ["deletedRegion"],
    "additionalProperties": False,
    "properties": {"deletedRegion": REGION, "insertedContent": TEXT},
}
CHANGE = {
    "type": "object",
    "required": ["artifactLocation", "replacements"],
    "additionalProperties": False,
    "properties": {
        "artifactLocation": ARTIFACT,
        "replacements": {"type": "array", "minItems": 1, "items": REPLACEMENT},
    },
}
FIX = {
    "type": "object",
    "required": ["artifactChanges"],
    "additionalProperties": False,
    "properties": {
        "artifactChanges": {
            "type": "array",
            "minItems": 1,
            "uniqueItems": True,
            "items": CHANGE,
        }
    },
}
SUPPRESSION = {
    "type": "object",
    "required": ["kind"],
    "additionalProperties": False,
    "properties": {
        "kind": {"enum": ["inSource", "external"]},
        "justification": {"type": "string"},
        "location": LOCATION,
    },
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "uniqueItems": True, "items": LOCATION},
        "fixes": {"type": "array", "uniqueItems": True, "items": FIX},
        "partialFingerprints": {
            "type": "object",
            "additionalProperties": {"type": "string"},
        },
        "suppressions": {"type": "array", "uniqueItems": True, "items": SUPPRESSION},
    },
}
RULE = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "shortDescription": TEXT,
        "help": TEXT,
    },
}
DRIVER = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "version": {"type": "string"},
        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
    },
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "additionalProperties": False,
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "properties": {"driver": DRIVER},
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": RUN},
    },
}
"""What the standard says of the parts we write; any other part would be a mistake."""

STANDARD = json.loads(
    (Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8")
)
"""The schema that is published with the standard."""


def run_of(*diagnostics: Diagnostic) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(render(diagnostics, "sarif"))["runs"][0]
    return run


def validate(*diagnostics: Diagnostic) -> None:
    log = json.loads(render(diagnostics, "sarif"))
    jsonschema.validate(log, SCHEMA)
    jsonschema.Draft202012Validator(STANDARD).validate(log)


def silenced(found: Diagnostic) -> Diagnostic:
    return evolve(found, silenced=Silenced("so it is", span_of("80", source())))


def fingerprints(*diagnostics: Diagnostic) -> list[str]:
    return [
        result["partialFingerprints"]["inspectEngine/v1"]
        for result in run_of(*diagnostics)["results"]
    ]


def test_a_log_has_what_the_standard_requires_and_no_more() -> None:
    related = (Related(span_of("50", source()), "the one before"),)
    one = evolve(gap(source()), related=related)
    validate(one, IN_A_CELL, ABOUT_A_FILE, NOWHERE, silenced(gap(source())))


def test_a_log_of_nothing_still_has_results() -> None:
    validate()
    assert run_of()["results"] == []


def test_the_schema_of_the_standard_finds_what_is_missing() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": "2.1.0", "runs": [{}]}, STANDARD)


def test_what_is_silenced_is_suppressed_in_its_source_with_the_reason() -> None:
    [found] = run_of(silenced(gap(source())))["results"]

    assert ["inSource"] == [one["kind"] for one in found["suppressions"]]
    assert "so it is" == found["suppressions"][0]["justification"]
    place = found["suppressions"][0]["location"]["physicalLocation"]
    assert 3 == place["region"]["startLine"]


def test_beside_what_is_silenced_others_are_said_to_stand() -> None:
    results = run_of(silenced(gap(source())), NOWHERE)["results"]

    assert [1, 0] == [len(one["suppressions"]) for one in results]


def test_where_nothing_is_silenced_nothing_is_said_of_it() -> None:
    assert ["suppressions" in one for one in run_of(NOWHERE)["results"]] == [False]


def test_every_result_points_at_its_rule() -> None:
    run = run_of(gap(source()), NOWHERE, gap(source()))
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["BAND-GAP", "NOT-COVERED"]
    pointed = [rules[result["ruleIndex"]] for result in run["results"]]
    assert pointed == ["BAND-GAP", "NOT-COVERED", "BAND-GAP"]


def test_a_rule_carries_the_page_of_its_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gap:
        __doc__ = "A gap."
        severity = NOWHERE.severity
        message = "There is a gap."
        hints = ()

    monkeypatch.setitem(cast("dict[str, Any]", FAULTS), "BAND-GAP", Gap)
    rule = run_of(gap(source()))["tool"]["driver"]["rules"][0]
    assert rule["help"]["markdown"] == pages.page("BAND-GAP")
    assert rule["shortDescription"]["text"] == "A gap."


def test_a_region_counts_lines_and_columns_from_one() -> None:
    place = run_of(gap(source()))["results"][0]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "rules/pdu.inspect"},
        "region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 5},
    }


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("my rules/a#1.inspect", "my%20rules/a%231.inspect"),
        ("rules\\a.inspect", "rules/a.inspect"),
        ("/srv/a.inspect", "file:///srv/a.inspect"),
        ("C:\\rules\\a.inspect", "file:///C:/rules/a.inspect"),
        ("a:b.inspect", "a%3Ab.inspect"),
    ],
)
def test_a_file_name_becomes_a_uri(name: str, uri: str) -> None:
    place = run_of(evolve(ABOUT_A_FILE, file=name))["results"][0]["locations"][0]
    written = place["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == written
    assert urlsplit(written).scheme in ("", "file")


def test_a_fingerprint_survives_moved_and_indented_lines() -> None:
    moved = source("    " + BANDS.replace("\n  ", "\n      "), above=40)
    assert fingerprints(gap(source())) == fingerprints(gap(moved))


def test_a_fingerprint_survives_a_move_of_the_folder() -> None:
    here, there = (source(name=f"{folder}pdu.inspect") for folder in ("", "a/b/"))
    windows = source(name="C:\\rules\\pdu.inspect")

    assert fingerprints(gap(here)) == fingerprints(gap(there))
    assert fingerprints(gap(here)) == fingerprints(gap(windows))


def test_a_fingerprint_does_not_change_when_a_diagnostic_is_silenced() -> None:
    assert fingerprints(gap(source())) == fingerprints(silenced(gap(source())))


def test_a_fingerprint_changes_with_the_line_it_is_about() -> None:
    changed = source(BANDS.replace("79", "78"))
    assert fingerprints(gap(source())) != fingerprints(gap(changed))


def test_equal_diagnostics_have_fingerprints_of_their_own() -> None:
    first, second = fingerprints(gap(source()), gap(source()))
    assert first != second
