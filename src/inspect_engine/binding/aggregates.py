"""Figures and levels out of many: records, answers, standards, key questions."""

from inspect_engine.binding import kinds
from inspect_engine.binding.faults import MissingPart, NotInScope
from inspect_engine.binding.members import LEVELLED, MemberBinder
from inspect_engine.binding.scopes import Scope
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import (
    NUMBER,
    PERCENT,
    WHOLE,
    ChoiceKind,
    Kind,
    LevelKind,
)
from inspect_engine.model.methodology import Question
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node

Bound = Expression | None


class AggregateBinder(MemberBinder):
    """Binds what stands after sum of, lowest of, percent of and their like."""

    def bind_key(self, node: Node, scope: Scope) -> Bound:
        """A key of a parameter: a value, or a name that stands for itself."""
        return self.bind_any(node, scope, None)

    def aggregate(
        self, node: nodes.Aggregate, scope: Scope, needed: Kind | None
    ) -> Bound:
        """The meaning of an aggregate, by what it goes over."""
        if scope.record:
            why = "it looks at all records, and this is asked of one"
            self.report(NotInScope(what=f"{node.function} of", why=why).at(node.span))
            return None
        match node.over:
            case nodes.AnswersTo():
                return self.over_answers(node, node.over, scope)
            case nodes.Records():
                return self.over_records(node, node.over.name, scope)
            case nodes.RecordValues():
                return self.over_record_values(node, node.over, scope)
        return self.over_members(node, None, scope, needed)

    # --- records and answers ----------------------------------------------------

    def record_named(self, plural: nodes.Id) -> str:
        """The record type of a plural, empty where there is none (then reported)."""
        found = self.names.plurals.get(plural.text, "")
        if not found:
            self.unknown("type of record", plural.text, plural.span, self.names.plurals)
        return found

    def where(self, node: Node | None, scope: Scope) -> tuple[bool, Bound]:
        """Whether a condition is sound, and its meaning; none is sound."""
        if node is None:
            return True, None
        bound = self.condition(node, scope)
        return bound is not None, bound

    def over_records(
        self, node: nodes.Aggregate, plural: nodes.Id, scope: Scope
    ) -> Bound:
        """`count of cases where (…)`, `percent of cases where (…) among (…)`."""
        record = self.record_named(plural)
        if not record:
            return None
        inner = scope.of_record(record)
        is_sound, where = self.where(node.where, inner)
        is_sound_too, among = self.where(node.among, inner)
        if not (is_sound and is_sound_too):
            return None
        if node.function == "percent" and where is None:
            fault = MissingPart(what="This percent", missing="«where (…)»")
            self.report(fault.at(node.span))
            return None
        kind = PERCENT if node.function == "percent" else WHOLE
        return model.RecordFigure(
            node.function, record, where, among, kind, span=node.span
        )

    def over_record_values(
        self, node: nodes.Aggregate, over: nodes.RecordValues, scope: Scope
    ) -> Bound:
        """`sum of hours over visits where (…)`."""
        record = self.record_named(over.records)
        if not record:
            return None
        inner = scope.of_record(record)
        item = self.bind_any(over.item, inner, None)
        is_sound, where = self.where(node.where, inner)
        if item is None or not is_sound:
            return None
        kind: Kind = item.kind  # type: ignore[attr-defined]
        is_levelled = isinstance(kind, LevelKind) and node.function in LEVELLED
        if not (kinds.is_number(kind) or is_levelled):
            self.wrong_kind(over.item, kind, NUMBER)
            return None
        kind = kinds.of_aggregate(node.function, kind)
        return model.RecordAggregate(
            node.function, record, item, where, kind, span=node.span
        )

    def over_answers(
        self, node: nodes.Aggregate, over: nodes.AnswersTo, scope: Scope
    ) -> Bound:
        """`percent of yes to 2.1.1`, `count of yes to (C1, A1)`, `base of 2.1.1`."""
        questions = [self.answered_question(name) for name in over.questions]
        found = [question for question in questions if question is not None]
        if len(found) < len(questions):
            return None
        first = found[0]
        for question, name in zip(found, over.questions, strict=True):
            if question.record != first.record:
                why = f"it is asked of each {question.record}"
                why += f", the first of each {first.record}"
                self.report(NotInScope(what=name.text, why=why).at(name.span))
                return None
            if not kinds.agree(question.answers, first.answers):
                self.wrong_kind(name, question.answers, first.answers)
                return None
        choices = self.chosen(over, first.answers)
        is_sound, where = self.where(node.where, scope.of_record(first.record))
        if choices is None or not is_sound:
            return None
        kind = PERCENT if node.function == "percent" else WHOLE
        ids = tuple(question.id for question in found)
        return model.AnswerFigure(
            node.function, ids, choices, where, kind, span=node.span
        )

    def chosen(self, over: nodes.AnswersTo, kind: ChoiceKind) -> tuple[str, ...] | None:
        """The ids of the choices that are counted."""
        found: list[str] = []
        for node in over.choices:
            name = getattr(node, "text", "")
            choice = kind.named(name)
            if choice is None:
                known = [choice.id for choice in kind.choices]
                self.unknown("answer", name or node.span.text, node.span, known)
                return None
            found.append(choice.id)
        return tuple(found)

    def answered_question(self, name: nodes.Id) -> Question | None:
        """A question that has answers for each record."""
        if name.text not in self.names.questions:
            self.unknown("question", name.text, name.span, self.names.questions)
            return None
        found = self.bound_questions.get(name.text)
        if found is not None and found.judged_on is not None:
            why = "it is judged once for the inspection, so there is nothing to count"
            self.report(NotInScope(what=name.text, why=why).at(name.span))
            return None
        return found
