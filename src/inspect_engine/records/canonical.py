"""A bundle as plain values, the same for every spelling and order of it."""

import datetime
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import assert_never

from inspect_engine.documents.canonical import Plain, canonical_json
from inspect_engine.model.semantics import plain
from inspect_engine.records.bundle import (
    Bundle,
    Decision,
    Given,
    PercentTally,
    RecordTable,
    Tally,
)


def canonical_bundle(bundle: Bundle) -> dict[str, Plain]:
    """What a digest is taken of: records by unit and id, nothing that is empty.

    The rules are not in it; a digest of a result has their hash beside this.
    """
    return {
        "id": bundle.id,
        "name": bundle.name,
        "date": bundle.date.isoformat() if bundle.date else None,
        "units": {unit: bundle.unit_names.get(unit, "") for unit in bundle.units},
        "inputs": _values(bundle.inputs),
        "judgements": dict(bundle.judgements),
        "published": dict(bundle.published),
        "records": {name: _table(table) for name, table in bundle.records.items()},
        "tallies": {
            name: _in_order(map(_tally, tallies))
            for name, tallies in bundle.tallies.items()
        },
        "decisions": _in_order(map(_decision, bundle.decisions)),
    }


def _table(table: RecordTable) -> Plain:
    order = sorted(range(len(table.ids)), key=lambda index: table.ids[index])
    return {
        "outstanding": table.outstanding,
        "records": [_record(table, index) for index in order],
    }


def _record(table: RecordTable, index: int) -> Plain:
    unit, name = table.ids[index]
    values = {column: values[index] for column, values in table.columns.items()}
    return {"unit": unit, "id": name, "values": _values(values)}


def _values(values: Mapping[str, Given]) -> Plain:
    return {name: _value(value) for name, value in values.items() if value is not None}


def _value(value: str | Fraction | datetime.date) -> str:
    match value:
        case str():
            return value
        case Fraction():
            return str(value)
        case datetime.date():
            return value.isoformat()
    assert_never(value)


def _tally(tally: Tally | PercentTally) -> Plain:
    match tally:
        case Tally():
            # A count of nought says what leaving it out says.
            return {"counts": {name: n for name, n in tally.counts.items() if n}}
        case PercentTally():
            return {
                "percent": str(tally.percent),
                "relevant": tally.relevant,
                "rounded": [tally.rounding.mode, plain(tally.rounding.step)],
            }
    assert_never(tally)


def _decision(decision: Decision) -> Plain:
    return {
        "target": decision.target,
        "to": decision.to,
        "reason": decision.reason,
        "authority": decision.authority,
        "on": decision.on.isoformat() if decision.on else None,
        "basis": decision.basis,
    }


def _in_order(items: Iterable[Plain]) -> list[Plain]:
    return sorted(items, key=canonical_json)
