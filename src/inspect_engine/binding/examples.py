"""Examples as written to examples as meant: names found, levels and answers known."""

from collections.abc import Iterable, Iterator, Sequence

from inspect_engine.binding.faults import (
    CellCount,
    DuplicateId,
    MissingPart,
    WrongKind,
)
from inspect_engine.binding.scopes import INSPECTION
from inspect_engine.binding.structure import StructureBinder
from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.documents import nodes as documents
from inspect_engine.documents.nodes import Scalar
from inspect_engine.model import expressions as model
from inspect_engine.model.examples import (
    Assigned,
    Example,
    ExampleRecords,
    Expectation,
)
from inspect_engine.model.kinds import NOT_APPLICABLE, NOT_RATED, ChoiceKind, LevelKind
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node

OVERALL = "overall"
DATE = "date"
OWN = "fact or question"
WHOLE = "input, standard, question or fact"


class ExampleBinder(StructureBinder):
    """Binds examples, last of all, when everything they may speak of is known."""

    def bind_examples(self) -> Iterator[Example]:
        """All examples; a table gives one for each of its rows."""
        for node in self.names.examples.values():
            yield from self.bind_example(node)

    def bind_example(self, node: nodes.Example) -> Iterator[Example]:
        """One block: an example of its own, or one for each row of its tables."""
        given = self.assigned(_given(node.parts))
        records = self.example_records(node.parts)
        self.report_given_twice(given)
        expectations = tuple(self.expectations(node.parts))
        rows = [
            (table, row)
            for table in node.parts
            if isinstance(table, nodes.ExampleTable)
            for row in table.parts
        ]
        if not rows and not any(isinstance(one, nodes.Expect) for one in node.parts):
            self.report_no_expectation(node)
        name, span = node.name.text, node.name.span
        if not rows:
            yield Example(
                name=name,
                given=given,
                records=records,
                expectations=expectations,
                span=span,
            )
        for number, (table, row) in enumerate(rows, 1):
            cells = self.row_cells(table, row)
            self.report_given_twice((*given, *cells))
            yield Example(
                name=name,
                row=number,
                given=(*given, *cells),
                records=records,
                expectations=(*expectations, *self.row_expectations(table, row)),
                span=row.span,
            )

    def report_no_expectation(self, node: nodes.Example) -> None:
        """Say that nothing could ever be wrong with an example."""
        fault = MissingPart(
            what=f"The example «{node.name.text}»",
            missing="expectation",
            suggestion="write «expect overall is …» in it",
        )
        self.report(fault.at(node.name.span))

    # --- what is given ----------------------------------------------------------------

    def assigned(self, nodes_: Iterable[nodes.Assigned]) -> tuple[Assigned, ...]:
        """Values of the inspection, one by one."""
        found = []
        for node in nodes_:
            for name in node.ids:
                self.check_given(name, node.value)
                found.append(_as_assigned(name, node.value))
        return tuple(found)

    def check_given(self, name: nodes.Id, value: Node) -> None:
        """Report a name that nothing has, or a value that cannot be its."""
        names, text = self.names, name.text
        if text in names.inputs:
            if text in self.bound_inputs:
                self.check_value(name, value, self.bound_inputs[text].kind)
        elif text == DATE:
            return  # of the inspection, where no input is called so
        elif text == OVERALL or text in names.standards:
            scale = self.rated_scale(text, name.span)
            if scale is not None:
                self.check_value(name, value, LevelKind(scale))
        elif text in names.questions:
            self.check_answer(name, value)
        elif owner := next(
            (one for one in names.facts if text in names.facts[one]), ""
        ):
            self.check_fact(owner, name, value)
        else:
            known = [*names.inputs, *names.standards, *names.questions, OVERALL]
            known += [fact for facts in names.facts.values() for fact in facts]
            self.unknown(WHOLE, text, name.span, known)

    def check_answer(self, name: nodes.Id, value: Node) -> None:
        """Report what is no answer to a question, or no level to judge it by."""
        question = self.final_questions.get(name.text) or self.bound_questions.get(
            name.text
        )
        if question is None:
            return
        judged = question.judged_on
        self.check_value(name, value, LevelKind(judged) if judged else question.answers)

    def check_fact(self, record: str, name: nodes.Id, value: Node) -> None:
        """Report what is no value of a fact."""
        fact = self.bound_facts.get((record, name.text))
        if fact is not None:
            self.check_value(name, value, fact.kind)

    def check_value(self, name: nodes.Id, value: Node, kind: object) -> None:
        """Report a level or choice that is none; bundles tell of other values."""
        counted = value.counts if isinstance(value, nodes.ChoiceCounts) else ()
        words = [one for _, one in counted]
        if isinstance(value, nodes.Id):
            words.append(value)
        for word in words:
            if isinstance(kind, LevelKind):
                self.level(word, kind.scale)
            elif isinstance(kind, ChoiceKind) and kind.named(word.text) is None:
                choices = [choice.id for choice in kind.choices]
                self.unknown(f"answer to «{name.text}»", word.text, word.span, choices)

    def example_records(self, parts: Iterable[Node]) -> tuple[ExampleRecords, ...]:
        """The records of an example."""
        found = []
        for part in parts:
            if isinstance(part, nodes.ExampleRecords):
                record = self.record_named(part.record)
                if record:
                    own = tuple(self.own_values(record, _given(part.parts)))
                    self.report_given_twice(own)
                    found.append(ExampleRecords(record, part.count, own))
        return tuple(found)

    def record_named(self, name: nodes.Id) -> str:
        """The id of a record type, by its id or its plural; empty where none is."""
        names = self.names
        found = (
            name.text if name.text in names.records else names.plurals.get(name.text)
        )
        if found is None:
            known = (*names.records, *names.plurals)
            self.unknown("record", name.text, name.span, known)
        return found or ""

    def own_values(
        self, record: str, given: Iterable[nodes.Assigned]
    ) -> Iterator[Assigned]:
        """Facts and answers of one record."""
        facts = self.names.facts.get(record, {})
        for node in given:
            for name in node.ids:
                if name.text in facts:
                    self.check_fact(record, name, node.value)
                elif name.text in self.names.questions:
                    self.check_answer(name, node.value)
                else:
                    known = (*facts, *self.names.questions)
                    self.unknown(OWN, name.text, name.span, known)
                yield _as_assigned(name, node.value)

    def report_given_twice(self, given: Sequence[Assigned]) -> None:
        """Report a name for which two values are given."""
        first: dict[str, Scalar] = {}
        for one in given:
            other = first.setdefault(one.name.text, one.name)
            if other is not one.name:
                fault = DuplicateId(name=one.name.text, kind="given value")
                self.report(fault.at(one.name.span, Related(other.span, "the first")))

    # --- what is expected -------------------------------------------------------------

    def expectations(self, parts: Iterable[Node]) -> Iterator[Expectation]:
        """What must come of an example."""
        for part in parts:
            if isinstance(part, nodes.Expect):
                for node in part.expectations:
                    yield from self.expectation(node)

    def expectation(self, node: nodes.Expectation) -> Iterator[Expectation]:
        """One expectation; none where it has no meaning, which is then reported."""
        text = _flat(node.span)
        match node.kind:
            case "holds":
                condition = self.condition(node.subject, INSPECTION)
                if condition is not None:
                    yield Expectation(
                        kind="holds", text=text, condition=condition, span=node.span
                    )
            case "may be":
                yield from self.may_be(node.subject, node.names, node.span)
            case "decided by":
                yield from self.decided_by(node)
            case "diagnostic":
                assert isinstance(node.subject, nodes.Words)
                yield Expectation(
                    kind="diagnostic",
                    text=text,
                    names=(node.subject.text,),
                    span=node.subject.span,
                )

    def may_be(
        self, subject: Node, names: Iterable[Node], span: Span
    ) -> Iterator[Expectation]:
        """Which levels, and no others, are possible."""
        bound = self.bind_any(subject, INSPECTION, None)
        if bound is None:
            return
        kind = getattr(bound, "kind", None)
        if not isinstance(kind, LevelKind):
            self.report_no_level(subject)
            return
        words = tuple(names)
        for word in words:
            if isinstance(word, nodes.Id):
                self.level(word, kind.scale)
        found = (one.text if isinstance(one, nodes.Id) else NOT_RATED for one in words)
        yield Expectation(
            kind="may be",
            text=_flat(span),
            subject=bound,
            names=tuple(found),
            span=span,
        )

    def report_no_level(self, subject: Node) -> None:
        """Say that something has no levels of which several could be possible."""
        what = _flat(subject.span)
        fault = WrongKind(what=what, found="no level", needed="a level")
        self.report(fault.at(subject.span))

    def decided_by(self, node: nodes.Expectation) -> Iterator[Expectation]:
        """Which key questions, or standards, decide a rating."""
        bound = self.bind_any(node.subject, INSPECTION, None)
        if bound is None:
            return
        if not isinstance(bound, model.RatingOf):
            self.report_no_level(node.subject)
            return
        known = list(self.names.standards)
        if bound.target != OVERALL:
            known = [
                name
                for name, placed in self.names.questions.items()
                if placed.standard and placed.standard.id.text == bound.target
            ]
        names = tuple(one for one in node.names if isinstance(one, nodes.Id))
        for name in names:
            if name.text not in known:
                kind = "standard" if bound.target == OVERALL else "key question"
                what = f"{kind} of {_flat(node.subject.span)}"
                self.unknown(what, name.text, name.span, known)
        yield Expectation(
            kind="decided by",
            text=_flat(node.span),
            target=bound.target,
            names=tuple(name.text for name in names),
            span=node.span,
        )

    # --- tables -----------------------------------------------------------------------

    def row_cells(
        self, table: nodes.ExampleTable, row: nodes.ExampleRow
    ) -> tuple[Assigned, ...]:
        """What a row gives; another number of cells than columns is reported."""
        columns = (len(table.ids), len(table.targets))
        cells = (len(row.cells), len(row.wanted))
        if columns != cells:
            fault = CellCount(found=sum(cells), needed=sum(columns))
            self.report(fault.at(row.span))
            return ()
        pairs = zip(table.ids, row.cells, strict=True)
        for name, value in pairs:
            self.check_given(name, value)
        return tuple(
            _as_assigned(name, value)
            for name, value in zip(table.ids, row.cells, strict=True)
        )

    def row_expectations(
        self, table: nodes.ExampleTable, row: nodes.ExampleRow
    ) -> Iterator[Expectation]:
        """What a row expects of each target."""
        for target, wanted in zip(table.targets, row.wanted, strict=False):
            values = wanted.alternatives
            if len(values) > 1:
                yield from self.may_be(target, values, wanted.span)
                continue
            asked = nodes.Comparison("is", target, values[0], span=wanted.span)
            condition = self.condition(asked, INSPECTION)
            if condition is not None:
                text = f"{_flat(target.span)} is {_flat(wanted.span)}"
                yield Expectation(
                    kind="holds", text=text, condition=condition, span=wanted.span
                )


