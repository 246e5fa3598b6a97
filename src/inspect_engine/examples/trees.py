"""An inspection in short, written out as the bundle that its reader expects."""

from collections.abc import Iterable

from inspect_engine.documents.nodes import Mapping, Node, Scalar, Sequence
from inspect_engine.model.examples import Assigned, ExampleRecords
from inspect_engine.model.methodology import Methodology, Question
from inspect_engine.source import Span

Entries = list[tuple[Scalar, Node]]
OVERALL = "overall"
DATE = "date"


def bundle_tree(
    rules: Methodology,
    span: Span,
    base: Mapping | None = None,
    given: Iterable[Assigned] = (),
    records: Iterable[ExampleRecords] = (),
) -> Mapping:
    """The tree of a bundle: what `base` says, and what is given beside it.

    A bundle in an example may leave out its form and what it is about. Of what is
    given, counts become tallies; an answer or fact of a record is that of a single
    record, which holds all of them.
    """
    tree = _Tree(rules, span)
    for one in given:
        tree.give(one)
    for kind in records:
        tree.add_records(kind)
    tree.finish()
    return _headed(_merged(base, tree.sections, span), span, tree.day)


class _Tree:
    """The sections of a bundle as they fill."""

    def __init__(self, rules: Methodology, span: Span) -> None:
        self.rules = rules
        self.span = span
        self.day: Assigned | None = None
        self.sections: dict[str, Entries] = {}
        self.items: dict[str, list[Node]] = {}
        self.single: dict[str, list[Assigned]] = {}
        self.questions = dict(_with_prompts(rules.questions.values()))

    def give(self, one: Assigned) -> None:
        """Put a value in the section that it belongs to."""
        name = one.name.text
        section = self.section(name)
        if section:
            self.sections.setdefault(section, []).append((one.name, one.value))
        elif name == DATE:
            self.day = one
        elif isinstance(one.value, Mapping):
            self.sections.setdefault("tallies", []).append((one.name, one.value))
        elif record := self.record_of(name):
            self.single.setdefault(record, []).append(one)
        else:
            self.sections.setdefault("tallies", []).append((one.name, one.value))

    def section(self, name: str) -> str:
        """Where a bundle says the value of a name; empty for facts and answers."""
        if name in self.rules.inputs:
            return "inputs"
        standard, question = self.rules.standards.get(name), self.questions.get(name)
        if standard is not None:
            return "judgements" if standard.rule.is_judged else "published"
        if name == OVERALL:
            overall = self.rules.overall
            is_judged = overall is not None and overall.rule.is_judged
            return "judgements" if is_judged else "published"
        is_judged = question is not None and question.judged_on is not None
        return "judgements" if is_judged else ""

    def record_of(self, name: str) -> str:
        """The type of record that a fact or question is of."""
        if name in self.questions:
            return self.questions[name].record
        owners = (one.id for one in self.rules.records.values() if name in one.facts)
        return next(owners, "")

    def add_records(self, kind: ExampleRecords) -> None:
        """Records that are alike, each with an id of its own."""
        plural = self.rules.records[kind.record].plural
        found = self.items.setdefault(plural, [])
        for _ in range(kind.count):
            found.append(self.record(kind.record, kind.assigned, len(found) + 1))

    def record(self, record: str, assigned: Iterable[Assigned], number: int) -> Mapping:
        """One record as a bundle would write it."""
        facts = self.rules.records[record].facts
        pairs = [(one.name, one.value) for one in assigned]
        own = [pair for pair in pairs if pair[0].text in facts]
        answers = [pair for pair in pairs if pair[0].text not in facts]
        entries = [(self.word("id"), self.word(str(number))), *own]
        if answers:
            entries.append((self.word("answers"), Mapping(tuple(answers), self.span)))
        return Mapping(tuple(entries), self.span)

    def finish(self) -> None:
        """Make the records, now that all is known that they hold."""
        for record, assigned in self.single.items():
            self.add_records(ExampleRecords(record, 1, tuple(assigned)))
        for plural, items in self.items.items():
            node = Sequence(tuple(items), self.span)
            self.sections[plural] = [(self.word(plural), node)]

    def word(self, text: str) -> Scalar:
        """A word that nobody wrote."""
        return Scalar(text, self.span)


def _merged(base: Mapping | None, sections: dict[str, Entries], span: Span) -> Mapping:
    """What a bundle says, and in its place what is given beside it."""
    entries: Entries = list(base.entries) if base is not None else []
    for name, found in sections.items():
        at = next((i for i, (key, _) in enumerate(entries) if key.text == name), None)
        # A list of records stands for itself; other sections hold what they hold.
        node: Node = Mapping(tuple(found), span)
        if len(found) == 1 and isinstance(found[0][1], Sequence):
            node = found[0][1]
        if at is None:
            entries.append((Scalar(name, span), node))
        else:
            entries[at] = (entries[at][0], _both(entries[at][1], node))
    return Mapping(tuple(entries), base.span if base is not None else span)


def _both(before: Node, after: Node) -> Node:
    match before, after:
        case Mapping(), Mapping():
            new = {key.text for key, _ in after.entries}
            kept = tuple(pair for pair in before.entries if pair[0].text not in new)
            return Mapping((*kept, *after.entries), before.span)
        case Sequence(), Sequence():
            return Sequence((*before.items, *after.items), before.span)
    return after


def _headed(tree: Mapping, span: Span, day: Assigned | None) -> Mapping:
    """The tree with the head that every bundle has, as far as it lacks it."""
    entries = list(tree.entries)
    if tree.key("bundle") is None:
        entries.insert(0, (Scalar("bundle", span), Scalar("1", span)))
    at = next((i for i, one in enumerate(entries) if one[0].text == "inspection"), None)
    own = entries[at][1] if at is not None else Mapping((), span)
    if isinstance(own, Mapping):
        head = list(own.entries)
        if own.key("id") is None:
            head.insert(0, (Scalar("id", span), Scalar("example", span)))
        if day is not None:
            dated = ("fieldwork", DATE)
            head = [pair for pair in head if pair[0].text not in dated]
            head.append((day.name, day.value))
        node = Mapping(tuple(head), own.span)
        pair = (Scalar("inspection", span), node)
        if at is None:
            entries.insert(1, pair)
        else:
            entries[at] = (entries[at][0], node)
    return Mapping(tuple(entries), tree.span)


def _with_prompts(
    questions: Iterable[Question],
) -> Iterable[tuple[str, Question]]:
    for question in questions:
        yield question.id, question
        yield from _with_prompts(question.prompts)
