"""How many records there will be, against how many there are."""

from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.documents.nodes import Mapping, Node, Scalar
from inspect_engine.model.methodology import RecordType
from inspect_engine.records.faults import (
    ExpectedNotACount,
    ExpectedOfWhat,
    ExpectedTooFew,
    ExpectedTooMany,
    SaidTwice,
    UnitNotPooled,
    UnknownKey,
)
from inspect_engine.records.reading.report import Report, nfc, quoted
from inspect_engine.records.reading.values import read_count
from inspect_engine.records.reading.vocabulary import Vocabulary
from inspect_engine.source import Span

CASE = "case"
MOST_EXPECTED = 100_000


class ExpectedReader:
    """Reads numbers of records expected, for the whole and for units."""

    def __init__(self, words: Vocabulary, report: Report) -> None:
        """Begin with none."""
        self._words = words
        self._report = report
        self._whole: dict[str, tuple[int, Span]] = {}
        self._units: dict[str, dict[str, tuple[int, Span]]] = {}

    @property
    def mentioned(self) -> set[str]:
        """The record types of which some number is expected."""
        return {*self._whole, *self._units}

    def read(self, node: Node, unit: str | None) -> None:
        """Take what a unit expects; None for the whole."""
        if self._report.is_blank(node):
            return
        if not isinstance(node, Mapping):
            self._number(node, unit)
            return
        said: dict[str, Scalar] = {}
        for key, value in node.entries:
            kind = self._words.record_named(nfc(key.text))
            if kind is None:
                self._unknown(key)
            elif kind.id in said:
                first = said[kind.id]
                fault = SaidTwice(one=first.text, other=key.text)
                related = Related(first.span, "said here first")
                self._report.add(fault, key.span, related)
            else:
                said[kind.id] = key
                self._keep(kind, value, unit)

    def outstanding(self, kind: RecordType, given: dict[str, int]) -> int:
        """How many are still to come; numbers too low are reported."""
        units = self._units.get(kind.id, {})
        need = 0
        for unit in {**given, **units}:
            there = given.get(unit, 0)
            number, span = units.get(unit, (there, None))
            self._compare(kind, number, there, span)
            need += max(number, there)
        number, span = self._whole.get(kind.id, (need, None))
        self._compare(kind, number, need, span)
        return max(number, need) - sum(given.values())

    def _compare(
        self, kind: RecordType, number: int, there: int, span: Span | None
    ) -> None:
        if number < there and span is not None:
            fault = ExpectedTooFew(expected=number, given=there, plural=kind.plural)
            self._report.add(fault, span)

    def _number(self, node: Node, unit: str | None) -> None:
        """A number alone: of cases, or of the only type of record."""
        records = self._words.records
        only = next(iter(records.values()), None) if len(records) == 1 else None
        kind = records.get(CASE, only)
        if kind is not None:
            self._keep(kind, node, unit)
            return
        text = self._report.text(node, "«expected»")
        plural = next(iter(self._words.by_plural), "")
        if text:
            fault = ExpectedOfWhat(written=quoted(text), plural=plural)
            self._report.add(fault, node.span)

    def _keep(self, kind: RecordType, node: Node, unit: str | None) -> None:
        text = self._report.text(node, f"the number of {kind.plural} expected")
        if not text:
            return
        count = read_count(text)
        if count is None:
            self._report.add(ExpectedNotACount(written=quoted(text)), node.span)
        elif count > MOST_EXPECTED:
            fault = ExpectedTooMany(written=quoted(text), limit=MOST_EXPECTED)
            self._report.add(fault, node.span)
        elif unit is None:
            self._whole[kind.id] = count, node.span
        elif kind.is_pooled:
            self._units.setdefault(kind.id, {})[unit] = count, node.span
        else:
            self._report.add(UnitNotPooled(plural=kind.plural), node.span)

    def _unknown(self, key: Scalar) -> None:
        known = [*self._words.by_plural]
        fault = UnknownKey(
            key=quoted(key.text),
            where="«expected»",
            near=nearest(key.text, known),
            known=", ".join(known),
        )
        self._report.add(fault, key.span)
