"""Tables of an example file: a line of columns, and rows `given -> expected`."""

import re
from collections.abc import Iterator

from inspect_engine.binding.kind_faults import CellCount
from inspect_engine.documents.nodes import Mapping, Node, Scalar
from inspect_engine.examples.expecting import (
    OVERALL,
    QUESTION_FIELDS,
    RATING_FIELDS,
    ExpectReader,
)
from inspect_engine.examples.faults import ExampleRow
from inspect_engine.examples.outcome import Written
from inspect_engine.model.examples import Assigned
from inspect_engine.records.faults import MissingKey
from inspect_engine.records.reading.report import Report, nfc, quoted
from inspect_engine.shapes import shape
from inspect_engine.source import Span

ARROW = "->"
KEYS = ("columns", "rows")
COUNT = re.compile(r"([0-9]{1,9}) of ([0-9]{1,9})")
PERCENT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) ?(?:percent|%) of ([0-9]{1,9})")
JOINTS = re.compile(r"\s+(?:or|and)\s+")


@shape
class Piece:
    """Some words of a line, with their place."""

    text: str
    span: Span


@shape
class Line:
    """What stands before an arrow, and what after it."""

    given: tuple[Piece, ...]
    expected: tuple[Piece, ...]
    span: Span
    text: str


class TableReader:
    """Reads one table of one test."""

    def __init__(self, expect: ExpectReader, report: Report) -> None:
        """Begin with no columns."""
        self.expect = expect
        self.report = report

    def rows(self, node: Node) -> Iterator[tuple[Line, tuple[Assigned, ...]]]:
        """Each row with what it gives; what it expects, the reader then holds."""
        if not isinstance(node, Mapping):
            self.report.add_no_mapping(node, "a table")
            return
        for key, _ in node.entries:
            if key.text not in KEYS:
                self.expect.unknown_key(key, "a table", KEYS)
        columns, rows = node.get("columns"), node.get("rows")
        for name, found in (("columns", columns), ("rows", rows)):
            if found is None:
                fault = MissingKey(key=name, where="The table")
                self.report.add_missing(fault, node)
        head = self.line(columns) if columns is not None else None
        if head is None or rows is None or not self.are_columns(head):
            return
        for item in self.report.items(rows, "«rows»"):
            line = self.line(item)
            if line is not None and self.fits(head, line):
                given = zip(head.given, line.given, strict=True)
                self.expect.wanted = []
                self.expectations(head, line)
                yield line, tuple(_assigned(name, cell) for name, cell in given)

    def line(self, node: Node) -> Line | None:
        """A line cut at its arrow and its commas."""
        text = self.report.text(node, "each line of a table")
        if not text or not isinstance(node, Scalar):
            return None
        before, arrow, after = text.partition(ARROW)
        given, expected = (
            _pieces(before, node, 0),
            _pieces(after, node, len(before) + len(arrow)),
        )
        is_whole = all(piece.text for piece in (*given, *expected))
        if not arrow or ARROW in after or not is_whole:
            self.report.add(ExampleRow(written=quoted(text)), node.span)
            return None
        return Line(given, expected, node.span, " ".join(text.split()))

    def fits(self, head: Line, line: Line) -> bool:
        """Whether a row has a cell for each column; otherwise that is reported."""
        needed = (len(head.given), len(head.expected))
        found = (len(line.given), len(line.expected))
        if needed != found:
            fault = CellCount(found=sum(found), needed=sum(needed))
            self.report.add(fault, line.span)
        return needed == found

    def are_columns(self, head: Line) -> bool:
        """Whether every column is known; those that are not are reported."""
        rules, known = self.expect.rules, self.given_names()
        is_known = True
        for piece in head.given:
            if piece.text not in known:
                what = "input, standard, question or fact"
                self.expect.unknown(what, piece.text, piece.span, known)
                is_known = False
        targets = [*rules.standards, *self.expect.questions, *rules.values, "score"]
        targets += [OVERALL] if rules.overall is not None else []
        for piece in head.expected:
            name, field = self.target(piece)
            if name not in targets:
                self.expect.unknown("target", piece.text, piece.span, targets)
                is_known = False
            elif field not in self.fields_of(name):
                what, known_fields = f"figure of «{name}»", self.fields_of(name)
                self.expect.unknown(what, field, piece.span, known_fields)
                is_known = False
        return is_known

    def given_names(self) -> list[str]:
        """Everything of which a value can be given."""
        rules = self.expect.rules
        facts = [fact for kind in rules.records.values() for fact in kind.facts]
        own = [*rules.inputs, *rules.standards, *self.expect.questions, *facts]
        return [*own, OVERALL, "date"]

    def fields_of(self, name: str) -> tuple[str, ...]:
        """What can be expected of a target, beside its rating or value."""
        if name in self.expect.rules.values:
            return ("value",)
        is_question = name in self.expect.questions
        return QUESTION_FIELDS if is_question else RATING_FIELDS

    def target(self, piece: Piece) -> tuple[str, str]:
        """The name and the field that a column expects something of."""
        if piece.text == "score" and self.expect.rules.overall is not None:
            return OVERALL, "score"
        name, _, field = piece.text.partition(" ")
        if field:
            return name, field.strip()
        if name in self.expect.rules.values:
            return name, "value"
        if name in self.expect.questions:
            return name, self.expect.question_field(name)
        return name, "rating"

    def expectations(self, head: Line, line: Line) -> None:
        """What a row expects of each target."""
        for column, cell in zip(head.expected, line.expected, strict=True):
            name, field = self.target(column)
            words = _alternatives(cell)
            if len(words) > 1 or field in ("possible", "drivers"):
                self.several(name, field, words, cell.span)
            else:
                self.expect.word(name, field, cell.text, cell.span, Written.ROW)

    def several(
        self, name: str, field: str, words: list[tuple[str, Span]], span: Span
    ) -> None:
        """Several words: what is possible, or what decides."""
        if field == "drivers":
            written = Written.ROW_OF_DRIVERS
            self.expect.driving(name, words, span, written)
        else:
            kept = "rating" if field == "possible" else field
            self.expect.alternatives(name, kept, words, span, Written.ROW)


