"""Files, methodologies, scales, bands, records, parameters and questions."""

from fractions import Fraction

from inspect_engine.shapes import shape
from inspect_engine.syntax.nodes.base import DateLiteral, Id, Node, Number, Words


@shape(eq=True)
class File(Node):
    """A whole rule file."""

    items: tuple[Node, ...]


@shape(eq=True)
class Methodology(Node):
    """The head of a methodology: its id, version, dates and sources."""

    id: Id
    title: Words
    parts: tuple[Node, ...]


@shape(eq=True)
class InForce(Node):
    """From when, and up to and including when, a version is in force."""

    start: "DateLiteral"
    until: "DateLiteral | None"


@shape(eq=True)
class Source(Node):
    """A document that declarations cite."""

    id: Id
    title: Words
    address: Words | None


@shape(eq=True)
class Extends(Node):
    """The pinned version that this file changes."""

    id: Id
    version: Id


@shape(eq=True)
class Use(Node):
    """A file whose declarations belong to this one too."""

    path: Words


@shape(eq=True)
class Change(Node):
    """`replace`, `add` or `remove`: what an extending file does to the other.

    With `parts` it adds statements to the block of that kind and id.
    """

    action: str
    kind: str
    id: Id | None
    declaration: Node | None = None
    parts: tuple[Node, ...] = ()


@shape(eq=True)
class Scale(Node):
    """A rating scale, its levels from worst to best."""

    id: Id
    title: Words | None
    parts: tuple[Node, ...]


@shape(eq=True)
class Level(Node):
    """One level of a scale."""

    id: Id
    score: "Number | None"
    label: Words | None
    word: Words | None
    parts: tuple[Node, ...]


@shape(eq=True)
class Measure(Node):
    """What bands divide up: a percent, whole numbers or numbers, and their extent."""

    kind: str
    low: Fraction | None = None
    high: Fraction | None = None


@shape(eq=True)
class Rounding(Node):
    """How a figure is rounded: mode, and the step to a multiple of which it goes."""

    mode: str
    step: Fraction


@shape(eq=True)
class Range(Node):
    """From a low end to a high end; an end that is None is open without limit."""

    low: Fraction | None
    low_included: bool
    high: Fraction | None
    high_included: bool


@shape(eq=True)
class Bands(Node):
    """Which figures earn which level."""

    id: Id
    measure: Measure
    scale: Id
    title: Words | None
    parts: tuple[Node, ...]


@shape(eq=True)
class Band(Node):
    """One interval of figures and its level."""

    range: Range
    level: Id
    word: Words | None
    parts: tuple[Node, ...]


@shape(eq=True)
class Answers(Node):
    """A named set of answers that questions share."""

    id: Id
    title: Words | None
    is_ordered: bool
    parts: tuple[Node, ...]


@shape(eq=True)
class Answer(Node):
    """One answer of a set."""

    id: Id
    label: Words | None
    also: tuple[str, ...]
    counts_as_yes: bool


@shape(eq=True)
class Choice(Node):
    """One value of `one of`: a name or a number."""

    value: "Id | Number"
    label: Words | None
    also: tuple[str, ...]


@shape(eq=True)
class Type(Node):
    """What kind of value a fact, input, parameter or table gives."""

    kind: str
    choices: tuple[Choice, ...] = ()
    is_ordered: bool = False
    low: Fraction | None = None
    high: Fraction | None = None
    of: Id | None = None
    may_be_not_applicable: bool = False


@shape(eq=True)
class Record(Node):
    """A type of record: case, interview, survey response, recommendation."""

    id: Id
    title: Words | None
    parts: tuple[Node, ...]


@shape(eq=True)
class Fact(Node):
    """A fact of a record, or an input of the inspection; `kind` says which."""

    kind: str
    id: Id
    title: Words | None
    type: Type
    parts: tuple[Node, ...]


@shape(eq=True)
class Derive(Node):
    """A fact of a record worked out from others by clauses."""

    id: Id
    title: Words | None
    type: Type
    parts: tuple[Node, ...]


@shape(eq=True)
class Clause(Node):
    """`yes when …`; without a condition, `otherwise …`."""

    value: Id
    condition: Node | None


@shape(eq=True)
class Parameter(Node):
    """A figure that has its value from a date on, perhaps by a key."""

    id: Id
    title: Words | None
    type: Type
    keys: tuple[Id, ...]
    parts: tuple[Node, ...]


@shape(eq=True)
class Entry(Node):
    """A parameter's value from a date on."""

    start: "DateLiteral"
    until: "DateLiteral | None"
    keys: tuple[Node, ...]
    value: Node
    parts: tuple[Node, ...]


@shape(eq=True)
class Let(Node):
    """A name for a value worked out."""

    id: Id
    title: Words | None
    expression: Node
    parts: tuple[Node, ...]


@shape(eq=True)
class Domain(Node):
    """A group of standards."""

    id: Id
    title: Words
    parts: tuple[Node, ...]


@shape(eq=True)
class Standard(Node):
    """A statement of expected quality."""

    id: Id
    title: Words
    parts: tuple[Node, ...]


@shape(eq=True)
class Question(Node):
    """A key question, question or prompt; `kind` says which."""

    kind: str
    id: Id
    title: Words
    parts: tuple[Node, ...]


@shape(eq=True)
class QuestionSet(Node):
    """Questions asked only of the records that meet a condition."""

    id: Id
    title: Words | None
    condition: Node
    parts: tuple[Node, ...]


@shape(eq=True)
class AskedWhen(Node):
    """The condition under which a question applies to a record."""

    condition: Node


@shape(eq=True)
class Pools(Node):
    """The questions whose answers a key question counts together."""

    ids: tuple[Id, ...]


@shape(eq=True)
class Characteristic(Node):
    """Prose that describes a level of a standard."""

    level: Id
    text: Words


@shape(eq=True)
class Note(Node):
    """A remark that results carry, always or under a condition."""

    text: Words
    condition: Node | None
