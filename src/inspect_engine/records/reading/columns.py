"""One column of a record type: a fact, or the answers to one question."""

from collections.abc import Callable, Hashable, Mapping

from attrs import define, field

from inspect_engine.diagnostics.fault import Fault
from inspect_engine.documents.nodes import Node, Scalar
from inspect_engine.model.kinds import NOT_APPLICABLE, ChoiceKind, Kind
from inspect_engine.records.bundle import Given
from inspect_engine.records.faults import (
    DerivedValue,
    JudgedOnce,
    QuestionOfOtherRecord,
)
from inspect_engine.records.reading.report import Report, nfc
from inspect_engine.records.reading.values import choice_spellings, read_value
from inspect_engine.source import Span

WITHOUT_HARM_IF_EMPTY = (DerivedValue, JudgedOnce, QuestionOfOtherRecord)
"""A template may hold the column; only a value in it says something."""


@define(eq=False)
class Column:
    """The values of a fact or question by the index of their record.

    `known` has the meaning of each text met so far, so that each is worked out once
    however many records hold it.
    """

    name: str
    kind: Kind
    known: dict[str, Given] = field(factory=dict)
    cells: dict[int, Given] = field(factory=dict)
    places: dict[int, Span] = field(factory=dict)

    def values(self, size: int) -> tuple[Given, ...]:
        """A value for each of so many records."""
        get = self.cells.get
        return tuple([get(index) for index in range(size)])


@define(eq=False)
class Refused:
    """A column that the rules do not take, and why."""

    cause: Hashable
    fault: Fault


Find = Callable[[str], tuple[str, Kind] | Fault]


class ColumnReader:
    """Reads names with values into columns."""

    def __init__(self, where: str, find: Find, report: Report) -> None:
        """Columns of one place: the facts, or the answers, of one type of record."""
        self.where = where
        self.columns: dict[str, Column] = {}
        self._find = find
        self._report = report
        self._by_text: dict[str, Column | Refused] = {}

    def read(self, key: Scalar, value: Node, index: int) -> None:
        """Take one name with its value for the record of an index."""
        column = self._by_text.get(key.text)
        if column is None:
            column = self._met(key.text)
        if isinstance(column, Refused):
            self._refuse(column, key, value)
        elif (
            isinstance(value, Scalar)
            and (given := column.known.get(value.text)) is not None
        ):
            column.cells[index] = given
            column.places[index] = value.span
        else:
            self._read_new(column, value, index)

    def _met(self, text: str) -> Column | Refused:
        """The column of a name that is met for the first time, in this spelling."""
        name = nfc(text)
        found = self._find(name)
        column: Column | Refused
        if isinstance(found, Fault):
            column = Refused((self.where, name), found)
        else:
            own, kind = found
            column = self.columns.setdefault(own, Column(own, kind, _known(kind)))
        self._by_text[text] = column
        return column

    def _refuse(self, column: Refused, key: Scalar, value: Node) -> None:
        is_harmless = isinstance(column.fault, WITHOUT_HARM_IF_EMPTY)
        if not (is_harmless and self._report.is_blank(value)):
            self._report.add_once(column.cause, column.fault, key.span)

    def _read_new(self, column: Column, value: Node, index: int) -> None:
        text = self._report.text(value, f"«{column.name}»")
        if not text:
            return
        given = read_value(column.kind, text, column.name)
        if isinstance(given, Fault):
            self._report.add(given, value.span)
            return
        column.cells[index] = given
        column.places[index] = value.span
        if not self._report.is_json or text != "null":
            # The null of JSON and the text "null" are written alike.
            column.known[text] = given


def _known(kind: Kind) -> dict[str, Given]:
    if not isinstance(kind, ChoiceKind):
        return {}
    known: Mapping[str, Given] = {**choice_spellings(kind)}
    allowed = {NOT_APPLICABLE: NOT_APPLICABLE} if kind.may_be_not_applicable else {}
    return {**known, **allowed}
