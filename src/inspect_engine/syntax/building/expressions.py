"""Conditions, figures and levels, made into nodes."""

from fractions import Fraction
from typing import Any

from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.building.base import BaseBuilder, Children
from inspect_engine.syntax.faults import MixedLogic, TooManyTerms
from inspect_engine.syntax.lexer import Token, unquoted
from inspect_engine.syntax.nodes import Node

MOST_TERMS = 1000


class ExpressionBuilder(BaseBuilder):
    """The part of the builder that makes expressions of single values."""

    # --- conditions -----------------------------------------------------------

    def make_chain(self, parts: Children, span: Span) -> Any:
        joints = tuple(part for part in parts if isinstance(part, str))
        operands = tuple(part for part in parts if not isinstance(part, str))
        if len(set(joints)) > 1:
            self.diagnostics.append(MixedLogic().at(span))
        return self.nested(nodes.Chain(joints, operands, span=span), *operands)

    def make_and(self, parts: Children, span: Span) -> str:
        return "and"

    def make_or(self, parts: Children, span: Span) -> str:
        return "or"

    def make_negation(self, parts: Children, span: Span) -> Any:
        return self.nested(nodes.Not(parts[0], span=span), parts[0])

    def comparison(self, operator: str, left: Node, right: Node, span: Span) -> Any:
        """Two sides and what is asked of them."""
        made = nodes.Comparison(operator, left, right, span=span)
        return self.nested(made, left, right)

    def make_is_(self, parts: Children, span: Span) -> Any:
        return self.comparison("is", parts[0], parts[1], span)

    def make_is_not(self, parts: Children, span: Span) -> Any:
        return self.comparison("is not", parts[0], parts[1], span)

    def make_is_one_of(self, parts: Children, span: Span) -> Any:
        return self.comparison("is one of", parts[0], parts[1], span)

    def make_is_not_one_of(self, parts: Children, span: Span) -> Any:
        return self.comparison("is not one of", parts[0], parts[1], span)

    def make_ordered(self, parts: Children, span: Span) -> Any:
        left, order, right = parts
        return self.comparison(order, left, right, span)

    def make_order_at_least(self, parts: Children, span: Span) -> str:
        return "at least"

    def make_order_at_most(self, parts: Children, span: Span) -> str:
        return "at most"

    def make_order_above(self, parts: Children, span: Span) -> str:
        return "above"

    def make_order_below(self, parts: Children, span: Span) -> str:
        return "below"

    def make_quantified(self, parts: Children, span: Span) -> Any:
        (quantity, amount), over, value = parts
        items = over.items if isinstance(over, nodes.Group) else None
        made = nodes.Quantified(quantity, amount, items, value, span=span)
        return self.nested(made, value, *(items or ()))

    def quantity(self, name: str, parts: Children) -> tuple[str, Node | None]:
        """How many are asked for."""
        if not parts:
            return name, None
        if isinstance(parts[0], Token):
            span = Span(self.source, parts[0].start, parts[0].end)
            value = Fraction(self.whole(parts[0]))
            return name, nodes.Number(value, parts[0].text, span=span)
        return name, parts[0]

    def make_at_least_of(self, parts: Children, span: Span) -> tuple[str, Node | None]:
        return self.quantity("at least", parts)

    def make_at_most_of(self, parts: Children, span: Span) -> tuple[str, Node | None]:
        return self.quantity("at most", parts)

    def make_all_of(self, parts: Children, span: Span) -> tuple[str, Node | None]:
        return "all", None

    def make_any_of(self, parts: Children, span: Span) -> tuple[str, Node | None]:
        return "any", None

    def make_none_of_them(self, parts: Children, span: Span) -> tuple[str, Node | None]:
        return "none", None

    def make_prompts(self, parts: Children, span: Span) -> str:
        return "prompts"

    # --- figures --------------------------------------------------------------

    def arithmetic(self, sign: str, left: Node, right: Node, span: Span) -> Any:
        """A flat list of operands of one rank, so that long sums stay shallow."""
        first = left
        rest: tuple[tuple[str, Node], ...] = ((sign, right),)
        ranks = ("+", "-") if sign in "+-" else ("*", "/")
        if isinstance(left, nodes.Arithmetic) and left.rest[0][0] in ranks:
            if len(left.rest) >= MOST_TERMS:
                return self.without_more(left, span)
            first, rest = left.first, (*left.rest, (sign, right))
            made = nodes.Arithmetic(first, rest, span=span)
            self.nested(made, first, right)
            held = self.depths[id(left)][1]
            self.depths[id(made)] = (made, max(held, self.depths[id(made)][1]))
            return made
        return self.nested(nodes.Arithmetic(first, rest, span=span), left, right)

    def without_more(self, whole: nodes.Arithmetic, span: Span) -> nodes.Arithmetic:
        """A sum or product that is as long as it may be; more is reported once."""
        if id(whole) not in self.longest:
            self.longest[id(whole)] = whole
            self.diagnostics.append(TooManyTerms(limit=MOST_TERMS).at(span))
        return whole

    def make_plus(self, parts: Children, span: Span) -> Any:
        return self.arithmetic("+", parts[0], parts[1], span)

    def make_minus_by(self, parts: Children, span: Span) -> Any:
        return self.arithmetic("-", parts[0], parts[1], span)

    def make_times(self, parts: Children, span: Span) -> Any:
        return self.arithmetic("*", parts[0], parts[1], span)

    def make_divided_by(self, parts: Children, span: Span) -> Any:
        return self.arithmetic("/", parts[0], parts[1], span)

    def make_negative(self, parts: Children, span: Span) -> Any:
        return self.nested(nodes.Negative(parts[0], span=span), parts[0])

    def make_banded(self, parts: Children, span: Span) -> Any:
        part, bands = parts
        return self.nested(nodes.Banded(part, self.plain(bands), span=span), part)

    def make_rounded(self, parts: Children, span: Span) -> Any:
        part, mode, step = parts
        rounding = nodes.Rounding(mode, step, span=span)
        return self.nested(nodes.Rounded(part, rounding, span=span), part)

    def make_half_up(self, parts: Children, span: Span) -> str:
        return "half up"

    def make_half_down(self, parts: Children, span: Span) -> str:
        return "half down"

    def make_half_even(self, parts: Children, span: Span) -> str:
        return "half even"

    def make_up(self, parts: Children, span: Span) -> str:
        return "up"

    def make_down(self, parts: Children, span: Span) -> str:
        return "down"

    def make_raised(self, parts: Children, span: Span) -> Any:
        part, by = parts
        return self.nested(nodes.Shifted(part, self.whole(by), span=span), part)

    def make_lowered(self, parts: Children, span: Span) -> Any:
        part, by = parts
        return self.nested(nodes.Shifted(part, -self.whole(by), span=span), part)

    # --- single values --------------------------------------------------------

    def make_number_literal(self, parts: Children, span: Span) -> Node:
        node: Node = parts[0]
        return node

    def make_percent_literal(self, parts: Children, span: Span) -> Node:
        return nodes.Percent(parts[0].value / 100, span=span)

    def make_text_literal(self, parts: Children, span: Span) -> Node:
        return nodes.Words(unquoted(parts[0]), span=span)

    def make_name(self, parts: Children, span: Span) -> Node:
        return nodes.Name(parts[0].text, span=span)

    def make_question_named(self, parts: Children, span: Span) -> Node:
        return nodes.Reference("question", self.plain(parts[0]), span=span)

    def make_prompt_named(self, parts: Children, span: Span) -> Node:
        return nodes.Reference("prompt", parts[0], span=span)

    def make_standard_named(self, parts: Children, span: Span) -> Node:
        return nodes.Reference("standard", parts[0], span=span)

    def make_overall_named(self, parts: Children, span: Span) -> Node:
        return nodes.Special("overall", span=span)

    def make_own_rating(self, parts: Children, span: Span) -> Node:
        return nodes.Special("rating", span=span)

    def make_own_score(self, parts: Children, span: Span) -> Node:
        return nodes.Special("score", span=span)

    def make_score_of(self, parts: Children, span: Span) -> Any:
        return self.nested(nodes.ScoreOf(parts[0], span=span), parts[0])

    def make_not_applicable(self, parts: Children, span: Span) -> Node:
        return nodes.Special("not_applicable", span=span)

    def make_not_rated(self, parts: Children, span: Span) -> Node:
        return nodes.Special("not_rated", span=span)

    def make_days_between(self, parts: Children, span: Span) -> Node:
        first, last = (
            self.date(part) if isinstance(part, Token) else part for part in parts
        )
        return nodes.DaysBetween(first, last, span=span)

    def make_parameter_for(self, parts: Children, span: Span) -> Any:
        name, keys = parts
        items = keys.items if isinstance(keys, nodes.Group) else (keys,)
        return self.nested(nodes.ParameterFor(name, items, span=span), *items)

    def make_bracketed(self, parts: Children, span: Span) -> Any:
        return self.nested(nodes.Bracketed(parts[0], span=span), parts[0])
