"""Find days on which a parameter has no value, or two."""

import datetime
from collections.abc import Iterator
from itertools import pairwise

from inspect_engine.checks.date_faults import (
    ParameterGap,
    ParameterOrder,
    ParameterOverlap,
)
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.model.methodology import Entry, Methodology, Parameter

DAY = datetime.timedelta(days=1)


def parameter_dates(methodology: Methodology) -> Iterator[Diagnostic]:
    """Gaps, overlaps and disorder between the values of each parameter and key."""
    for parameter in methodology.parameters.values():
        by_key: dict[tuple[str, ...], list[Entry]] = {}
        for entry in parameter.entries:
            by_key.setdefault(entry.keys, []).append(entry)
        for entries in by_key.values():
            yield from out_of_order(parameter, entries)
            ordered = sorted(entries, key=lambda entry: entry.start)
            for one, two in pairwise(ordered):
                yield from between(parameter, one, two)


def out_of_order(parameter: Parameter, entries: list[Entry]) -> Iterator[Diagnostic]:
    """Each value that stands after a later one."""
    for before, entry in pairwise(entries):
        if entry.start < before.start:
            fault = ParameterOrder(
                parameter=parameter.id,
                start=str(entry.start),
                before=str(before.start),
            )
            yield fault.at(entry.span, Related(before.span, "the later value"))


def between(parameter: Parameter, one: Entry, two: Entry) -> Iterator[Diagnostic]:
    """The gap or overlap between two values that follow one another.

    A value without an end ends where the next one starts: that is no overlap, unless
    both start on one day.
    """
    also = Related(one.span, "the value before")
    if one.start == two.start or (one.until is not None and one.until >= two.start):
        until = min((e.until for e in (one, two) if e.until), default=None)
        fault = ParameterOverlap(
            parameter=parameter.id,
            start=str(two.start),
            until=f"to {until}" if until else "on",
        )
        yield fault.at(two.span, also)
    elif one.until is not None and one.until + DAY < two.start:
        first, last = one.until + DAY, two.start - DAY
        number = (last - first).days + 1
        gap = ParameterGap(
            parameter=parameter.id,
            when=f"on {first}" if first == last else f"from {first} to {last}",
            days=f"{number} day{'s' * (number > 1)}",
            end=str(last),
        )
        yield gap.at(two.span, also)
