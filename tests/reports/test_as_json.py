"""The document for programs."""

import json
from fractions import Fraction

from attrs import evolve
from tests.reports import samples

from inspect_engine.reports import Look, render
from inspect_engine.reports.as_json import to_document


def test_the_keys_stand_as_the_contract_has_them() -> None:
    document = json.loads(render(samples.kirklees(), "json"))
    [standard] = [row for row in document["standards"] if row["id"] == "P2.1"]

    wanted = "schema methodology inspection overall standards values"
    assert wanted.split() == list(document)[:6]
    assert ["diagnostics", "digest"] == list(document)[-2:]
    wanted = "state rating label score max possible"
    assert wanted.split() == list(document["overall"])[:6]
    wanted = "id title state rating label score possible computed decision drivers"
    assert [*wanted.split(), "key_questions"] == list(standard)[:11]
    wanted = "id yes no not_applicable unanswered relevant percent exact band rating"
    assert [*wanted.split(), "cases_to_next"] == list(standard["key_questions"][0])[:11]


def test_kirklees_is_the_sample_of_the_contract() -> None:
    document = json.loads(render(samples.kirklees(), "json"))
    overall, standard = document["overall"], document["standards"][3]
    first = standard["key_questions"][0]

    assert ("inadequate", 3, 21) == (
        overall["rating"],
        overall["score"],
        overall["max"],
    )
    assert ["2.1.3"] == standard["drivers"]
    assert (18, 24, 42, 43, "3/7", "minority", "inadequate") == tuple(
        first[key]
        for key in ("yes", "no", "relevant", "percent", "exact", "band", "rating")
    )


def test_an_open_rating_has_no_rating_and_says_what_is_possible() -> None:
    overall = json.loads(render(samples.unfinished(), "json"))["overall"]

    assert ("undetermined", None, None) == (
        overall["state"],
        overall["rating"],
        overall["score"],
    )
    assert ["inadequate", "requires_improvement"] == overall["possible"]
    assert (3, 4) == (overall["lowest"], overall["highest"])


def test_a_decision_keeps_the_computed_rating_beside_it() -> None:
    standard = json.loads(render(samples.decided(), "json"))["standards"][6]

    assert ("requires_improvement", "inadequate") == (
        standard["rating"],
        standard["computed"],
    )
    assert "2024-10-01" == standard["decision"]["on"]


def test_an_uneven_score_is_a_fraction_as_text() -> None:
    overall = evolve(samples.overall(3, samples.rated(0)), score=Fraction(7, 2))
    document = json.loads(render(samples.kirklees(overall=overall), "json"))

    assert "7/2" == document["overall"]["score"]


def test_one_line_says_the_same_as_many() -> None:
    line = render(samples.kirklees(), "json", Look(is_one_line=True))

    assert "\n" not in line
    assert to_document(samples.kirklees()) == json.loads(line)


def test_the_document_is_ascii() -> None:
    assert render(samples.kirklees(name="Caffè «Nord»"), "json").isascii()
