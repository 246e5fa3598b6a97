"""One class for each construct as it is written; names are not looked up yet.

Blocks keep their statements in `parts`, in the order written, so that a formatter
can write them again. Equality ignores where a node stands.
"""

import datetime
from fractions import Fraction

from attrs import field, frozen

from inspect_engine.source import Span


@frozen
class Node:
    """Anything the author wrote, with its place."""

    span: Span = field(eq=False, repr=False, kw_only=True)


# --- the smallest ---------------------------------------------------------------


@frozen
class Id(Node):
    """A name or number by which something is known."""

    text: str


@frozen
class Words(Node):
    """A text in quotes, without them; several in a row are one."""

    text: str


@frozen
class Setting(Node):
    """A fixed word with at most one value: `unrated`, `version 2023.1`."""

    name: str
    value: object = None


@frozen
class Cite(Node):
    """Where a declaration comes from: `cite kirklees "page 16"`."""

    source: Id
    where: Words


@frozen
class Assumed(Node):
    """Why a declaration is believed though no source was seen."""

    why: Words


# --- files, methodologies, changes ----------------------------------------------


@frozen
class File(Node):
    """A whole rule file."""

    items: tuple[Node, ...]


@frozen
class Methodology(Node):
    """The head of a methodology: its id, version, dates and sources."""

    id: Id
    title: Words
    parts: tuple[Node, ...]


@frozen
class InForce(Node):
    """From when, and up to and including when, a version is in force."""

    start: "DateLiteral"
    until: "DateLiteral | None"


@frozen
class Source(Node):
    """A document that declarations cite."""

    id: Id
    title: Words
    address: Words | None


@frozen
class Extends(Node):
    """The pinned version that this file changes."""

    id: Id
    version: Id


@frozen
class Use(Node):
    """A file whose declarations belong to this one too."""

    path: Words


@frozen
class Change(Node):
    """`replace`, `add` or `remove`: what an extending file does to the other.

    With `parts` it adds statements to the block of that kind and id.
    """

    action: str
    kind: str
    id: Id | None
    declaration: Node | None = None
    parts: tuple[Node, ...] = ()


# --- scales, bands, answers -----------------------------------------------------


@frozen
class Scale(Node):
    """A rating scale, its levels from worst to best."""

    id: Id
    title: Words | None
    parts: tuple[Node, ...]


@frozen
class Level(Node):
    """One level of a scale."""

    id: Id
    score: "Number | None"
    label: Words | None
    word: Words | None
    parts: tuple[Node, ...]


@frozen
class Measure(Node):
    """What bands divide up: a percent, whole numbers or numbers, and their extent."""

    kind: str
    low: Fraction | None = None
    high: Fraction | None = None


@frozen
class Rounding(Node):
    """How a figure is rounded: mode, and the step to a multiple of which it goes."""

    mode: str
    step: Fraction


@frozen
class Range(Node):
    """From a low end to a high end; an end that is None is open without limit."""

    low: Fraction | None
    low_included: bool
    high: Fraction | None
    high_included: bool


@frozen
class Bands(Node):
    """Which figures earn which level."""

    id: Id
    measure: Measure
    scale: Id
    title: Words | None
    parts: tuple[Node, ...]


@frozen
class Band(Node):
    """One interval of figures and its level."""

    range: Range
    level: Id
    word: Words | None
    parts: tuple[Node, ...]


@frozen
class Answers(Node):
    """A named set of answers that questions share."""

    id: Id
    title: Words | None
    is_ordered: bool
    parts: tuple[Node, ...]


@frozen
class Answer(Node):
    """One answer of a set."""

    id: Id
    label: Words | None
    also: tuple[str, ...]
    counts_as_yes: bool


# --- records, inputs, parameters ------------------------------------------------


@frozen
class Choice(Node):
    """One value of `one of`: a name or a number."""

    value: "Id | Number"
    label: Words | None
    also: tuple[str, ...]


