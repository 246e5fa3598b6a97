"""Examples that stand in the rules: what is given, and what must come of it."""

from attrs import field

from inspect_engine.documents.nodes import Node, Scalar
from inspect_engine.model.expressions import Expression
from inspect_engine.shapes import shape
from inspect_engine.source import Span


@shape
class Assigned:
    """A value for a name, written as a bundle would say it."""

    name: Scalar
    value: Node


@shape
class ExampleRecords:
    """So many records of a type that are alike, with their facts and answers."""

    record: str
    count: int
    assigned: tuple[Assigned, ...]


@shape(kw_only=True)
class Expectation:
    """One thing that must come of an example.

    `kind` is `holds` (with a `condition`), `may be` (of the `subject` exactly the
    levels in `names` are possible), `decided by` (the drivers of `target` are those
    in `names`) or `diagnostic` (the codes in `names` are told).
    """

    kind: str
    text: str
    condition: Expression | None = None
    subject: Expression | None = None
    target: str = ""
    names: tuple[str, ...] = ()
    span: Span = field(repr=False)


@shape(kw_only=True)
class Example:
    """An inspection in short, with what its author expects of it.

    A row of a table is an example of its own, and `row` its number, from 1; it is 0
    for what stands outside tables.
    """

    name: str
    row: int = 0
    given: tuple[Assigned, ...]
    records: tuple[ExampleRecords, ...]
    expectations: tuple[Expectation, ...]
    span: Span = field(repr=False)
