"""Decision tables: which results are possible, given what the columns may be."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from inspect_engine.evaluation import figures, truths
from inspect_engine.evaluation.figures import (
    NONE,
    Extent,
    Figure,
    Points,
    Shares,
    exactly,
)
from inspect_engine.model.expressions import Constant
from inspect_engine.model.kinds import (
    NOT_APPLICABLE,
    NOT_RATED,
    ChoiceKind,
    ConditionKind,
    Kind,
    LevelKind,
    NumberKind,
)
from inspect_engine.model.ratings import Cell, DecisionTable, Row
from inspect_engine.model.semantics import FALSE, NEITHER, NOT, OPEN, TRUE, Interval

MOST_COMBINATIONS = 4096
"""Up to so many combinations of column values are tried one by one, which is exact."""


def look_up(table: DecisionTable, columns: Sequence[object]) -> object:
    """The possible results: a mask for choices and levels, a figure for numbers.

    Columns are masks (choices, levels), truths or figures. A column combination that
    no row fits has no result: not rated, or not applicable.
    """
    rows = table.rows
    matches: set[tuple[int, ...]] = set()
    for values in combinations(columns):
        matches.add(tuple(row_truth(row, table, values) for row in rows))
    found: set[int | None] = set()
    for match in matches:
        found |= chosen(match, is_first_match=table.is_first_match)
    return result(table, found)


def combinations(columns: Sequence[object]) -> Sequence[Sequence[object]]:
    """Every combination of column values, or the columns as they are if too many."""
    listed = [alternatives(value) for value in columns]
    size = 1
    for values in listed:
        size *= len(values)
    return list(product(*listed)) if size <= MOST_COMBINATIONS else [columns]


def alternatives(value: object) -> Sequence[object]:
    """The single possibilities of a column, where they can be listed."""
    if isinstance(value, int):
        return [1 << place for place in truths.members(value)]
    assert isinstance(value, (Points, Extent, Shares))
    points = value.points()
    if points is None:
        return [value]
    found: list[object] = [exactly(point) for point in points]
    return [*found, NONE] if value.may_be_none else found


def row_truth(row: Row, table: DecisionTable, values: Sequence[object]) -> int:
    """Whether a row fits."""
    return truths.conjunction(
        [
            cell_truth(cell, column.kind, value)  # type: ignore[attr-defined]
            for cell, column, value in zip(
                row.cells, table.columns, values, strict=True
            )
        ]
    )


def cell_truth(cell: Cell, kind: Kind, value: object) -> int:
    """Whether a cell fits its column's value."""
    if cell.kind == "any":
        return TRUE
    found = fits(cell.alternatives, kind, value)
    return NOT[found] if cell.kind == "none of" else found


def fits(options: Sequence[Interval | str], kind: Kind, value: object) -> int:
    """Whether a value is among alternatives."""
    if isinstance(value, int):
        if isinstance(kind, ConditionKind) and value & NEITHER:
            value = value & ~NEITHER | FALSE  # not applicable counts as false
        wanted = 0
        for option in options:
            assert isinstance(option, str)
            wanted |= bit_of(option, kind)
        return (TRUE if value & wanted else 0) | (FALSE if value & ~wanted else 0)
    assert isinstance(value, (Points, Extent, Shares))
    return figure_fits(options, value)


def figure_fits(options: Sequence[Interval | str], value: Figure) -> int:
    """Whether a figure lies in one of some ranges, or is not applicable."""
    none_fits = any(option in (NOT_APPLICABLE, NOT_RATED) for option in options)
    found = 0
    if value.may_be_none:
        found |= TRUE if none_fits else FALSE
    if not value.has_value:
        return found
    ranges = [option for option in options if isinstance(option, Interval)]
    points = value.points()
    if points is not None:
        for point in points:
            found |= TRUE if any(option.holds(point) for option in ranges) else FALSE
        return found
    return found | (OPEN if any(value.reaches(option) for option in ranges) else FALSE)


def bit_of(name: str, kind: Kind) -> int:
    """The bit of a choice, level or truth."""
    if isinstance(kind, ChoiceKind):
        return kind.bit(name)
    if isinstance(kind, ConditionKind):
        return {"true": TRUE, "false": FALSE}[name]
    assert isinstance(kind, LevelKind)
    if name in (NOT_RATED, NOT_APPLICABLE):
        return kind.scale.not_rated
    level = kind.scale.named(name)
    assert level is not None
    return 1 << level.index


def chosen(match: Sequence[int], *, is_first_match: bool) -> set[int | None]:
    """The rows that may give the result; None where no row may fit."""
    found: set[int | None] = set()
    is_certain = False
    for place, truth in enumerate(match):
        if truth & TRUE:
            found.add(place)
        if truth == TRUE:
            is_certain = True
            if is_first_match:
                break
    if not is_certain:
        found.add(None)
    return found


def result(table: DecisionTable, rows: set[int | None]) -> object:
    """What the possible rows give, as a mask or figure."""
    kind = table.kind
    if isinstance(kind, NumberKind):
        return figures.union([_figure(table, row) for row in rows])
    mask = 0
    for row in rows:
        if row is None:
            mask |= bit_of(NOT_APPLICABLE, kind)
            continue
        constant = table.rows[row].result
        assert isinstance(constant, Constant)
        mask |= bit_of(str(constant.value), kind)
    return mask


def _figure(table: DecisionTable, row: int | None) -> Figure:
    if row is None:
        return NONE
    constant = table.rows[row].result
    assert isinstance(constant, Constant)
    assert isinstance(constant.value, Fraction)
    return exactly(constant.value)
