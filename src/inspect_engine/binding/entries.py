"""The entries of a catalogue: what the heads in a folder say, and where they lie."""

import datetime
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import field

from inspect_engine.binding.heads import Place, find_head, read_head
from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.documents.text_files import RULES_LIMIT, read_text
from inspect_engine.shapes import shape
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.twin.reading import as_rules, is_twin, looks_like_rules

ENDING = ".inspect"
Period = tuple[datetime.date, datetime.date | None]


@shape(kw_only=True, eq=True)
class Entry:
    """What the head of a methodology says, and where it lies.

    `in_force` has its first and last day, None where no end is known; it is None
    itself where the head gives no dates, and then always in force. `sources` counts
    the documents it names.
    """

    id: str
    version: str
    title: str
    publisher: str
    in_force: Period | None
    extends: tuple[str, str] | None
    sources: int
    path: str
    span: Span = field(eq=False, repr=False)

    @property
    def name(self) -> str:
        """The name by which exactly this version is asked for."""
        return f"{self.id}@{self.version}"

    def is_in_force(self, on: datetime.date) -> bool:
        """Whether a day is among its days; the first and the last are."""
        if self.in_force is None:
            return True
        start, until = self.in_force
        return start <= on and (until is None or on <= until)


@shape
class Candidate:
    """A file that seems to hold a methodology."""

    source: SourceFile
    place: Place

    def may_be(self, id: str) -> bool:
        """Whether the head is possibly that of this id; reading it tells."""
        return self.place.id in ("", id)

    def read(self) -> tuple[Entry | None, tuple[Diagnostic, ...]]:
        """What the head says, or what keeps it from being read."""
        node, faults = read_head(self.source, self.place)
        is_read = node is not None and not faults
        return (_entry(node, self.source.name) if is_read and node else None), faults


def rule_files(folder: str) -> Iterator[str]:
    """The rule files of a folder and those below, by name; hidden folders are not."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name).as_posix()
            if not name.startswith(".") and _is_rule_file(path) and _may_open(path):
                yield path


def is_rule_name(name: str) -> bool:
    """Whether a file of this name may hold rules."""
    return name.endswith(ENDING) or is_twin(name)


def _is_rule_file(path: str) -> bool:
    return path.endswith(ENDING) or (is_twin(path) and looks_like_rules(path))


def _may_open(path: str) -> bool:
    """Whether opening a file ends: a pipe waits for somebody to write into it."""
    found = Path(path)
    return found.is_file() or not found.exists() or found.is_dir()


def whole_path(path: str) -> Path:
    """The path from the top of the disk, without «..»; links stay."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def real_path(path: str) -> Path:
    """The one path of a file, whatever links lead to it."""
    try:
        return Path(path).resolve()
    except (OSError, RuntimeError, ValueError):
        # A link that leads to itself, or a name that no file can have.
        return Path(path)


def version_key(version: str) -> tuple[tuple[int, int, str], ...]:
    """What sorts versions as people count them: 2023.9 before 2023.10."""
    parts = re.findall(r"\d+|[^\d.]+", version)
    return tuple((0, int(one), "") if one.isdigit() else (1, 0, one) for one in parts)


def candidates(root: str, seen: set[Path]) -> Iterator[Candidate]:
    """The files below a folder that seem to hold a methodology; none of those seen.

    A link that leads out of the folder is not followed: what an inspection is rated by
    lies where its rules do.
    """
    inside = real_path(root)
    for path in rule_files(root):
        real = real_path(path)
        if real in seen or not real.is_relative_to(inside):
            continue
        seen.add(real)
        # What cannot be read is said when the file itself is asked for.
        source, _ = read_text(path, RULES_LIMIT)
        source = as_rules(source) if source is not None else None
        place = find_head(source.text) if source is not None else None
        if source is not None and place is not None:
            yield Candidate(source, place)


def entries_in(files: Iterable[str]) -> Iterator[Entry]:
    """The entries of some files alone; of those whose heads can be read."""
    for path in files:
        source, _ = read_text(path, RULES_LIMIT) if Path(path).exists() else (None, ())
        source = as_rules(source) if source is not None else None
        place = find_head(source.text) if source is not None else None
        if source is not None and place is not None:
            entry, _ = Candidate(source, place).read()
            if entry is not None:
                yield entry


def _entry(head: nodes.Methodology, path: str) -> Entry:
    settings = {
        part.name: part.value.text
        for part in reversed(head.parts)
        if isinstance(part, nodes.Setting)
        if isinstance(part.value, nodes.Id | nodes.Words)
    }
    periods = [part for part in head.parts if isinstance(part, nodes.InForce)]
    return Entry(
        id=head.id.text,
        version=settings.get("version", ""),
        title=head.title.text,
        publisher=settings.get("publisher", ""),
        in_force=_period(periods[0]) if periods else None,
        extends=extended_by(head),
        sources=sum(isinstance(part, nodes.Source) for part in head.parts),
        path=path,
        span=head.id.span,
    )


def extended_by(head: nodes.Methodology) -> tuple[str, str] | None:
    """The id and version that a head extends."""
    extends = [part for part in head.parts if isinstance(part, nodes.Extends)]
    return (extends[0].id.text, extends[0].version.text) if extends else None


def _period(node: nodes.InForce) -> Period | None:
    if node.start.value is None:
        return None
    return node.start.value, node.until.value if node.until else None
