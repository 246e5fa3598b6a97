"""What came of running examples: which passed, and what differs in the others."""

from enum import Enum

from attrs import field

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.shapes import shape
from inspect_engine.source import Span


class Written(Enum):
    """How an expectation is written, and so how another is put in its place."""

    VALUE = "value"
    LIST = "list"
    ROW = "row"
    ROW_OF_DRIVERS = "row of drivers"
    RULES = "rules"


@shape(kw_only=True)
class Mismatch:
    """One expectation that does not hold.

    `under` are the figures that the found value rests on, a line each. `instead` are
    the words that would make the expectation true; empty where there are none.
    """

    subject: str
    expected: str
    found: str
    under: tuple[str, ...] = ()
    span: Span = field(repr=False)
    written: Written = Written.VALUE
    instead: tuple[str, ...] = ()
    may_be_none: bool = False
    """Whether nothing at all may stand in its place, as an empty list."""


@shape(kw_only=True)
class ExampleOutcome:
    """One example with all of its expectations that do not hold."""

    name: str
    span: Span = field(repr=False)
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def is_passed(self) -> bool:
        """Whether everything came as expected."""
        return not self.mismatches

    @property
    def file(self) -> str:
        """The file that the example stands in."""
        return self.span.source.name

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.span.first.line


@shape(kw_only=True)
class ExampleRun:
    """What came of all examples that were found.

    `files` are those that hold examples. `diagnostics` says what kept some of them
    from being run; `is_unread` that some of it is about the examples themselves,
    and not about the rules.
    """

    outcomes: tuple[ExampleOutcome, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    is_unread: bool = False

    @property
    def passed(self) -> int:
        """How many came out as expected."""
        return sum(one.is_passed for one in self.outcomes)

    @property
    def failed(self) -> int:
        """How many did not."""
        return len(self.outcomes) - self.passed