def _given(parts: Iterable[Node]) -> Iterator[nodes.Assigned]:
    for part in parts:
        if isinstance(part, nodes.Given):
            yield from part.assigned


def _flat(span: Span) -> str:
    """What stands there, on one line."""
    return " ".join(span.text.split())


def _as_assigned(name: nodes.Id, value: Node) -> Assigned:
    return Assigned(Scalar(name.text, name.span), as_document(value))


def as_document(value: Node) -> documents.Node:
    """A value as a bundle would write it."""
    span = value.span
    match value:
        case nodes.Id(text=text):
            return Scalar(text, span)
        case nodes.Number(written=text):
            return Scalar(text, span)
        case nodes.DateLiteral(value=day):
            return Scalar(day.isoformat() if day else "", span)
        case nodes.Words(text=text):
            return Scalar(text, span, quoted=True)
        case nodes.CountOutOf(count=count, total=total):
            return _mapping(span, yes=str(count), no=str(total - count))
        case nodes.PercentOutOf(percent=percent, total=total):
            return _mapping(span, percent=percent, relevant=str(total))
        case nodes.ChoiceCounts(counts=counts):
            pairs = (
                (Scalar(one.text, one.span), Scalar(str(count), one.span))
                for count, one in counts
            )
            return documents.Mapping(tuple(pairs), span)
    return Scalar(NOT_APPLICABLE, span)


def _mapping(span: Span, **values: str) -> documents.Mapping:
    pairs = (
        (Scalar(name, span), Scalar(value, span)) for name, value in values.items()
    )
    return documents.Mapping(tuple(pairs), span)
