"""Levels that people gave: judgements, published ratings, decisions; and inputs."""

import datetime
from fractions import Fraction

import pytest
from tests.records.made import only, whole


def test_judgements_are_of_judged_standards_and_key_questions() -> None:
    bundle = whole("judgements: {P2: good, 2.1: Requires improvement}\n")
    assert {"P2": "good", "2.1": "requires_improvement"} == bundle.judgements
    assert (3, 24) == bundle.places["judgement 2.1"].first


def test_published_ratings_are_of_rated_standards_and_the_whole() -> None:
    bundle = whole("published: {P1: good, P2: , overall: inadequate}\n")
    assert {"P1": "good", "overall": "inadequate"} == bundle.published


def test_a_decision_is_kept_as_written() -> None:
    body = "decisions:\n  - {standard: P1, to: good, reason: R, on: 2024-10-01}\n"
    (decision,) = whole(body).decisions
    assert ("P1", "good", "R", "") == (
        decision.target,
        decision.to,
        decision.reason,
        decision.authority,
    )
    assert datetime.date(2024, 10, 1) == decision.on


@pytest.mark.parametrize("key", ["standard", "target"])
def test_a_decision_may_be_on_the_whole(key: str) -> None:
    body = f"decisions:\n  - {{{key}: overall, to: good, authority: A, basis: B}}\n"
    (decision,) = whole(body).decisions
    assert ("overall", "A", "B") == (
        decision.target,
        decision.authority,
        decision.basis,
    )


def test_inputs_are_kept_as_what_they_mean() -> None:
    body = "inputs: {places: 40, opened: 2020-01-01, last_rating: Good}\n"
    assert {
        "places": Fraction(40),
        "opened": datetime.date(2020, 1, 1),
        "last_rating": "good",
    } == whole(body).inputs


@pytest.mark.parametrize(
    ("body", "code", "line", "column"),
    [
        ("judgements: {P1: good}\n", "JUDGEMENT-OF-COMPUTED", 3, 14),
        ("judgements: {1.1.1: good}\n", "JUDGEMENT-OF-COMPUTED", 3, 14),
        ("judgements: {overall: good}\n", "JUDGEMENT-OF-COMPUTED", 3, 14),
        ("judgements: {P3: good}\n", "LEVEL-OF-UNRATED", 3, 14),
        ("judgements: {P9: good}\n", "UNKNOWN-STANDARD", 3, 14),
        ("judgements: {P2: great}\n", "UNKNOWN-LEVEL", 3, 18),
        ("judgements: {P2: GOOD}\n", "UNKNOWN-LEVEL", 3, 18),
        ("judgements: {P2: [good]}\n", "NOT-ONE-VALUE", 3, 18),
        ("judgements: [P2]\n", "NOT-A-MAPPING", 3, 13),
        ("published: {P3: good}\n", "LEVEL-OF-UNRATED", 3, 13),
        ("published: {2.1: good}\n", "UNKNOWN-STANDARD", 3, 13),
        ("published: {P1: not_rated}\n", "UNKNOWN-LEVEL", 3, 17),
        ("decisions: {standard: P1}\n", "NOT-A-LIST", 3, 12),
        ("decisions: [P1]\n", "NOT-A-MAPPING", 3, 13),
        ("decisions: [{to: good}]\n", "MISSING-KEY", 3, 13),
        ("decisions: [{standard: P1}]\n", "MISSING-KEY", 3, 13),
        ("decisions: [{standard: P1, to: }]\n", "MISSING-KEY", 3, 13),
        ("decisions: [{standard: P9, to: good}]\n", "UNKNOWN-STANDARD", 3, 24),
        ("decisions: [{standard: P1, to: great}]\n", "UNKNOWN-LEVEL", 3, 32),
        ("decisions: [{standard: [P1], to: good}]\n", "NOT-ONE-VALUE", 3, 24),
        ("decisions: [{standard: P1, to: good, by: x}]\n", "UNKNOWN-KEY", 3, 38),
        ("decisions: [{standard: P1, to: good, on: x}]\n", "NOT-A-DATE", 3, 42),
        (
            "decisions: [{standard: P1, target: overall, to: good}]\n",
            "SAID-TWICE",
            3,
            28,
        ),
        ("inputs: {place: 4}\n", "UNKNOWN-INPUT", 3, 10),
        ("inputs: {places: 4.5}\n", "NUMBER-OUTSIDE", 3, 18),
        ("inputs: {places: not_applicable}\n", "NOT-APPLICABLE-NOT-ALLOWED", 3, 18),
        ("inputs: {size: small}\n", "DERIVED-VALUE", 3, 10),
        ("inputs: {last_rating: best}\n", "UNKNOWN-LEVEL", 3, 23),
        ("inputs: {places: {a: 1}}\n", "NOT-ONE-VALUE", 3, 18),
    ],
)
def test_a_slip_is_shown_where_it_is(
    body: str, code: str, line: int, column: int
) -> None:
    found = only(body)
    assert (code, line, column) == (found.code, *found.place[1:])


@pytest.mark.parametrize(
    "body",
    [
        "judgements: {P1: , P2: , P3: }\n",
        "published: {P3: }\n",
        "inputs: {size: , places: }\n",
        "tallies: {1.1.3: , age: , 1.1.1: }\n",
        "decisions:\nunits:\nexpected:\n",
    ],
)
def test_an_empty_place_says_nothing(body: str) -> None:
    bundle = whole(body)
    assert ({}, {}, {}, {}) == (
        bundle.judgements,
        bundle.published,
        bundle.inputs,
        bundle.tallies,
    )


@pytest.mark.parametrize(
    "body",
    ["judgements: {P9: }", "published: {P9: }", "inputs: {x: }", "tallies: {x: }"],
)
def test_an_empty_place_of_a_name_that_is_not_known_is_a_slip(body: str) -> None:
    assert only(f"{body}\n").code.startswith("UNKNOWN-")


def test_a_misspelt_key_question_is_suggested_for_a_judgement() -> None:
    assert "2.1" == only("judgements: {2.l: good}\n").data["near"]


def test_a_misspelt_level_is_suggested() -> None:
    assert "good" == only("judgements: {P2: godo}\n").data["near"]
