"""Find what decision tables leave out, decide twice, or never reach.

The columns are worked out for every combination of what they depend on; columns that
depend on nothing in common are combined afterwards. What counts of a combination is
the set of rows that it fits, as a mask.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise, product

from attrs import evolve, frozen

from inspect_engine.analysis.space import Space, atoms, ends_in, in_words, space_of
from inspect_engine.analysis.table_faults import (
    CellOutside,
    RowMasked,
    RowNeverFits,
    RowsMerge,
    TableGap,
    TableNotAnalysed,
    TableOrder,
    TableOverlap,
)
from inspect_engine.analysis.trying import Tried, tried
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related, Severity
from inspect_engine.evaluation.figures import NONE, Extent, Points, exactly
from inspect_engine.evaluation.tables import alternatives, cell_truth, fits
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import ChoiceKind, Kind, LevelKind, NumberKind
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.ratings import DecisionTable, Row
from inspect_engine.model.semantics import TRUE, Interval

MOST_TRIED = 20_000
"""More combinations than this are not tried."""


@frozen
class Region:
    """Combinations that fit the same rows: how many, and one of them in words."""

    rows: int
    is_none: bool
    count: int | None
    example: str


@frozen
class Group:
    """Columns that hang together, and the regions of what they can be."""

    regions: tuple[Region, ...]
    values: tuple[tuple[int, tuple[object, ...]], ...]
    """For each column its place and every value it has."""
    why_not: str = ""


def table_faults(rules: Methodology) -> Iterator[Diagnostic]:
    """Everything that is wrong with the decision tables of a methodology."""
    for value in rules.values.values():
        if value.table is not None:
            yield from analysed(rules, "", value.table)
    for record in rules.records.values():
        for fact in record.facts.values():
            if fact.table is not None:
                yield from analysed(rules, record.id, fact.table)


def analysed(
    rules: Methodology, record: str, table: DecisionTable
) -> Iterator[Diagnostic]:
    """Everything that is wrong with one table."""
    yield from mergeable(table)
    spaces = [space_of(rules, (column,)) for column in table.columns]
    joined = [group_of(rules, record, table, columns) for columns in connected(spaces)]
    if any(not group.regions for group in joined):
        yield not_analysed(table, joined)
        return
    outside = list(cells_outside(table, joined))
    yield from outside
    regions = combined([group.regions for group in joined])
    found = [
        *(gap(table, regions, all(not group.why_not for group in joined))),
        *(masked if table.is_first_match else overlaps)(table, regions),
    ]
    sure = {"ROW-MASKED", "TABLE-ORDER"}
    if any(group.why_not for group in joined):
        if any(one.code not in sure for one in found):
            yield not_analysed(table, joined)
        found = [one for one in found if one.code == "ROW-MASKED"]
    yield from found
    blamed = {id(one.span) for one in outside}
    if not blamed:
        yield from never_fitting(table, regions)


def not_analysed(table: DecisionTable, groups: Sequence[Group]) -> Diagnostic:
    """What was not looked at, and why."""
    why = next((group.why_not for group in groups if group.why_not), "")
    return TableNotAnalysed(table=table.id, why=why).at(table.span)


# --- what columns can be --------------------------------------------------------


def connected(spaces: Sequence[Space]) -> list[list[int]]:
    """The columns, together where they depend on something in common."""
    groups: list[tuple[set[object], list[int]]] = []
    for place, space in enumerate(spaces):
        names: set[object] = {(one.place, one.name) for one in space.variables}
        names |= set(space.unknown)
        columns = [place]
        for other in [one for one in groups if one[0] & names]:
            names |= other[0]
            columns = [*other[1], *columns]
            groups.remove(other)
        groups.append((names, columns))
    return [columns for _, columns in groups]


def group_of(
    rules: Methodology, record: str, table: DecisionTable, places: list[int]
) -> Group:
    """What some columns can be together."""
    columns = [table.columns[place] for place in places]
    direct = measured(rules, columns[0], table, places[0])
    if len(places) == 1 and direct is not None:
        return grouped(table, places, direct, "")
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
    found = [
        one
        for base in tried(rules, record, columns, space)
        for one in split(base, table, places)
    ]
    if any(isinstance(value, Extent) for one in found for value in one.values):
        return Group((), (), why or "a column has no values that can be listed")
    return grouped(table, places, found, why)


def split(base: Tried, table: DecisionTable, places: list[int]) -> Iterator[Tried]:
    """A combination for each value that is possible where something is left open."""
    listed: list[Sequence[object]] = []
    for place, value in zip(places, base.values, strict=True):
        found = alternatives(value)
        if len(found) == 1 and isinstance(found[0], Extent):
            found = stretched(found[0], table, place)
        listed.append(found)
    for values in product(*listed):
        yield evolve(base, values=values)


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


def measured(
    rules: Methodology, node: Expression, table: DecisionTable, place: int
) -> list[Tried] | None:
    """A percent or count of records by itself, which can be anything."""
    name = " ".join(node.span.text.split())
    while isinstance(node, model.NamedValue):
        value = rules.values[node.name]
        if value.expression is None:
            return None
        node = value.expression
    if not isinstance(node, (model.AnswerFigure, model.RecordFigure)):
        return None
    is_percent = node.figure == "percent"
    extent = Interval(
        Fraction(0), True, Fraction(1) if is_percent else None, is_percent
    )
    numbers = atoms(extent, ends_in(table, place), is_whole=not is_percent)
    found = [
        Tried((name,), (n * 100 if is_percent else n,), None, (exactly(n),))
        for n, _ in numbers
    ]
    return [*found, Tried((name,), ("not_applicable",), None, (NONE,))]


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


# --- what is wrong --------------------------------------------------------------


def gap(
    table: DecisionTable, regions: Sequence[Region], is_exact: bool
) -> Iterator[Diagnostic]:
    """The combinations that no row fits."""
    asked = [one for one in regions if not one.is_none]
    left = [one for one in asked if not one.rows]
    if not left:
        return
    counts = [one.count for one in asked]
    known = [count for count in counts if count is not None]
    missing = sum(one.count or 0 for one in left)
    if len(known) < len(counts) or not is_exact:
        how_many = f"some combinations, such as {left[0].example}"
    else:
        how_many = f"{missing} of the {sum(known)} combinations of its inputs"
    fault = TableGap(table=table.id, how_many=how_many, example=left[0].example)
    yield fault.at(table.span)


def overlaps(table: DecisionTable, regions: Sequence[Region]) -> Iterator[Diagnostic]:
    """Each pair of rows that fit something in common."""
    seen: set[tuple[int, int]] = set()
    for region in regions:
        fitting = [n for n in range(len(table.rows)) if region.rows >> n & 1]
        for one, two in ((a, b) for a in fitting for b in fitting if a < b):
            if (one, two) not in seen:
                seen.add((one, two))
                yield overlap(table, table.rows[one], table.rows[two], region.example)


def overlap(table: DecisionTable, one: Row, two: Row, example: str) -> Diagnostic:
    """One overlap, at the later row."""
    results = [result(row) for row in (one, two)]
    is_same = results[0] == results[1]
    outcome = f"{example} would be «{results[0]}» and «{results[1]}»"
    fault = TableOverlap(
        table=table.id, example=example, outcome="" if is_same else outcome
    )
    severity = Severity.NOTE if is_same else Severity.ERROR
    return fault.at(two.span, Related(one.span, "the other row"), severity=severity)


def masked(table: DecisionTable, regions: Sequence[Region]) -> Iterator[Diagnostic]:
    """Rows that rows above always come before, and whether order has a meaning."""
    first = {one.rows & -one.rows for one in regions}
    for index, row in enumerate(table.rows):
        fits_something = any(one.rows >> index & 1 for one in regions)
        if fits_something and 1 << index not in first:
            yield RowMasked(table=table.id).at(row.span)
    for region in regions:
        fitting = [row for n, row in enumerate(table.rows) if region.rows >> n & 1]
        other = [row for row in fitting if result(row) != result(fitting[0])]
        if other:
            fault = TableOrder(table=table.id, example=region.example)
            yield fault.at(other[0].span, Related(fitting[0].span, "this row is first"))
            return


def never_fitting(
    table: DecisionTable, regions: Sequence[Region]
) -> Iterator[Diagnostic]:
    """Rows that nothing can fit."""
    for index, row in enumerate(table.rows):
        if not any(one.rows >> index & 1 for one in regions):
            yield RowNeverFits(table=table.id).at(row.span)


def cells_outside(
    table: DecisionTable, groups: Sequence[Group]
) -> Iterator[Diagnostic]:
    """Each alternative of a cell that its column never is."""
    values = {place: known for group in groups for place, known in group.values}
    for row in table.rows:
        for place, cell in enumerate(row.cells):
            for one in cell.alternatives:
                of = kind(table, place)
                if one in ("not_applicable", "not_rated"):
                    continue
                if not any(fits((one,), of, value) & TRUE for value in values[place]):
                    fault = CellOutside(
                        column=" ".join(table.columns[place].span.text.split()),
                        table=table.id,
                        value=written(one, of),
                    )
                    yield fault.at(cell.span)


def written(one: Interval | str, of: Kind) -> str:
    """An alternative as the rules write it."""
    if isinstance(one, str):
        return one
    is_percent = isinstance(of, NumberKind) and of.kind == "percent"
    return (one.scaled(Fraction(100)) if is_percent else one).in_words()


def mergeable(table: DecisionTable) -> Iterator[Diagnostic]:
    """Rows that differ from the one before in one cell only."""
    for one, two in pairwise(table.rows):
        pairs = list(zip(one.cells, two.cells, strict=True))
        differ = [(a, b) for a, b in pairs if content(a) != content(b)]
        if result(one) != result(two) or len(differ) != 1:
            continue
        a, b = differ[0]
        names = (*a.alternatives, *b.alternatives)
        is_named = all(isinstance(name, str) for name in names)
        if a.kind == b.kind == "among" and (is_named or touch(names)):
            also = Related(one.span, "the row before")
            yield RowsMerge(table=table.id).at(two.span, also)


def content(cell: object) -> tuple[object, object]:
    """What a cell says."""
    return cell.kind, cell.alternatives  # type: ignore[attr-defined]


def touch(ranges: Sequence[Interval | str]) -> bool:
    """Whether two ranges are one without a break."""
    if len(ranges) != 2 or any(isinstance(one, str) for one in ranges):
        return False
    one, two = sorted(ranges, key=lambda r: r.sort_key)  # type: ignore[union-attr]
    assert isinstance(one, Interval)
    assert isinstance(two, Interval)
    is_shared = one.high_included != two.low_included
    return one.high is not None and one.high == two.low and is_shared


def result(row: Row) -> str:
    """The result of a row in words."""
    value = getattr(row.result, "value", "")
    return in_words(value)
