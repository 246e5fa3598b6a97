"""The units of a pooled bundle, each with its own records and tallies."""

from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.documents.nodes import Mapping, Node, Scalar
from inspect_engine.records.faults import (
    DuplicateUnit,
    MissingId,
    UnitNotPooled,
    UnknownKey,
)
from inspect_engine.records.reading.expected import ExpectedReader
from inspect_engine.records.reading.report import Report, first_line, nfc, quoted
from inspect_engine.records.reading.tables import TableReader
from inspect_engine.records.reading.tallies import TallyReader
from inspect_engine.records.reading.vocabulary import Vocabulary

OF_A_UNIT = ("id", "name", "tallies", "expected")


class EvidenceReader:
    """Reads records, tallies and expected numbers, of the whole and of units."""

    def __init__(self, words: Vocabulary, report: Report) -> None:
        """Begin with nothing read."""
        self._words = words
        self._report = report
        self.tables: dict[str, TableReader] = {}
        self.tallies = TallyReader(words, report)
        self.expected = ExpectedReader(words, report)
        self.names: dict[str, str] = {}
        self._first: dict[str, Node] = {}

    def read_records(self, plural: str, node: Node, unit: str) -> None:
        """Take the records of one type."""
        kind = self._words.by_plural[plural]
        if not self._report.is_blank(node):
            self.table_of(kind.id).read(node, unit)

    def table_of(self, record: str) -> TableReader:
        """The reader of a record type, begun when first asked for."""
        if record not in self.tables:
            kind = self._words.records[record]
            self.tables[record] = TableReader(kind, self._words, self._report)
        return self.tables[record]

    def read_units(self, key: Scalar, node: Node) -> None:
        """Take a list of units."""
        kinds = self._words.records.values()
        if not any(kind.is_pooled for kind in kinds):
            if not self._report.is_blank(node):
                self._report.add(UnitNotPooled(plural="any records"), key.span)
            return
        for item in self._report.items(node, "«units»"):
            if isinstance(item, Mapping):
                self._unit(item)
            elif self._report.is_blank(item):
                self._report.add_missing(MissingId(what="This unit"), item)
            else:
                self._report.entries(item, "a unit")

    def _unit(self, node: Mapping) -> None:
        unit = self._identify(node)
        for key, value in node.entries:
            match key.text:
                case "id":
                    pass
                case "name":
                    self.names[unit] = self._report.text(value, "«name»")
                case "tallies":
                    self.tallies.read(value, unit)
                case "expected":
                    self.expected.read(value, unit)
                case _:
                    self._records_of(key, value, unit)

    def _identify(self, node: Mapping) -> str:
        written = node.get("id")
        blank = written is None or self._report.is_blank(written)
        if written is None or blank:
            self._report.add_missing(MissingId(what="This unit"), node)
            # A name that nobody can write keeps its records apart from others'.
            return f"\n{node.span.start}"
        unit = self._report.text(written, "an id") or f"\n{node.span.start}"
        first = self._first.setdefault(unit, written)
        if first is not written:
            related = Related(first_line(first), "the first")
            self._report.add(DuplicateUnit(id=quoted(unit)), written.span, related)
        self.names.setdefault(unit, "")
        return unit

    def _records_of(self, key: Scalar, value: Node, unit: str) -> None:
        kind = self._words.by_plural.get(nfc(key.text))
        if kind is None:
            self._unknown(key)
        elif not kind.is_pooled:
            self._report.add(UnitNotPooled(plural=kind.plural), key.span)
        else:
            self.read_records(kind.plural, value, unit)

    def _unknown(self, key: Scalar) -> None:
        kinds = self._words.records.values()
        pooled = [kind.plural for kind in kinds if kind.is_pooled]
        singular = self._words.records.get(nfc(key.text))
        known = [*OF_A_UNIT, *pooled]
        fault = UnknownKey(
            key=quoted(key.text),
            where="a unit",
            near=singular.plural if singular else nearest(key.text, known),
            known=", ".join(known),
        )
        self._report.add(fault, key.span)
