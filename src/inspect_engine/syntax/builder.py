"""The builder: a node, or a value on its way into one, for each completed rule."""

from collections.abc import Callable
from typing import Any

from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.building.aggregates import AggregateBuilder
from inspect_engine.syntax.building.base import Children
from inspect_engine.syntax.building.declarations import DeclarationBuilder
from inspect_engine.syntax.building.examples import ExampleBuilder
from inspect_engine.syntax.building.expressions import ExpressionBuilder
from inspect_engine.syntax.building.ratings import RatingBuilder
from inspect_engine.syntax.building.structure import StructureBuilder

FIXED = {
    "unrated": "unrated",
    "not_counted": "not counted",
    "pooled": "pooled over units",
    "exact": "exact",
    "unique": "unique",
    "first_match": "first match",
    "always_applicable": "always applicable",
    "need_reason": "reason",
    "need_authority": "authority",
    "need_date": "date",
}
VALUED = {
    "version_is": "version",
    "language_is": "language",
    "publisher": "publisher",
    "statement": "statement",
    "guidance": "guidance",
    "plural": "plural",
    "judged": "judged on",
    "asked_of": "asked of",
    "answered_by": "answered by",
    "weight": "weight",
}
CHANGED_BLOCKS = {
    "add_to_domain": "domain",
    "add_to_standard": "standard",
    "add_to_key_question": "key question",
    "add_to_question": "question",
    "add_to_record": "record",
    "add_to_overall": "overall",
}


class Builder(
    StructureBuilder,
    DeclarationBuilder,
    RatingBuilder,
    ExampleBuilder,
    ExpressionBuilder,
    AggregateBuilder,
):
    """Makes nodes; a rule called `x` in the grammar is made by `make_x`."""

    def build(self, name: str, parts: Children, span: Span) -> Any:
        """The node, or the value on its way into one, of a completed rule."""
        if name in FIXED:
            return nodes.Setting(FIXED[name], span=span)
        if name in VALUED:
            return nodes.Setting(VALUED[name], self.plain(parts[0]), span=span)
        if name in CHANGED_BLOCKS:
            return self.add_to(CHANGED_BLOCKS[name], parts, span)
        make: Callable[[Children, Span], Any] = getattr(self, f"make_{name}")
        return make(parts, span)
