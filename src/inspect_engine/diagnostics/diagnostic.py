"""The one object that every output of a fault is made from."""

from collections.abc import Iterable, Mapping
from enum import Enum

from attrs import field

from inspect_engine.shapes import shape
from inspect_engine.source import Span


def _as_written(span: Span | None) -> Span | None:
    """The place that the author of a text knows."""
    return span.as_written if span is not None else None


class Severity(Enum):
    """How much a diagnostic matters, worst first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst; larger is milder."""
        return list(Severity).index(self)

    def is_at_least(self, other: "Severity") -> bool:
        """Whether this is as bad as `other`, or worse."""
        return self.rank <= other.rank


@shape(eq=True)
class Related:
    """A second place that a diagnostic speaks of, with a few words on why."""

    span: Span = field(converter=_as_written)
    label: str


@shape(eq=True)
class Cell:
    """A place in a table file, as its user knows it: sheet, row and column.

    `sheet` is empty for a CSV file. `row` counts from 1. `column` is a letter
    in a workbook and a heading or number elsewhere.
    """

    file: str
    sheet: str
    row: int
    column: str


@shape(eq=True)
class Edit:
    """Replace what a span covers by other words."""

    span: Span
    replacement: str


@shape(eq=True)
class Silenced:
    """Why its author does not want to hear of a diagnostic, and where that stands."""

    reason: str
    span: Span


@shape(kw_only=True, eq=True)
class Diagnostic:
    """One fault, in one place, with a way out.

    `code` is frozen public API; `reason` tells apart the kinds of one code.
    `message` is one sentence in the author's words; `label` the few words under
    the caret; `help` the ways out, to be read as alternatives; `data` every fact
    that the message uses, as JSON values. `span` is None only where no text is to
    blame (a missing file); then `cell` or `file` says where. One that is `silenced` is
    counted as such and as nothing else.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = field(default=None, converter=_as_written)
    label: str = ""
    reason: str = ""
    related: tuple[Related, ...] = ()
    help: tuple[str, ...] = ()
    data: Mapping[str, object] = field(factory=dict)
    fix: tuple[Edit, ...] = ()
    cell: Cell | None = None
    file: str = ""
    silenced: Silenced | None = None

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column, for sorting and for one-line outputs."""
        if self.span is not None:
            at = self.span.first
            return self.span.source.name, at.line, at.column
        if self.cell is not None:
            return self.cell.file, self.cell.row, 0
        return self.file, 0, 0


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def in_reading_order(
    diagnostics: Iterable[Diagnostic], files: Iterable[str] = ()
) -> tuple[Diagnostic, ...]:
    """Sorted by file, in the order given (others after, by name), then by place.

    The same fault in the same place is kept once.
    """
    order = {name: index for index, name in enumerate(files)}

    def key(found: Diagnostic) -> tuple[int, str, int, int, int]:
        name, line, column = found.place
        return order.get(name, len(order)), name, line, column, found.severity.rank

    kept: dict[tuple[object, ...], Diagnostic] = {}
    for found in sorted(diagnostics, key=key):
        kept.setdefault((found.code, found.place, found.message), found)
    return tuple(kept.values())
