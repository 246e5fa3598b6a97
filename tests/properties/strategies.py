"""Small methodologies as rule text, and bundles for them, drawn by hypothesis."""

import copy
from collections.abc import Iterator
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.properties.made import Made, RecordMade, Slot
from tests.properties.ratings import Ratings
from tests.properties.workshop import Data

T = TypeVar("T")
OPEN = None
"""An unanswered place of a bundle while it is being made; left out when written."""


@st.composite
def methodologies(draw: st.DrawFn) -> Made:
    """A methodology that checks clean, in any constructs of the language."""
    return Ratings(draw).methodology()


# --- bundles ----------------------------------------------------------------------


@st.composite
def bundles(
    draw: st.DrawFn, made: Made, openness: int = 15, most: int = 3, tallies: int = 10
) -> Data:
    """A bundle for a methodology.

    `openness` is how many values in a hundred are open, `tallies` how many questions
    in a hundred have counts instead of records.
    """
    maker = _Bundles(draw, openness, most, tallies)
    return maker.bundle(made)


@st.composite
def inspections(
    draw: st.DrawFn, openness: int = 15, most: int = 3
) -> tuple[Made, Data]:
    """A methodology with a bundle."""
    made = draw(methodologies())
    return made, draw(bundles(made, openness, most))


class _Bundles:
    def __init__(self, draw: st.DrawFn, openness: int, most: int, tallies: int) -> None:
        self.draw, self.openness, self.most = draw, openness, most
        self.tallies = tallies

    def chance(self, percent: int) -> bool:
        return self.draw(st.integers(0, 99)) >= 100 - percent

    def value(self, slot: Slot) -> str | None:
        if self.chance(self.openness):
            return OPEN
        return self.draw(st.sampled_from(slot.values))

    def bundle(self, made: Made) -> Data:
        plan: Data = {"bundle": "1", "inspection": {"id": "i1", "date": "2024-02-01"}}
        plan["inputs"] = {name: self.value(slot) for name, slot in made.inputs.items()}
        plan["judgements"] = {n: self.value(s) for n, s in made.judged.items()}
        plan["tallies"], plan["expected"] = {}, {}
        for record in made.records:
            self.records(record, plan)
        plan["decisions"] = [
            self.decision(name, slot)
            for name, slot in made.decided.items()
            if self.chance(25)
        ]
        return plan

    def records(self, record: RecordMade, plan: Data) -> None:
        if self.openness and self.chance(5):
            return
        tallied = [
            name
            for name, slot in record.slots.items()
            if slot.tally and self.chance(self.tallies)
        ]
        for name in tallied:
            plan["tallies"][name] = self.tally(record.slots[name])
        rows = []
        for number in range(self.draw(st.integers(0, self.most))):
            row: Data = {"id": f"r{number}"}
            for name, slot in record.slots.items():
                if name not in tallied:
                    row[name] = self.value(slot)
            rows.append(row)
        plan[record.plural] = rows
        if self.openness and self.chance(self.openness):
            plan["expected"][record.plural] = str(len(rows) + 1)

    def tally(self, slot: Slot) -> Data:
        counts = {one: self.draw(st.integers(0, 4)) for one in slot.tally}
        base = sum(counts.values())
        if slot.tally == ("yes", "no") and base and self.openness and self.chance(50):
            percent = counts["yes"] * 100 // base
            return {"percent": str(percent), "relevant": str(base), "rounded": "down"}
        return {name: str(count) for name, count in counts.items()}

    def decision(self, target: str, slot: Slot) -> Data:
        made = {"standard": target, "to": self.draw(st.sampled_from(slot.values))}
        if self.chance(80):
            made |= {"reason": "a reason", "authority": "panel", "on": "2024-03-01"}
        return made


def written(made: Made, plan: Data) -> Data:
    """A plan as the document that the intake reads: answers apart, open left out."""
    document = {key: plan[key] for key in ("bundle", "inspection")}
    for key in ("inputs", "judgements"):
        document[key] = {n: v for n, v in plan[key].items() if v is not OPEN}
    for key in ("tallies", "expected", "decisions"):
        document[key] = plan[key]
    for record in made.records:
        if record.plural in plan:
            rows = plan[record.plural]
            document[record.plural] = [_row(row, record) for row in rows]
    return {
        key: value for key, value in document.items() if value or key in _plurals(made)
    }


def _plurals(made: Made) -> set[str]:
    return {record.plural for record in made.records}


def _row(row: Data, record: RecordMade) -> Data:
    given = {name: value for name, value in row.items() if value is not OPEN}
    answers = {
        n: v for n, v in given.items() if n != "id" and record.slots[n].is_answer
    }
    found: Data = {n: v for n, v in given.items() if n not in answers}
    return found | ({"answers": answers} if answers else {})


# --- completions ------------------------------------------------------------------

Place = tuple[Any, ...]


def open_places(made: Made, plan: Data) -> Iterator[tuple[Place, Slot]]:
    """Every open place of a plan, with what it may become."""
    for section, slots in (("inputs", made.inputs), ("judgements", made.judged)):
        for name, value in plan[section].items():
            if value is OPEN:
                yield (section, name), slots[name]
    for record in made.records:
        for number, row in enumerate(plan.get(record.plural, ())):
            for name, value in row.items():
                if value is OPEN:
                    yield (record.plural, number, name), record.slots[name]


def arrived(made: Made, plan: Data) -> Data:
    """The plan once all expected records are there, with nothing in them yet."""
    found: Data = copy.deepcopy(plan)
    for record in made.records:
        expected = int(found["expected"].pop(record.plural, 0))
        rows = found.get(record.plural, [])
        for number in range(len(rows), expected):
            names = (n for n in record.slots if n not in plan["tallies"])
            rows.append({"id": f"late{number}", **dict.fromkeys(names, OPEN)})
    return found


def filled(plan: Data, values: dict[Place, str]) -> Data:
    """A plan with some places answered."""
    found: Data = copy.deepcopy(plan)
    for (section, *path), value in values.items():
        holder = found[section]
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] = value
    return found


@st.composite
def completions(draw: st.DrawFn, made: Made, plan: Data) -> Data:
    """One way in which an open bundle may be completed."""
    whole = arrived(made, plan)
    for record in made.records:
        if record.plural not in whole:
            count = draw(st.integers(0, 2))
            names = [n for n in record.slots if n not in plan["tallies"]]
            whole[record.plural] = [
                {"id": f"new{place}", **dict.fromkeys(names, OPEN)}
                for place in range(count)
            ]
    for name, tally in whole["tallies"].items():
        if "percent" in tally:
            whole["tallies"][name] = draw(st.sampled_from(counts_behind(tally)))
    places = list(open_places(made, whole))
    values = {place: draw(st.sampled_from(slot.values)) for place, slot in places}
    return filled(whole, values)


def counts_behind(tally: Data) -> list[Data]:
    """Every count of yes that a percent, rounded down, can stand for."""
    base, percent = int(tally["relevant"]), int(tally["percent"])
    fitting = [yes for yes in range(base + 1) if yes * 100 // base == percent]
    return [{"yes": str(yes), "no": str(base - yes)} for yes in fitting]


def drawn(strategy: st.SearchStrategy[T], count: int) -> list[T]:
    """The first examples of a strategy, the same on every run."""
    found: list[T] = []

    @settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def keep(one: T) -> None:
        found.append(one)

    keep()
    return found
