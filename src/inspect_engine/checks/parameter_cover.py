"""Find parameters without a value while the version is in force, or with an old one."""

import datetime
from collections.abc import Iterator

from inspect_engine.checks.date_faults import ParameterStale, ParameterUncovered
from inspect_engine.diagnostics.diagnostic import Diagnostic, Severity
from inspect_engine.model.methodology import Entry, Methodology

DAY = datetime.timedelta(days=1)
STALE_YEARS = 5
"""A value that began so many years before the version did may have been forgotten."""

Period = tuple[datetime.date, datetime.date | None]


def parameter_cover(methodology: Methodology) -> Iterator[Diagnostic]:
    """What each parameter lacks for each of its keys, in the days of the version."""
    if methodology.in_force is None:
        return
    for parameter in methodology.parameters.values():
        by_key: dict[tuple[str, ...], list[Entry]] = {}
        for entry in parameter.entries:
            by_key.setdefault(entry.keys, []).append(entry)
        for keys, entries in by_key.items():
            called = parameter.id
            if keys:
                called = f"{parameter.id} for {', '.join(keys)}"
            yield from uncovered(called, entries, methodology.in_force)
            yield from stale(called, entries, methodology.in_force)


def uncovered(name: str, entries: list[Entry], days: Period) -> Iterator[Diagnostic]:
    """The days at the beginning and at the end on which there is no value."""
    start, until = days
    first = min(entries, key=lambda entry: entry.start)
    last = max(entries, key=lambda entry: (entry.until is None, entry.until or start))
    if first.start > start and (until is None or first.start <= until):
        fault = ParameterUncovered(
            parameter=name, when=f"from {start} to {first.start - DAY}"
        )
        yield fault.at(first.span)
    if last.until is None or (until is not None and last.until >= until):
        return
    begins = max(start, last.until + DAY)
    fault = ParameterUncovered(
        parameter=name, when=f"from {begins}" + (f" to {until}" if until else " on")
    )
    # That the value for next year is still to come is no more than worth a note.
    is_late = until is None and last.until >= start
    severity = Severity.NOTE if is_late else Severity.WARNING
    yield fault.at(last.span, severity=severity)


def stale(name: str, entries: list[Entry], days: Period) -> Iterator[Diagnostic]:
    """A newest value that is much older than the version."""
    newest = max(entries, key=lambda entry: entry.start)
    if newest.until is not None:
        return
    years = full_years(newest.start, days[0])
    if years >= STALE_YEARS:
        fault = ParameterStale(
            parameter=name, start=str(newest.start), years=years, version=str(days[0])
        )
        yield fault.at(newest.span)


def full_years(start: datetime.date, end: datetime.date) -> int:
    """The whole years from one day to another."""
    is_short = (end.month, end.day) < (start.month, start.day)
    return end.year - start.year - is_short
