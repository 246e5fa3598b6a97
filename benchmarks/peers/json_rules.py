"""JSON Logic (panzi-json-logic): the derived answers.

Its rules cannot name a value and use it again, so *rate* would be Python with a little
JSON Logic in between: only *case* is run.
"""

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

NAME, IS_LINEAR = "JSON Logic (panzi)", True


def ready(workload: Workload, inspections: list[Inspection]) -> Work | None:
    """Make the rules; there is no work for *rate*."""
    apply = import_module("json_logic").jsonLogic

    if workload == "rate":
        return None
    rules = [_derived(q) for q in QUESTIONS]

    def run() -> list[list[list[str]]]:
        return [
            [[apply(rule, case) for rule in rules] for case in one.cases]
            for one in inspections
        ]

    return Work(run, _counted)


def _derived(question: str) -> dict[str, Any]:
    prompts = [{"var": question + letter} for letter in LETTERS]
    out = {"and": [{"==": [prompt, NOT_APPLICABLE]} for prompt in prompts]}
    count = {"+": [{"if": [{"==": [prompt, YES]}, 1, 0]} for prompt in prompts]}
    enough = {"and": [{">=": [count, 3]}, {"!=": [prompts[2], NO]}]}
    return {"if": [out, NOT_APPLICABLE, enough, YES, NO]}


def _counted(found: list[list[list[str]]]) -> list[Figures]:
    return [tally(one) for one in found]
