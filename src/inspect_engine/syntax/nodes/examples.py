"""Examples as they are written: what is given, and what must come of it."""

from inspect_engine.shapes import shape
from inspect_engine.syntax.nodes.base import Id, Node, Words


@shape(eq=True)
class Example(Node):
    """An inspection in short, with what its author expects of it."""

    name: Words
    parts: tuple[Node, ...]


@shape(eq=True)
class Assigned(Node):
    """`P1.1, P1.2 are good`: one value for one or more names."""

    ids: tuple[Id, ...]
    value: Node


@shape(eq=True)
class Given(Node):
    """What an example takes as found."""

    assigned: tuple[Assigned, ...]


@shape(eq=True)
class CountOutOf(Node):
    """`18 of 42`: how many are yes, of how many that are relevant."""

    count: int
    total: int


@shape(eq=True)
class PercentOutOf(Node):
    """`43 percent of 42`: a published percent with its base."""

    percent: str
    total: int


@shape(eq=True)
class ChoiceCounts(Node):
    """`(27 order, 15 licence)`: how many there are of each choice."""

    counts: tuple[tuple[int, Id], ...]


@shape(eq=True)
class ExampleRecords(Node):
    """One record, or so many that are alike, with their facts and answers."""

    count: int
    record: Id
    parts: tuple[Given, ...]


@shape(eq=True)
class Expectation(Node):
    """One thing that must come of an example.

    `kind` is `holds`, `may be`, `decided by` or `diagnostic`; the subject of the
    last is the code in quotes.
    """

    kind: str
    subject: Node
    names: tuple[Node, ...] = ()


@shape(eq=True)
class Expect(Node):
    """What must come of an example."""

    expectations: tuple[Expectation, ...]


@shape(eq=True)
class ExampleTable(Node):
    """Rows of values for names, each with what must come of it."""

    ids: tuple[Id, ...]
    targets: tuple[Node, ...]
    parts: "tuple[ExampleRow, ...]"


@shape(eq=True)
class ExampleRow(Node):
    """One row: a value for each name, then what is expected of each target.

    Several alternatives of one target mean that all of them, and no others, are
    still possible.
    """

    cells: tuple[Node, ...]
    wanted: "tuple[Wanted, ...]"


@shape(eq=True)
class Wanted(Node):
    """What a row expects of one target."""

    alternatives: tuple[Node, ...]
