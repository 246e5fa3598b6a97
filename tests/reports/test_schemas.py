"""The published schemas hold what is read and written."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve
from jsonschema import Draft202012Validator
from tests.reports import samples

from inspect_engine.evaluation.outcome import Result
from inspect_engine.records import intake
from inspect_engine.records.reading import head, percents, ratings, units
from inspect_engine.reports.as_json import to_document
from inspect_engine.reports.as_schema import NAMES, schema

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(
    path
    for path in (ROOT / "rules").glob("*/examples/*.yaml")
    if ".examples." not in path.name
)
HEAD = {"bundle": 1, "inspection": {"id": "example"}}


def faults(name: str, document: object) -> list[str]:
    """What the schema finds, each with its path."""
    found = Draft202012Validator(schema(name)).iter_errors(document)
    return [f"{error.json_path}: {error.message}" for error in found]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_itself_of_draft_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize(
    "result",
    [
        samples.kirklees(),
        samples.unfinished(),
        samples.decided(),
        samples.kirklees(overall=None, date=None, diagnostics=(samples.WARNING,)),
        samples.kirklees(overall=samples.overall(None, samples.NOT_RATED)),
    ],
)
def test_results_follow_their_schema(result: Result) -> None:
    assert [] == faults("result", to_document(result))


def test_a_result_with_a_float_breaks_the_schema() -> None:
    document = to_document(samples.kirklees())
    document["overall"] = {**document["overall"], "score": 3.5}  # type: ignore[dict-item]

    assert faults("result", document)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_shipped_bundles_follow_the_schema(path: Path) -> None:
    # Text stays text, as the engine reads it, but for counts and percents.
    text = path.read_text(encoding="utf-8")
    plain = yaml.load(text, Loader=_PlainLoader)

    assert [] == faults("bundle", plain)


class _PlainLoader(yaml.SafeLoader):
    """Knows whole numbers and decimals, and takes «yes» and dates for text."""


_PlainLoader.yaml_implicit_resolvers = {
    sign: [pair for pair in pairs if pair[0].endswith((":int", ":float"))]
    for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize(
    "part",
    [
        {"cases": [{"id": "001", "sentence": "licence", "answers": {"2.1.1": "yes"}}]},
        {"tallies": {"2.1.1": {"yes": 18, "no": 24}}},
        {"tallies": {"2.1.2": {"percent": 60, "relevant": 42, "rounded": "half down"}}},
        {"published": {"P2.2": "inadequate"}, "expected": 42},
        {"expected": {"cases": 42}},
        {"units": [{"id": "north", "tallies": {"1.1.1": {"yes": 8, "no": 4}}}]},
        {"units": [{"id": "north", "cases": [{"id": "001", "answers": {}}]}]},
        {"decisions": [{"standard": "P2.1", "to": "good", "on": "2024-10-01"}]},
        {"decisions": [{"standard": "overall", "to": "good", "basis": "appeal"}]},
        {"decisions": [{"target": "P2.1", "to": "good"}]},
    ],
)
def test_what_the_language_shows_follows_the_schema(part: dict[str, object]) -> None:
    assert [] == faults("bundle", HEAD | part)


@pytest.mark.parametrize(
    ("place", "document"),
    [
        ("$", {"bundle": 1}),
        ("$.bundle", HEAD | {"bundle": 2}),
        ("$.inspection", HEAD | {"inspection": {"id": "x", "nmae": "y"}}),
        ("$.cases", HEAD | {"cases": {"id": "001"}}),
        ("$.cases[0]", HEAD | {"cases": [{"answers": {}}]}),
        ("$.tallies['2.1.1']", HEAD | {"tallies": {"2.1.1": {"percent": 60}}}),
        ("$.tallies['2.1.1']", HEAD | {"tallies": {"2.1.1": {"yes": -1}}}),
        ("$.decisions[0]", HEAD | {"decisions": [{"standard": "P2.1"}]}),
        ("$.decisions[0]", HEAD | {"decisions": [{"to": "good"}]}),
        (
            "$.decisions[0]",
            HEAD | {"decisions": [{"overall": "x", "standard": "y", "to": "z"}]},
        ),
    ],
)
def test_a_slip_in_a_bundle_is_marked_in_its_place(
    place: str, document: object
) -> None:
    assert [place] == [fault.split(": ")[0] for fault in faults("bundle", document)]


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("", {*intake.HEAD_KEYS, *intake.SECTIONS, *intake.EVIDENCE}),
        ("inspection", {*head.TEXTS, *head.DATES}),
        ("$defs/decision", {*ratings.TARGETS, *ratings.WORDS}),
        ("$defs/percent_tally", {*percents.OF_A_PERCENT}),
        ("units/items", {*units.OF_A_UNIT}),
    ],
)
def test_the_schema_has_the_keys_that_are_read(path: str, keys: set[str]) -> None:
    part: Any = schema("bundle")
    for step in path.split("/") if path else []:
        part = part[step] if step in part else part["properties"][step]

    assert keys == set(part["properties"])


def test_every_key_of_a_bundle_is_described() -> None:
    properties = schema("bundle")["properties"]
    definitions = schema("bundle")["$defs"]
    assert isinstance(properties, dict)
    assert isinstance(definitions, dict)
    bare = [
        name
        for name, part in properties.items()
        if "description" not in part
        and "description" not in definitions[part["$ref"].rpartition("/")[2]]
    ]

    assert [] == bare


def test_a_percent_with_places_is_text_in_a_result() -> None:
    whole = samples.kirklees()
    before = whole.standards["P2.1"]
    asked = evolve(before.key_questions[0], percent=Fraction(323, 5))
    after = evolve(before, key_questions=(asked,))
    document = to_document(evolve(whole, standards={"P2.1": after}))

    assert [] == faults("result", document)
    assert "64.6" == document["standards"][0]["key_questions"][0]["percent"]  # type: ignore[index]
