"""zen-engine: the same rules as a decision graph with one expression node."""

import json
from importlib import import_module
from typing import Any

from benchmarks.peers import Work
from benchmarks.workloads import (
    LETTERS,
    NO,
    NOT_APPLICABLE,
    QUESTIONS,
    YES,
    Figures,
    Inspection,
    Workload,
    tally,
)

NAME, IS_LINEAR = "zen-engine", True
Pairs = list[tuple[str, str]]


def ready(workload: Workload, inspections: list[Inspection]) -> Work:
    """Compile the graph, and put each inspection or case into a dict."""
    zen = import_module("zen")

    pairs = _rating() if workload == "rate" else _deriving()
    decision = zen.ZenEngine().create_decision(_graph(pairs))

    def evaluated(facts: dict[str, Any]) -> dict[str, Any]:
        result: dict[str, Any] = decision.evaluate(facts)["result"]
        return result

    if workload == "case":
        cases = [one.cases for one in inspections]
        return Work(lambda: [[evaluated(c) for c in each] for each in cases], _counted)
    facts = [{**one.judged, "cases": one.cases} for one in inspections]
    return Work(lambda: [evaluated(one) for one in facts], _rated)


def _graph(pairs: Pairs) -> str:
    expressions = [{"id": key, "key": key, "value": value} for key, value in pairs]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {
            "id": "rules",
            "name": "rules",
            "type": "expressionNode",
            "content": {"expressions": expressions},
        },
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    steps = (("in", "rules"), ("rules", "out"))
    edges = [
        {"id": a + b, "sourceId": a, "targetId": b, "type": "edge"} for a, b in steps
    ]
    return json.dumps({"nodes": nodes, "edges": edges})


def _rating() -> Pairs:
    found: Pairs = []
    for q in QUESTIONS:
        percent = f"floor($.yes_{q} * 100 / $.base_{q} + 0.5)"
        found += (
            (f"yes_{q}", f"count(cases, #.{q} == '{YES}')"),
            (f"base_{q}", f"count(cases, #.{q} != '{NOT_APPLICABLE}')"),
            (f"percent_{q}", f"$.base_{q} == 0 ? -1 : {percent}"),
            (f"level_{q}", _ladder(f"$.percent_{q}", 50, 65, 80)),
        )
    for place in range(4):
        levels = [f"$.level_{q}" for q in QUESTIONS[3 * place : 3 * place + 3]]
        given = f"filter([{', '.join(levels)}], # >= 0)"
        found.append((f"s{place + 1}", f"len({given}) == 0 ? -1 : min({given})"))
    standards = [f"$.s{place}" for place in (1, 2, 3, 4)]
    open_ones = " or ".join(f"{one} < 0" for one in standards)
    total = " + ".join((*standards, "d1", "d2", "d3"))
    found.append(("total", f"({open_ones}) ? -1 : {total}"))
    found.append(("overall", _ladder("$.total", 4, 11, 18)))
    return found


def _ladder(figure: str, one: int, two: int, three: int) -> str:
    steps = f"{figure} >= {three} ? 3 : {figure} >= {two} ? 2 : {figure} >= {one} ? 1"
    return f"{figure} < 0 ? -1 : {steps} : 0"


def _deriving() -> Pairs:
    found: Pairs = []
    for q in QUESTIONS:
        prompts = "[" + ", ".join(q + letter for letter in LETTERS) + "]"
        out = f"all({prompts}, # == '{NOT_APPLICABLE}')"
        yes = f"count({prompts}, # == '{YES}') >= 3 and {q}c != '{NO}'"
        rule = f"{out} ? '{NOT_APPLICABLE}' : ({yes}) ? '{YES}' : '{NO}'"
        found.append((q, rule))
    return found


def _rated(results: list[dict[str, Any]]) -> list[Figures]:
    names = (
        *(f"percent_{q}" for q in QUESTIONS),
        *(f"level_{q}" for q in QUESTIONS),
        *("s1", "s2", "s3", "s4", "total", "overall"),
    )
    return [[int(one[name]) for name in names] for one in results]


def _counted(results: list[list[dict[str, Any]]]) -> list[Figures]:
    return [tally([[case[q] for q in QUESTIONS] for case in one]) for one in results]
