"""The records of one type, over all units, as columns."""

from collections import Counter

from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.documents.nodes import Mapping, Node
from inspect_engine.model.kinds import Kind
from inspect_engine.model.methodology import RecordType
from inspect_engine.records.bundle import RecordTable
from inspect_engine.records.faults import DuplicateRecord, MissingId
from inspect_engine.records.reading.columns import ColumnReader
from inspect_engine.records.reading.report import Report, first_line, quoted
from inspect_engine.records.reading.vocabulary import Vocabulary
from inspect_engine.source import Span


class TableReader:
    """Reads lists of records of one type, one list for each unit."""

    def __init__(self, kind: RecordType, words: Vocabulary, report: Report) -> None:
        """Begin with no records."""
        self.kind = kind
        self.given: Counter[str] = Counter()
        """How many records each unit has, those at fault included."""
        self._words = words
        self._report = report
        self._facts = ColumnReader(kind.plural, self._fact, report)
        self._answers = ColumnReader(f"{kind.plural}.answers", self._question, report)
        self._first: dict[tuple[str, str], Span] = {}
        self._ids: list[tuple[str, str]] = []
        self._spans: list[Span] = []

    def read(self, node: Node, unit: str) -> None:
        """Take a list of records."""
        for item in self._report.items(node, f"«{self.kind.plural}»"):
            self._record(item, unit)

    def first_place(self, name: str) -> Span | None:
        """Where a fact or question first has a value."""
        for reader in (self._answers, self._facts):
            column = reader.columns.get(name)
            if column and column.places:
                return next(iter(column.places.values()))
        return None

    def table(self, outstanding: int) -> RecordTable:
        """All that was read."""
        size = len(self._ids)
        columns = {**self._facts.columns, **self._answers.columns}
        filled = {name: column for name, column in columns.items() if column.cells}
        return RecordTable(
            ids=tuple(self._ids),
            columns={name: column.values(size) for name, column in filled.items()},
            outstanding=outstanding,
            spans=tuple(self._spans),
            places={name: column.places for name, column in filled.items()},
        )

    def _fact(self, name: str) -> tuple[str, Kind] | Fault:
        found = self._words.fact(name, self.kind)
        return found if isinstance(found, Fault) else (found.id, found.kind)

    def _question(self, name: str) -> tuple[str, Kind] | Fault:
        found = self._words.question(name, self.kind)
        return found if isinstance(found, Fault) else (found.id, found.answers)

    def _record(self, node: Node, unit: str) -> None:
        self.given[unit] += 1
        if not isinstance(node, Mapping):
            self._not_a_record(node)
            return
        index, name = len(self._ids), ""
        place: Span | None = None
        facts = self._facts.read
        for key, value in node.entries:
            if key.text == "id":
                name, place = self._report.text(value, "an id"), value.span
            elif key.text == "answers":
                self._answers_of(value, index)
            else:
                facts(key, value, index)
        place = place or first_line(node)
        self._ids.append((unit, name))
        self._spans.append(place)
        self._identify(node, unit, name, place)

    def _answers_of(self, node: Node, index: int) -> None:
        answer = self._answers.read
        for key, value in self._report.entries(node, "«answers»"):
            answer(key, value, index)

    def _not_a_record(self, node: Node) -> None:
        what = f"a {self.kind.id}"
        if self._report.is_blank(node):
            self._report.add_missing(MissingId(what=f"This {self.kind.id}"), node)
        self._report.entries(node, what)

    def _identify(self, node: Mapping, unit: str, name: str, place: Span) -> None:
        if not name:
            # A list as the id is already reported for what it is.
            if self._says_no_id(node):
                fault = MissingId(what=f"This {self.kind.id}")
                self._report.add_missing(fault, node)
            return
        first = self._first.setdefault((unit, name), place)
        if first is not place:
            again = DuplicateRecord(record=self.kind.id, id=quoted(name))
            self._report.add(again, place, Related(first, "the first"))

    def _says_no_id(self, node: Mapping) -> bool:
        written = node.get("id")
        return written is None or self._report.is_blank(written)
