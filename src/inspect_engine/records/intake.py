"""Read a bundle from YAML or JSON: strictly, and with every fault at once."""

import os

from attrs import evolve

from inspect_engine.diagnostics.diagnostic import (
    Diagnostic,
    Related,
    has_errors,
    in_reading_order,
)
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.documents.nodes import Mapping, Node, Scalar
from inspect_engine.model.methodology import Methodology
from inspect_engine.records.bundle import Bundle, Given, RecordTable
from inspect_engine.records.faults import TallyAndRecords, UnknownInput, UnknownKey
from inspect_engine.records.reading.head import Head, is_for, read_head
from inspect_engine.records.reading.opening import Opened, open_document
from inspect_engine.records.reading.ratings import RatingReader
from inspect_engine.records.reading.report import Report, nfc, quoted
from inspect_engine.records.reading.units import EvidenceReader
from inspect_engine.records.reading.values import read_value
from inspect_engine.records.reading.vocabulary import Vocabulary
from inspect_engine.source import SourceFile, Span

__all__ = [
    "Head",
    "Opened",
    "bundle_from",
    "bundle_of",
    "draft_of",
    "head_of",
    "open_document",
    "peek",
    "read_bundle",
]

Found = tuple[Diagnostic, ...]

HEAD_KEYS = ("bundle", "inspection")
SECTIONS = ("inputs", "judgements", "published", "decisions")
EVIDENCE = ("tallies", "expected", "units")


def read_bundle(
    path: str | os.PathLike[str], methodology: Methodology
) -> tuple[Bundle | None, Found]:
    """The bundle in a file; None with any error in it."""
    return bundle_of(open_document(path), methodology)


def peek(path: str | os.PathLike[str]) -> tuple[Head | None, Found]:
    """The head of the bundle in a file, which tells the rules that it is for."""
    return head_of(open_document(path))


def head_of(opened: Opened) -> tuple[Head | None, Found]:
    """The head of a bundle that is open; faults past the head are not looked for."""
    if opened.source is None or opened.node is None:
        return None, opened.diagnostics
    report = Report(opened.source, opened.diagnostics)
    head = read_head(opened.node, report)
    return head, in_reading_order((*opened.diagnostics, *report.diagnostics))


def bundle_of(opened: Opened, methodology: Methodology) -> tuple[Bundle | None, Found]:
    """The bundle of a file that is open; None with any error in it."""
    return _without_error(*draft_of(opened, methodology))


def draft_of(opened: Opened, methodology: Methodology) -> tuple[Bundle | None, Found]:
    """A bundle as far as it can be read, whatever is wrong in it; None if not at all.

    What is at fault stands in it as if it had not been recorded. A draft with errors
    is there to look for more that is odd in it, never to be scored.
    """
    if opened.source is None or opened.node is None:
        return None, opened.diagnostics
    return _read(opened.node, opened.source, methodology, opened.diagnostics)


def bundle_from(
    node: Node, source: SourceFile, methodology: Methodology
) -> tuple[Bundle | None, Found]:
    """The bundle of a tree that was read from a text without fault."""
    return _without_error(*_read(node, source, methodology, ()))


def _without_error(bundle: Bundle | None, found: Found) -> tuple[Bundle | None, Found]:
    return (None if has_errors(found) else bundle), found


def _read(
    node: Node, source: SourceFile, methodology: Methodology, known: Found
) -> tuple[Bundle | None, Found]:
    report = Report(source, known)
    head = read_head(node, report)
    bundle = None
    if head is not None and is_for(head, methodology, report):
        assert isinstance(node, Mapping)
        bundle = _Intake(head, methodology, report).read(node)
    found = in_reading_order((*known, *report.diagnostics))
    return (evolve(bundle, diagnostics=found) if bundle else None), found


