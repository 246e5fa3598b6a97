"""The two workloads: seeded data, and what comes out, in the plainest Python.

*rate*: an inspection of 36 to 48 cases, twelve answers a case (yes, no, not
applicable) and three judged standards; out come twelve percentages (half up to whole),
twelve levels, four standards (their lowest), the total and the overall level.

*case*: sixty prompts a case, from which twelve answers are derived; out come, for each
inspection, how many of each answer are yes, no and not applicable.

Levels are 0 to 3; -1 stands for what cannot be given, as where no answer applies.
"""

import random
from typing import Literal, NamedTuple

Workload = Literal["rate", "case"]
Answers = dict[str, str]
Figures = list[int]

YES, NO, NOT_APPLICABLE = "yes", "no", "not_applicable"
QUESTIONS = tuple(f"k{standard}{which}" for standard in "1234" for which in "123")
LETTERS = "abcde"
PROMPTS = tuple(question + letter for question in QUESTIONS for letter in LETTERS)
JUDGED = ("d1", "d2", "d3")
SEED = 20


class Inspection(NamedTuple):
    """One inspection: the levels of the judged standards, and its cases."""

    id: str
    judged: dict[str, int]
    cases: list[Answers]


def inspections(workload: Workload, number: int) -> list[Inspection]:
    """Made-up inspections, the same on each call; a single one has 42 cases."""
    chance = random.Random(f"{SEED} {workload} {number}")
    return [
        _inspection(chance, workload, str(place), 42 if number == 1 else None)
        for place in range(number)
    ]


def _inspection(
    chance: random.Random, workload: Workload, name: str, size: int | None
) -> Inspection:
    size = size or chance.randint(36, 48)
    columns = {
        question: _column(chance, workload, size)
        for question in (QUESTIONS if workload == "rate" else PROMPTS)
    }
    rows = zip(*columns.values(), strict=True)
    cases = [dict(zip(columns, row, strict=True)) for row in rows]
    return Inspection(name, {one: chance.randint(0, 3) for one in JUDGED}, cases)


def _column(chance: random.Random, workload: Workload, size: int) -> list[str]:
    """The answers to one question; now and then hardly any apply, or none do."""
    if workload == "case":
        return chance.choices((YES, NO, NOT_APPLICABLE), (60, 25, 15), k=size)
    good = chance.betavariate(4, 3)
    out = chance.choices((0.15, 0.97, 1.0), (985, 10, 5))[0]
    weights = (good * (1 - out), (1 - good) * (1 - out), out)
    return chance.choices((YES, NO, NOT_APPLICABLE), weights, k=size)


def plain(workload: Workload, inspection: Inspection) -> Figures:
    """The definition, slow and obvious on purpose."""
    return rated(inspection) if workload == "rate" else counted(inspection)


def rated(inspection: Inspection) -> Figures:
    """From answers to the overall level."""
    percents, levels = [], []
    for question in QUESTIONS:
        answers = [case[question] for case in inspection.cases]
        yes, base = answers.count(YES), len(answers) - answers.count(NOT_APPLICABLE)
        percents.append((200 * yes + base) // (2 * base) if base else -1)
        levels.append(level(percents[-1], 50, 65, 80))
    standards = []
    for first in (0, 3, 6, 9):
        given = [one for one in levels[first : first + 3] if one >= 0]
        standards.append(min(given, default=-1))
    total = sum(standards) + sum(inspection.judged.values())
    total = -1 if -1 in standards else total
    return [*percents, *levels, *standards, total, level(total, 4, 11, 18)]


def counted(inspection: Inspection) -> Figures:
    """From prompts to counts of derived answers."""
    return tally([derived(case) for case in inspection.cases])


def derived(case: Answers) -> list[str]:
    """The twelve answers that follow from the prompts of one case."""
    found = []
    for question in QUESTIONS:
        prompts = [case[question + letter] for letter in LETTERS]
        if prompts.count(NOT_APPLICABLE) == len(LETTERS):
            found.append(NOT_APPLICABLE)
        elif prompts.count(YES) >= 3 and case[question + "c"] != NO:
            found.append(YES)
        else:
            found.append(NO)
    return found


def tally(rows: list[list[str]]) -> Figures:
    """How many of each answer, question by question."""
    columns = list(zip(*rows, strict=True))
    return [one.count(word) for one in columns for word in (YES, NO, NOT_APPLICABLE)]


def level(figure: int, *starts: int) -> int:
    """Which band a figure falls into; -1 where there is none."""
    return -1 if figure < 0 else sum(figure >= start for start in starts)
