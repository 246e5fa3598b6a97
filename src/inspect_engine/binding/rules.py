"""Rating rules: score, rating, steps and limits."""

from collections.abc import Iterable

from inspect_engine.binding.choices import normal
from inspect_engine.binding.context import setting, words
from inspect_engine.binding.faults import (
    WrongKind,
    WrongPlace,
)
from inspect_engine.binding.kinds import in_words
from inspect_engine.binding.questions import QuestionBinder
from inspect_engine.binding.scopes import Scope
from inspect_engine.binding.wordings import kind_of
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import (
    NUMBER,
    Kind,
    LevelKind,
)
from inspect_engine.model.ratings import (
    Limiter,
    RatingRule,
    Step,
)
from inspect_engine.model.scales import RatingScale
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node


class RuleBinder(QuestionBinder):
    """Binds how a standard, or the whole, is rated."""

    bound_ratings: dict[str, Expression | None]

    def find_scale(self, target: str) -> RatingScale | None:
        """The scale of a standard, or of the whole, from its rule."""
        parts = self.rule_parts(target)
        judged = setting(parts, "judged on")
        if judged is not None:
            assert isinstance(judged.value, nodes.Id)
            return self.scale(judged.value)
        rating = self.rating_of(target, parts)
        kind = kind_of(rating) if rating is not None else None
        return kind.scale if isinstance(kind, LevelKind) else None

    def rule_parts(self, target: str) -> tuple[Node, ...]:
        """The statements of a standard, or of the whole."""
        if target == "overall":
            return self.names.overall.parts if self.names.overall else ()
        return self.names.standards[target][0].parts

    def rating_of(self, target: str, parts: Iterable[Node]) -> Expression | None:
        """The rating expression of a rule, bound once."""
        if target not in self.bound_ratings:
            found = next((p for p in parts if isinstance(p, nodes.RatingRule)), None)
            scope = self.rule_scope(target, parts)
            self.bound_ratings[target] = (
                None
                if found is None
                else self.level_expression(found.expression, scope)
            )
        return self.bound_ratings[target]

    def level_expression(self, node: Node, scope: Scope) -> Expression | None:
        """Something that must be a level."""
        bound = self.bind_any(node, scope, None)
        if bound is not None and not isinstance(kind_of(bound), LevelKind):
            fault = WrongKind(
                what=node.span.text[:60],
                found=in_words(kind_of(bound)),
                needed="a level",
                suggestion="put the figure on a scale: «… by» and the name of bands",
            )
            self.report(fault.at(node.span))
            return None
        return bound

    def rule_scope(self, target: str, parts: Iterable[Node]) -> Scope:
        """Where the expressions of a rule stand."""
        said_of = next((p for p in parts if isinstance(p, nodes.WhenNotRated)), None)
        rule = ""
        if said_of is not None:
            rule = said_of.level.text if said_of.level else said_of.action
        return Scope(target=target, when_not_rated=rule)

    def bind_rule(self, target: str, what: str, span: Span) -> RatingRule:
        """How a standard, or the whole, is scored, rated, adjusted and limited."""
        parts = self.rule_parts(target)
        self.once(parts, "guidance", "statement")
        scope = self.rule_scope(target, parts)
        scale = self.scale_of(target, span)
        judged = setting(parts, "judged on") is not None
        score = next((part for part in parts if isinstance(part, nodes.Score)), None)
        rating = self.rating_of(target, parts)
        is_rated = any(isinstance(part, nodes.RatingRule) for part in parts)
        if judged and is_rated:
            found = next(part for part in parts if isinstance(part, nodes.RatingRule))
            where = f"{what}, which is judged"
            self.report(WrongPlace(what="rating", where=where).at(found.span))
        steps = [
            step
            for part in parts
            if isinstance(part, nodes.Adjust)
            for step in part.steps
        ]
        self.check_count_as(parts, scale)
        return RatingRule(
            scale=scale,
            is_judged=judged,
            score=None if score is None else self.figure(score.expression, scope),
            rating=rating,
            steps=tuple(
                taken
                for step in steps
                if (taken := self.bind_step(step, scale, scope)) is not None
            ),
            limits=tuple(
                bound
                for part in parts
                if isinstance(part, nodes.Limit)
                if (bound := self.bind_limit(part, scale, scope)) is not None
            ),
        )

    def check_count_as(self, parts: Iterable[Node], scale: RatingScale | None) -> None:
        """The level that members not rated count as must be one of the scale."""
        for part in parts:
            if isinstance(part, nodes.WhenNotRated) and part.level and scale:
                self.level(part.level, scale)

    def bind_step(
        self, node: nodes.Step, scale: RatingScale | None, scope: Scope
    ) -> Step | None:
        """One step of an adjustment."""
        is_sound, condition = self.where(node.condition, scope)
        value = None
        if node.value is not None:
            if scale is None:
                return None
            value = self.bind(node.value, scope, LevelKind(scale))
            if value is None:
                return None
        if not is_sound:
            return None
        return Step(
            action=node.action,
            amount=node.amount,
            value=value,
            condition=condition,
            because=normal(words(node.because)),
            provenance=self.provenance(node.parts),
            span=node.span,
        )

    def bind_limit(
        self, node: nodes.Limit, scale: RatingScale | None, scope: Scope
    ) -> Limiter | None:
        """A cap or floor, on the rating or on the score."""
        # The condition is read first, since what is wrong in it does not depend on
        # the scale, which may not be known.
        is_sound, condition = self.where(node.condition, scope)
        needed: Kind | None = NUMBER if node.of == "score" else None
        if node.of == "rating":
            if scale is None:
                return None
            needed = LevelKind(scale)
        value = self.bind(node.value, scope, needed)
        if value is None or not is_sound:
            return None
        return Limiter(
            of=node.of,
            bound=node.bound,
            value=value,
            condition=condition,
            because=normal(words(node.because)),
            provenance=self.provenance(node.parts),
            span=node.span,
        )
