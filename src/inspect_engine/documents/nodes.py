"""What a YAML or JSON text says: a tree of text, each piece with its place.

Nothing here has a type but text: whether «2023.1» is a version, a number or a
name is for the reader of a rule file or of a bundle to say.
"""

from attrs import field

from inspect_engine.shapes import shape
from inspect_engine.source import Span


@shape(eq=True)
class Scalar:
    """One piece of text.

    `text` is what the author means: escapes resolved, quotation marks gone. The
    span covers what is written, quotation marks included. `quoted` tells «"no"»
    from «no»; a key with nothing after it has an unquoted, empty scalar.
    """

    text: str
    span: Span = field(eq=False, repr=False)
    quoted: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is written here."""
        return not self.text and not self.quoted


@shape(eq=True)
class Sequence:
    """Items in their order."""

    items: "tuple[Node, ...]"
    span: Span = field(eq=False, repr=False)


@shape(eq=True)
class Mapping:
    """Names with what stands under them, in their order; no name comes twice."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span = field(eq=False, repr=False)

    def get(self, name: str) -> "Node | None":
        """What stands under a name, if it is there."""
        return next((value for key, value in self.entries if key.text == name), None)

    def key(self, name: str) -> Scalar | None:
        """The name as it is written, for its place."""
        return next((key for key, _ in self.entries if key.text == name), None)


Node = Scalar | Sequence | Mapping
"""Any of the three; `match` on their classes."""
