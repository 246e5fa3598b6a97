"""The smallest pieces of what is written, and what all nodes have."""

import datetime
from fractions import Fraction

from attrs import field, frozen

from inspect_engine.source import Span


@frozen
class Node:
    """Anything the author wrote, with its place."""

    span: Span = field(eq=False, repr=False, kw_only=True)


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


@frozen
class Number(Node):
    """A number as written."""

    value: Fraction
    written: str = field(eq=False)


@frozen
class DateLiteral(Node):
    """A calendar date; a date that does not exist is reported and stands as None."""

    value: datetime.date | None
