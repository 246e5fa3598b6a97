"""The combinations that the columns of a decision table can be, by the rows they fit.

The columns are worked out for every combination of what they depend on; columns that
depend on nothing in common are combined afterwards. What counts of a combination is
the set of rows that it fits, as a mask.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from attrs import evolve

from inspect_engine.analysis.space import Space, atoms, ends_in, space_of
from inspect_engine.analysis.trying import Tried, tried
from inspect_engine.evaluation.figures import NONE, Extent, Points, exactly
from inspect_engine.evaluation.recorded import reader
from inspect_engine.evaluation.tables import alternatives, cell_truth
from inspect_engine.model.expressions import Expression, InputValue
from inspect_engine.model.kinds import ChoiceKind, Kind, LevelKind, NumberKind
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.ratings import DecisionTable
from inspect_engine.model.semantics import TRUE, Interval
from inspect_engine.shapes import shape

MOST_TRIED = 20_000
"""More combinations than this are not tried."""


@shape
class Region:
    """Combinations that fit the same rows: how many, and one of them in words."""

    rows: int
    is_none: bool
    count: int | None
    example: str

    def fits(self, place: int) -> bool:
        """Whether these combinations fit a row."""
        return bool(self.rows >> place & 1)


@shape
class Group:
    """Columns that hang together, and the regions of what they can be."""

    regions: tuple[Region, ...]
    values: tuple[tuple[int, tuple[object, ...]], ...]
    """For each column its place and every value it has."""
    why_not: str = ""


def group_of(
    rules: Methodology, record: str, table: DecisionTable, places: list[int]
) -> Group:
    """What some columns can be together."""
    columns = [table.columns[place] for place in places]
    part = evolve(
        table,
        columns=tuple(columns),
        rows=tuple(
            evolve(row, cells=tuple(row.cells[place] for place in places))
            for row in table.rows
        ),
    )
    space = space_of(rules, (part,))
    if space.size > MOST_TRIED:
        why = f"there are {space.size} combinations, more than are tried"
        return Group((), (), why)
    why = f"it depends on «{space.unknown[0]}»" if space.unknown else ""
    if space.is_opaque:
        return Group((), (), why)
    listed = given_values(columns, space) or tried(rules, record, columns, space)
    found = [one for base in listed for one in split(base, table, places)]
    if any(isinstance(value, Extent) for one in found for value in one.values):
        return Group((), (), why or "a column has no values that can be listed")
    return grouped(table, places, found, why)


def given_values(columns: Sequence[Expression], space: Space) -> list[Tried]:
    """What a column that is just an input can be, as the interpreter reads it."""
    if len(columns) != 1 or not isinstance(columns[0], InputValue):
        return []
    read = reader(columns[0].kind)
    return [
        Tried((one.name,), (one.shown(value),), weight, (read(value),))
        for one in space.variables
        for value, weight in zip(one.values, one.weights, strict=True)
    ]


def split(base: Tried, table: DecisionTable, places: list[int]) -> Iterator[Tried]:
    """A combination for each value that is possible where something is left open."""
    listed: list[Sequence[object]] = []
    for place, value in zip(places, base.values, strict=True):
        found = alternatives(value)
        if len(found) == 1 and isinstance(found[0], Extent):
            found = stretched(found[0], table, place)
        listed.append(found)
    for values in product(*listed):
        yield Tried(base.names, base.given, base.weight, values)


def stretched(value: Extent, table: DecisionTable, place: int) -> Sequence[object]:
    """An extent as numbers, one for each stretch between ends of ranges."""
    extent = Interval(value.low, value.low is not None, value.high, bool(value.high))
    kind = table.columns[place].kind  # type: ignore[attr-defined]
    is_whole = isinstance(kind, NumberKind) and kind.kind == "whole"
    cuts = ends_in(table, place)
    found: list[object] = [
        exactly(n) for n, _ in atoms(extent, cuts, is_whole=is_whole)
    ]
    return [*found, NONE] if value.may_be_none else found


def grouped(
    table: DecisionTable, places: list[int], found: Sequence[Tried], why: str
) -> Group:
    """Combinations by the rows that they fit."""
    regions: dict[tuple[int, bool], Region] = {}
    values: list[dict[object, None]] = [{} for _ in places]
    for one in found:
        for place, value in enumerate(one.values):
            values[place].setdefault(value)
        key = rows_fitting(table, places, one.values), has_none(table, places, one)
        known = regions.get(key)
        if known is None:
            regions[key] = Region(*key, one.weight, one.in_words())
        elif known.count is not None:
            more = None if one.weight is None else known.count + one.weight
            regions[key] = evolve(known, count=more)
    listed = zip(places, values, strict=True)
    columns = tuple((place, tuple(known)) for place, known in listed)
    return Group(tuple(regions.values()), columns, why)


def rows_fitting(
    table: DecisionTable, places: list[int], values: tuple[object, ...]
) -> int:
    """The rows whose cells in some columns fit, as a mask."""
    found = 0
    for index, row in enumerate(table.rows):
        if all(
            cell_truth(row.cells[place], kind(table, place), value) == TRUE
            for place, value in zip(places, values, strict=True)
        ):
            found |= 1 << index
    return found


def has_none(table: DecisionTable, places: list[int], one: Tried) -> bool:
    """Whether a value is not applicable or not rated."""
    for place, value in zip(places, one.values, strict=True):
        of = kind(table, place)
        if isinstance(value, Points) and value.may_be_none:
            return True
        if isinstance(of, ChoiceKind) and value == of.not_applicable:
            return True
        if isinstance(of, LevelKind) and value == of.scale.not_rated:
            return True
    return False


def kind(table: DecisionTable, place: int) -> Kind:
    """The kind of a column."""
    found: Kind = table.columns[place].kind  # type: ignore[attr-defined]
    return found


def combined(groups: Sequence[tuple[Region, ...]]) -> list[Region]:
    """Regions of all columns together; those that fit the same rows are one."""
    found = [Region(-1, False, 1, "")]
    for regions in groups:
        merged: dict[tuple[int, bool], Region] = {}
        for one, two in product(found, regions):
            key = one.rows & two.rows, one.is_none or two.is_none
            is_open = one.count is None or two.count is None
            count = None if is_open else (one.count or 0) * (two.count or 0)
            example = ", ".join(part for part in (one.example, two.example) if part)
            known = merged.get(key)
            if known is None:
                merged[key] = Region(*key, count, example)
            else:
                is_open = known.count is None or count is None
                more = None if is_open else (known.count or 0) + (count or 0)
                merged[key] = evolve(known, count=more)
        found = list(merged.values())
    return found
