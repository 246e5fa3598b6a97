"""The values that rules are worked out from, listed where that can be done.

A number is split where the rules compare it with something, so that one value stands
for all that are treated alike; its weight is how many these are.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor

from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, parts_of
from inspect_engine.model.kinds import (
    NOT_APPLICABLE,
    ChoiceKind,
    Kind,
    LevelKind,
    NumberKind,
)
from inspect_engine.model.methodology import Methodology
from inspect_engine.model.ratings import DecisionTable
from inspect_engine.model.semantics import Interval, plain
from inspect_engine.records.bundle import Given
from inspect_engine.shapes import shape

SHARE = Interval(Fraction(0), True, Fraction(1), True)
"""What a percent of records can be."""

MOST_LISTED = 1000
"""Up to so many whole numbers are listed one by one."""

OPAQUE = (
    model.AnswerFigure,
    model.RecordFigure,
    model.RecordAggregate,
    model.ParameterValue,
)
"""What depends on all records, or on the date."""


@shape
class Variable:
    """Something that is given, with all it may be.

    `place` is `input`, `judgement`, `published` or `record`. `weights` say how many
    values each stands for, None for without end.
    """

    place: str
    name: str
    values: tuple[Given, ...]
    weights: tuple[int | None, ...]
    unit: int = 1
    """100 where values are shares that are written as percents."""

    def shown(self, value: Given) -> Given:
        """A value as it is written."""
        return value * self.unit if isinstance(value, Fraction) else value


@shape
class Space:
    """The variables of some expressions, and what in them cannot be listed."""

    variables: tuple[Variable, ...]
    unknown: tuple[str, ...]
    is_opaque: bool = False
    """Whether something depends on all records, or on the date."""

    @property
    def size(self) -> int:
        """How many combinations of values there are."""
        found = 1
        for one in self.variables:
            found *= len(one.values)
        return found


def space_of(rules: Methodology, nodes: Iterable[object]) -> Space:
    """All that some expressions, rules or tables are worked out from."""
    walk = Walk(rules)
    walk.visit(tuple(nodes))
    return walk.space()


class Walk:
    """One walk through expressions and all that they name."""

    def __init__(self, rules: Methodology) -> None:
        self.rules = rules
        self.kinds: dict[tuple[str, str], Kind] = {}
        self.unknown: dict[str, None] = {}
        self.is_opaque = False
        self.seen: set[tuple[str, str]] = set()
        self.cuts: dict[tuple[str, str], set[Fraction]] = {}
        self.uses: dict[tuple[str, str], int] = {}
        self.direct: dict[tuple[str, str], int] = {}

    def visit(self, node: object) -> None:
        """Note what an expression or rule is made of, and follow its names."""
        if isinstance(node, tuple):
            for one in node:
                self.visit(one)
            return
        if isinstance(node, DecisionTable):
            self.cut_by_table(node)
        for part in parts_of(node):
            self.cut(part)
            self.follow(part)

    def follow(self, part: Expression) -> None:
        """Note a variable, or go on with what a name stands for."""
        match part:
            case model.InputValue():
                self.found("input", part.name, part.kind)
            case model.Judgement():
                self.found("judgement", part.question, part.kind)
            case model.RecordValue():
                self.follow_record(part)
            case model.NamedValue() if self.is_new("value", part.name):
                value = self.rules.values[part.name]
                self.visit((value.expression, value.table))
            case model.RatingOf() | model.ScoreOf():
                self.follow_rating(part.target)
            case _ if isinstance(part, OPAQUE):
                self.is_opaque = True
                self.unknown[" ".join(part.span.text.split())] = None

    def follow_record(self, part: model.RecordValue) -> None:
        """A fact or answer of a record."""
        fact = self.rules.records[part.record].facts.get(part.name)
        if fact is not None and not fact.is_given:
            if self.is_new(part.record, part.name):
                self.visit((fact.derivation, fact.expression, fact.table))
            return
        self.found("record", part.name, part.kind)
        if fact is None and self.is_new("question", part.name):
            question = self.rules.questions[part.name]
            self.visit(question.derivation)
            for condition in question.asked_when:
                # A key question shares its conditions with all of its prompts.
                if self.is_new("asked when", str(id(condition))):
                    self.visit(condition)

    def follow_rating(self, target: str) -> None:
        """A rating: judged, worked out from what can be listed, or taken as it is."""
        if target == "overall":
            if self.rules.overall is not None and self.is_new("rating", target):
                self.visit(self.rules.overall.rule)
            return
        rule = self.rules.standards[target].rule
        if rule.scale is None:
            return
        if rule.is_judged:
            self.found("judgement", target, LevelKind(rule.scale))
        elif depends_on_records(rule):
            self.found("published", target, LevelKind(rule.scale))
        elif self.is_new("rating", target):
            self.visit(rule)

    def is_new(self, kind: str, name: str) -> bool:
        """Whether a name is met for the first time."""
        known = (kind, name) in self.seen
        self.seen.add((kind, name))
        return not known

    def found(self, place: str, name: str, kind: Kind) -> None:
        """A variable."""
        self.kinds[place, name] = kind
        self.uses[place, name] = self.uses.get((place, name), 0) + 1

    # --- where numbers are compared -----------------------------------------------

    def cut(self, part: Expression) -> None:
        """Note the numbers that a variable is compared with."""
        match part:
            case model.Comparison():
                self.cut_at(part.left, (part.right,))
                self.cut_at(part.right, (part.left,))
            case model.Membership():
                self.cut_at(part.part, part.values)

    def cut_at(self, node: Expression, others: Iterable[Expression]) -> None:
        """A variable that stands alone beside numbers."""
        key = variable_key(node)
        values = [getattr(other, "value", None) for other in others]
        is_plain = all(isinstance(other, model.Constant) for other in others)
        if key is not None and is_plain:
            numbers = {value for value in values if isinstance(value, Fraction)}
            self.cuts.setdefault(key, set()).update(numbers)
            self.direct[key] = self.direct.get(key, 0) + 1

    def cut_by_table(self, table: DecisionTable) -> None:
        """Note the ends of ranges in the columns of a table."""
        for place, column in enumerate(table.columns):
            key = variable_key(column)
            if key is not None:
                ends = ends_in(table, place)
                self.cuts.setdefault(key, set()).update(ends)
                self.direct[key] = self.direct.get(key, 0) + 1

    # --- the space --------------------------------------------------------------

    def space(self) -> Space:
        """What was found."""
        listed: list[Variable] = []
        for key, kind in self.kinds.items():
            is_compared_only = self.direct.get(key) == self.uses[key]
            cuts = self.cuts.get(key, set()) if is_compared_only else None
            pairs = listing(kind, cuts)
            if pairs is None:
                self.unknown[key[1]] = None
            else:
                values, weights = zip(*pairs, strict=True)
                unit = 100 if getattr(kind, "kind", "") == "percent" else 1
                listed.append(Variable(*key, values, weights, unit))
        return Space(tuple(listed), tuple(self.unknown), self.is_opaque)


def depends_on_records(node: object) -> bool:
    """Whether a rule or figure follows from many records, or from the date."""
    return any(isinstance(part, OPAQUE) for part in parts_of(node))


def variable_key(node: Expression) -> tuple[str, str] | None:
    """The variable that an expression is, if it is just that."""
    match node:
        case model.InputValue():
            return "input", node.name
        case model.RecordValue():
            return "record", node.name
    return None


def ends_in(table: DecisionTable, place: int) -> set[Fraction]:
    """Where the ranges of a column begin and end."""
    found: set[Fraction] = set()
    for row in table.rows:
        for one in row.cells[place].alternatives:
            if isinstance(one, Interval):
                found |= {end for end in (one.low, one.high) if end is not None}
    return found


Listed = list[tuple[Given, int | None]]


def listing(kind: Kind, cuts: set[Fraction] | None) -> Listed | None:
    """All that a value of a kind may be, with weights; None where there is no list."""
    found: Listed | None = None
    match kind:
        case ChoiceKind():
            found = [(choice.id, 1) for choice in kind.choices]
        case LevelKind():
            found = [(level.id, 1) for level in kind.scale.levels]
        case NumberKind() if kind.allowed:
            found = [(value, 1) for value in kind.allowed]
        case NumberKind() if kind.kind != "percent" or kind.extent is SHARE:
            # The extent of a percent that is given is not in shares of one.
            found = numbers_of(kind, cuts)
    if found is not None and getattr(kind, "may_be_not_applicable", False):
        found.append((NOT_APPLICABLE, 1))
    return found or None


def numbers_of(kind: NumberKind, cuts: set[Fraction] | None) -> Listed | None:
    """The numbers of a kind, one for all between two cuts where there are cuts."""
    is_whole = kind.kind not in ("number", "percent")
    if cuts is not None:
        return list(atoms(kind.extent, cuts, is_whole=is_whole))
    low, high = kind.extent.low, kind.extent.high
    if not is_whole or low is None or high is None or high - low > MOST_LISTED:
        return None
    return [(Fraction(n), 1) for n in range(ceil(low), floor(high) + 1)]


def atoms(
    extent: Interval, cuts: Iterable[Fraction], *, is_whole: bool
) -> Iterator[tuple[Fraction, int | None]]:
    """A number for each stretch that no cut divides, and how many it stands for."""
    ends = sorted({*cuts, *(e for e in (extent.low, extent.high) if e is not None)})
    stretches = [Interval(None, False, ends[0] if ends else None, False)]
    for place, end in enumerate(ends):
        after = ends[place + 1] if place + 1 < len(ends) else None
        stretches.append(Interval(end, True, end, True))
        stretches.append(Interval(end, False, after, False))
    for stretch in stretches:
        inside = stretch.common(extent)
        if not inside.is_empty:
            found = a_whole(inside) if is_whole else (a_number(inside), None)
            if found is not None:
                yield found


def a_whole(inside: Interval) -> tuple[Fraction, int | None] | None:
    """The first whole number of a stretch, and how many there are."""
    low, high = inside.low, inside.high
    if low is None:
        if high is None:
            return Fraction(0), None
        last = floor(high) - (high.denominator == 1 and not inside.high_included)
        return Fraction(last), None
    first = ceil(low) + (low.denominator == 1 and not inside.low_included)
    if high is None:
        return Fraction(first), None
    last = floor(high) - (high.denominator == 1 and not inside.high_included)
    return (Fraction(first), last - first + 1) if last >= first else None


def a_number(inside: Interval) -> Fraction:
    """Some number of a stretch."""
    low, high = inside.low, inside.high
    if low is None:
        return Fraction(0) if high is None else high - (not inside.high_included)
    if high is None:
        return low + (not inside.low_included)
    return (low + high) / 2


def in_words(value: Given) -> str:
    """A value as people write it."""
    return plain(value) if isinstance(value, Fraction) else str(value)