class _Intake:
    """Reads a bundle section by section."""

    def __init__(self, head: Head, methodology: Methodology, report: Report) -> None:
        self.head = head
        self.words = Vocabulary(methodology)
        self.report = report
        self.ratings = RatingReader(self.words, report)
        self.evidence = EvidenceReader(self.words, report)
        self.inputs: dict[str, Given] = {}
        self.input_places: dict[str, Span] = {}

    def read(self, root: Mapping) -> Bundle:
        for key, value in root.entries:
            if key.text not in HEAD_KEYS:
                self._section(key, value)
        self._compare_tallies()
        return self._bundle()

    def _section(self, key: Scalar, value: Node) -> None:
        evidence, ratings = self.evidence, self.ratings
        match key.text:
            case "inputs":
                self._inputs(value)
            case "judgements":
                ratings.read_judgements(value)
            case "published":
                ratings.read_published(value)
            case "decisions":
                ratings.read_decisions(value)
            case "tallies":
                evidence.tallies.read(value, None)
            case "expected":
                evidence.expected.read(value, None)
            case "units":
                evidence.read_units(key, value)
            case _ if nfc(key.text) in self.words.by_plural:
                evidence.read_records(nfc(key.text), value, self.head.unit)
            case _:
                self._unknown(key)

    def _unknown(self, key: Scalar) -> None:
        known = (*HEAD_KEYS, *SECTIONS, *EVIDENCE, *self.words.by_plural)
        singular = self.words.records.get(nfc(key.text))
        fault = UnknownKey(
            key=quoted(key.text),
            where="the bundle",
            near=singular.plural if singular else nearest(key.text, known),
            known=", ".join(known),
        )
        self.report.add(fault, key.span)

    def _inputs(self, node: Node) -> None:
        for key, value in self.report.entries(node, "«inputs»"):
            name = nfc(key.text)
            found = self.words.input(name)
            text = self.report.text(value, f"«{quoted(name)}»")
            if isinstance(found, Fault):
                if text or isinstance(found, UnknownInput):
                    self.report.add(found, key.span)
                continue
            given = read_value(found.kind, text, name)
            if isinstance(given, Fault):
                self.report.add(given, value.span)
            elif given is not None:
                self.inputs[name] = given
                self.input_places[name] = key.span

    def _compare_tallies(self) -> None:
        tables = self.evidence.tables.values()
        for name, found in self.evidence.tallies.found.items():
            record = found[0].tallied.record
            places = [
                table.first_place(name)
                for table in tables
                if record is None or table.kind is record
            ]
            recorded = next((place for place in places if place), None)
            if recorded is not None:
                related = Related(recorded, "recorded here")
                self.report.add(TallyAndRecords(name=name), found[0].span, related)

    def _records(self) -> dict[str, RecordTable]:
        for record in sorted(self.evidence.expected.mentioned):
            self.evidence.table_of(record)
        outstanding = self.evidence.expected.outstanding
        return {
            name: table.table(outstanding(table.kind, dict(table.given)))
            for name, table in self.evidence.tables.items()
        }

    def _bundle(self) -> Bundle:
        head, ratings, evidence = self.head, self.ratings, self.evidence
        names = {head.unit: "", **evidence.names} if head.unit else evidence.names
        tallied = evidence.tallies.places().items()
        given = self.input_places.items()
        judged, printed = ratings.judged.items(), ratings.printed.items()
        return Bundle(
            id=head.id,
            name=head.name,
            rules=head.rules or self.words.methodology.id,
            version=head.version,
            date=head.date,
            units=tuple(names),
            inputs=self.inputs,
            judgements=ratings.judgements,
            published=ratings.published,
            records=self._records(),
            tallies=evidence.tallies.tallies(),
            decisions=tuple(ratings.decisions),
            places={
                **{f"judgement {name}": key.span for name, key in judged},
                **{f"published {name}": key.span for name, key in printed},
                **{f"tally {name}": span for name, span in tallied},
                **{f"input {name}": span for name, span in given},
            },
            unit_names={unit: name for unit, name in names.items() if name},
        )
