"""A methodology: everything needed to go from answers to ratings, one version."""

import datetime
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property

from attrs import field

from inspect_engine.model.examples import Example
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import ChoiceKind, Kind
from inspect_engine.model.provenance import Provenance, Source
from inspect_engine.model.ratings import DecisionTable, Discretion, RatingRule
from inspect_engine.model.scales import Bands, RatingScale
from inspect_engine.shapes import shape
from inspect_engine.source import Span


@shape(kw_only=True)
class Clause:
    """A value and the condition under which it is given; None for otherwise."""

    value: str
    condition: Expression | None
    span: Span = field(repr=False)


@shape(kw_only=True)
class Derivation:
    """How a value follows from others: the first clause that holds gives it."""

    clauses: tuple[Clause, ...]


@shape(kw_only=True)
class Note:
    """A remark that results carry, always or under a condition.

    `record` is the type whose records the condition is asked of, empty where it is
    asked of the inspection; `about` is the declaration it stands in.
    """

    text: str
    condition: Expression | None
    about: str
    record: str
    span: Span = field(repr=False)


@shape(kw_only=True)
class Question:
    """A key question, question or prompt, answered for each record of a type.

    `kind` is `key question`, `question` or `prompt`. `asked_when` holds all the
    conditions that must be true for it to apply. A judged key question has a scale
    and one level for the whole inspection. One that pools has the answers of others.
    """

    kind: str
    id: str
    title: str
    standard: str
    record: str
    answers: ChoiceKind
    asked_when: tuple[Expression, ...] = ()
    derivation: Derivation | None = None
    judged_on: RatingScale | None = None
    pools: tuple[str, ...] = ()
    prompts: tuple["Question", ...] = ()
    question_set: str = ""
    statement: str = ""
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Fact:
    """A fact of a record, an input of an inspection, or a value derived from others."""

    id: str
    title: str
    kind: Kind
    derivation: Derivation | None = None
    expression: Expression | None = None
    table: DecisionTable | None = None
    provenance: Provenance
    span: Span = field(repr=False)

    @property
    def is_given(self) -> bool:
        """Whether bundles give it, rather than the rules work it out."""
        return (
            self.derivation is None and self.expression is None and self.table is None
        )


@shape(kw_only=True)
class RecordType:
    """A type of record with its facts; `plural` is its name in bundles."""

    id: str
    title: str
    plural: str
    is_pooled: bool
    facts: Mapping[str, Fact]
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Entry:
    """A parameter's value from one date on, up to and including another."""

    start: datetime.date
    until: datetime.date | None
    keys: tuple[str, ...]
    value: Expression
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Parameter:
    """A figure with a date, perhaps by keys."""

    id: str
    title: str
    kind: Kind
    keys: tuple[str, ...]
    entries: tuple[Entry, ...]
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Value:
    """A name for something worked out for the inspection: a `let` or a table."""

    id: str
    title: str
    kind: Kind
    expression: Expression | None
    table: DecisionTable | None
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Standard:
    """A statement of expected quality.

    `is_counted` is false where it is rated but left out of sums over standards.
    """

    id: str
    title: str
    domain: str
    statement: str
    rule: RatingRule
    is_unrated: bool
    is_counted: bool
    weight: Fraction
    key_questions: tuple[Question, ...]
    questions: tuple[Question, ...]
    characteristics: Mapping[str, str]
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Domain:
    """A group of standards."""

    id: str
    title: str
    statement: str
    standards: tuple[str, ...]
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Overall:
    """The rating of the whole inspection."""

    title: str
    statement: str
    rule: RatingRule
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Claim:
    """One claim of a property; `target` names a table or bands for completeness."""

    kind: str
    condition: Expression | None
    target: str
    span: Span = field(repr=False)


@shape(kw_only=True)
class Property:
    """What the author claims of the rules."""

    name: str
    claims: tuple[Claim, ...]
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Methodology:
    """One version of a methodology, every name in it resolved.

    Mappings are by id, in the order written. `files` are the names of the files it
    was read from. `hashed_by` takes the meaning hash, of which examples are no part.
    """

    id: str
    version: str
    title: str
    language: int
    publisher: str
    statement: str
    in_force: tuple[datetime.date, datetime.date | None] | None
    extends: tuple[str, str] | None
    sources: Mapping[str, Source]
    scales: Mapping[str, RatingScale]
    bands: Mapping[str, Bands]
    answers: Mapping[str, ChoiceKind]
    records: Mapping[str, RecordType]
    inputs: Mapping[str, Fact]
    parameters: Mapping[str, Parameter]
    values: Mapping[str, Value]
    questions: Mapping[str, Question]
    standards: Mapping[str, Standard]
    domains: Mapping[str, Domain]
    overall: Overall | None
    discretions: tuple[Discretion, ...]
    properties: tuple[Property, ...]
    notes: tuple[Note, ...]
    examples: tuple[Example, ...] = field(default=(), repr=False)
    provenance: Provenance
    files: tuple[str, ...]
    hashed_by: Callable[["Methodology"], str] = field(repr=False)
    span: Span = field(repr=False)
    answer_places: Mapping[str, Span] = field(factory=dict, repr=False)
    """Where each set of answers is declared, for diagnostics."""

    @cached_property
    def hash(self) -> str:
        """The meaning hash: the same for the same meaning, however it is spelt.

        Worked out when it is first asked for: a check of large rules does not need it.
        """
        return self.hashed_by(self)
