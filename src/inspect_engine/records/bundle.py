"""The bundle: one inspection's records and other evidence, checked and typed.

Columns, not rows: a record type's answers to one question stand together, so that
counting is a walk along one tuple.
"""

import datetime
from collections.abc import Mapping
from fractions import Fraction

from attrs import field

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.model.semantics import Rounding
from inspect_engine.shapes import shape
from inspect_engine.source import Span

Given = str | Fraction | datetime.date | None
"""A recorded value: the id of a choice, `not_applicable`, a number, a date, a text;
None where nothing is recorded."""


@shape
class RecordTable:
    """The records of one type.

    `ids` name them; in a pooled bundle a record's identity is (unit, id). Each column
    has one value a record. Columns that no record fills may be absent. `outstanding`
    counts records still to come, of which nothing is known. `spans` say where each
    record stands, `places` where each value does: by column, then by its index.
    """

    ids: tuple[tuple[str, str], ...]
    columns: Mapping[str, tuple[Given, ...]]
    outstanding: int = 0
    spans: tuple[Span | None, ...] = field(default=(), repr=False)
    places: Mapping[str, Mapping[int, Span]] = field(factory=dict, repr=False)

    @property
    def size(self) -> int:
        """How many records there are, with those still to come."""
        return len(self.ids) + self.outstanding

    def column(self, name: str) -> tuple[Given, ...]:
        """The values of a fact or the answers to a question, None where open."""
        known = self.columns.get(name) or (None,) * len(self.ids)
        return known + (None,) * self.outstanding


@shape
class Tally:
    """Counts instead of records, for one question or fact: how many of each choice."""

    counts: Mapping[str, int]
    span: Span | None = field(default=None, repr=False)


@shape
class PercentTally:
    """A published percent with its base: every count that rounds to it.

    `lowest` to `highest` are the counts of yes that the percent can stand for.
    """

    percent: Fraction
    relevant: int
    rounding: Rounding
    lowest: int
    highest: int
    span: Span | None = field(default=None, repr=False)


@shape(kw_only=True)
class Decision:
    """A use of discretion on record, as written in the bundle."""

    target: str
    to: str
    reason: str
    authority: str
    on: datetime.date | None
    basis: str = ""
    span: Span | None = field(default=None, repr=False)


@shape(kw_only=True)
class Bundle:
    """One inspection.

    `records` is by record type id; a type that the bundle does not mention is absent,
    which differs from one with no records. `tallies` is by question or fact; several
    for one question come from the units of a pooled bundle. `judgements` is by
    standard or key question. `published` ratings stand where nothing else does.
    """

    id: str
    name: str
    rules: str
    version: str
    date: datetime.date | None
    units: tuple[str, ...] = ()
    inputs: Mapping[str, Given] = field(factory=dict)
    judgements: Mapping[str, str] = field(factory=dict)
    published: Mapping[str, str] = field(factory=dict)
    records: Mapping[str, RecordTable] = field(factory=dict)
    tallies: Mapping[str, tuple[Tally | PercentTally, ...]] = field(factory=dict)
    decisions: tuple[Decision, ...] = ()
    places: Mapping[str, Span] = field(factory=dict, repr=False)
    """Where things stand, by `kind id`, for diagnostics: `judgement P1.1`, `published
    P1.1`, `input places`, `tally 2.1.1` (the first of several)."""
    unit_names: Mapping[str, str] = field(factory=dict)
    """What units are called, where the bundle says so."""
    diagnostics: tuple[Diagnostic, ...] = field(default=(), repr=False)
    """What reading it found odd; none of it keeps the bundle from being scored."""
