"""Counts instead of records: of each choice, or a percent with its base."""

from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.documents.nodes import Mapping, Node, Scalar
from inspect_engine.records.bundle import PercentTally, Tally
from inspect_engine.records.faults import (
    AnswerOutside,
    SaidTwice,
    TallyIncomplete,
    TallyNotACount,
    TallyTwice,
    TallyUnknownChoice,
    UnitNotPooled,
    UnknownQuestion,
)
from inspect_engine.records.reading.percents import OF_A_PERCENT, read_percent
from inspect_engine.records.reading.report import Report, nfc, quoted
from inspect_engine.records.reading.values import read_count, read_value
from inspect_engine.records.reading.vocabulary import Tallied, Vocabulary
from inspect_engine.shapes import shape
from inspect_engine.source import Span

Counted = Tally | PercentTally


@shape
class _Placed:
    tallied: Tallied
    unit: str | None
    tally: Counted
    span: Span


class TallyReader:
    """Reads the tallies of a bundle and of its units."""

    def __init__(self, words: Vocabulary, report: Report) -> None:
        """Begin with none."""
        self._words = words
        self._report = report
        self.found: dict[str, list[_Placed]] = {}

    def read(self, node: Node, unit: str | None) -> None:
        """Take the tallies of a unit; None for those of the whole."""
        for key, value in self._report.entries(node, "«tallies»"):
            name = nfc(key.text)
            tallied = self._words.tallied(name)
            is_known = not isinstance(tallied, UnknownQuestion)
            if is_known and self._report.is_blank(value):
                continue
            if isinstance(tallied, Fault):
                self._report.add_once(("tallies", name), tallied, key.span)
            elif self._may_stand(tallied, unit, key):
                self._keep(tallied, unit, key, value)

    def tallies(self) -> dict[str, tuple[Counted, ...]]:
        """By question or fact, in the order read."""
        return {
            name: tuple(one.tally for one in found)
            for name, found in self.found.items()
        }

    def places(self) -> dict[str, Span]:
        """Where each question or fact is first tallied."""
        return {name: found[0].span for name, found in self.found.items()}

    def _may_stand(self, tallied: Tallied, unit: str | None, key: Scalar) -> bool:
        record = tallied.record
        if unit is not None and record is not None and not record.is_pooled:
            self._report.add(UnitNotPooled(plural=record.plural), key.span)
            return False
        for other in self.found.get(tallied.name, ()):
            if (other.unit is None) is not (unit is None):
                related = Related(other.span, "tallied here")
                self._report.add(TallyTwice(name=tallied.name), key.span, related)
                return False
        return True

    def _keep(
        self, tallied: Tallied, unit: str | None, key: Scalar, value: Node
    ) -> None:
        entries = self._report.entries(value, f"the tally of «{tallied.name}»")
        if not entries:
            return
        assert isinstance(value, Mapping)
        tally = self._tally(tallied, key, value)
        if tally is not None:
            placed = _Placed(tallied, unit, tally, key.span)
            self.found.setdefault(tallied.name, []).append(placed)

    def _tally(self, tallied: Tallied, key: Scalar, node: Mapping) -> Counted | None:
        is_percent = any(node.key(name) for name in OF_A_PERCENT)
        if is_percent and not any(tallied.kind.named(name) for name in OF_A_PERCENT):
            return read_percent(tallied, key, node, self._words, self._report)
        return self._counts(tallied, key, node)

    def _counts(self, tallied: Tallied, key: Scalar, node: Mapping) -> Tally | None:
        counts: dict[str, int] = {}
        spellings: dict[str, Scalar] = {}
        is_whole = True
        for name, value in node.entries:
            choice = self._choice(tallied, name)
            count = self._count(name, value)
            if choice is None or count is None:
                is_whole = False
            elif choice in counts:
                self._said_twice(spellings[choice], name)
            else:
                counts[choice], spellings[choice] = count, name
        if is_whole:
            self._look_for_missing(tallied, counts, key)
        return Tally(counts, key.span)

    def _choice(self, tallied: Tallied, name: Scalar) -> str | None:
        found = read_value(tallied.kind, name.text, tallied.name)
        if isinstance(found, AnswerOutside):
            found = TallyUnknownChoice(**found.facts)
        if isinstance(found, Fault):
            self._report.add(found, name.span)
            return None
        return found if isinstance(found, str) else None

    def _count(self, name: Scalar, node: Node) -> int | None:
        choice = quoted(name.text)
        text = self._report.text(node, f"the count of «{choice}»")
        count = read_count(text)
        if count is None and text:
            fault = TallyNotACount(choice=choice, written=f"«{quoted(text)}»")
            self._report.add(fault, node.span)
        elif self._report.is_blank(node):
            fault = TallyNotACount(choice=choice, written="An empty place")
            self._report.add(fault, name.span)
        return count

    def _said_twice(self, first: Scalar, again: Scalar) -> None:
        fault = SaidTwice(one=quoted(first.text), other=quoted(again.text))
        self._report.add(fault, again.span, Related(first.span, "counted here"))

    def _look_for_missing(
        self, tallied: Tallied, counts: dict[str, int], key: Scalar
    ) -> None:
        missing = [
            f"«{choice.id}»"
            for choice in tallied.kind.choices
            if choice.id not in counts
        ]
        if missing:
            fault = TallyIncomplete(name=tallied.name, missing=" and ".join(missing))
            self._report.add(fault, key.span)
