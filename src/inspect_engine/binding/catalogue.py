"""Which methodologies there are, and which of them a name and a date mean."""

import datetime
import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from attrs import evolve

from inspect_engine.binding.entries import (
    Candidate,
    Entry,
    candidates,
    version_key,
    whole_path,
)
from inspect_engine.binding.file_faults import (
    NoneInForce,
    NoRules,
    SameVersionTwice,
    SeveralMethodologies,
    TwoInForce,
    UnknownMethodology,
    UnknownVersion,
)
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.source import Span
from inspect_engine.syntax import nodes

Found = tuple[Entry | None, tuple[Diagnostic, ...]]


class Catalogue:
    """The methodologies in folders, looked up when first asked for.

    `roots` are folders, as their user names them, the nearest first: where two hold
    the same id, an extending file means the nearer.
    """

    def __init__(self, roots: Iterable[str | os.PathLike[str]]) -> None:
        self.roots = tuple(dict.fromkeys(os.fspath(root) for root in roots))
        self._read: dict[str, tuple[Entry | None, tuple[Diagnostic, ...]]] = {}

    def root_of(self, path: str) -> str:
        """The folder that `use` stays in: the outermost root, or the file's own."""
        whole = whole_path(path)
        around = [root for root in self.roots if _is_inside(whole, root)]
        return min(around, key=_depth, default=str(Path(path).parent))

    def entries(self) -> tuple[Entry, ...]:
        """All methodologies whose heads can be read, by id and version."""
        found = (self._entry(one)[0] for one in self._all())
        return tuple(sorted((one for one in found if one), key=_by_version))

    def find(self, name: str, on: datetime.date | None = None) -> Found:
        """The methodology that a name means: `ID`, `ID@VERSION` or `ID@2023`.

        Without a version it is the one in force on the day; without a day the latest.
        """
        id, _, version = name.partition("@")
        entries, faulty = self._versions(id, self._all())
        if not entries:
            return None, faulty or (self._unknown(id).at(None),)
        if version:
            return _pinned(entries, id, version, faulty)
        if faulty:
            return None, faulty
        return _in_force(entries, id, on) if on else _latest(entries)

    def find_only(self, on: datetime.date | None = None) -> Found:
        """The one methodology of the folders, in the version in force on a day."""
        names = sorted({one.id for one in self.entries()})
        where = ", ".join(Path(root).as_posix() for root in self.roots)
        faulty = tuple(fault for one in self._all() for fault in self._entry(one)[1])
        if len(names) > 1:
            shown = ", ".join(names)
            return None, (SeveralMethodologies(path=where, ids=shown).at(None),)
        if names:
            return self.find(names[0], on)
        fault = NoRules(
            path=where, what="methodology", wanted="a folder with a methodology in it"
        )
        return None, faulty or (evolve(fault.at(None), file=where),)

    def extended(self, extends: nodes.Extends) -> Found:
        """The exact version that a head extends, from the nearest root that has it."""
        id, version = extends.id.text, extends.version.text
        every: tuple[Entry, ...] = ()
        for group in self._candidates:
            entries, faulty = self._versions(id, group)
            every += entries
            exact = tuple(one for one in entries if one.version == version)
            if exact or faulty:
                found, faults = _single(exact) if exact else (None, faulty)
                return found, tuple(_placed(one, extends.id.span) for one in faults)
        if not every:
            return None, (self._unknown(id).at(extends.id.span),)
        fault = UnknownVersion(id=id, version=version, known=_versions_of(every))
        return None, (fault.at(extends.version.span),)

    @cached_property
    def _candidates(self) -> tuple[tuple[Candidate, ...], ...]:
        """The files with a head, root by root; a file in two roots counts once."""
        seen: set[Path] = set()
        return tuple(tuple(candidates(root, seen)) for root in self.roots)

    def _all(self) -> Iterator[Candidate]:
        for group in self._candidates:
            yield from group

    def _entry(self, one: Candidate) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
        name = one.source.name
        if name not in self._read:
            self._read[name] = one.read()
        return self._read[name]

    def _versions(
        self, id: str, group: Iterable[Candidate]
    ) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
        """The versions of an id, and what keeps the heads of others from being read."""
        read = [self._entry(one) for one in group if one.may_be(id)]
        entries = [entry for entry, _ in read if entry and entry.id == id]
        faults = tuple(fault for _, faults in read for fault in faults)
        return tuple(sorted(entries, key=_by_version)), faults

    def _unknown(self, id: str) -> Fault:
        known = sorted({one.id for one in self.entries()})
        near = nearest(id, known)
        listed = "" if near else ", ".join(f"«{name}»" for name in known[:10])
        return UnknownMethodology(id=id, near=near, known=listed)


