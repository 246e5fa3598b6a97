"""What an aggregate goes over, apart from records: standards, questions, groups."""

from fractions import Fraction

from inspect_engine.binding import kinds
from inspect_engine.binding.faults import MissingPart, NotInScope
from inspect_engine.binding.references import ReferenceBinder
from inspect_engine.binding.scopes import Scope
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression, Member
from inspect_engine.model.kinds import (
    NUMBER,
    PERCENT,
    WHOLE,
    Kind,
    LevelKind,
)
from inspect_engine.model.methodology import Question
from inspect_engine.model.scales import Bands
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node
from inspect_engine.syntax.phrases import on_one_line

Bound = Expression | None
LEVELLED = ("lowest", "highest")


class MemberBinder(ReferenceBinder):
    """Binds one figure or level out of several members."""

    def bind(self, node: Node, scope: Scope, needed: Kind | None = None) -> Bound:
        """The meaning of an expression."""
        raise NotImplementedError

    def bind_any(self, node: Node, scope: Scope, needed: Kind | None) -> Bound:
        """The meaning of an expression of any kind."""
        raise NotImplementedError

    def condition(self, node: Node, scope: Scope) -> Bound:
        """The meaning of a condition."""
        raise NotImplementedError

    def aggregate(
        self, node: nodes.Aggregate, scope: Scope, needed: Kind | None
    ) -> Bound:
        """The meaning of an aggregate, whatever it goes over."""
        raise NotImplementedError

    def wrong_kind(self, node: Node, found: Kind, needed: Kind) -> None:
        """Say that one kind stands where another is needed."""
        raise NotImplementedError

    def banded_aggregate(
        self,
        node: nodes.Banded,
        inner: nodes.Aggregate,
        bands: Bands | None,
        scope: Scope,
    ) -> Bound:
        """`lowest of key questions by case_percent`: each is banded, then compared."""
        if bands is None:
            return None
        if scope.record:
            return self.aggregate(inner, scope, None)
        bound = self.over_members(inner, bands, scope, LevelKind(bands.scale))
        if bound is None:
            return None
        assert isinstance(bound, model.Aggregate)
        return model.Aggregate(
            bound.function,
            bound.members,
            bands,
            bound.where,
            bound.when_not_rated,
            LevelKind(bands.scale),
            span=node.span,
        )

    def over_members(
        self,
        node: nodes.Aggregate,
        bands: Bands | None,
        scope: Scope,
        needed: Kind | None,
    ) -> Bound:
        """Standards, key questions, or what stands in brackets."""
        members = self.members(node, bands, scope, needed)
        if members is None:
            return None
        if not members:
            fault = MissingPart(
                what=f"This {node.function}", missing="member to work on"
            )
            self.report(fault.at(node.over.span))
            return None
        kind = self.common_kind(node, members, bands)
        if kind is None:
            return None
        where = None
        if node.where is not None:
            where = self.condition(node.where, self.member_scope(members, scope))
            if where is None:
                return None
        leave_out = node.function in (*LEVELLED, "count")
        rule = scope.when_not_rated or ("leave out" if leave_out else "not rated")
        return model.Aggregate(
            node.function, members, bands, where, rule, kind, span=node.span
        )

    def member_scope(self, members: tuple[Member, ...], scope: Scope) -> Scope:
        """Where a condition about members stands: what `rating` and `score` are."""
        ratings = [member.rating for member in members]
        levels: list[Kind] = [
            rating.kind  # type: ignore[attr-defined]
            for rating in ratings
            if rating is not None
        ]
        first = levels[0] if levels else None
        agrees = len(levels) == len(members) and all(
            first is not None and kinds.agree(kind, first) for kind in levels
        )
        values: list[Kind] = [member.value.kind for member in members]  # type: ignore[attr-defined]
        score: Kind | None = NUMBER
        if not levels:
            score = values[0] if kinds.is_number(values[0]) else None
        return scope.of_member(first if agrees else None, score)

    def common_kind(
        self, node: nodes.Aggregate, members: tuple[Member, ...], bands: Bands | None
    ) -> Kind | None:
        """The kind of the aggregate, where its members agree."""
        if node.function == "count":
            return WHOLE
        found: list[tuple[Member, Kind]] = []
        for member in members:
            kind: Kind = member.value.kind  # type: ignore[attr-defined]
            if bands is not None and kinds.is_number(kind):
                needed = PERCENT if bands.measure == "percent" else NUMBER
                if not kinds.agree(kind, needed):
                    self.wrong_kind(member, kind, needed)  # type: ignore[arg-type]
                    return None
                kind = LevelKind(bands.scale)
            found.append((member, kind))
        first = found[0][1]
        for member, kind in found:
            if not kinds.agree(kind, first):
                self.wrong_kind(member, kind, first)  # type: ignore[arg-type]
                return None
        is_levelled = isinstance(first, LevelKind) and node.function in LEVELLED
        if not (kinds.is_number(first) or is_levelled):
            self.wrong_kind(members[0], first, NUMBER)  # type: ignore[arg-type]
            return None
        return kinds.of_aggregate(node.function, *(kind for _, kind in found))

    def members(
        self,
        node: nodes.Aggregate,
        bands: Bands | None,
        scope: Scope,
        needed: Kind | None,
    ) -> tuple[Member, ...] | None:
        """What an aggregate goes over, one by one."""
        match node.over:
            case nodes.Standards():
                return self.standard_members(node, node.over, scope)
            case nodes.KeyQuestions():
                return self.key_question_members(node.over, scope)
            case nodes.Group():
                return self.group_members(node, node.over, scope, bands, needed)
        raise AssertionError(node.over)

    def standard_members(
        self, node: nodes.Aggregate, over: nodes.Standards, scope: Scope
    ) -> tuple[Member, ...] | None:
        """The standards that count, by score or by level."""
        if over.domain is not None and over.domain.text not in self.names.domains:
            known = self.names.domains
            self.unknown("domain", over.domain.text, over.domain.span, known)
            return None
        found: list[Member] = []
        has_failed = False
        for name, (standard, domain) in self.names.standards.items():
            if over.domain is not None and (
                domain is None or domain.id.text != over.domain.text
            ):
                continue
            if not is_counted(standard):
                continue
            scale = self.scale_of(name, over.span)
            if scale is None:
                has_failed = True
                continue
            rating = model.RatingOf(name, LevelKind(scale), span=over.span)
            value: Expression = rating
            if node.function not in (*LEVELLED, "count"):
                value = model.ScoreOf(name, span=over.span)
            weight = weight_of(standard)
            found.append(Member(name, value, weight, rating, span=over.span))
        # Where none is left, why they failed is told already.
        return None if has_failed and not found else tuple(found)

    def key_question_members(
        self, over: nodes.KeyQuestions, scope: Scope
    ) -> tuple[Member, ...] | None:
        """The key questions of a standard, by percent or by level judged."""
        target = over.standard.text if over.standard else scope.target
        if over.standard and target not in self.names.standards:
            self.unknown("standard", target, over.standard.span, self.names.standards)
            return None
        if target not in self.names.standards:
            why = "no standard is at hand"
            hint = "write «key questions of standard …»"
            fault = NotInScope(what="key questions", why=why, suggestion=hint)
            self.report(fault.at(over.span))
            return None
        found: list[Member] = []
        has_failed = False
        for name, placed in self.names.asked_in.get(target, {}).items():
            question = self.bound_questions.get(name)
            if placed.node.kind != "key question":
                continue
            if question is None:
                has_failed = True
                continue
            found.append(
                Member(name, self.percent_or_level(question, over.span), span=over.span)
            )
        return None if has_failed and not found else tuple(found)

    def percent_or_level(self, question: Question, span: Span) -> Expression:
        """What a key question gives its standard."""
        if question.judged_on is not None:
            return model.Judgement(
                question.id, LevelKind(question.judged_on), span=span
            )
        kind = question.answers
        choices = kind.names(kind.yes)
        return model.AnswerFigure(
            "percent", (question.id,), choices, None, PERCENT, span=span
        )

    def group_members(
        self,
        node: nodes.Aggregate,
        over: nodes.Group,
        scope: Scope,
        bands: Bands | None,
        needed: Kind | None,
    ) -> tuple[Member, ...] | None:
        """What stands in brackets, with its weights."""
        hint = needed if bands is None else None
        found: list[Member] = []
        for item in over.items:
            weight, part = Fraction(1), item
            if isinstance(item, nodes.Weighted):
                weight, part = item.weight, item.part
            value = self.bind_any(part, scope, hint)
            if value is None:
                return None
            kind: Kind = value.kind  # type: ignore[attr-defined]
            rating = value if isinstance(kind, LevelKind) else None
            name = on_one_line(part.span.text)
            found.append(Member(name, value, weight, rating, span=part.span))
        return tuple(found)


def is_counted(standard: nodes.Standard) -> bool:
    """Whether a standard is rated and counts in sums over standards."""
    words = {part.name for part in standard.parts if isinstance(part, nodes.Setting)}
    return not words & {"unrated", "not counted"}


def weight_of(standard: nodes.Standard) -> Fraction:
    """The weight of a standard, 1 where it says none."""
    for part in standard.parts:
        if isinstance(part, nodes.Setting) and part.name == "weight":
            assert isinstance(part.value, nodes.Number)
            return part.value.value
    return Fraction(1)
