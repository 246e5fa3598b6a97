"""A naive interpreter that walks a tree of tuples: what the least engine would cost."""

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

NAME, IS_LINEAR = "naive tree-walking interpreter", True
Tree = tuple[Any, ...]
Rules = list[tuple[str, Tree]]


def ready(workload: Workload, inspections: list[Inspection]) -> Work:
    """Make the trees, and put each inspection or case into a dict."""
    if workload == "case":
        rules = [(q, _derived(q)) for q in QUESTIONS]
        cases = [one.cases for one in inspections]
        return Work(
            lambda: [[_run(rules, c) for c in each] for each in cases], _counted
        )
    rules = _rating()
    facts = [{**one.judged, "cases": one.cases} for one in inspections]
    return Work(lambda: [_run(rules, one) for one in facts], _rated)


def _run(rules: Rules, facts: dict[str, Any]) -> dict[str, Any]:
    known = dict(facts)
    for name, tree in rules:
        known[name] = value(tree, known)
    return known


def value(tree: Tree, known: dict[str, Any]) -> Any:
    """The value of a tree, node by node."""
    match tree:
        case ("constant", constant):
            return constant
        case ("name", name):
            return known[name]
        case ("is", one, word):
            return value(one, known) == word
        case ("least", figure, start):
            return value(figure, known) >= start
        case ("if", condition, yes, no):
            return value(yes if value(condition, known) else no, known)
        case ("and", *parts):
            return all(value(part, known) for part in parts)
        case ("not", part):
            return not value(part, known)
        case ("how many", *parts):
            return sum(1 for part in parts if value(part, known))
        case ("in cases", part):
            return sum(1 for case in known["cases"] if value(part, case))
        case ("percent", yes, base):
            return _percent(value(yes, known), value(base, known))
        case ("lowest", *parts):
            return min((v for p in parts if (v := value(p, known)) >= 0), default=-1)
        case ("sum", *parts):
            found = [value(part, known) for part in parts]
            return -1 if -1 in found else sum(found)
    raise AssertionError(tree)


def _percent(yes: int, base: int) -> int:
    return (200 * yes + base) // (2 * base) if base else -1


def _derived(question: str) -> Tree:
    prompts = [("name", question + letter) for letter in LETTERS]
    out = ("and", *(("is", prompt, NOT_APPLICABLE) for prompt in prompts))
    enough = ("least", ("how many", *(("is", one, YES) for one in prompts)), 3)
    yes = ("and", enough, ("not", ("is", prompts[2], NO)))
    answer = ("if", yes, ("constant", YES), ("constant", NO))
    return ("if", out, ("constant", NOT_APPLICABLE), answer)


def _rating() -> Rules:
    rules: Rules = []
    for q in QUESTIONS:
        yes = ("in cases", ("is", ("name", q), YES))
        base = ("in cases", ("not", ("is", ("name", q), NOT_APPLICABLE)))
        rules.append((f"percent {q}", ("percent", yes, base)))
        rules.append((f"level {q}", _ladder(f"percent {q}", 50, 65, 80)))
    for place in range(4):
        names = QUESTIONS[3 * place : 3 * place + 3]
        levels = (("name", f"level {q}") for q in names)
        rules.append((f"s{place + 1}", ("lowest", *levels)))
    parts = ("s1", "s2", "s3", "s4", "d1", "d2", "d3")
    rules.append(("total", ("sum", *(("name", part) for part in parts))))
    rules.append(("overall", _ladder("total", 4, 11, 18)))
    return rules


def _ladder(name: str, *starts: int) -> Tree:
    figure = ("name", name)
    passed = ("how many", *(("least", figure, start) for start in starts))
    return ("if", ("least", figure, 0), passed, ("constant", -1))


def _rated(found: list[dict[str, Any]]) -> list[Figures]:
    names = (
        *(f"percent {q}" for q in QUESTIONS),
        *(f"level {q}" for q in QUESTIONS),
        *("s1", "s2", "s3", "s4", "total", "overall"),
    )
    return [[one[name] for name in names] for one in found]


def _counted(found: list[list[dict[str, Any]]]) -> list[Figures]:
    return [tally([[case[q] for q in QUESTIONS] for case in one]) for one in found]
