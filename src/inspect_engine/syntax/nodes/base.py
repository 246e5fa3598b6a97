"""The smallest pieces of what is written, and what all nodes have."""

import datetime
from fractions import Fraction

from attrs import field

from inspect_engine.shapes import shape
from inspect_engine.source import Span


@shape(eq=True)
class Node:
    """Anything the author wrote, with its place."""

    span: Span = field(eq=False, repr=False, kw_only=True)


@shape(eq=True)
class Id(Node):
    """A name or number by which something is known."""

    text: str


@shape(eq=True)
class Words(Node):
    """A text in quotes, without them; several in a row are one."""

    text: str


@shape(eq=True)
class Setting(Node):
    """A fixed word with at most one value: `unrated`, `version 2023.1`."""

    name: str
    value: object = None


@shape(eq=True)
class Cite(Node):
    """Where a declaration comes from: `cite kirklees "page 16"`."""

    source: Id
    where: Words


@shape(eq=True)
class Assumed(Node):
    """Why a declaration is believed though no source was seen."""

    why: Words


@shape(eq=True)
class Number(Node):
    """A number as written."""

    value: Fraction
    written: str = field(eq=False)


@shape(eq=True)
class DateLiteral(Node):
    """A calendar date; a date that does not exist is reported and stands as None."""

    value: datetime.date | None
