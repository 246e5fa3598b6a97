"""Where a declaration comes from: documents cited, or reasons for assuming it."""

from attrs import field

from inspect_engine.shapes import shape
from inspect_engine.source import Span


@shape
class Source:
    """A document that declarations cite."""

    id: str
    title: str
    address: str
    span: Span = field(repr=False)


@shape
class Citation:
    """A place in a source."""

    source: Source
    where: str
    span: Span = field(repr=False)


@shape(eq=True)
class Provenance:
    """The citations and assumptions of a declaration; both may be empty."""

    citations: tuple[Citation, ...] = ()
    assumptions: tuple[str, ...] = ()
    guidance: str = ""


NOWHERE = Provenance()
