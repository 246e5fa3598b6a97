"""All names of a methodology by kind, before anything is known of them but the node."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from inspect_engine.binding.faults import DuplicateId, ReservedWord
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node
from inspect_engine.syntax.tables import tables


class Placed(NamedTuple):
    """A question with the standard, record or question set it stands in."""

    node: nodes.Question
    standard: nodes.Standard | None
    record: nodes.Record | None
    question_set: nodes.QuestionSet | None
    key_question: nodes.Question | None


class Names:
    """Declarations by kind and id, in the order written."""

    def __init__(self, declarations: Iterable[Node]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.reserved: set[str] = set()
        self.scales: dict[str, nodes.Scale] = {}
        self.bands: dict[str, nodes.Bands] = {}
        self.answers: dict[str, nodes.Answers] = {}
        self.records: dict[str, nodes.Record] = {}
        self.facts: dict[str, dict[str, Node]] = {}
        self.inputs: dict[str, nodes.Fact] = {}
        self.parameters: dict[str, nodes.Parameter] = {}
        self.values: dict[str, nodes.Let | nodes.Table] = {}
        self.domains: dict[str, nodes.Domain] = {}
        self.standards: dict[str, tuple[nodes.Standard, nodes.Domain | None]] = {}
        self.questions: dict[str, Placed] = {}
        self.asked_in: dict[str, dict[str, Placed]] = {}
        self.overall: nodes.Overall | None = None
        self.discretions: list[nodes.Discretion] = []
        self.properties: dict[str, nodes.Property] = {}
        self.notes: list[nodes.Note] = []
        self.examples: dict[str, nodes.Example] = {}
        self.spans: dict[tuple[str, str], Node] = {}
        for declaration in declarations:
            self.collect(declaration)
        self.plurals = {plural(node): name for name, node in self.records.items()}

    def collect(self, node: Node) -> None:
        """Put a top-level declaration in its place."""
        match node:
            case nodes.Scale():
                self.claim("scale", node.id, node, self.scales)
            case nodes.Bands():
                self.claim("bands", node.id, node, self.bands)
            case nodes.Answers():
                self.claim("answers", node.id, node, self.answers)
            case nodes.Record():
                if self.claim("record", node.id, node, self.records):
                    self.collect_facts(node)
                self.collect_questions(node.parts, None, node)
            case nodes.Fact():
                self.claim("value", node.id, node, self.inputs)
            case nodes.Parameter():
                self.claim("value", node.id, node, self.parameters)
            case nodes.Let() | nodes.Table():
                self.claim("value", node.id, node, self.values)
            case nodes.Domain():
                self.claim("domain", node.id, node, self.domains)
                for part in node.parts:
                    if isinstance(part, nodes.Standard):
                        self.collect_standard(part, node)
            case nodes.Standard():
                self.collect_standard(node, None)
            case nodes.Overall():
                name = nodes.Id("overall", span=node.span)
                if self.claim("overall", name, node, {}):
                    self.overall = node
            case nodes.Discretion():
                self.discretions.append(node)
            case nodes.Property():
                name = nodes.Id(node.name.text, span=node.name.span)
                self.claim("property", name, node, self.properties)
            case nodes.Example():
                name = nodes.Id(node.name.text, span=node.name.span)
                self.claim("example", name, node, self.examples)
            case nodes.Note():
                self.notes.append(node)

    def claim(
        self, kind: str, name: nodes.Id, value: object, names: dict[str, Any]
    ) -> bool:
        """Keep a declaration under its id, unless the id is taken."""
        if kind in ("value", "question") or kind.startswith("fact "):
            self.report_reserved(name)
        first = self.spans.setdefault((kind, name.text), name)
        if first is not name:
            related = Related(first.span, "the first")
            fault = DuplicateId(name=name.text, kind=kind)
            self.diagnostics.append(fault.at(name.span, related))
            return False
        names[name.text] = value
        return True

    def collect_facts(self, record: nodes.Record) -> None:
        """Keep the facts and derived values of a record type."""
        facts = self.facts.setdefault(record.id.text, {})
        for part in record.parts:
            if isinstance(part, (nodes.Fact, nodes.Derive, nodes.Let, nodes.Table)):
                self.claim(f"fact of «{record.id.text}»", part.id, part, facts)

    def choice_owners(self) -> dict[str, str]:
        """Each choice of a fact, input or set of answers, and whose it is."""
        found: dict[str, str] = {}
        facts = [node for part in self.facts.values() for node in part.values()]
        for node in (*facts, *self.inputs.values()):
            if isinstance(node, (nodes.Fact, nodes.Derive)):
                for choice in node.type.choices:
                    found.setdefault(choice.value.span.text, node.id.text)
        for answers in self.answers.values():
            for part in answers.parts:
                if isinstance(part, nodes.Answer):
                    found.setdefault(part.id.text, answers.id.text)
        return found

    def report_reserved(self, name: nodes.Id) -> None:
        """Report a name that a condition or figure would read as another word."""
        if name.text in reserved_words():
            self.reserved.add(name.text)
            self.diagnostics.append(ReservedWord(word=name.text).at(name.span))

    def collect_standard(
        self, node: nodes.Standard, domain: nodes.Domain | None
    ) -> None:
        """Keep a standard and its questions."""
        self.claim("standard", node.id, (node, domain), self.standards)
        self.collect_questions(node.parts, node, None)

    def collect_questions(
        self,
        parts: Iterable[Node],
        standard: nodes.Standard | None,
        record: nodes.Record | None,
        question_set: nodes.QuestionSet | None = None,
    ) -> None:
        """Keep the questions of a block, with those of its question sets."""
        for part in parts:
            if isinstance(part, nodes.QuestionSet):
                self.claim("question set", part.id, part, {})
                self.collect_questions(part.parts, standard, record, part)
            elif isinstance(part, nodes.Question):
                placed = Placed(part, standard, record, question_set, None)
                is_new = self.claim("question", part.id, placed, self.questions)
                if is_new and standard is not None:
                    own = self.asked_in.setdefault(standard.id.text, {})
                    own[part.id.text] = placed
                for prompt in prompts(part):
                    name = nodes.Id(part.id.text + prompt.id.text, span=prompt.id.span)
                    inner = Placed(prompt, standard, record, question_set, part)
                    self.claim("question", name, inner, self.questions)


@cache
def reserved_words() -> frozenset[str]:
    """The words that begin an expression, so that nothing else can have their name."""
    found = tables()
    row = found.rows[found.starts["expression"]]
    return frozenset(word for word, name in found.keywords.items() if name in row)


def prompts(question: nodes.Question) -> Iterator[nodes.Question]:
    """The prompts in a question's block."""
    for part in question.parts:
        if isinstance(part, nodes.Question):
            yield part


def plural(record: nodes.Record) -> str:
    """What several records are called: as declared, or the id with an s."""
    for part in record.parts:
        if isinstance(part, nodes.Setting) and part.name == "plural":
            assert isinstance(part.value, nodes.Id)
            return part.value.text
    return record.id.text + "s"
