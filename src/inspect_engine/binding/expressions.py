"""Expressions as written to expressions as meant: names found, kinds agreed."""

from collections.abc import Iterable

from inspect_engine.binding import kinds
from inspect_engine.binding.aggregates import AggregateBinder
from inspect_engine.binding.faults import NoOrder, NotACondition, NotInScope, WrongKind
from inspect_engine.binding.scopes import Scope
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import (
    DATE,
    NOT_APPLICABLE,
    NOT_RATED,
    NUMBER,
    PERCENT,
    ChoiceKind,
    ConditionKind,
    Kind,
    LevelKind,
    NumberKind,
    TextKind,
)
from inspect_engine.model.semantics import Rounding
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node

Bound = Expression | None


def kind_of(expression: Expression) -> Kind:
    """The kind of a bound expression."""
    kind: Kind = expression.kind  # type: ignore[attr-defined]
    return kind


class ExpressionBinder(AggregateBinder):
    """Binds conditions, figures and levels; reports what does not fit."""

    def bind(self, node: Node, scope: Scope, needed: Kind | None = None) -> Bound:
        """The meaning of an expression, or None where it has none (then reported)."""
        bound = self.bind_any(node, scope, needed)
        if bound is None or needed is None or kinds.agree(kind_of(bound), needed):
            return bound
        self.wrong_kind(node, kind_of(bound), needed)
        return None

    def condition(self, node: Node, scope: Scope) -> Bound:
        """The meaning of something that must be true or false."""
        bound = self.bind_any(node, scope, None)
        if bound is not None and not isinstance(kind_of(bound), ConditionKind):
            found = kinds.in_words(kind_of(bound))
            self.report(NotACondition(what=short(node.span), found=found).at(node.span))
            return None
        return bound

    def wrong_kind(self, node: Node, found: Kind, needed: Kind) -> None:
        """Say that one kind stands where another is needed."""
        fault = WrongKind(
            what=short(node.span),
            found=kinds.in_words(found),
            needed=kinds.in_words(needed),
            suggestion=_suggestion(node, found, needed),
        )
        self.report(fault.at(node.span))

    def bind_any(self, node: Node, scope: Scope, needed: Kind | None) -> Bound:
        """The meaning of an expression, of whatever kind it is."""
        span = node.span
        match node:
            case nodes.Bracketed():
                return self.bind_any(node.part, scope, needed)
            case nodes.Chain():
                return self.chain(node, scope)
            case nodes.Not():
                part = self.condition(node.part, scope)
                return None if part is None else model.Opposite(part, span=span)
            case nodes.Comparison():
                return self.comparison(node, scope)
            case nodes.Quantified():
                return self.quantified(node, scope)
            case nodes.Arithmetic():
                return self.arithmetic(node, scope)
            case nodes.Negative():
                part = self.figure(node.part, scope)
                if part is None:
                    return None
                return model.Negative(part, kind_of(part), span=span)
            case nodes.Rounded():
                return self.rounded(node, scope)
            case nodes.Banded():
                return self.banded(node, scope)
            case nodes.Shifted():
                return self.shifted(node, scope, needed)
            case nodes.Aggregate():
                return self.aggregate(node, scope, needed)
            case nodes.Number():
                return model.Constant(node.value, NUMBER, span=span)
            case nodes.Percent():
                return model.Constant(node.value, PERCENT, span=span)
            case nodes.DateLiteral():
                return (
                    None
                    if node.value is None
                    else model.Constant(node.value, DATE, span=span)
                )
            case nodes.Words():
                return model.Constant(node.text, TextKind(), span=span)
            case nodes.Name() | nodes.Id():
                return self.name(node.text, span, scope, needed)
            case nodes.Reference():
                return self.reference(node, scope)
            case nodes.Special():
                return self.special(node, scope, needed)
            case nodes.ScoreOf():
                return self.score_of(node, scope)
            case nodes.DaysBetween():
                return self.days_between(node, scope)
            case nodes.ParameterFor():
                keys = tuple(node.keys)
                return self.parameter(node.name.text, node.name.span, keys, scope)
        raise AssertionError(node)

    # --- conditions -----------------------------------------------------------

    def chain(self, node: nodes.Chain, scope: Scope) -> Bound:
        """`… and …` or `… or …`; a mixture was reported when it was read."""
        parts = [self.condition(part, scope) for part in node.parts]
        bound = tuple(part for part in parts if part is not None)
        if len(bound) < len(parts):
            return None
        made = model.AllOf if node.joints[0] == "and" else model.AnyOf
        return made(bound, span=node.span)

    def comparison(self, node: nodes.Comparison, scope: Scope) -> Bound:
        """Two sides of one kind; a bare name takes its kind from the other side."""
        if node.operator.endswith("one of"):
            return self.membership(node, scope)
        left, right = self.sides(node.left, node.right, scope)
        if left is None or right is None:
            return None
        left_kind, right_kind = kind_of(left), kind_of(right)
        if not kinds.agree(left_kind, right_kind):
            self.wrong_kind(node.right, right_kind, left_kind)
            return None
        if not self.can_compare(node.left, left_kind):
            return None
        is_ordering = node.operator not in ("is", "is not")
        if is_ordering and not kinds.has_order(left_kind):
            fault = NoOrder(
                what=short(node.left.span),
                operator=node.operator,
                found=kinds.in_words(left_kind),
            )
            self.report(fault.at(node.left.span))
            return None
        return model.Comparison(node.operator, left, right, span=node.span)

    def can_compare(self, node: Node, kind: Kind) -> bool:
        """Whether values of a kind are compared; conditions are joined instead."""
        if not isinstance(kind, ConditionKind):
            return True
        fault = WrongKind(
            what=short(node.span),
            found="a condition",
            needed="a value",
            suggestion="join conditions with «and» or «or»",
        )
        self.report(fault.at(node.span))
        return False

    def sides(self, one: Node, two: Node, scope: Scope) -> tuple[Bound, Bound]:
        """Both sides of a comparison, the one that has a kind of its own first."""
        if self.is_constant_name(one, scope) and not self.is_constant_name(two, scope):
            right = self.bind_any(two, scope, None)
            left = None if right is None else self.bind_any(one, scope, kind_of(right))
            return left, right
        left = self.bind_any(one, scope, None)
        right = self.bind_any(two, scope, kind_of(left) if left is not None else None)
        return left, right

    def is_constant_name(self, node: Node, scope: Scope) -> bool:
        """Whether a node is a name that is no value here: a choice or level, then."""
        while isinstance(node, nodes.Bracketed):
            node = node.part
        if isinstance(node, nodes.Special):
            return node.name in (NOT_APPLICABLE, NOT_RATED)
        return isinstance(node, nodes.Name) and not self.is_value(node.text, scope)

    def membership(self, node: nodes.Comparison, scope: Scope) -> Bound:
        """`is one of (…)`."""
        part = self.bind_any(node.left, scope, None)
        if part is None or not self.can_compare(node.left, kind_of(part)):
            return None
        assert isinstance(node.right, nodes.Group)
        found = [self.bind(item, scope, kind_of(part)) for item in node.right.items]
        values = tuple(value for value in found if value is not None)
        if len(values) < len(found):
            return None
        is_negated = node.operator == "is not one of"
        return model.Membership(part, values, is_negated, span=node.span)

    def quantified(self, node: nodes.Quantified, scope: Scope) -> Bound:
        """`at least 3 of prompts are yes`."""
        items = self.quantified_items(node, scope)
        amount = None
        if node.amount is not None:
            amount = self.bind(node.amount, scope, NUMBER)
            if amount is None:
                return None
        if not items:
            return None
        kind = kind_of(items[0])
        if not isinstance(kind, (ChoiceKind, LevelKind)):
            fault = WrongKind(
                what=short(items[0].span),
                found=kinds.in_words(kind),
                needed="a choice or level",
            )
            self.report(fault.at(items[0].span))
            return None
        value = self.bind(node.value, scope, kind)
        if value is None:
            return None
        return model.Quantified(node.quantity, amount, items, value, span=node.span)

    def quantified_items(
        self, node: nodes.Quantified, scope: Scope
    ) -> tuple[Expression, ...]:
        """What is counted: the prompts of the question, or what stands in brackets."""
        if node.items is None:
            return self.prompts_here(node.span, scope)
        first = self.bind_any(node.items[0], scope, None)
        if first is None:
            return ()
        rest = [self.bind(item, scope, kind_of(first)) for item in node.items[1:]]
        found = [first, *(item for item in rest if item is not None)]
        return tuple(found) if len(found) == len(node.items) else ()

    # --- figures and levels ---------------------------------------------------

    def figure(self, node: Node, scope: Scope) -> Bound:
        """The meaning of something that must be a number or percent."""
        bound = self.bind_any(node, scope, None)
        if bound is not None and not kinds.is_number(kind_of(bound)):
            self.wrong_kind(node, kind_of(bound), NUMBER)
            return None
        return bound

    def arithmetic(self, node: nodes.Arithmetic, scope: Scope) -> Bound:
        """A sum or product; percents and numbers are not added to one another."""
        first = self.figure(node.first, scope)
        operands = [(sign, self.figure(part, scope), part) for sign, part in node.rest]
        if first is None or any(bound is None for _, bound, _ in operands):
            return None
        percent = kinds.is_percent(kind_of(first))
        rest: list[tuple[str, Expression]] = []
        for sign, bound, part in operands:
            assert bound is not None
            is_percent = kinds.is_percent(kind_of(bound))
            if sign in "+-" and is_percent != percent:
                self.wrong_kind(part, kind_of(bound), PERCENT if percent else NUMBER)
                return None
            if sign == "*":
                percent = percent or is_percent
            elif sign == "/":
                percent = percent and not is_percent
            rest.append((sign, bound))
        kind = PERCENT if percent else NUMBER
        return model.Arithmetic(first, tuple(rest), kind, span=node.span)

    def rounded(self, node: nodes.Rounded, scope: Scope) -> Bound:
        """A figure rounded."""
        part = self.figure(node.part, scope)
        rounding = Rounding(node.rounding.mode, node.rounding.step)
        if part is None:
            return None
        return model.Rounded(part, rounding, kind_of(part), span=node.span)

    def banded(self, node: nodes.Banded, scope: Scope) -> Bound:
        """A figure put on a scale; lowest and highest band each member first."""
        bands = self.bands(node.bands)
        inner = unbracketed(node.part)
        if isinstance(inner, nodes.Aggregate) and bands_each_member(inner):
            return self.banded_aggregate(node, inner, bands, scope)
        part = self.figure(node.part, scope)
        if part is None or bands is None:
            return None
        needed = PERCENT if bands.measure == "percent" else NUMBER
        if not kinds.agree(kind_of(part), needed):
            self.wrong_kind(node.part, kind_of(part), needed)
            return None
        return model.Banded(part, bands, LevelKind(bands.scale), span=node.span)

    def shifted(self, node: nodes.Shifted, scope: Scope, needed: Kind | None) -> Bound:
        """A level some places up or down."""
        part = self.bind_any(node.part, scope, needed)
        if part is None:
            return None
        kind = kind_of(part)
        if not isinstance(kind, LevelKind):
            fault = WrongKind(
                what=short(node.part.span), found=kinds.in_words(kind), needed="a level"
            )
            self.report(fault.at(node.part.span))
            return None
        return model.Shifted(part, node.by, kind, span=node.span)

    def days_between(self, node: nodes.DaysBetween, scope: Scope) -> Bound:
        """Whole days from one date to another."""
        first = self.bind(node.first, scope, DATE)
        last = self.bind(node.last, scope, DATE)
        if first is None or last is None:
            return None
        return model.DaysBetween(first, last, span=node.span)

    # --- names ----------------------------------------------------------------

    def special(self, node: nodes.Special, scope: Scope, needed: Kind | None) -> Bound:
        """`overall`, `rating`, `score`, `not_applicable`, `not_rated`."""
        span = node.span
        if node.name in (NOT_APPLICABLE, NOT_RATED):
            if needed is None:
                why = "it needs something to be compared with"
                self.report(NotInScope(what=node.name, why=why).at(span))
                return None
            return model.Nothing(node.name, needed, span=span)
        if node.name == "overall":
            scale = self.rated_scale("overall", span)
            if scale is None:
                return None
            return model.RatingOf("overall", LevelKind(scale), span=span)
        if node.name == "too deep":
            return None
        if scope.is_member:
            return self.member_value(node, scope)
        if scope.target and node.name == "score":
            return self.own_score(scope.target, span)
        why = f"«{node.name}» belongs to a standard or to what «where» asks about"
        self.report(NotInScope(what=node.name, why=why).at(span))
        return None

    def member_value(self, node: nodes.Special, scope: Scope) -> Bound:
        """`rating` or `score` of each member that a `where` asks about."""
        kind = scope.member if node.name == "rating" else scope.member_score
        if kind is None:
            why = "not all of these have a rating on one scale"
            self.report(NotInScope(what=node.name, why=why).at(node.span))
            return None
        return model.MemberValue(node.name, kind, span=node.span)

    def score_of(self, node: nodes.ScoreOf, scope: Scope) -> Bound:
        """The score of a standard, of the whole, or of any level."""
        target = self.target_of(node.part)
        if target and self.has_score(target):
            return model.ScoreOf(target, span=node.span)
        part = self.bind_any(node.part, scope, None)
        if part is None:
            return None
        if isinstance(part, model.RatingOf):
            return model.ScoreOf(part.target, span=node.span)
        kind = kind_of(part)
        if not isinstance(kind, LevelKind):
            fault = WrongKind(
                what=short(node.part.span), found=kinds.in_words(kind), needed="a level"
            )
            self.report(fault.at(node.part.span))
            return None
        return model.LevelScore(part, kind.scale, span=node.span)

    def target_of(self, node: Node) -> str:
        """The standard, or `overall`, that a node names; empty where it names none."""
        inner = unbracketed(node)
        if isinstance(inner, nodes.Reference) and inner.kind == "standard":
            return inner.id.text if inner.id.text in self.names.standards else ""
        if isinstance(inner, nodes.Special) and inner.name == "overall":
            return "overall" if self.names.overall else ""
        return ""

    def constant(self, name: str, span: Span, kind: Kind | None) -> Bound:
        """A choice or level of the kind that is needed, or None."""
        if isinstance(kind, ChoiceKind) and kind.named(name):
            return model.Constant(name, kind, span=span)
        if isinstance(kind, LevelKind) and kind.scale.named(name):
            return model.Constant(name, kind, span=span)
        return None


