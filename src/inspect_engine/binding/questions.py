"""Questions of every kind: of which record, asked when, answered how."""

from typing import NamedTuple

from attrs import evolve

from inspect_engine.binding.choices import normal
from inspect_engine.binding.context import said, setting
from inspect_engine.binding.faults import NotInScope, WrongKind, WrongPlace
from inspect_engine.binding.kinds import agree, in_words
from inspect_engine.binding.names import Placed, prompts
from inspect_engine.binding.scopes import Scope
from inspect_engine.binding.worked_out import WorkedOutBinder
from inspect_engine.model import kinds
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import ChoiceKind
from inspect_engine.model.methodology import Question
from inspect_engine.syntax import nodes


class Holder(NamedTuple):
    """What a standard or question says for all the questions in it."""

    asked_of: nodes.Setting | None
    asked_when: tuple[nodes.AskedWhen, ...]


class QuestionBinder(WorkedOutBinder):
    """Binds questions, first in outline, then with their conditions."""

    final_questions: dict[str, Question]
    known_conditions: dict[tuple[int, str], Expression | None]
    """Conditions that several questions share, by their node and key question."""
    known_holders: dict[int, Holder]
    """What holds for all questions of a node, which may be thousands, by that node."""

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
        pools = next((p for p in node.parts if isinstance(p, nodes.Pools)), None)
        pooled = self.names.questions.get(pools.ids[0].text) if pools else None
        answers = self.answers_of(pooled or placed)
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
            found = self.holder(holder).asked_of if holder is not None else None
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
            found.append(self.shared_condition(placed.question_set.condition, scope))
        holders = [placed.key_question, placed.node]
        for holder in holders:
            for part in self.holder(holder).asked_when if holder else ():
                found.append(self.shared_condition(part.condition, scope))
        return tuple(part for part in found if part is not None)

    def holder(self, node: nodes.Question | nodes.Standard) -> Holder:
        """What a standard or question says for all in it, looked for once."""
        found = self.known_holders.get(id(node))
        if found is None:
            conditions = (p for p in node.parts if isinstance(p, nodes.AskedWhen))
            found = Holder(setting(node.parts, "asked of"), tuple(conditions))
            self.known_holders[id(node)] = found
        return found

    def shared_condition(self, node: nodes.Node, scope: Scope) -> Expression | None:
        """A condition of a key question, bound once for it and all of its prompts."""
        key = id(node), scope.question_id
        if key not in self.known_conditions:
            self.known_conditions[key] = self.condition(node, scope)
        return self.known_conditions[key]

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
                self.check_pooled(part, placed)

    def check_pooled(self, node: nodes.Pools, placed: Placed) -> None:
        """What is counted together must be answered alike, record by record."""
        first: Question | None = None
        for name in node.ids:
            found = self.answered_question(name)
            if found is None:
                continue
            first = first or found
            if found.pools or name.text == placed.node.id.text:
                why = "it has no answers of its own"
                self.report(NotInScope(what=name.text, why=why).at(name.span))
            elif not agree(found.answers, first.answers):
                fault = WrongKind(
                    what=name.text,
                    found=in_words(found.answers),
                    needed=in_words(first.answers),
                )
                self.report(fault.at(name.span))
