"""The expressions that the parser completes, made into nodes."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from inspect_engine.diagnostics.diagnostic import Diagnostic
from inspect_engine.source import SourceFile, Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.faults import MixedLogic, NestedTooDeep
from inspect_engine.syntax.lexer import Token, unquoted
from inspect_engine.syntax.nodes import Node

Children = Sequence[Any]
DEEPEST = 100


class ExpressionBuilder:
    """The part of the builder that makes expressions."""

    source: SourceFile
    diagnostics: list[Diagnostic]
    depths: dict[int, tuple[Node, int]]

    def plain(self, value: Any) -> Any:
        """A token as an id; nodes stay."""
        raise NotImplementedError

    def date(self, token: Token) -> nodes.DateLiteral:
        """A date of the calendar."""
        raise NotImplementedError

    def whole(self, token: Token) -> int:
        """A small whole number."""
        raise NotImplementedError

    def nested(self, node: Node, *inside: Node) -> Any:
        """The node, after counting how deep it is; too deep is reported once."""
        deepest = max((self.depths.get(id(part), (part, 0))[1] for part in inside))
        if deepest == DEEPEST:
            self.diagnostics.append(NestedTooDeep(limit=DEEPEST).at(node.span))
        if deepest >= DEEPEST:
            node = nodes.Special("too deep", span=node.span)
        self.depths[id(node)] = (node, min(deepest, DEEPEST) + 1)
        return node

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
        return self.comparison("is", *parts, span=span)

    def make_is_not(self, parts: Children, span: Span) -> Any:
        return self.comparison("is not", *parts, span=span)

    def make_is_one_of(self, parts: Children, span: Span) -> Any:
        return self.comparison("is one of", *parts, span=span)

    def make_is_not_one_of(self, parts: Children, span: Span) -> Any:
        return self.comparison("is not one of", *parts, span=span)

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
        first, rest = left, ((sign, right),)
        ranks = ("+", "-") if sign in "+-" else ("*", "/")
        if isinstance(left, nodes.Arithmetic) and left.rest[0][0] in ranks:
            first, rest = left.first, (*left.rest, (sign, right))
            made = nodes.Arithmetic(first, rest, span=span)
            self.nested(made, first, right)
            held = self.depths[id(left)][1]
            self.depths[id(made)] = (made, max(held, self.depths[id(made)][1]))
            return made
        return self.nested(nodes.Arithmetic(first, rest, span=span), left, right)

    def make_plus(self, parts: Children, span: Span) -> Any:
        return self.arithmetic("+", *parts, span=span)

    def make_minus_by(self, parts: Children, span: Span) -> Any:
        return self.arithmetic("-", *parts, span=span)

    def make_times(self, parts: Children, span: Span) -> Any:
        return self.arithmetic("*", *parts, span=span)

    def make_divided_by(self, parts: Children, span: Span) -> Any:
        return self.arithmetic("/", *parts, span=span)

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

    # --- over many ------------------------------------------------------------

    def make_aggregate(self, parts: Children, span: Span) -> Any:
        function, over, *rest = parts
        return self.over_many(function, over, rest, span)

    def over_many(self, function: str, over: Node, rest: Children, span: Span) -> Any:
        """An aggregate with its conditions."""
        kept = dict(rest)
        made = nodes.Aggregate(
            function, over, kept.get("where"), kept.get("among"), span=span
        )
        return self.nested(made, over, *kept.values())

    def make_over_records(self, parts: Children, span: Span) -> Any:
        function, item, records, *rest = parts
        if isinstance(item, nodes.Group) and len(item.items) == 1:
            item = item.items[0]
        over = nodes.RecordValues(item, self.plain(records), span=span)
        return self.over_many(function, over, rest, span)

    def make_count_of(self, parts: Children, span: Span) -> Any:
        return self.over_many("count", self.records(parts[0]), parts[1:], span)

    def records(self, over: Any) -> Node:
        """A bare name counts the records of that plural."""
        if isinstance(over, nodes.Name):
            found = nodes.Id(over.text, span=over.span)
            return nodes.Records(found, span=over.span)
        node: Node = over
        return node

    def make_count_of_answers(self, parts: Children, span: Span) -> Any:
        return self.answers("count", parts, span)

    def make_percent_of_answers(self, parts: Children, span: Span) -> Any:
        return self.answers("percent", parts, span)

    def answers(self, function: str, parts: Children, span: Span) -> Any:
        """A count or percent of answers to questions."""
        choices, asked, *rest = parts
        items = choices.items if isinstance(choices, nodes.Group) else (choices,)
        over = nodes.AnswersTo(items, several(asked), span=span)
        return self.over_many(function, over, rest, span)

    def make_percent_of_records(self, parts: Children, span: Span) -> Any:
        found = self.plain(parts[0])
        over = nodes.Records(found, span=found.span)
        return self.over_many("percent", over, parts[1:], span)

    def make_base_of(self, parts: Children, span: Span) -> Any:
        over = nodes.AnswersTo((), several(parts[0]), span=span)
        return self.over_many("base", over, parts[1:], span)

    def make_weighted_sum(self, parts: Children, span: Span) -> Any:
        return self.over_many("weighted sum", parts[0], (), span)

    def make_weighted_mean(self, parts: Children, span: Span) -> Any:
        return self.over_many("weighted mean", parts[0], (), span)

    def make_f_sum(self, parts: Children, span: Span) -> str:
        return "sum"

    def make_f_mean(self, parts: Children, span: Span) -> str:
        return "mean"

    def make_f_median(self, parts: Children, span: Span) -> str:
        return "median"

    def make_f_lowest(self, parts: Children, span: Span) -> str:
        return "lowest"

    def make_f_highest(self, parts: Children, span: Span) -> str:
        return "highest"

    def make_all_standards(self, parts: Children, span: Span) -> Node:
        return nodes.Standards(None, span=span)

    def make_standards_of(self, parts: Children, span: Span) -> Node:
        return nodes.Standards(parts[0], span=span)

    def make_own_key_questions(self, parts: Children, span: Span) -> Node:
        return nodes.KeyQuestions(None, span=span)

    def make_key_questions_of(self, parts: Children, span: Span) -> Node:
        return nodes.KeyQuestions(parts[0], span=span)

    def make_group(self, parts: Children, span: Span) -> Any:
        return self.nested(nodes.Group(tuple(parts), span=span), *parts)

    make_weighted_group = make_group

    def make_weighted(self, parts: Children, span: Span) -> Any:
        part, weight = parts
        return self.nested(nodes.Weighted(part, weight.value, span=span), part)

    def make_several(self, parts: Children, span: Span) -> list[Any]:
        return list(parts)

    def make_where(self, parts: Children, span: Span) -> tuple[str, Node]:
        return "where", parts[0]

    def make_among_those(self, parts: Children, span: Span) -> tuple[str, Node]:
        return "among", parts[0]


def several(asked: Any) -> tuple[nodes.Id, ...]:
    """One id, or those in brackets."""
    return tuple(asked) if isinstance(asked, list) else (asked,)