def _by_version(entry: Entry) -> tuple[object, ...]:
    return entry.id, version_key(entry.version), entry.path


def _is_inside(path: Path, root: str) -> bool:
    return path.is_relative_to(whole_path(root))


def _depth(root: str) -> int:
    return len(whole_path(root).parts)


def _pinned(
    entries: tuple[Entry, ...], id: str, version: str, faulty: tuple[Diagnostic, ...]
) -> Found:
    exact = tuple(one for one in entries if one.version == version)
    if exact:
        return _single(exact)
    begun = tuple(one for one in entries if one.version.startswith(f"{version}."))
    if begun and not faulty:
        return _latest(begun)
    fault = UnknownVersion(id=id, version=version, known=_versions_of(entries))
    return None, faulty or (fault.at(None),)


def _in_force(entries: tuple[Entry, ...], id: str, on: datetime.date) -> Found:
    current = tuple(one for one in entries if one.is_in_force(on))
    if len(current) == 1:
        return current[0], ()
    latest = entries[-1].version
    if not current:
        known = ", ".join(_dated(one) for one in entries)
        fault: Fault = NoneInForce(
            id=id, date=on.isoformat(), known=known, version=latest
        )
        return None, (fault.at(None),)
    if len({one.version for one in current}) < len(current):
        return _single(current)
    versions = " and ".join(one.version for one in current)
    latest = current[-1].version
    fault = TwoInForce(id=id, versions=versions, date=on.isoformat(), version=latest)
    return None, (fault.at(None, *map(_related, current)),)


def _latest(entries: tuple[Entry, ...]) -> Found:
    newest = max(entries, key=_age)
    return _single(tuple(one for one in entries if one.version == newest.version))


def _age(entry: Entry) -> tuple[object, ...]:
    start = entry.in_force[0] if entry.in_force else datetime.date.min
    return start, version_key(entry.version)


def _single(entries: tuple[Entry, ...]) -> Found:
    """The one entry; several are the same version in several files."""
    if len(entries) == 1:
        return entries[0], ()
    first = entries[0]
    files = " and ".join(f"«{one.path}»" for one in entries)
    fault = SameVersionTwice(id=first.id, version=first.version, files=files)
    return None, (fault.at(None, *map(_related, entries)),)


def _related(entry: Entry) -> Related:
    return Related(entry.span, f"version {entry.version}")


def _dated(entry: Entry) -> str:
    if entry.in_force is None:
        return f"{entry.version} always"
    start, until = entry.in_force
    return f"{entry.version} from {start}" + (f" to {until}" if until else "")


def _versions_of(entries: Iterable[Entry]) -> str:
    found = sorted({one.version for one in entries}, key=version_key)
    return ", ".join(f"«{version}»" for version in found)


def _placed(found: Diagnostic, span: Span) -> Diagnostic:
    return found if found.span is not None else evolve(found, span=span)


def clashes(entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Where two files are one version, or two versions are in force on one day."""
    placed = sorted(entries, key=_by_version)
    for at, later in enumerate(placed):
        for earlier in placed[:at]:
            if earlier.id == later.id:
                yield from _clash(earlier, later)


def _clash(one: Entry, other: Entry) -> Iterator[Diagnostic]:
    if one.version == other.version:
        for found in _single((one, other))[1]:
            yield evolve(found, span=other.span, related=found.related[:1])
        return
    day = _shared_day(one, other)
    if day is not None:
        fault = TwoInForce(
            id=one.id,
            versions=f"{one.version} and {other.version}",
            date=day.isoformat(),
            version=other.version,
        )
        yield fault.at(other.span, _related(one))


def _shared_day(one: Entry, other: Entry) -> datetime.date | None:
    """The first day on which both are in force, as far as they give dates."""
    if one.in_force is None or other.in_force is None:
        return None
    day = max(one.in_force[0], other.in_force[0])
    return day if one.is_in_force(day) and other.is_in_force(day) else None
