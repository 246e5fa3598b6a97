"""How ratings are made, moved and described, made into nodes."""

from fractions import Fraction
from typing import Any

from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.building.base import (
    BaseBuilder,
    Children,
    conditions,
    words_first,
)
from inspect_engine.syntax.lexer import Token, unquoted


class RatingBuilder(BaseBuilder):
    """The part of the builder that makes rules, tables, discretion and properties."""

    def make_score(self, parts: Children, span: Span) -> nodes.Score:
        return nodes.Score(parts[0], span=span)

    def make_rating(self, parts: Children, span: Span) -> nodes.RatingRule:
        return nodes.RatingRule(parts[0], span=span)

    def make_limit(self, parts: Children, span: Span) -> nodes.Limit:
        rest = [part for part in parts if part != "of score"]
        of = "score" if "of score" in parts else "rating"
        bound, value, *after = rest
        when, because, details = conditions(after)
        return nodes.Limit(of, bound, value, when, because, details, span=span)

    def make_of_score(self, parts: Children, span: Span) -> str:
        return "of score"

    def make_cap(self, parts: Children, span: Span) -> str:
        return "at most"

    def make_floor(self, parts: Children, span: Span) -> str:
        return "at least"

    def make_when(self, parts: Children, span: Span) -> list[Any]:
        return ["when", parts[0]]

    def make_because(self, parts: Children, span: Span) -> list[Any]:
        return ["because", parts[0]]

    def make_adjust(self, parts: Children, span: Span) -> nodes.Adjust:
        return nodes.Adjust(tuple(parts), span=span)

    def make_raise_by(self, parts: Children, span: Span) -> nodes.Step:
        return self.step("raise by", parts, span)

    def make_lower_by(self, parts: Children, span: Span) -> nodes.Step:
        return self.step("lower by", parts, span)

    def make_keep_at_most(self, parts: Children, span: Span) -> nodes.Step:
        return self.step("keep at most", parts, span)

    def make_keep_at_least(self, parts: Children, span: Span) -> nodes.Step:
        return self.step("keep at least", parts, span)

    def make_set_to(self, parts: Children, span: Span) -> nodes.Step:
        return self.step("set to", parts, span)

    def step(self, action: str, parts: Children, span: Span) -> nodes.Step:
        """One step of an adjustment."""
        first, *rest = parts
        amount, value = 0, first
        if isinstance(first, Token):
            amount, value = self.whole(first), None
        when, because, details = conditions(rest)
        return nodes.Step(action, amount, value, when, because, details, span=span)

    def make_when_not_rated(self, parts: Children, span: Span) -> nodes.WhenNotRated:
        action, level = parts[-1]
        return nodes.WhenNotRated(action, level, span=span)

    def make_leave_out(self, parts: Children, span: Span) -> tuple[str, None]:
        return "leave out", None

    def make_stay_not_rated(self, parts: Children, span: Span) -> tuple[str, None]:
        return "not rated", None

    def make_count_as(self, parts: Children, span: Span) -> tuple[str, nodes.Id]:
        return "count as", self.plain(parts[0])

    def make_overall(self, parts: Children, span: Span) -> nodes.Overall:
        title, rest = words_first(parts)
        return nodes.Overall(title, rest, span=span)

    def make_table(self, parts: Children, span: Span) -> nodes.Table:
        title, rest = words_first(parts[1:])
        split = next(i for i, part in enumerate(rest) if isinstance(part, nodes.Type))
        columns, target, kept = rest[:split], rest[split], rest[split + 1 :]
        return nodes.Table(parts[0], title, columns, target, kept, span=span)

    def make_row(self, parts: Children, span: Span) -> nodes.Row:
        cells = tuple(part for part in parts if isinstance(part, nodes.Cell))
        result, *rest = parts[len(cells) :]
        details = rest[0] if rest else ()
        return nodes.Row(cells, self.plain(result), details, span=span)

    def make_any(self, parts: Children, span: Span) -> nodes.Cell:
        return nodes.Cell("any", (), span=span)

    def make_among(self, parts: Children, span: Span) -> nodes.Cell:
        return nodes.Cell("among", tuple(map(self.plain, parts)), span=span)

    def make_none_of(self, parts: Children, span: Span) -> nodes.Cell:
        return nodes.Cell("none of", tuple(map(self.plain, parts)), span=span)

    # --- discretion and properties ----------------------------------------------

    def make_on_standards(self, parts: Children, span: Span) -> list[Any]:
        return ["target", "standards", ()]

    def make_on_domain(self, parts: Children, span: Span) -> list[Any]:
        return ["target", "domain", tuple(parts)]

    def make_on_standard(self, parts: Children, span: Span) -> list[Any]:
        return ["target", "standard", tuple(parts)]

    def make_on_overall(self, parts: Children, span: Span) -> list[Any]:
        return ["target", "overall", ()]

    def make_discretion(self, parts: Children, span: Span) -> nodes.Discretion:
        (_, target, ids), *rest = parts
        return nodes.Discretion(target, ids, tuple(rest), span=span)

    def make_may_move(self, parts: Children, span: Span) -> nodes.MayMove:
        direction = parts[0] if isinstance(parts[0], str) else ""
        levels = next(part for part in parts if isinstance(part, Token))
        return nodes.MayMove(direction, self.whole(levels), span=span)

    def make_upwards(self, parts: Children, span: Span) -> str:
        return "up"

    def make_downwards(self, parts: Children, span: Span) -> str:
        return "down"

    def make_triggers(self, parts: Children, span: Span) -> nodes.Setting:
        return nodes.Setting("when", tuple(parts), span=span)

    def make_within_points(self, parts: Children, span: Span) -> nodes.Trigger:
        return nodes.Trigger("within points", parts[0].value, span=span)

    def make_one_case(self, parts: Children, span: Span) -> nodes.Trigger:
        return nodes.Trigger("one case", span=span)

    def make_fewer_than(self, parts: Children, span: Span) -> nodes.Trigger:
        return nodes.Trigger("fewer than", Fraction(self.whole(parts[0])), span=span)

    def make_trigger_condition(self, parts: Children, span: Span) -> nodes.Trigger:
        return nodes.Trigger("condition", None, parts[0], span=span)

    def make_needs(self, parts: Children, span: Span) -> nodes.Setting:
        return nodes.Setting("needs", tuple(parts), span=span)

    def make_property(self, parts: Children, span: Span) -> nodes.Property:
        token, *claims = parts
        name = nodes.Words(unquoted(token), span=self.place(token))
        return nodes.Property(name, tuple(claims), span=span)

    def claim(self, kind: str, parts: Children, span: Span) -> nodes.Claim:
        """One claim, perhaps with a condition."""
        return nodes.Claim(kind, parts[0] if parts else None, span=span)

    def make_monotone(self, parts: Children, span: Span) -> nodes.Claim:
        return self.claim("monotone", parts, span)

    make_monotone_in = make_monotone

    def make_always(self, parts: Children, span: Span) -> nodes.Claim:
        return self.claim("always", parts, span)

    def make_never(self, parts: Children, span: Span) -> nodes.Claim:
        return self.claim("never", parts, span)

    def make_possible(self, parts: Children, span: Span) -> nodes.Claim:
        return self.claim("possible", parts, span)

    def make_complete(self, parts: Children, span: Span) -> nodes.Claim:
        return self.claim("complete", parts, span)

    def make_complete_table(self, parts: Children, span: Span) -> nodes.Claim:
        return nodes.Claim("complete table", None, parts[0], span=span)

    def make_complete_bands(self, parts: Children, span: Span) -> nodes.Claim:
        return nodes.Claim("complete bands", None, parts[0], span=span)
