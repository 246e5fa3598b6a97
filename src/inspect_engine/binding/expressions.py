"""Expressions as written to expressions as meant: names found, kinds agreed."""

from inspect_engine.binding import kinds
from inspect_engine.binding.conditions import ConditionBinder
from inspect_engine.binding.faults import NotInScope, WrongKind
from inspect_engine.binding.scopes import Scope
from inspect_engine.binding.wordings import (
    bands_each_member,
    kind_of,
    short,
    unbracketed,
)
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import (
    DATE,
    NOT_APPLICABLE,
    NOT_RATED,
    NUMBER,
    PERCENT,
    ChoiceKind,
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


class ExpressionBinder(ConditionBinder):
    """Binds conditions, figures and levels; reports what does not fit."""

    def bind(self, node: Node, scope: Scope, needed: Kind | None = None) -> Bound:
        """The meaning of an expression, or None where it has none (then reported)."""
        bound = self.bind_any(node, scope, needed)
        if bound is None or needed is None or kinds.agree(kind_of(bound), needed):
            return bound
        self.wrong_kind(node, kind_of(bound), needed)
        return None

    def wrong_kind(self, node: Node, found: Kind, needed: Kind) -> None:
        """Say that one kind stands where another is needed."""
        from inspect_engine.binding.as_meant import as_date

        date = as_date(node, needed)
        if date is not None:
            self.report(date.at(node.span))
            return
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
            case nodes.Group():
                fault = WrongKind(what=short(span), found="a list", needed="one value")
                self.report(fault.at(span))
                return None
        raise AssertionError(node)

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
        kind = kinds.of_rounded(kind_of(part), rounding.step)
        return model.Rounded(part, rounding, kind, span=node.span)

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
        if node.name in self.lost:
            return None
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


def _suggestion(node: Node, found: Kind, needed: Kind) -> str:
    if isinstance(node, nodes.Number) and kinds.is_percent(needed):
        return f"write «{node.written} percent»"
    if isinstance(found, NumberKind) and isinstance(needed, LevelKind):
        return "put the figure on the scale: «… by» and the name of bands"
    if isinstance(found, LevelKind) and kinds.is_number(needed):
        return f"write «score of {short(node.span, 40)}»"
    if isinstance(node, nodes.Words):
        from inspect_engine.binding.as_meant import without_quotes

        return without_quotes(node.text, needed)
    return ""
