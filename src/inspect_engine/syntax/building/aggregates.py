"""One figure or level out of many, made into nodes."""

from typing import Any

from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.building.base import BaseBuilder, Children
from inspect_engine.syntax.nodes import Node


class AggregateBuilder(BaseBuilder):
    """The part of the builder that makes sums, counts, percents and their like."""

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
