"""Conditions, figures and levels as they are written."""

from fractions import Fraction

from inspect_engine.shapes import shape
from inspect_engine.syntax.nodes.base import Id, Node
from inspect_engine.syntax.nodes.declarations import Rounding


@shape(eq=True)
class Percent(Node):
    """`50 percent`: half."""

    value: Fraction


@shape(eq=True)
class Name(Node):
    """A name whose meaning depends on where it stands."""

    text: str


@shape(eq=True)
class Reference(Node):
    """`standard P2.1`, `key question 2.1.1`, `prompt a`."""

    kind: str
    id: Id


@shape(eq=True)
class Special(Node):
    """`overall`, `rating`, `score`, `not_applicable`, `not_rated`."""

    name: str


@shape(eq=True)
class ScoreOf(Node):
    """The score of a level."""

    part: Node


@shape(eq=True)
class DaysBetween(Node):
    """Whole days from one date to another."""

    first: Node
    last: Node


@shape(eq=True)
class ParameterFor(Node):
    """A keyed parameter's value for a key."""

    name: Name
    keys: tuple[Node, ...]


@shape(eq=True)
class Bracketed(Node):
    """An expression in brackets."""

    part: Node


@shape(eq=True)
class Chain(Node):
    """Conditions joined by `and` or by `or`, in the order written."""

    joints: tuple[str, ...]
    parts: tuple[Node, ...]


@shape(eq=True)
class Not(Node):
    """`not …`."""

    part: Node


@shape(eq=True)
class Comparison(Node):
    """Two sides and what is asked of them: is, is_not, at_least, one_of and others."""

    operator: str
    left: Node
    right: Node


@shape(eq=True)
class Quantified(Node):
    """`at least 3 of prompts are yes`; no items means the prompts."""

    quantity: str
    amount: Node | None
    items: tuple[Node, ...] | None
    value: Node


@shape(eq=True)
class Arithmetic(Node):
    """A first operand and the others with their signs, worked from left to right."""

    first: Node
    rest: tuple[tuple[str, Node], ...]


@shape(eq=True)
class Negative(Node):
    """A number with its sign turned."""

    part: Node


@shape(eq=True)
class Banded(Node):
    """The level that bands give a figure."""

    part: Node
    bands: Id


@shape(eq=True)
class Rounded(Node):
    """A figure rounded."""

    part: Node
    rounding: Rounding


@shape(eq=True)
class Shifted(Node):
    """A level so many places up (or, below nought, down), kept on its scale."""

    part: Node
    by: int


@shape(eq=True)
class Group(Node):
    """Several expressions in brackets."""

    items: tuple[Node, ...]


@shape(eq=True)
class Weighted(Node):
    """An expression and its weight."""

    part: Node
    weight: Fraction


@shape(eq=True)
class Standards(Node):
    """All standards that count, or those of a domain."""

    domain: Id | None


@shape(eq=True)
class KeyQuestions(Node):
    """The key questions of this standard, or of another."""

    standard: Id | None


@shape(eq=True)
class Records(Node):
    """All records of a type, by its plural."""

    name: Id


@shape(eq=True)
class RecordValues(Node):
    """A value of each record of a type."""

    item: Node
    records: Id


@shape(eq=True)
class AnswersTo(Node):
    """The answers to questions, perhaps only certain choices."""

    choices: tuple[Node, ...]
    questions: tuple[Id, ...]


@shape(eq=True)
class Aggregate(Node):
    """One figure or level out of many: sum, lowest, percent, count."""

    function: str
    over: Node
    where: Node | None = None
    among: Node | None = None
