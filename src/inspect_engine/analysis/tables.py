"""Find what decision tables leave out, decide twice, or never reach."""

from collections.abc import Iterator, Sequence

from inspect_engine.analysis.regions import Group, combined, group_of
from inspect_engine.analysis.stand_in import with_stand_ins
from inspect_engine.analysis.table_faults import TableNotAnalysed
from inspect_engine.analysis.table_rows import (
    cells_outside,
    gap,
    masked,
    mergeable,
    never_fitting,
    order,
    overlaps,
)
from inspect_engine.analysis.truth import connected, looked_at_by
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.ratings import DecisionTable

SURE = ("ROW-MASKED", "ROW-PARTLY-MASKED", "TABLE-ORDER")
"""What is said of rows only, and not of what no row or two rows fit."""


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
    table = with_stand_ins(rules, table)
    looked_at = [looked_at_by(rules, column) for column in table.columns]
    groups = [group_of(rules, record, table, places) for places in connected(looked_at)]
    if any(not group.regions for group in groups):
        yield not_analysed(table, groups)
        return
    outside = list(cells_outside(table, groups))
    yield from outside
    regions = combined([group.regions for group in groups])
    is_sure = not any(group.why_not for group in groups)
    found = list(gap(table, regions, is_sure))
    if table.is_first_match:
        found += (*masked(table, regions), *order(table, regions))
    else:
        found += overlaps(table, regions)
    if not is_sure:
        if any(one.code not in SURE for one in found):
            yield not_analysed(table, groups)
        found = [one for one in found if one.code == "ROW-MASKED"]
    yield from found
    if not outside:
        yield from never_fitting(table, regions)


def not_analysed(table: DecisionTable, groups: Sequence[Group]) -> Diagnostic:
    """What was not looked at, and why."""
    why = next((group.why_not for group in groups if group.why_not), "")
    return TableNotAnalysed(table=table.id, why=why).at(table.span)
