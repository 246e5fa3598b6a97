"""Plain methodologies as data, their text, and a naive second way to rate by them.

Only shares of yes, bands, lowest of, judged standards, caps and floors, a sum and its
bands; no sets of possibilities, no masks. Nothing of the engine is used here.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise, product
from math import ceil, floor
from typing import Any, NamedTuple

from attrs import frozen
from hypothesis import strategies as st
from tests.properties.workshop import HEAD, Data

LEVELS = ("poor", "weak", "good", "great")
STEPS = {
    "to whole": Fraction(1),
    "to 1 decimal place": Fraction(1, 10),
    "to nearest 5": Fraction(5),
}
MODES = ("half up", "half down", "half even", "up", "down")


class Question(NamedTuple):
    """A yes or no question, asked where its own fact is yes, if it has one."""

    id: str
    is_conditional: bool

    @property
    def fact(self) -> str:
        """The fact that says whether it is asked."""
        return "is_" + self.id.replace(".", "_")


class Limit(NamedTuple):
    """A cap or floor on a standard, where the input `flag` is a value."""

    bound: str
    level: int
    flag: str


class Standard(NamedTuple):
    """A standard that is judged (no questions) or the lowest of its questions."""

    id: str
    questions: tuple[Question, ...]
    limits: tuple[Limit, ...]


@frozen
class Plain:
    """A plain methodology; `cuts` are where the bands after the first begin."""

    mode: str
    step: str
    cuts: tuple[int, ...]
    is_descending: bool
    standards: tuple[Standard, ...]
    overall_cuts: tuple[int, ...]

    def text(self, *, with_limits: bool = True) -> str:
        """The rule file."""
        levels = " ".join(f"{place} {name}" for place, name in enumerate(LEVELS))
        facts = " ".join(
            f"fact {question.fact}: yes or no"
            for standard in self.standards
            for question in standard.questions
            if question.is_conditional
        )
        lines = [
            f"scale rating {{ {levels} }}",
            self._bands(),
            f"record case {{ {facts} }}",
            "input flag: yes or no",
            *(self._standard(one, with_limits=with_limits) for one in self.standards),
            self._overall(),
        ]
        return HEAD + "\n".join(lines) + "\n"

    @property
    def ladder(self) -> tuple[str, ...]:
        """The levels of the bands, from the lowest percent up."""
        used = LEVELS[: len(self.cuts) + 1]
        return used[::-1] if self.is_descending else used

    def _bands(self) -> str:
        step, rows = STEPS.get(self.step), [f"below {self.cuts[0]} {self.ladder[0]}"]
        for low, high, level in zip(
            self.cuts, self.cuts[1:], self.ladder[1:], strict=False
        ):
            end = f"below {high}" if step is None else _decimal(high - step)
            rows.append(f"{low} to {end} {level}")
        rows.append(f"{self.cuts[-1]} and over {self.ladder[-1]}")
        first = "exact" if step is None else f"round {self.mode} {self.step}"
        return f"bands shares: percent -> rating {{ {first} {' '.join(rows)} }}"

    def _standard(self, standard: Standard, *, with_limits: bool) -> str:
        parts = [self._question(one) for one in standard.questions]
        parts.append(
            "rating lowest of key questions by shares"
            if standard.questions
            else "judged on rating"
        )
        for limit in standard.limits if with_limits else ():
            level = LEVELS[limit.level]
            parts.append(f"limit {limit.bound} {level} when flag is {limit.flag}")
        return f'standard {standard.id} "Standard" {{\n  ' + "\n  ".join(parts) + "\n}"

    def _question(self, question: Question) -> str:
        inner = (
            f" {{ asked when {question.fact} is yes }}"
            if question.is_conditional
            else ""
        )
        return f'key question {question.id} "Is it?"{inner}'

    def _overall(self) -> str:
        cuts = self.overall_cuts
        rows = [f"below {cuts[0]} {LEVELS[0]}"]
        for place, (low, high) in enumerate(pairwise(cuts), 1):
            rows.append(f"{low} to below {high} {LEVELS[place]}")
        rows.append(f"{cuts[-1]} and over {LEVELS[len(cuts)]}")
        return (
            f"bands points: number -> rating {{ {' '.join(rows)} }}\n"
            "overall { score sum of standards rating score by points }"
        )


def _decimal(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{float(number):.1f}"


@st.composite
def plain_methodologies(draw: st.DrawFn, most_questions: int = 3) -> Plain:
    """A plain methodology."""
    standards = []
    for place in range(draw(st.integers(1, 3))):
        count = draw(st.integers(0 if place else 1, most_questions))
        questions = tuple(
            Question(f"S{place}.{number}", draw(st.booleans()))
            for number in range(count)
        )
        limits = draw(
            st.lists(
                st.builds(
                    Limit,
                    st.sampled_from(("at most", "at least")),
                    st.integers(0, 3),
                    st.sampled_from(("yes", "no")),
                ),
                max_size=2,
            )
        )
        standards.append(Standard(f"S{place}", questions, tuple(limits)))
    cuts = draw(st.sets(st.integers(1, 19), min_size=1, max_size=3))
    points = draw(st.sets(st.integers(1, 6), min_size=1, max_size=3))
    return Plain(
        mode=draw(st.sampled_from(MODES)),
        step=draw(st.sampled_from((*STEPS, "exact"))),
        cuts=tuple(cut * 5 for cut in sorted(cuts)),
        is_descending=draw(st.booleans()),
        standards=tuple(standards),
        overall_cuts=tuple(sorted(points)),
    )


@st.composite
def plain_plans(
    draw: st.DrawFn, rules: Plain, most: int = 4, openness: int = 0
) -> Data:
    """Answers to a plain methodology; None where open."""

    def value(*options: str) -> str | None:
        if draw(st.integers(0, 99)) >= 100 - openness:
            return None
        return draw(st.sampled_from(options))

    cases = []
    for number in range(draw(st.integers(0, most))):
        case: Data = {"id": f"c{number}"}
        for standard in rules.standards:
            for question in standard.questions:
                case[question.id] = value("yes", "no", "not_applicable")
                if question.is_conditional:
                    case[question.fact] = value("yes", "no")
        cases.append(case)
    judged = [one.id for one in rules.standards if not one.questions]
    return {
        "flag": value("yes", "no"),
        "judgements": {name: value(*LEVELS) for name in judged},
        "cases": cases,
    }


def document(plan: Data) -> Data:
    """A plan as a bundle."""
    cases = []
    for case in plan["cases"]:
        given = {name: value for name, value in case.items() if value is not None}
        facts = {n: v for n, v in given.items() if n == "id" or n.startswith("is_")}
        answers = {n: v for n, v in given.items() if n not in facts}
        cases.append({**facts, **({"answers": answers} if answers else {})})
    judged = {n: v for n, v in plan["judgements"].items() if v is not None}
    flag = {} if plan["flag"] is None else {"flag": plan["flag"]}
    return {
        "bundle": "1",
        "inspection": {"id": "i"},
        "inputs": flag,
        "judgements": judged,
        "cases": cases,
    }


def completed(rules: Plain, plan: Data) -> list[Data]:
    """Every way to answer what is open."""
    places: list[tuple[tuple[Any, ...], tuple[str, ...]]] = []
    if plan["flag"] is None:
        places.append((("flag",), ("yes", "no")))
    for name, level in plan["judgements"].items():
        if level is None:
            places.append((("judgements", name), LEVELS))
    for number, case in enumerate(plan["cases"]):
        for name, value in case.items():
            if value is None:
                options = (
                    ("yes", "no")
                    if name.startswith("is_")
                    else ("yes", "no", "not_applicable")
                )
                places.append((("cases", number, name), options))
    return [
        _with(
            plan,
            [(path, value) for (path, _), value in zip(places, values, strict=True)],
        )
        for values in product(*(options for _, options in places))
    ]


def open_count(plan: Data) -> int:
    """How many places are open."""
    values = [plan["flag"], *plan["judgements"].values()]
    return sum(value is None for value in values) + sum(
        value is None for case in plan["cases"] for value in case.values()
    )


def _with(plan: Data, values: list[tuple[tuple[Any, ...], str]]) -> Data:
    found: Data = {
        "flag": plan["flag"],
        "judgements": dict(plan["judgements"]),
        "cases": [dict(case) for case in plan["cases"]],
    }
    for path, value in values:
        holder: Any = found
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = value
    return found


# --- the naive second way ----------------------------------------------------------


def oracle(rules: Plain, plan: Mapping[str, Any]) -> dict[str, str]:
    """The rating of every standard and of the whole, or `not_rated`."""
    found = {one.id: rated(rules, one, plan) for one in rules.standards}
    if "not_rated" in found.values():
        return {**found, "overall": "not_rated"}
    score = sum(LEVELS.index(level) for level in found.values())
    place = sum(score >= cut for cut in rules.overall_cuts)
    return {**found, "overall": LEVELS[place]}


def rated(rules: Plain, standard: Standard, plan: Mapping[str, Any]) -> str:
    """One standard."""
    if standard.questions:
        levels = [banded(rules, share(one, plan)) for one in standard.questions]
        kept = [LEVELS.index(level) for level in levels if level is not None]
        if not kept:
            return "not_rated"
        level = min(kept)
    else:
        level = LEVELS.index(plan["judgements"][standard.id])
    holding = [one for one in standard.limits if one.flag == plan["flag"]]
    for limit in holding:
        if limit.bound == "at least" and level < limit.level:
            level = limit.level
    for limit in holding:
        if limit.bound == "at most" and level > limit.level:
            level = limit.level
    return LEVELS[level]


def share(question: Question, plan: Mapping[str, Any]) -> Fraction | None:
    """Yes out of yes and no; None on an empty base."""
    asked = [
        case[question.id]
        for case in plan["cases"]
        if not question.is_conditional or case[question.fact] == "yes"
    ]
    yes, no = asked.count("yes"), asked.count("no")
    return Fraction(yes, yes + no) if yes + no else None


def banded(rules: Plain, found: Fraction | None) -> str | None:
    """The level of a share."""
    if found is None:
        return None
    percent = found * 100
    if rules.step in STEPS:
        percent = rounded(percent, rules.mode, STEPS[rules.step])
    return rules.ladder[sum(percent >= cut for cut in rules.cuts)]


def rounded(number: Fraction, mode: str, step: Fraction) -> Fraction:
    """To a multiple of the step: the lower or the higher neighbour."""
    low, high = floor(number / step) * step, ceil(number / step) * step
    if mode == "down" or low == high:
        return low
    if mode == "up":
        return high
    if number - low != high - number:
        return low if number - low < high - number else high
    if mode == "half even":
        return low if (low / step) % 2 == 0 else high
    return high if mode == "half up" else low
