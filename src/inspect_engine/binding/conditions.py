"""Conditions: comparisons, chains and quantified statements."""

from inspect_engine.binding import kinds
from inspect_engine.binding.aggregates import AggregateBinder
from inspect_engine.binding.faults import NoOrder, NotACondition, WrongKind
from inspect_engine.binding.scopes import Scope
from inspect_engine.binding.wordings import kind_of, short, unbracketed
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import (
    NOT_APPLICABLE,
    NOT_RATED,
    NUMBER,
    ChoiceKind,
    ConditionKind,
    Kind,
    LevelKind,
)
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node

Bound = Expression | None


class ConditionBinder(AggregateBinder):
    """Binds what is true or false."""

    def condition(self, node: Node, scope: Scope) -> Bound:
        """The meaning of something that must be true or false."""
        bound = self.bind_any(node, scope, None)
        if bound is not None and not isinstance(kind_of(bound), ConditionKind):
            what = short(node.span)
            fault = NotACondition(
                what=what,
                found=kinds.in_words(kind_of(bound)),
                suggestion=f"compare it: {self.as_id(node) or what} is …",
            )
            self.report(fault.at(node.span))
            return None
        return bound

    def chain(self, node: nodes.Chain, scope: Scope) -> Bound:
        """`… and …` or `… or …`; a mixture was reported when it was read."""
        found: list[Bound] = []
        last: Bound = None
        for place, part in enumerate(node.parts):
            if self.is_further_choice(node, place, last, scope):
                found.append(None)
                continue
            last = self.condition(part, scope)
            found.append(last)
        bound = tuple(part for part in found if part is not None)
        if len(bound) < len(found):
            return None
        made = model.AllOf if node.joints[0] == "and" else model.AnyOf
        return made(bound, span=node.span)

    def is_further_choice(
        self, node: nodes.Chain, place: int, last: Bound, scope: Scope
    ) -> bool:
        """Whether a part is but a choice, as in «risk is medium or high»; reported.

        Of several in a row the first is; in a mixture, what is wrong was said before.
        """
        part = unbracketed(node.parts[place])
        if not isinstance(part, nodes.Name) or not isinstance(last, model.Comparison):
            return False
        how = last.operator, node.joints[place - 1]
        kind = kind_of(last.left)
        if how[0] != "is not" and how != ("is", "or"):
            return False
        if self.is_value(part.text, scope) or not self.constant(
            part.text, part.span, kind
        ):
            return False
        is_first = isinstance(unbracketed(node.parts[place - 1]), nodes.Comparison)
        if is_first and len(set(node.joints)) == 1:
            from inspect_engine.binding.as_meant import one_of_several

            self.report(one_of_several(node, place, kind).at(part.span))
        return True

    def comparison(self, node: nodes.Comparison, scope: Scope) -> Bound:
        """Two sides of one kind; a bare name takes its kind from the other side."""
        if self.has_id_as_number(node, scope):
            return None
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

    def as_id(self, node: Node) -> str:
        """How an id that looks like a number is written; empty where it is none."""
        if not isinstance(node, nodes.Number):
            return ""
        for kind, ids in (
            ("question", self.names.questions),
            ("standard", self.names.standards),
        ):
            if node.written in ids:
                return f"{kind} {node.written}"
        return ""

    def has_id_as_number(self, node: nodes.Comparison, scope: Scope) -> bool:
        """Whether an id that looks like a number is compared with a name; reported."""
        for one, other in ((node.left, node.right), (node.right, node.left)):
            written = self.as_id(one)
            if isinstance(other, nodes.Group):
                other = other.items[0]
            if written and self.is_constant_name(other, scope):
                self.report_number(one, f"write «{written}»")
                return True
        return False

    def report_number(self, node: Node, suggestion: str) -> None:
        """Say that a number stands where an answer or level is needed."""
        fault = WrongKind(
            what=short(node.span),
            found=NUMBER.in_words(),
            needed="a choice or level",
            suggestion=suggestion,
        )
        self.report(fault.at(node.span))

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
        if left is None and self.is_constant_name(two, scope):
            # Only what the left side is would tell whether there is such a choice.
            return None, None
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
        written = [self.as_id(item) or short(item.span, 20) for item in node.items]
        if self.as_id(node.items[0]) and self.is_constant_name(node.value, scope):
            listed = ", ".join(written)
            self.report_number(node.items[0], f"write «({listed})»")
            return ()
        first = self.bind_any(node.items[0], scope, None)
        if first is None:
            return ()
        rest = [self.bind(item, scope, kind_of(first)) for item in node.items[1:]]
        found = [first, *(item for item in rest if item is not None)]
        return tuple(found) if len(found) == len(node.items) else ()
