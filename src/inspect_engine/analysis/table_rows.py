"""What is wrong with the rows of a decision table, read off from its regions."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from inspect_engine.analysis.regions import Group, Region, kind
from inspect_engine.analysis.space import in_words
from inspect_engine.analysis.table_faults import (
    CellOutside,
    RowMasked,
    RowNeverFits,
    RowPartlyMasked,
    RowsMerge,
    TableGap,
    TableOrder,
    TableOverlap,
)
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related, Severity
from inspect_engine.evaluation.tables import fits
from inspect_engine.model.kinds import Kind, NumberKind
from inspect_engine.model.ratings import Cell, DecisionTable, Row
from inspect_engine.model.semantics import TRUE, Interval


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
    """Rows that rows above come before: always, or for some of what they fit."""
    for place, row in enumerate(table.rows):
        fitting = [one for one in regions if one.fits(place)]
        taken = [one for one in fitting if one.rows & (1 << place) - 1]
        if fitting and len(taken) == len(fitting):
            yield RowMasked(table=table.id).at(row.span)
        elif taken and any(cell.kind != "any" for cell in row.cells):
            # A last row of «any» is there for just what is left.
            yield partly_masked(table, place, fitting, taken)


def partly_masked(
    table: DecisionTable,
    place: int,
    fitting: Sequence[Region],
    taken: Sequence[Region],
) -> Diagnostic:
    """One row that takes only some of what it fits."""
    above = table.rows[first_of(taken[0])]
    share = "some combinations"
    if all(one.count is not None for one in fitting):
        counts = [sum(one.count or 0 for one in some) for some in (taken, fitting)]
        share = f"{counts[0]} of the {counts[1]} combinations"
    fault = RowPartlyMasked(table=table.id, share=share, example=taken[0].example)
    return fault.at(table.rows[place].span, Related(above.span, "this row is first"))


def first_of(region: Region) -> int:
    """The place of the first row that a region fits."""
    return (region.rows & -region.rows).bit_length() - 1


def order(table: DecisionTable, regions: Sequence[Region]) -> Iterator[Diagnostic]:
    """Whether the order of rows has a meaning: the first that shows it."""
    for region in regions:
        fitting = [row for n, row in enumerate(table.rows) if region.fits(n)]
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
        if not any(one.fits(index) for one in regions):
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
    """Rows that differ in one cell only, and could be one row.

    Where the first row that fits counts, only a row and the next can be joined.
    """
    pairs = pairwise if table.is_first_match else lambda rows: combinations(rows, 2)
    for one, two in pairs(table.rows):
        cells = zip(one.cells, two.cells, table.columns, strict=True)
        differ = [(a, b, of) for a, b, of in cells if content(a) != content(b)]
        if result(one) != result(two) or len(differ) != 1:
            continue
        a, b, column = differ[0]
        if joins(a, b, column.kind):  # type: ignore[attr-defined]
            yield RowsMerge(table=table.id).at(two.span, Related(one.span, "the other"))


def joins(one: Cell, two: Cell, of: Kind) -> bool:
    """Whether two cells make one that is no longer: names, or ranges that touch."""
    both = (*one.alternatives, *two.alternatives)
    if one.kind != "among" or two.kind != "among":
        return False
    is_whole = isinstance(of, NumberKind) and of.kind == "whole"
    return all(isinstance(one, str) for one in both) or touch(both, is_whole=is_whole)


def content(cell: Cell) -> tuple[object, object]:
    """What a cell says."""
    return cell.kind, cell.alternatives


def touch(ranges: Sequence[Interval | str], *, is_whole: bool) -> bool:
    """Whether two ranges are one without a break."""
    known = [one for one in ranges if isinstance(one, Interval)]
    if len(known) != 2 or len(ranges) != 2:
        return False
    one, two = sorted(known, key=lambda r: r.sort_key)
    if one.high is None or two.low is None:
        return False
    if is_whole and one.high_included and two.low_included:
        return one.high + 1 == two.low
    return one.high == two.low and one.high_included != two.low_included


def result(row: Row) -> str:
    """The result of a row in words."""
    value = getattr(row.result, "value", "")
    return in_words(value)