@frozen
class Type(Node):
    """What kind of value a fact, input, parameter or table gives."""

    kind: str
    choices: tuple[Choice, ...] = ()
    is_ordered: bool = False
    low: Fraction | None = None
    high: Fraction | None = None
    of: Id | None = None
    may_be_not_applicable: bool = False


@frozen
class Record(Node):
    """A type of record: case, interview, survey response, recommendation."""

    id: Id
    title: Words | None
    parts: tuple[Node, ...]


@frozen
class Fact(Node):
    """A fact of a record, or an input of the inspection; `kind` says which."""

    kind: str
    id: Id
    title: Words | None
    type: Type
    parts: tuple[Node, ...]


@frozen
class Derive(Node):
    """A fact of a record worked out from others by clauses."""

    id: Id
    title: Words | None
    type: Type
    parts: tuple[Node, ...]


@frozen
class Clause(Node):
    """`yes when …`; without a condition, `otherwise …`."""

    value: Id
    condition: Node | None


@frozen
class Parameter(Node):
    """A figure that has its value from a date on, perhaps by a key."""

    id: Id
    title: Words | None
    type: Type
    keys: tuple[Id, ...]
    parts: tuple[Node, ...]


@frozen
class Entry(Node):
    """A parameter's value from a date on."""

    start: "DateLiteral"
    until: "DateLiteral | None"
    keys: tuple[Node, ...]
    value: Node
    parts: tuple[Node, ...]


@frozen
class Let(Node):
    """A name for a value worked out."""

    id: Id
    title: Words | None
    expression: Node
    parts: tuple[Node, ...]


# --- domains, standards, questions ----------------------------------------------


@frozen
class Domain(Node):
    """A group of standards."""

    id: Id
    title: Words
    parts: tuple[Node, ...]


@frozen
class Standard(Node):
    """A statement of expected quality."""

    id: Id
    title: Words
    parts: tuple[Node, ...]


@frozen
class Question(Node):
    """A key question, question or prompt; `kind` says which."""

    kind: str
    id: Id
    title: Words
    parts: tuple[Node, ...]


@frozen
class QuestionSet(Node):
    """Questions asked only of the records that meet a condition."""

    id: Id
    title: Words | None
    condition: Node
    parts: tuple[Node, ...]


@frozen
class AskedWhen(Node):
    """The condition under which a question applies to a record."""

    condition: Node


@frozen
class Pools(Node):
    """The questions whose answers a key question counts together."""

    ids: tuple[Id, ...]


@frozen
class Characteristic(Node):
    """Prose that describes a level of a standard."""

    level: Id
    text: Words


@frozen
class Note(Node):
    """A remark that results carry, always or under a condition."""

    text: Words
    condition: Node | None


# --- how ratings are made -------------------------------------------------------


@frozen
class Score(Node):
    """The score of a standard or of the whole."""

    expression: Node


@frozen
class RatingRule(Node):
    """How a rating follows."""

    expression: Node


@frozen
class Limit(Node):
    """A hard cap or floor on a rating or score."""

    of: str
    bound: str
    value: Node
    condition: Node | None
    because: Words | None
    parts: tuple[Node, ...]


@frozen
class Adjust(Node):
    """Steps taken in order, each kept on the scale."""

    steps: tuple["Step", ...]


@frozen
class Step(Node):
    """One step of an adjustment: raise, lower, keep at most, keep at least, set."""

    action: str
    amount: int
    value: Node | None
    condition: Node | None
    because: Words | None
    parts: tuple[Node, ...]


@frozen
class WhenNotRated(Node):
    """What happens to members that are not rated."""

    action: str
    level: Id | None


@frozen
class Overall(Node):
    """The overall score and rating."""

    title: Words | None
    parts: tuple[Node, ...]


@frozen
class Table(Node):
    """A decision table."""

    id: Id
    title: Words | None
    columns: tuple[Node, ...]
    target: Type
    parts: tuple[Node, ...]


@frozen
class Row(Node):
    """One row of a decision table."""

    cells: tuple["Cell", ...]
    result: Node
    parts: tuple[Node, ...]


@frozen
class Cell(Node):
    """One cell of a row: any, among the alternatives, or none of them."""

    kind: str
    alternatives: tuple[Node, ...]


