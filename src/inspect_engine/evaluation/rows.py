"""Expressions asked of every record of one type at once.

A column has one entry a record: a set of truths, a set of choices or levels (bit
masks both), or a figure. What is asked of the inspection is the same for every record.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspect_engine.evaluation import figures, truths
from inspect_engine.evaluation.figures import Extent, Figure, exactly
from inspect_engine.evaluation.kinds_at_hand import (
    is_not_applicable,
    is_whole,
    kind_of,
    none_bit,
    unit_of,
)
from inspect_engine.evaluation.recorded import (
    compare_texts,
    giver,
    possible_values,
    reader,
    text_applies,
)
from inspect_engine.evaluation.tables import look_up
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import (
    ChoiceKind,
    ConditionKind,
    Kind,
    LevelKind,
    TextKind,
)
from inspect_engine.model.methodology import Derivation, Fact, Question
from inspect_engine.model.semantics import AND, FALSE, NEITHER, NOT, OPEN, OR, TRUE

if TYPE_CHECKING:
    from inspect_engine.evaluation.interpreter import Interpreter


class Rows:
    """The records of one type, and what expressions give for each of them."""

    def __init__(self, whole: "Interpreter", record: str) -> None:
        self.whole = whole
        self.record = record
        self.table = whole.bundle.records.get(record)
        self.size = self.table.size if self.table else 0
        self.columns: dict[str, Sequence[object]] = {}
        self.conditions: dict[Expression, list[int]] = {}

    @property
    def is_known(self) -> bool:
        """Whether the bundle says anything of records of this type."""
        return self.table is not None

    # --- conditions -----------------------------------------------------------

    def truths(self, node: Expression) -> list[int]:
        """The possible truths of a condition for each record."""
        match node:
            case model.AllOf():
                return self.joined(AND, node.parts)
            case model.AnyOf():
                return self.joined(OR, node.parts)
            case model.Opposite():
                return [NOT[truth] for truth in self.truths(node.part)]
            case model.Comparison():
                return self.compared(node.operator, node.left, node.right)
            case model.Membership():
                return self.membership(node)
            case model.Quantified():
                return self.quantified(node)
            case model.RecordValue():
                return list(self.named(node))  # type: ignore[arg-type]
        return [self.whole.truth(node)] * self.size

    def keyed(self, node: model.ParameterValue) -> list[object]:
        """A parameter for keys that may differ from record to record."""
        kinds = [kind_of(key) for key in node.keys]
        columns = [self.keys(key) for key in node.keys]
        look_up_key = self.whole.parameter
        if not columns:
            return [look_up_key(node.name, kinds, ())] * self.size
        rows = zip(*columns, strict=True)
        return [look_up_key(node.name, kinds, keys) for keys in rows]

    def keys(self, node: Expression) -> Sequence[object]:
        """A column of keys: masks, figures or texts."""
        is_text = isinstance(kind_of(node), TextKind)
        return self.values(node) if is_text else self.worked_out(node)

    def joined(
        self, table: Sequence[Sequence[int]], parts: Sequence[Expression]
    ) -> list[int]:
        """Conditions joined by «and» or «or»."""
        found = self.truths(parts[0])
        for part in parts[1:]:
            other = self.truths(part)
            found = [table[a][b] for a, b in zip(found, other, strict=True)]
        return found

    def compared(self, operator: str, left: Expression, right: Expression) -> list[int]:
        """Two sides of one kind, record by record."""
        kind = kind_of(left)
        if is_not_applicable(right):
            return [self.applies(operator, value, kind) for value in self.values(left)]
        if is_not_applicable(left):
            other = kind_of(right)
            return [
                self.applies(operator, value, other) for value in self.values(right)
            ]
        if isinstance(kind, (ChoiceKind, LevelKind)):
            none = none_bit(kind)
            sides = list(zip(self.masks(left), self.masks(right), strict=True))
            compare = truths.compare_masks
            found = {pair: compare(operator, *pair, none) for pair in set(sides)}
            return [found[pair] for pair in sides]
        if isinstance(kind, TextKind):
            one_text, two_text = self.values(left), self.values(right)
            pairs = zip(one_text, two_text, strict=True)
            return [compare_texts(operator, a, b) for a, b in pairs]
        one_figure, two_figure = self.figures(left), self.figures(right)
        figure_pairs = zip(one_figure, two_figure, strict=True)
        return [truths.compare_figures(operator, a, b) for a, b in figure_pairs]

    def applies(self, operator: str, value: object, kind: Kind) -> int:
        """Whether a value is «not applicable», whatever its kind."""
        if isinstance(value, tuple):
            mask, none = value
            found = (TRUE if mask & none else 0) | (FALSE if mask & ~none else 0)
        elif isinstance(kind, TextKind):
            found = text_applies(value, kind)
        else:
            assert isinstance(value, (figures.Points, Extent, figures.Shares))
            found = TRUE if value.may_be_none else 0
            found |= FALSE if value.has_value else 0
        if operator == "is":
            return found
        return NOT[found] if operator == "is not" else FALSE

    def values(self, node: Expression) -> list[object]:
        """A column of whatever kind: masks with their none bit, figures or texts."""
        kind = kind_of(node)
        if isinstance(kind, (ChoiceKind, LevelKind)):
            none = none_bit(kind)
            return [(mask, none) for mask in self.masks(node)]
        if isinstance(kind, TextKind):
            if isinstance(node, model.Constant):
                return [node.value] * self.size
            if isinstance(node, model.RecordValue):
                return list(self.named(node))
            return [self.whole.text(node)] * self.size
        return list(self.figures(node))

    def membership(self, node: model.Membership) -> list[int]:
        """`is one of (…)`: any of the comparisons."""
        found = [FALSE] * self.size
        for value in node.values:
            other = self.compared("is", node.part, value)
            found = [OR[a][b] for a, b in zip(found, other, strict=True)]
        return [NOT[truth] for truth in found] if node.is_negated else found

    def quantified(self, node: model.Quantified) -> list[int]:
        """`at least 3 of prompts are yes`, record by record."""
        columns = [self.item_truths(item, node.value) for item in node.items]
        amounts: list[Figure] = [exactly(0)] * self.size
        if node.amount is not None:
            amounts = self.figures(node.amount)
        return [
            quantified(node.quantity, amount, items)
            for amount, *items in zip(amounts, *columns, strict=True)
        ]

    def item_truths(self, item: Expression, value: Expression) -> list[int]:
        """Whether an item is the value; not applicable where it is so."""
        if is_not_applicable(value):
            return self.compared("is", item, value)
        kind = kind_of(item)
        if isinstance(kind, (ChoiceKind, LevelKind)):
            none = none_bit(kind)
            pairs = list(zip(self.masks(item), self.masks(value), strict=True))
            # Hundreds of records have a handful of answers between them.
            found = {pair: left_out(*pair, none) for pair in set(pairs)}
            return [found[pair] for pair in pairs]
        return self.compared("is", item, value)

    # --- choices and levels -----------------------------------------------------

    def masks(self, node: Expression) -> list[int]:
        """The possible choices or levels for each record."""
        if isinstance(node, model.RecordValue):
            return list(self.named(node))  # type: ignore[arg-type]
        if isinstance(node, model.Banded):
            banded = self.whole.banded
            whole, parts = is_whole(node.part), self.figures(node.part)
            return [banded(part, node.bands, is_whole=whole) for part in parts]
        if isinstance(node, model.Shifted):
            scale = node.kind.scale
            shifted = self.whole.shifted
            return [shifted(mask, node.by, scale) for mask in self.masks(node.part)]
        if isinstance(node, model.ParameterValue):
            return self.keyed(node)  # type: ignore[return-value]
        return [self.whole.mask(node)] * self.size

    # --- figures ------------------------------------------------------------------

    def figures(self, node: Expression) -> list[Figure]:
        """The possible numbers (or dates, as days) for each record."""
        match node:
            case model.RecordValue():
                return list(self.named(node))  # type: ignore[arg-type]
            case model.Arithmetic():
                return self.arithmetic(node)
            case model.ParameterValue():
                return self.keyed(node)  # type: ignore[return-value]
            case model.Negative():
                return [figures.negated(part) for part in self.figures(node.part)]
            case model.Rounded():
                unit = unit_of(node.kind)
                return [
                    figures.rounded(part, node.rounding, unit)
                    for part in self.figures(node.part)
                ]
            case model.DaysBetween():
                first, last = self.figures(node.first), self.figures(node.last)
                pairs = zip(first, last, strict=True)
                return [figures.subtracted(b, a) for a, b in pairs]
            case model.LevelScore():
                score = self.whole.level_scores
                return [score(mask, node.scale) for mask in self.masks(node.part)]
        return [self.whole.figure(node)] * self.size

    def arithmetic(self, node: model.Arithmetic) -> list[Figure]:
        """A sum or product, record by record."""
        found = self.figures(node.first)
        for sign, part in node.rest:
            work = figures.OPERATIONS[sign]
            other = self.figures(part)
            found = [work(a, b) for a, b in zip(found, other, strict=True)]
        return found

    # --- names --------------------------------------------------------------------

    def named(self, node: model.RecordValue) -> Sequence[object]:
        """The column of a fact, a derived value or the answers to a question."""
        found = self.columns.get(node.name)
        if found is None:
            rules = self.whole.rules
            fact = rules.records[self.record].facts.get(node.name)
            if fact is not None:
                found = self.fact(fact)
            else:
                found = self.answers(rules.questions[node.name])
            self.columns[node.name] = found
        return found

    def fact(self, fact: Fact) -> Sequence[object]:
        """A fact that is given, derived, worked out or looked up."""
        if fact.derivation is not None:
            return self.derived(fact.derivation, fact.kind)
        if fact.table is not None:
            return self.looked_up(fact)
        if fact.expression is not None:
            return self.worked_out(fact.expression)
        assert self.table is not None
        column = self.table.column(fact.id)
        read = reader(fact.kind)
        return [read(value) for value in column]

    def worked_out(self, node: Expression) -> Sequence[object]:
        """A `let` of the record."""
        kind = kind_of(node)
        if isinstance(kind, ConditionKind):
            return self.truths(node)
        if isinstance(kind, (ChoiceKind, LevelKind)):
            return self.masks(node)
        return self.figures(node)

    def looked_up(self, fact: Fact) -> Sequence[object]:
        """A decision table asked of each record."""
        assert fact.table is not None
        columns = [self.table_column(column) for column in fact.table.columns]
        rows = zip(*columns, strict=True)
        return [look_up(fact.table, list(row)) for row in rows]

    def table_column(self, node: Expression) -> Sequence[object]:
        """A column of a table: masks, truths or figures."""
        return self.worked_out(node)

    def derived(self, derivation: Derivation, kind: Kind) -> Sequence[object]:
        """The value that clauses give each record."""
        nothing: list[int | None] = [None] * self.size
        columns: list[Sequence[int | None]] = [
            self.truths(clause.condition) if clause.condition is not None else nothing
            for clause in derivation.clauses
        ]
        values = [clause.value for clause in derivation.clauses]
        give = giver(kind)
        rows = list(zip(*columns, strict=True))
        found = {row: give(possible_values(values, row, kind)) for row in set(rows)}
        return [found[row] for row in rows]

    # --- answers --------------------------------------------------------------------

    def answers(self, question: Question) -> list[int]:
        """The possible answers to a question for each record.

        A question that is not asked counts as not applicable, whatever is recorded;
        where it is open whether it is asked, the answer counts as itself or as not
        applicable.
        """
        if question.pools:
            rules = self.whole.rules
            return [
                mask
                for name in question.pools
                for mask in self.answers(rules.questions[name])
            ]
        if question.derivation is not None:
            found: list[int] = list(self.derived(question.derivation, question.answers))  # type: ignore[arg-type]
        else:
            assert self.table is not None
            read = reader(question.answers)
            column = self.table.column(question.id)
            masks = {value: read(value) for value in set(column)}
            found = [masks[value] for value in column]  # type: ignore[misc]
        none = question.answers.not_applicable
        for asked in self.asked(question):
            found = [
                when_asked(mask, truth, none)
                for mask, truth in zip(found, asked, strict=True)
            ]
        return found

    def asked(self, question: Question) -> list[list[int]]:
        """The conditions under which a question is asked, record by record."""
        # A key question and its prompts share their conditions.
        for condition in question.asked_when:
            if condition not in self.conditions:
                self.conditions[condition] = self.truths(condition)
        return [self.conditions[condition] for condition in question.asked_when]


def left_out(mask: int, wanted: int, none: int) -> int:
    """Whether an item is a value; neither where it is not applicable."""
    found = NEITHER if mask & none else 0
    return found | truths.compare_masks("is", mask & ~none, wanted, none)


def when_asked(mask: int, asked: int, none: int) -> int:
    """The possible answers, given whether the question is asked."""
    if asked == TRUE:
        return mask
    return mask | none if asked & TRUE else none


def quantified(quantity: str, amount: Figure, items: list[int]) -> int:
    """A quantified condition for one record, for each amount that is possible."""
    listed = amount.points()
    if listed is None or amount.may_be_none:
        return OPEN
    found = 0
    for value in listed:
        wanted = -(-value.numerator // value.denominator)
        if quantity == "at most":
            wanted = value.numerator // value.denominator
        found |= truths.quantify(quantity, wanted, items)
    return found