def _pieces(text: str, node: Scalar, offset: int) -> tuple[Piece, ...]:
    found, at = [], offset
    for part in text.split(","):
        start = at + len(part) - len(part.lstrip())
        words = part.strip()
        found.append(Piece(words, _span(node, start, start + len(words))))
        at += len(part) + 1
    return tuple(found)


def _span(node: Scalar, start: int, end: int) -> Span:
    """The place of some letters; of all, where they are spelt otherwise than read."""
    span = node.span
    opening = 1 if node.quoted else 0
    written = span.text[opening : len(span.text) - opening]
    if written != node.text or nfc(written) != written:
        return span
    first = span.start + opening
    return Span(span.source, first + start, first + end)


def _alternatives(cell: Piece) -> list[tuple[str, Span]]:
    found, at = [], 0
    for words in JOINTS.split(cell.text):
        at = cell.text.index(words, at)
        is_exact = cell.span.text == cell.text
        start = cell.span.start + at
        place = Span(cell.span.source, start, start + len(words))
        found.append((words, place if is_exact else cell.span))
        at += len(words)
    return found


def _assigned(name: Piece, cell: Piece) -> Assigned:
    return Assigned(Scalar(name.text, name.span), _value(cell))


def _value(cell: Piece) -> Node:
    """A count or a percent with its base as a tally; anything else as it stands."""
    if found := COUNT.fullmatch(cell.text):
        yes, total = int(found[1]), int(found[2])
        return _tally(cell.span, yes=str(yes), no=str(total - yes))
    if found := PERCENT.fullmatch(cell.text):
        return _tally(cell.span, percent=found[1], relevant=found[2])
    return Scalar(cell.text, cell.span)


def _tally(span: Span, **values: str) -> Mapping:
    pairs = ((Scalar(key, span), Scalar(text, span)) for key, text in values.items())
    return Mapping(tuple(pairs), span)
