"""How ratings are made, moved and described."""

from fractions import Fraction

from inspect_engine.shapes import shape
from inspect_engine.syntax.nodes.base import Id, Node, Words
from inspect_engine.syntax.nodes.declarations import Type


@shape(eq=True)
class Score(Node):
    """The score of a standard or of the whole."""

    expression: Node


@shape(eq=True)
class RatingRule(Node):
    """How a rating follows."""

    expression: Node


@shape(eq=True)
class Limit(Node):
    """A hard cap or floor on a rating or score."""

    of: str
    bound: str
    value: Node
    condition: Node | None
    because: Words | None
    parts: tuple[Node, ...]


@shape(eq=True)
class Adjust(Node):
    """Steps taken in order, each kept on the scale."""

    steps: tuple["Step", ...]


@shape(eq=True)
class Step(Node):
    """One step of an adjustment: raise, lower, keep at most, keep at least, set."""

    action: str
    amount: int
    value: Node | None
    condition: Node | None
    because: Words | None
    parts: tuple[Node, ...]


@shape(eq=True)
class WhenNotRated(Node):
    """What happens to members that are not rated."""

    action: str
    level: Id | None


@shape(eq=True)
class Overall(Node):
    """The overall score and rating."""

    title: Words | None
    parts: tuple[Node, ...]


@shape(eq=True)
class Table(Node):
    """A decision table."""

    id: Id
    title: Words | None
    columns: tuple[Node, ...]
    target: Type
    parts: tuple[Node, ...]


@shape(eq=True)
class Row(Node):
    """One row of a decision table."""

    cells: tuple["Cell", ...]
    result: Node
    parts: tuple[Node, ...]


@shape(eq=True)
class Cell(Node):
    """One cell of a row: any, among the alternatives, or none of them."""

    kind: str
    alternatives: tuple[Node, ...]


@shape(eq=True)
class Discretion(Node):
    """Where and how far a rating may be moved."""

    target: str
    ids: tuple[Id, ...]
    parts: tuple[Node, ...]


@shape(eq=True)
class MayMove(Node):
    """How far and which way discretion goes; no direction means both."""

    direction: str
    levels: int


@shape(eq=True)
class Trigger(Node):
    """One of the circumstances in which discretion may be used."""

    kind: str
    amount: Fraction | None = None
    condition: Node | None = None


@shape(eq=True)
class Property(Node):
    """What the author claims of the rules."""

    name: Words
    parts: tuple[Node, ...]


@shape(eq=True)
class Claim(Node):
    """One claim of a property."""

    kind: str
    condition: Node | None = None
    target: Id | None = None
