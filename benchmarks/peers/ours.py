"""The interpreter, through its public function, on bundles that are loaded."""

import datetime
from pathlib import Path

import inspect_engine as ie
from benchmarks.peers import Work
from benchmarks.workloads import QUESTIONS, Figures, Inspection, Workload
from inspect_engine.evaluation.outcome import QuestionOutcome
from inspect_engine.records.bundle import RecordTable

NAME, IS_LINEAR = "inspect-engine, ie.score", True
HERE = Path(__file__).parent.parent
LEVELS = ("inadequate", "requires_improvement", "good", "outstanding")


def ready(workload: Workload, inspections: list[Inspection]) -> Work:
    """Load the rules and make the bundles."""
    rules = ie.load_rules(HERE / f"{workload}.inspect")
    bundles = [bundle(workload, one) for one in inspections]

    def run() -> list[ie.Result]:
        return [ie.score(rules, one) for one in bundles]

    figures = _rated if workload == "rate" else _counted
    return Work(run, lambda results: [figures(one) for one in results])


def bundle(workload: Workload, inspection: Inspection) -> ie.Bundle:
    """An inspection as a bundle, as reading a file would give it."""
    cases = inspection.cases
    columns = {name: tuple(case[name] for case in cases) for name in cases[0]}
    judged = {name: LEVELS[level] for name, level in inspection.judged.items()}
    return ie.Bundle(
        id=inspection.id,
        name="",
        rules=f"benchmark/{workload}",
        version="1",
        date=datetime.date(2024, 8, 12),
        judgements=judged if workload == "rate" else {},
        records={
            "case": RecordTable(
                ids=tuple(("", str(place)) for place in range(len(cases))),
                columns=columns,
            )
        },
    )


def _rated(result: ie.Result) -> Figures:
    asked = _questions(result)
    percents = [_whole(asked[name].percent) for name in QUESTIONS]
    levels = [_level(asked[name].outcome) for name in QUESTIONS]
    standards = [_level(result.standards[f"s{place}"].outcome) for place in range(1, 5)]
    assert result.overall is not None
    total = _whole(result.overall.score)
    return [*percents, *levels, *standards, total, _level(result.overall.outcome)]


def _counted(result: ie.Result) -> Figures:
    asked = _questions(result)
    found: list[int] = []
    for name in QUESTIONS:
        one = asked[name]
        assert one.yes is not None
        assert one.no is not None
        found += (one.yes, one.no, one.not_applicable)
    return found


def _questions(result: ie.Result) -> dict[str, QuestionOutcome]:
    return {
        question.id: question
        for standard in result.standards.values()
        for question in standard.key_questions
    }


def _whole(figure: object) -> int:
    return -1 if figure is None else int(str(figure))


def _level(outcome: object) -> int:
    rating = getattr(outcome, "rating", None)
    return -1 if rating is None else int(rating.score)
