"""Hold the versions of each methodology against one another, by their dates."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import pairwise

from inspect_engine.binding.entries import Entry, Period, version_key
from inspect_engine.binding.family_faults import VersionGap, VersionOrder
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related

DAY = datetime.timedelta(days=1)
Dated = tuple[Period, Entry]


def family_faults(entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Days on which no version is in force, and versions that run backwards."""
    families: dict[str, list[Dated]] = {}
    for entry in entries:
        if entry.in_force is not None:
            families.setdefault(entry.id, []).append((entry.in_force, entry))
    for dated in families.values():
        dated.sort(key=lambda one: (one[0][0], version_key(one[1].version)))
        yield from holes(dated)
        yield from disorder(dated)


def holes(dated: list[Dated]) -> Iterator[Diagnostic]:
    """The days between a version and the next on which there is none."""
    for at, ((start, _), entry) in enumerate(dated[1:], 1):
        ends = [until for (_, until), _ in dated[:at] if until is not None]
        if len(ends) < at or max(ends) + DAY >= start:
            continue
        before = next(one for (_, until), one in dated[:at] if until == max(ends))
        first, last = max(ends) + DAY, start - DAY
        fault = VersionGap(
            id=entry.id,
            before=before.version,
            version=entry.version,
            when=f"on {first}" if first == last else f"from {first} to {last}",
            start=str(first),
            end=str(last),
        )
        yield fault.at(entry.span, Related(before.span, f"version {before.version}"))


def disorder(dated: list[Dated]) -> Iterator[Diagnostic]:
    """Each version that comes into force after one with a later number."""
    for (first, one), (second, two) in pairwise(dated):
        is_later = version_key(one.version) > version_key(two.version)
        if first[0] < second[0] and is_later:
            fault = VersionOrder(
                id=one.id,
                version=one.version,
                start=str(first[0]),
                other=two.version,
                other_start=str(second[0]),
            )
            yield fault.at(one.span, Related(two.span, f"version {two.version}"))