def bands_each_member(node: nodes.Aggregate) -> bool:
    """Whether members are put in bands one by one before they are compared."""
    is_levelled = node.function in ("lowest", "highest")
    return is_levelled and not isinstance(node.over, nodes.RecordValues)


def unbracketed(node: Node) -> Node:
    """What stands inside any brackets."""
    while isinstance(node, nodes.Bracketed):
        node = node.part
    return node


def short(span: Span, most: int = 60) -> str:
    """The author's words, cut where they are many."""
    words = " ".join(span.text[: most * 2].split())
    return words if len(words) <= most else words[: most - 1] + "…"


def bound_all(found: Iterable[Bound]) -> tuple[Expression, ...] | None:
    """All of them, or None where one is missing."""
    kept = list(found)
    whole = tuple(item for item in kept if item is not None)
    return whole if len(whole) == len(kept) else None


def _suggestion(node: Node, found: Kind, needed: Kind) -> str:
    if isinstance(node, nodes.Number) and kinds.is_percent(needed):
        return f"write «{node.written} percent»"
    if isinstance(found, NumberKind) and isinstance(needed, LevelKind):
        return "put the figure on the scale: «… by» and the name of bands"
    if isinstance(found, LevelKind) and kinds.is_number(needed):
        return f"write «score of {short(node.span, 40)}»"
    return ""
