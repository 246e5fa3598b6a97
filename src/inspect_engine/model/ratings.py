"""How a rating is made, capped, moved and described."""

from fractions import Fraction

from attrs import field

from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import Kind
from inspect_engine.model.provenance import Provenance
from inspect_engine.model.scales import RatingScale
from inspect_engine.model.semantics import Interval
from inspect_engine.shapes import shape
from inspect_engine.source import Span


@shape(kw_only=True)
class Limiter:
    """A condition that caps a rating or score, or gives it a floor.

    `of` is `rating` or `score`; `bound` is `at most` or `at least`.
    """

    of: str
    bound: str
    value: Expression
    condition: Expression | None
    because: str
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Step:
    """One step of an adjustment; `action` as written, `amount` in levels."""

    action: str
    amount: int
    value: Expression | None
    condition: Expression | None
    because: str
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class RatingRule:
    """How a standard or the whole is rated.

    Exactly one of these holds: `is_judged` (inspectors give the level), a `rating`
    expression, or neither (not rated). Steps come first, in order; then floors, then
    caps.
    """

    scale: RatingScale | None
    is_judged: bool = False
    score: Expression | None = None
    rating: Expression | None = None
    steps: tuple[Step, ...] = ()
    limits: tuple[Limiter, ...] = ()


@shape(kw_only=True)
class Cell:
    """One cell of a decision table row.

    `kind` is `any`, `among` or `none of`; alternatives are intervals for numbers
    and ids for choices and levels.
    """

    kind: str
    alternatives: tuple[Interval | str, ...] = ()
    span: Span = field(repr=False)


@shape(kw_only=True)
class Row:
    """One row of a decision table."""

    cells: tuple[Cell, ...]
    result: Expression
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class DecisionTable:
    """Rows of conditions on columns, and the result of each.

    `is_first_match` takes the first row that fits; otherwise rows must not overlap.
    """

    id: str
    title: str
    columns: tuple[Expression, ...]
    kind: Kind
    is_first_match: bool
    rows: tuple[Row, ...]
    provenance: Provenance
    span: Span = field(repr=False)


@shape(kw_only=True)
class Trigger:
    """A circumstance that allows discretion.

    `kind` is `within points`, `one case`, `fewer than` or `condition`.
    """

    kind: str
    amount: Fraction | None
    condition: Expression | None
    span: Span = field(repr=False)


@shape(kw_only=True)
class Discretion:
    """Where, how far, when and with what on record a rating may be moved.

    `targets` are ids of standards, or `overall`. `direction` is `up`, `down` or
    empty for both.
    """

    targets: tuple[str, ...]
    direction: str
    levels: int
    triggers: tuple[Trigger, ...]
    needs: tuple[str, ...]
    provenance: Provenance
    span: Span = field(repr=False)
