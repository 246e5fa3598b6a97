"""Conditions, figures and levels as they are written."""

from fractions import Fraction

from attrs import frozen

from inspect_engine.syntax.nodes.base import Id, Node
from inspect_engine.syntax.nodes.declarations import Rounding


@frozen
class Percent(Node):
    """`50 percent`: half."""

    value: Fraction


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