@frozen
class Discretion(Node):
    """Where and how far a rating may be moved."""

    target: str
    ids: tuple[Id, ...]
    parts: tuple[Node, ...]


@frozen
class MayMove(Node):
    """How far and which way discretion goes; no direction means both."""

    direction: str
    levels: int


@frozen
class Trigger(Node):
    """One of the circumstances in which discretion may be used."""

    kind: str
    amount: Fraction | None = None
    condition: Node | None = None


@frozen
class Property(Node):
    """What the author claims of the rules."""

    name: Words
    parts: tuple[Node, ...]


@frozen
class Claim(Node):
    """One claim of a property."""

    kind: str
    condition: Node | None = None
    target: Id | None = None


# --- expressions ----------------------------------------------------------------


@frozen
class Number(Node):
    """A number as written."""

    value: Fraction
    written: str = field(eq=False)


@frozen
class Percent(Node):
    """`50 percent`: half."""

    value: Fraction


@frozen
class DateLiteral(Node):
    """A calendar date; a date that does not exist is reported and stands as None."""

    value: datetime.date | None


@frozen
class Name(Node):
    """A name whose meaning depends on where it stands."""

    text: str


@frozen
class Reference(Node):
    """`standard P2.1`, `key question 2.1.1`, `prompt a`."""

    kind: str
    id: Id


@frozen
class Special(Node):
    """`overall`, `rating`, `score`, `not_applicable`, `not_rated`."""

    name: str


@frozen
class ScoreOf(Node):
    """The score of a level."""

    part: Node


@frozen
class DaysBetween(Node):
    """Whole days from one date to another."""

    first: Node
    last: Node


@frozen
class ParameterFor(Node):
    """A keyed parameter's value for a key."""

    name: Name
    keys: tuple[Node, ...]


@frozen
class Bracketed(Node):
    """An expression in brackets."""

    part: Node


@frozen
class Chain(Node):
    """Conditions joined by `and` or by `or`, in the order written."""

    joints: tuple[str, ...]
    parts: tuple[Node, ...]


@frozen
class Not(Node):
    """`not …`."""

    part: Node


@frozen
class Comparison(Node):
    """Two sides and what is asked of them: is, is_not, at_least, one_of and others."""

    operator: str
    left: Node
    right: Node


@frozen
class Quantified(Node):
    """`at least 3 of prompts are yes`; no items means the prompts."""

    quantity: str
    amount: Node | None
    items: tuple[Node, ...] | None
    value: Node


@frozen
class Arithmetic(Node):
    """A first operand and the others with their signs, worked from left to right."""

    first: Node
    rest: tuple[tuple[str, Node], ...]


@frozen
class Negative(Node):
    """A number with its sign turned."""

    part: Node


@frozen
class Banded(Node):
    """The level that bands give a figure."""

    part: Node
    bands: Id


@frozen
class Rounded(Node):
    """A figure rounded."""

    part: Node
    rounding: Rounding


@frozen
class Shifted(Node):
    """A level so many places up (or, below nought, down), kept on its scale."""

    part: Node
    by: int


@frozen
class Group(Node):
    """Several expressions in brackets."""

    items: tuple[Node, ...]


@frozen
class Weighted(Node):
    """An expression and its weight."""

    part: Node
    weight: Fraction


@frozen
class Standards(Node):
    """All standards that count, or those of a domain."""

    domain: Id | None


@frozen
class KeyQuestions(Node):
    """The key questions of this standard, or of another."""

    standard: Id | None


@frozen
class Records(Node):
    """All records of a type, by its plural."""

    name: Id


@frozen
class RecordValues(Node):
    """A value of each record of a type."""

    item: Node
    records: Id


@frozen
class AnswersTo(Node):
    """The answers to questions, perhaps only certain choices."""

    choices: tuple[Node, ...]
    questions: tuple[Id, ...]


@frozen
class Aggregate(Node):
    """One figure or level out of many: sum, lowest, percent, count."""

    function: str
    over: Node
    where: Node | None = None
    among: Node | None = None
