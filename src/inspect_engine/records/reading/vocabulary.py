"""What a methodology lets a bundle say, and under which names."""

from collections.abc import Iterable

from inspect_engine.diagnostics.fault import Fault
from inspect_engine.diagnostics.suggest import nearest
from inspect_engine.model.kinds import ChoiceKind, Kind
from inspect_engine.model.methodology import Fact, Methodology, Question, RecordType
from inspect_engine.records.faults import (
    DerivedValue,
    JudgedOnce,
    QuestionOfOtherRecord,
    TallyAmbiguous,
    TallyNotOfChoices,
    UnknownFact,
    UnknownInput,
    UnknownQuestion,
)
from inspect_engine.records.reading.report import quoted
from inspect_engine.shapes import shape

OTHER_VALUES = "other values"
OWN_KEYS = ("id", "answers")
"""What a record says beside its facts."""


@shape
class Tallied:
    """A question or fact that may be tallied, with the type of its records."""

    name: str
    kind: ChoiceKind
    record: RecordType | None
    question: Question | None


class Vocabulary:
    """The names of a methodology, as a bundle uses them."""

    def __init__(self, methodology: Methodology) -> None:
        """Index the methodology once for a bundle."""
        self.methodology = methodology
        self.records = methodology.records
        self.by_plural = {kind.plural: kind for kind in self.records.values()}
        self.questions = dict(_with_prompts(methodology.questions.values()))

    def record_named(self, name: str) -> RecordType | None:
        """A record type by its plural or its id."""
        return self.by_plural.get(name) or self.records.get(name)

    def question(self, name: str, record: RecordType) -> Question | Fault:
        """A question that records of a type answer."""
        found = self.questions.get(name)
        if found is None:
            return self.unknown_question(name)
        refusal = _not_answered(found)
        if refusal is not None:
            return refusal
        other = self.records.get(found.record)
        if other is None or other is record:
            return found
        return QuestionOfOtherRecord(
            name=name, record=record.id, asked_of=other.id, plural=other.plural
        )

    def fact(self, name: str, record: RecordType) -> Fact | Fault:
        """A fact that records of a type have."""
        found = record.facts.get(name)
        if found is None:
            return self._unknown_fact(name, record)
        return found if found.is_given else DerivedValue(name=name, basis=OTHER_VALUES)

    def input(self, name: str) -> Fact | Fault:
        """An input of the inspection."""
        inputs = self.methodology.inputs
        found = inputs.get(name)
        if name in self.methodology.values or (found and not found.is_given):
            return DerivedValue(name=name, basis=OTHER_VALUES)
        near = nearest(name, inputs)
        return found or UnknownInput(name=quoted(name), near=near)

    def tallied(self, name: str) -> Tallied | Fault:
        """A question, or a fact with choices, that may have a tally."""
        found = self.questions.get(name)
        if found is None:
            return self._tallied_fact(name)
        refusal = _not_answered(found)
        record = self.records.get(found.record)
        return refusal or Tallied(name, found.answers, record, found)

    def unknown_question(self, name: str, others: Iterable[str] = ()) -> Fault:
        """The fault of a question that is not there."""
        near = nearest(name, {*self.questions, *others})
        return UnknownQuestion(name=quoted(name), near=near)

    def _tallied_fact(self, name: str) -> Tallied | Fault:
        owners = [kind for kind in self.records.values() if name in kind.facts]
        if not owners:
            names = {fact for kind in self.records.values() for fact in kind.facts}
            return self.unknown_question(name, names)
        if len(owners) > 1:
            records = " and ".join(kind.plural for kind in owners)
            return TallyAmbiguous(name=name, records=records)
        fact = owners[0].facts[name]
        if not fact.is_given:
            return DerivedValue(name=name, basis=OTHER_VALUES)
        if not isinstance(fact.kind, ChoiceKind):
            return TallyNotOfChoices(name=name, kind=_in_words(fact.kind))
        return Tallied(name, fact.kind, owners[0], None)

    def _unknown_fact(self, name: str, record: RecordType) -> Fault:
        remedy = f"write it under «answers» of the {record.id}"
        return UnknownFact(
            name=quoted(name),
            record=record.id,
            near=nearest(name, [*record.facts, *OWN_KEYS]),
            remedy=remedy if name in self.questions else "",
        )


def _with_prompts(questions: Iterable[Question]) -> Iterable[tuple[str, Question]]:
    for question in questions:
        yield question.id, question
        yield from _with_prompts(question.prompts)


def _not_answered(question: Question) -> Fault | None:
    """Why a question is not answered in records, if it is not."""
    if question.judged_on is not None:
        return JudgedOnce(name=question.id)
    if question.pools:
        return DerivedValue(name=question.id, basis="the answers to other questions")
    if question.derivation is not None:
        return DerivedValue(name=question.id, basis=OTHER_VALUES)
    return None


def _in_words(kind: Kind) -> str:
    return kind.in_words()
