"""Values, facts, tables and records: what is worked out or looked up."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from inspect_engine.binding.choices import label_of
from inspect_engine.binding.context import setting
from inspect_engine.binding.declarations import DeclarationBinder
from inspect_engine.binding.expressions import ExpressionBinder
from inspect_engine.binding.faults import (
    CellCount,
    MissingPart,
    OpenDerivation,
    WrongKind,
    WrongPlace,
)
from inspect_engine.binding.names import plural
from inspect_engine.binding.scopes import INSPECTION, Scope
from inspect_engine.binding.wordings import kind_of
from inspect_engine.model import kinds
from inspect_engine.model.expressions import Constant, Expression
from inspect_engine.model.kinds import (
    NUMBER,
    ConditionKind,
    Kind,
    LevelKind,
    NumberKind,
    TextKind,
)
from inspect_engine.model.methodology import (
    Clause,
    Derivation,
    Fact,
    RecordType,
    Value,
)
from inspect_engine.model.ratings import (
    Cell,
    DecisionTable,
    Row,
)
from inspect_engine.model.semantics import Interval
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node


class WorkedOutBinder(ExpressionBinder, DeclarationBinder):
    """Binds what is worked out from other values."""

    def bind_value(self, name: str) -> Value | None:
        """A `let` or table of the inspection."""
        node = self.names.values[name]
        table, expression = None, None
        if isinstance(node, nodes.Table):
            table = self.bind_table(node, INSPECTION)
            kind = table.kind if table else None
        else:
            expression = self.bind_reckoned(node.expression, INSPECTION)
            kind = kind_of(expression) if expression else None
        if kind is None:
            return None
        return Value(
            id=name,
            title=label_of(node.title, name),
            kind=kind,
            expression=expression,
            table=table,
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )

    def bind_fact(self, record: str, name: str) -> Fact | None:
        """A fact of a record type: given, derived, worked out or looked up."""
        node = self.names.facts[record][name]
        scope = Scope(record=record)
        derivation, expression, table = None, None, None
        kind: Kind | None
        match node:
            case nodes.Fact():
                return self.bind_given(node)
            case nodes.Derive():
                kind = self.bind_kind(node.type, f"fact {name}")
                if kind is not None:
                    where = node.id.span
                    derivation = self.derivation(node.parts, kind, name, where, scope)
            case nodes.Table():
                table = self.bind_table(node, scope)
                kind = table.kind if table else None
            case nodes.Let():
                expression = self.bind_reckoned(node.expression, scope)
                kind = kind_of(expression) if expression else None
            case _:
                raise AssertionError(node)
        if kind is None or not (derivation or expression or table):
            return None
        return Fact(
            id=name,
            title=label_of(node.title, name),
            kind=kind,
            derivation=derivation,
            expression=expression,
            table=table,
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )

    def bind_reckoned(self, node: Node, scope: Scope) -> Expression | None:
        """A value that others are worked out from: anything but a text."""
        bound = self.bind_any(node, scope, None)
        if bound is not None and isinstance(kind_of(bound), TextKind):
            fault = WrongKind(
                what=node.span.text[:60],
                found="a text",
                needed="a figure, level, choice or condition",
            )
            self.report(fault.at(node.span))
            return None
        return bound

    def derivation(
        self, parts: Iterable[Node], kind: Kind, name: str, span: Span, scope: Scope
    ) -> Derivation | None:
        """The clauses of a derived answer; the first that holds gives it."""
        found = [part for part in parts if isinstance(part, nodes.Clause)]
        clauses: list[Clause] = []
        for part in found:
            value = self.literal(part.value, kind)
            condition = None
            if part.condition is not None:
                condition = self.condition(part.condition, scope)
                if condition is None:
                    continue
            if isinstance(value, Constant):
                text = str(value.value)
                clauses.append(Clause(value=text, condition=condition, span=part.span))
        for part in found[:-1]:
            if part.condition is None:
                where = "the middle of clauses"
                self.report(WrongPlace(what="otherwise", where=where).at(part.span))
        if not found:
            fault = MissingPart(what=f"«{name}»", missing="clause that gives its value")
            self.report(fault.at(span))
            return None
        last_says_all = found[-1].condition is None
        if not last_says_all and not (len(found) == 1 and is_yes_or_no(kind)):
            self.report(OpenDerivation(name=name).at(span))
            return None
        return (
            Derivation(clauses=tuple(clauses)) if len(clauses) == len(found) else None
        )

    # --- tables ---------------------------------------------------------------------

    def bind_table(self, node: nodes.Table, scope: Scope) -> DecisionTable | None:
        """A decision table: its columns, then each row against them."""
        self.once(node.parts)
        kind = self.bind_kind(node.target, f"table {node.id.text}")
        columns = [self.bind_reckoned(column, scope) for column in node.columns]
        if kind is None or any(column is None for column in columns):
            return None
        bound = tuple(column for column in columns if column is not None)
        found = [part for part in node.parts if isinstance(part, nodes.Row)]
        rows = [self.bind_row(part, bound, kind) for part in found]
        if not found:
            self.missing(f"The table «{node.id.text}»", "row", node.id.span)
        return DecisionTable(
            id=node.id.text,
            title=label_of(node.title, node.id.text),
            columns=bound,
            kind=kind,
            is_first_match=setting(node.parts, "first match") is not None,
            rows=tuple(row for row in rows if row is not None),
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )

    def bind_row(
        self, node: nodes.Row, columns: Sequence[Expression], kind: Kind
    ) -> Row | None:
        """One row: a cell for each column, and a result."""
        if len(node.cells) != len(columns):
            fault = CellCount(found=len(node.cells), needed=len(columns))
            self.report(fault.at(node.span))
            return None
        cells = [
            self.bind_cell(cell, kind_of(column))
            for cell, column in zip(node.cells, columns, strict=True)
        ]
        result = self.literal(node.result, kind)
        if result is None or any(cell is None for cell in cells):
            return None
        return Row(
            cells=tuple(cell for cell in cells if cell is not None),
            result=result,
            provenance=self.provenance(node.parts),
            span=node.span,
        )

    def bind_cell(self, node: nodes.Cell, kind: Kind) -> Cell | None:
        """One cell: any value, or alternatives of its column's kind."""
        found: list[Interval | str] = []
        for part in node.alternatives:
            alternative = self.alternative(part, kind)
            if alternative is None:
                return None
            found.append(alternative)
        return Cell(kind=node.kind, alternatives=tuple(found), span=node.span)

    def alternative(self, node: Node, kind: Kind) -> Interval | str | None:
        """A range for a number, a name for a choice or level."""
        if isinstance(node, nodes.Range):
            if not isinstance(kind, NumberKind):
                self.wrong_kind(node, NUMBER, kind)
                return None
            interval = self.interval(node)
            if interval is not None and kind.kind == "percent":
                return interval.scaled(Fraction(1, 100))
            return interval
        assert isinstance(node, nodes.Id)
        if isinstance(kind, ConditionKind):
            return self.truth_cell(node)
        nothing = (
            kinds.NOT_RATED if isinstance(kind, LevelKind) else kinds.NOT_APPLICABLE
        )
        if node.text == nothing:
            return node.text
        bound = self.literal(node, kind)
        return str(bound.value) if isinstance(bound, Constant) else None

    def truth_cell(self, node: nodes.Id) -> str | None:
        """`true` or `false`, in a column that is a condition."""
        if node.text in ("true", "false"):
            return node.text
        self.unknown("truth", node.text, node.span, ("true", "false"))
        return None

    # --- records --------------------------------------------------------------------

    def bind_record(self, node: nodes.Record) -> RecordType:
        """A record type with all its facts."""
        name = node.id.text
        self.once(node.parts, "guidance")
        facts = {
            key: fact
            for key, part in self.names.facts.get(name, {}).items()
            if (fact := self.fact(name, key, part.span)) is not None
        }
        return RecordType(
            id=name,
            title=label_of(node.title, name),
            plural=plural(node),
            is_pooled=setting(node.parts, "pooled over units") is not None,
            facts=facts,
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )


def is_yes_or_no(kind: Kind) -> bool:
    """Whether the choices are just yes and no."""
    ids = [choice.id for choice in getattr(kind, "choices", ())]
    return sorted(ids) == ["no", "yes"]
