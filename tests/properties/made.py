"""What strategies make: rules as blocks of text, and what bundles may say to them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from attrs import field, frozen
from tests.properties.workshop import HEAD


@frozen
class Block:
    """A declaration: its first words and what stands in its braces.

    `is_ordered` says that the order of the parts means something.
    """

    head: str
    parts: tuple["Block | str", ...] = ()
    is_ordered: bool = False

    def text(self, indent: str = "") -> str:
        """The block as rule text."""
        if not self.parts:
            return f"{indent}{self.head} {{ }}"
        inner = "\n".join(
            part.text(indent + "  ") if isinstance(part, Block) else f"{indent}  {part}"
            for part in self.parts
        )
        return f"{indent}{self.head} {{\n{inner}\n{indent}}}"


Part = Block | str


class Slot(NamedTuple):
    """A value that a bundle may give, and some texts that it may be.

    `is_finite` says that the texts are all there are.
    """

    values: tuple[str, ...]
    is_finite: bool = True
    is_answer: bool = False
    tally: tuple[str, ...] = ()
    """The choices of a tally, where there may be one."""


@frozen
class RecordMade:
    """A record type as bundles see it."""

    name: str
    plural: str
    is_pooled: bool
    slots: Mapping[str, Slot] = field(factory=dict)


@frozen
class Made:
    """A methodology: its declarations, and all that a bundle may say."""

    declarations: tuple[Part, ...]
    records: tuple[RecordMade, ...] = ()
    inputs: Mapping[str, Slot] = field(factory=dict)
    judged: Mapping[str, Slot] = field(factory=dict)
    decided: Mapping[str, Slot] = field(factory=dict)

    @property
    def text(self) -> str:
        """The rule file."""
        return HEAD + text_of(self.declarations)

    def _repr_pretty_(self, printer: Any, is_cycle: bool) -> None:
        """How a failing example is shown: as the rule file."""
        printer.text(self.text)


def text_of(parts: tuple[Part, ...]) -> str:
    """Declarations as rule text."""
    written = (part.text() if isinstance(part, Block) else part for part in parts)
    return "\n".join(written) + "\n"


def blocks_in(parts: tuple[Part, ...]) -> Iterator[Block]:
    """Every block, with those inside."""
    for part in parts:
        if isinstance(part, Block):
            yield part
            yield from blocks_in(part.parts)
