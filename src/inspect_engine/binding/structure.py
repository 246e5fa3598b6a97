"""Questions, standards, domains, tables and the whole: what is made of expressions."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import evolve

from inspect_engine.binding.context import said, setting, words
from inspect_engine.binding.declarations import DeclarationBinder, label_of, normal
from inspect_engine.binding.expressions import ExpressionBinder, kind_of
from inspect_engine.binding.faults import (
    CellCount,
    MissingPart,
    OpenDerivation,
    WrongKind,
    WrongPlace,
)
from inspect_engine.binding.kinds import in_words
from inspect_engine.binding.names import Placed, plural, prompts
from inspect_engine.binding.scopes import INSPECTION, Scope
from inspect_engine.model import kinds
from inspect_engine.model.expressions import Constant, Expression
from inspect_engine.model.kinds import (
    NUMBER,
    ChoiceKind,
    ConditionKind,
    Kind,
    LevelKind,
    NumberKind,
)
from inspect_engine.model.methodology import (
    Clause,
    Derivation,
    Domain,
    Fact,
    Note,
    Overall,
    Question,
    RecordType,
    Standard,
    Value,
)
from inspect_engine.model.ratings import (
    Cell,
    DecisionTable,
    Limiter,
    RatingRule,
    Row,
    Step,
)
from inspect_engine.model.scales import RatingScale
from inspect_engine.model.semantics import Interval
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node


class StructureBinder(ExpressionBinder, DeclarationBinder):
    """Binds whatever holds conditions, figures and levels."""

    final_questions: dict[str, Question]
    bound_ratings: dict[str, Expression | None]

    # --- values and facts worked out ----------------------------------------------

    def bind_value(self, name: str) -> Value | None:
        """A `let` or table of the inspection."""
        node = self.names.values[name]
        table, expression = None, None
        if isinstance(node, nodes.Table):
            table = self.bind_table(node, INSPECTION)
            kind = table.kind if table else None
        else:
            expression = self.bind_any(node.expression, INSPECTION, None)
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
                expression = self.bind_any(node.expression, scope, None)
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
        columns = [self.bind_any(column, scope, None) for column in node.columns]
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
        if isinstance(kind, ConditionKind) and node.text in ("true", "false"):
            return node.text
        if node.text in (kinds.NOT_APPLICABLE, kinds.NOT_RATED):
            return node.text
        bound = self.literal(node, kind)
        return str(bound.value) if isinstance(bound, Constant) else None

    # --- records ------------------------------------------------------------------

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

    # --- questions ------------------------------------------------------------------

    def sketch_question(self, name: str, placed: Placed) -> Question | None:
        """A question without its conditions: of which record, answered how."""
        node, record = placed.node, self.record_of(placed)
        if record is None:
            return None
        judged_on = None
        judged = setting(node.parts, "judged on")
        if judged is not None:
            assert isinstance(judged.value, nodes.Id)
            judged_on = self.scale(judged.value)
        answers = self.answers_of(placed)
        pools = next((p for p in node.parts if isinstance(p, nodes.Pools)), None)
        return Question(
            kind=node.kind,
            id=name,
            title=normal(node.title.text),
            standard=placed.standard.id.text if placed.standard else "",
            record=record,
            answers=answers or kinds.YES_NO,
            judged_on=judged_on,
            pools=tuple(part.text for part in pools.ids) if pools else (),
            question_set=placed.question_set.id.text if placed.question_set else "",
            statement=normal(said(node.parts, "statement")),
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )

    def record_of(self, placed: Placed) -> str | None:
        """The record type a question is asked of: nearest word first."""
        if placed.record is not None:
            return placed.record.id.text
        holders = [placed.node, placed.key_question, placed.standard]
        for holder in holders:
            found = setting(holder.parts, "asked of") if holder is not None else None
            if found is not None:
                assert isinstance(found.value, nodes.Id)
                if found.value.text not in self.names.records:
                    known = self.names.records
                    self.unknown(
                        "type of record", found.value.text, found.value.span, known
                    )
                    return None
                return found.value.text
        if "case" in self.names.records or not self.names.records:
            return "case" if self.names.records else ""
        if len(self.names.records) == 1:
            return next(iter(self.names.records))
        span = placed.node.id.span
        self.missing(
            f"The question «{placed.node.id.text}»",
            "type of record",
            span,
            "write «asked of …» in it or in its standard",
        )
        return None

    def answers_of(self, placed: Placed) -> ChoiceKind | None:
        """How a question is answered: as it says, or yes, no and not applicable."""
        parts = placed.node.parts
        found = setting(parts, "answered by")
        kind: ChoiceKind | None = kinds.YES_NO
        if found is not None:
            assert isinstance(found.value, nodes.Id)
            kind = self.answer_kind(found.value)
        if kind is not None and setting(parts, "always applicable") is not None:
            return ChoiceKind(kind.owner, kind.choices, kind.is_ordered, False)
        return kind

    def bind_question(self, name: str, placed: Placed) -> Question:
        """A question with its conditions, clauses and prompts."""
        sketch = self.bound_questions[name]
        node = placed.node
        self.once(node.parts, "guidance", "statement")
        self.check_question_place(placed)
        key = placed.key_question
        scope = Scope(
            record=sketch.record,
            question=key or node,
            question_id=key.id.text if key else name,
        )
        asked_when = self.conditions_of(placed, scope)
        derivation = None
        if any(isinstance(part, nodes.Clause) for part in node.parts):
            derivation = self.derivation(
                node.parts, sketch.answers, name, node.id.span, scope
            )
        inner = tuple(
            self.bind_question(
                name + part.id.text, self.names.questions[name + part.id.text]
            )
            for part in prompts(node)
            if name + part.id.text in self.bound_questions
        )
        found = evolve(
            sketch, asked_when=asked_when, derivation=derivation, prompts=inner
        )
        self.final_questions[name] = found
        return found

    def conditions_of(self, placed: Placed, scope: Scope) -> tuple[Expression, ...]:
        """All that must be true for a question to apply."""
        found: list[Expression | None] = []
        if placed.question_set is not None:
            found.append(self.condition(placed.question_set.condition, scope))
        holders = [placed.key_question, placed.node]
        for holder in holders:
            for part in holder.parts if holder else ():
                if isinstance(part, nodes.AskedWhen):
                    found.append(self.condition(part.condition, scope))
        return tuple(part for part in found if part is not None)

    def check_question_place(self, placed: Placed) -> None:
        """Report statements that a kind of question has no use for."""
        node = placed.node
        for part in node.parts:
            word = ""
            if isinstance(part, nodes.Pools) and node.kind != "key question":
                word = "pools"
            elif isinstance(part, nodes.Setting) and part.name == "judged on":
                word = "" if node.kind == "key question" else "judged on"
            elif isinstance(part, nodes.Question) and node.kind == "prompt":
                word = "prompt"
            if word:
                self.report(WrongPlace(what=word, where=f"a {node.kind}").at(part.span))
        for part in node.parts:
            if isinstance(part, nodes.Pools):
                for pooled in part.ids:
                    if pooled.text not in self.names.questions:
                        known = self.names.questions
                        self.unknown("question", pooled.text, pooled.span, known)

    # --- how ratings are made -------------------------------------------------------

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
        needed: Kind | None = NUMBER if node.of == "score" else None
        if node.of == "rating":
            if scale is None:
                return None
            needed = LevelKind(scale)
        is_sound, condition = self.where(node.condition, scope)
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

    # --- standards, domains, the whole ------------------------------------------------

    def bind_standard(self, name: str) -> Standard:
        """A standard with its questions and its rule."""
        node, domain = self.names.standards[name]
        unrated = setting(node.parts, "unrated") is not None
        rule = self.bind_rule(name, f"the standard «{name}»", node.id.span)
        if not unrated and not rule.is_judged:
            has_rule = any(isinstance(p, nodes.RatingRule) for p in node.parts)
            if not has_rule:
                self.missing(
                    f"The standard «{name}»",
                    "way to rate it",
                    node.id.span,
                    "write «judged on …», «rating …» or «unrated»",
                )
        mine = [
            self.final_questions[key]
            for key, placed in self.names.questions.items()
            if placed.standard is node and placed.key_question is None
            if key in self.final_questions
        ]
        weight = setting(node.parts, "weight")
        return Standard(
            id=name,
            title=normal(node.title.text),
            domain=domain.id.text if domain else "",
            statement=normal(said(node.parts, "statement")),
            rule=rule,
            is_unrated=unrated,
            is_counted=not unrated and setting(node.parts, "not counted") is None,
            weight=weight.value.value
            if weight and isinstance(weight.value, nodes.Number)
            else Fraction(1),
            key_questions=tuple(q for q in mine if q.kind == "key question"),
            questions=tuple(q for q in mine if q.kind == "question"),
            characteristics=self.characteristics(node, rule.scale),
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )

    def characteristics(
        self, node: nodes.Standard, scale: RatingScale | None
    ) -> dict[str, str]:
        """The prose for each level of a standard."""
        found: dict[str, str] = {}
        for part in node.parts:
            if isinstance(part, nodes.Characteristic) and scale is not None:
                level = self.level(part.level, scale)
                if level is not None:
                    found[level.id] = normal(part.text.text)
        return found

    def bind_domain(self, node: nodes.Domain) -> Domain:
        """A domain with the ids of its standards."""
        return Domain(
            id=node.id.text,
            title=normal(node.title.text),
            statement=normal(said(node.parts, "statement")),
            standards=tuple(
                part.id.text for part in node.parts if isinstance(part, nodes.Standard)
            ),
            provenance=self.provenance(node.parts),
            span=node.id.span,
        )

    def bind_overall(self, node: nodes.Overall) -> Overall:
        """The rating of the whole."""
        return Overall(
            title=normal(words(node.title)) or "Overall rating",
            statement=normal(said(node.parts, "statement")),
            rule=self.bind_rule("overall", "the overall block", node.span),
            provenance=self.provenance(node.parts),
            span=node.span,
        )

    def bind_note(
        self, node: nodes.Note, about: str, record: str, scope: Scope
    ) -> Note:
        """A remark, with what it stands in."""
        condition = self.condition(node.condition, scope) if node.condition else None
        return Note(
            text=normal(node.text.text),
            condition=condition,
            about=about,
            record=record,
            span=node.span,
        )


def is_yes_or_no(kind: Kind) -> bool:
    """Whether the choices are just yes and no."""
    ids = [choice.id for choice in getattr(kind, "choices", ())]
    return sorted(ids) == ["no", "yes"]
