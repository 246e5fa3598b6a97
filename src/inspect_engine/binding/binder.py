"""Nodes to a Methodology: every name looked up, every kind agreed, or a diagnostic."""

import datetime
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from inspect_engine.binding.context import said, setting
from inspect_engine.binding.cycles import circles, with_score
from inspect_engine.binding.damage import limited, without_consequences
from inspect_engine.binding.examples import ExampleBinder
from inspect_engine.binding.faults import (
    ChainTooLong,
    Circular,
    DatesReversed,
    DuplicateId,
    MissingPart,
    UnknownLanguage,
)
from inspect_engine.binding.figure_sizes import figures_too_long
from inspect_engine.binding.meaning import meaning_hash
from inspect_engine.binding.names import Names
from inspect_engine.binding.references import LONGEST_CHAIN
from inspect_engine.binding.scopes import INSPECTION, Scope
from inspect_engine.diagnostics.diagnostic import Diagnostic, Related, has_errors
from inspect_engine.model.expressions import Expression
from inspect_engine.model.methodology import (
    Claim,
    Methodology,
    Note,
    Property,
    Question,
)
from inspect_engine.model.ratings import Discretion, Trigger
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node

if TYPE_CHECKING:
    from inspect_engine.binding.assembly import Assembly

Period = tuple[datetime.date, datetime.date | None]
LANGUAGE = 1
"""The version of the language that this engine reads."""

MOST_TARGETS = 6
"""How many ids a message lists."""


def bind(assembly: "Assembly") -> tuple[Methodology | None, tuple[Diagnostic, ...]]:
    """The methodology that assembled files mean, and all that is wrong with them.

    There is a methodology only where nothing is wrong: neither here nor, as
    `assembly.is_damaged` says, in how the files are written.
    """
    binder = Binder(Names(assembly.declarations), assembly.lost)
    found = None
    try:
        found = binder.methodology(assembly)
    except RecursionError:
        # Long chains of long expressions, which no methodology has.
        name = assembly.main.name
        fault = ChainTooLong(name=name, limit=LONGEST_CHAIN)
        binder.report(fault.at(None, file=name))
    if has_errors(binder.diagnostics) or assembly.is_damaged:
        found = None
    own = without_consequences(
        binder.diagnostics, assembly.declarations, assembly.damage
    )
    return found, limited(own, [file.name for file in assembly.files])


def draft(assembly: "Assembly") -> Methodology | None:
    """What can be understood of files with errors, to look for more that is wrong.

    Nothing is ever rated by it.
    """
    try:
        return Binder(Names(assembly.declarations), assembly.lost).methodology(assembly)
    except RecursionError:
        return None


class Binder(ExampleBinder):
    """Binds one methodology, from what needs nothing to what needs everything."""

    def __init__(self, names: Names, lost: frozenset[str]) -> None:
        super().__init__(names, lost)
        self.in_progress = {}
        self.failed = set()
        self.known_scales = {}
        self.bound_ratings = {}
        self.final_questions = {}
        self.known_conditions = {}
        self.known_holders = {}

    def methodology(self, assembly: "Assembly") -> Methodology | None:
        """Bind everything; None where the head is missing or says too little."""
        names = self.names
        head = assembly.head
        if head is not None:
            self.bind_sources(head.parts)
        self.bind_foundations()
        for name, placed in names.questions.items():
            if (sketch := self.sketch_question(name, placed)) is not None:
                self.bound_questions[name] = sketch
        self.link_prompts()
        records = {name: self.bind_record(node) for name, node in names.records.items()}
        values = {
            name: value
            for name, node in names.values.items()
            if (value := self.value(name, node.span)) is not None
        }
        for name, placed in names.questions.items():
            if name in self.bound_questions and placed.key_question is None:
                self.bind_question(name, placed)
        standards = {name: self.bind_standard(name) for name in names.standards}
        overall = self.bind_overall(names.overall) if names.overall else None
        discretions = tuple(
            discretion
            for node in names.discretions
            if (discretion := self.bind_discretion(node)) is not None
        )
        properties = tuple(
            self.bind_property(node) for node in names.properties.values()
        )
        notes = tuple(self.all_notes())
        examples = tuple(self.bind_examples())
        domains = {name: self.bind_domain(node) for name, node in names.domains.items()}
        if head is None:
            return None
        version, language, in_force = self.bind_head(head)
        found = Methodology(
            id=head.id.text,
            version=version,
            title=head.title.text,
            language=language,
            publisher=said(head.parts, "publisher"),
            statement=said(head.parts, "statement"),
            in_force=in_force,
            extends=assembly.extends,
            sources=self.sources,
            scales=self.bound_scales,
            bands=self.bound_bands,
            answers=self.bound_answers,
            records=records,
            inputs=self.bound_inputs,
            parameters=self.bound_parameters,
            values=values,
            questions=self.final_questions,
            standards=standards,
            domains=domains,
            overall=overall,
            discretions=discretions,
            properties=properties,
            notes=notes,
            examples=examples,
            provenance=self.provenance(head.parts),
            files=tuple(file.name for file in assembly.files),
            hashed_by=meaning_hash,
            span=head.id.span,
            answer_places={name: node.id.span for name, node in names.answers.items()},
        )
        self.report_two_discretions(discretions)
        self.report_circles(found)
        if not has_errors(self.diagnostics):
            self.diagnostics += figures_too_long(found)
        return found

    def bind_foundations(self) -> None:
        """Scales, answers, bands, inputs and parameters."""
        names = self.names
        for name, scale in names.scales.items():
            self.bound_scales[name] = self.bind_scale(scale)
        for name, answers in names.answers.items():
            self.bound_answers[name] = self.bind_answers(answers)
        for name, bands in names.bands.items():
            if (bound := self.bind_bands(bands)) is not None:
                self.bound_bands[name] = bound
        for name, given in names.inputs.items():
            if (fact := self.bind_given(given)) is not None:
                self.bound_inputs[name] = fact
        for name, parameter in names.parameters.items():
            if (found := self.bind_parameter(parameter)) is not None:
                self.bound_parameters[name] = found

    def link_prompts(self) -> None:
        """Give each sketched question its sketched prompts, for `prompts`."""
        found: dict[str, list[Question]] = {}
        for name, placed in self.names.questions.items():
            if placed.key_question is not None and name in self.bound_questions:
                key = placed.key_question.id.text
                found.setdefault(key, []).append(self.bound_questions[name])
        for key, prompts in found.items():
            if key in self.bound_questions:
                linked = evolve(self.bound_questions[key], prompts=tuple(prompts))
                self.bound_questions[key] = linked

    # --- the head -----------------------------------------------------------------

    def bind_head(self, head: nodes.Methodology) -> tuple[str, int, Period | None]:
        """Version, language and period of a methodology."""
        self.once(head.parts, "guidance", "statement")
        version = said(head.parts, "version")
        what = f"The methodology «{head.id.text}»"
        if not version:
            self.missing(what, "version", head.id.span, "write «version 1» in it")
        language = setting(head.parts, "language")
        if language is None:
            self.missing(
                what, "language", head.id.span, f"write «language {LANGUAGE}» in it"
            )
        else:
            assert isinstance(language.value, nodes.Id)
            if language.value.text != str(LANGUAGE):
                fault = UnknownLanguage(found=language.value.text[:20], known=LANGUAGE)
                self.report(fault.at(language.value.span))
        return version, LANGUAGE, self.period(head.parts)

    def period(self, parts: Iterable[Node]) -> Period | None:
        """From when to when a methodology is in force."""
        for part in parts:
            if isinstance(part, nodes.InForce) and part.start.value is not None:
                until = part.until.value if part.until else None
                if until is not None and until < part.start.value:
                    start = part.start.value.isoformat()
                    fault = DatesReversed(start=start, until=until.isoformat())
                    self.report(fault.at(part.span))
                return part.start.value, until
        return None

    # --- discretion, properties, notes ----------------------------------------------

    def bind_discretion(self, node: nodes.Discretion) -> Discretion | None:
        """Where a rating may be moved, how far and when."""
        self.once(node.parts, "guidance")
        targets = self.discretion_targets(node)
        move = next((p for p in node.parts if isinstance(p, nodes.MayMove)), None)
        if move is None:
            fault = MissingPart(
                what="This discretion",
                missing="extent",
                suggestion="write «may move by 1 level»",
            )
            self.report(fault.at(node.span))
            return None
        triggers: list[Trigger] = []
        needs: tuple[str, ...] = ()
        for part in node.parts:
            match part:
                case nodes.Setting(name="when", value=tuple() as found):
                    triggers += [self.bind_trigger(trigger) for trigger in found]
                case nodes.Setting(name="needs", value=tuple() as found):
                    needs = tuple(need.name for need in found)
                case _:
                    pass
        return Discretion(
            targets=targets,
            direction=move.direction,
            levels=move.levels,
            triggers=tuple(triggers),
            needs=needs,
            provenance=self.provenance(node.parts),
            span=node.span,
        )

    def discretion_targets(self, node: nodes.Discretion) -> tuple[str, ...]:
        """The ids of the standards, or the whole, that discretion is about."""
        names = self.names
        if node.target == "overall":
            return ("overall",)
        if node.target == "standard":
            for name in node.ids:
                if name.text not in names.standards:
                    self.unknown("standard", name.text, name.span, names.standards)
            return tuple(name.text for name in node.ids)
        wanted = node.ids[0] if node.ids else None
        if wanted is not None and wanted.text not in names.domains:
            self.unknown("domain", wanted.text, wanted.span, names.domains)
        return tuple(
            name
            for name, (_, domain) in names.standards.items()
            if wanted is None or (domain is not None and domain.id.text == wanted.text)
        )

    def bind_trigger(self, node: nodes.Trigger) -> Trigger:
        """One circumstance that allows discretion."""
        condition = None
        if node.condition is not None:
            condition = self.condition(node.condition, INSPECTION)
        return Trigger(
            kind=node.kind, amount=node.amount, condition=condition, span=node.span
        )

    def bind_property(self, node: nodes.Property) -> Property:
        """What the author claims."""
        if not any(isinstance(part, nodes.Claim) for part in node.parts):
            self.missing(f"The property «{node.name.text}»", "claim", node.name.span)
        return Property(
            name=node.name.text,
            claims=tuple(
                self.bind_claim(part)
                for part in node.parts
                if isinstance(part, nodes.Claim)
            ),
            provenance=self.provenance(node.parts),
            span=node.name.span,
        )

    def bind_claim(self, node: nodes.Claim) -> Claim:
        """One claim of a property."""
        condition, target = None, ""
        if node.kind == "monotone" and node.condition is not None:
            condition = self.bind_cause(node.condition)
        elif node.condition is not None:
            condition = self.condition(node.condition, INSPECTION)
        if node.target is not None:
            target = node.target.text
            kind = node.kind.removeprefix("complete ")
            known: Mapping[str, object] = self.names.bands
            if kind == "table":
                known = self.tables()
            if target not in known:
                self.unknown(kind, target, node.target.span, known)
        return Claim(kind=node.kind, condition=condition, target=target, span=node.span)

    def bind_cause(self, node: Node) -> Expression | None:
        """What a rating is monotone in: the answers to a question, or a value."""
        if isinstance(node, nodes.Reference) and node.kind == "question":
            question = self.answered_question(node.id)
            if question is None:
                return None
            return self.percent_or_level(question, node.span)
        return self.bind_any(node, INSPECTION, None)

    def tables(self) -> dict[str, object]:
        """The decision tables of the inspection."""
        values = self.names.values.items()
        return {name: node for name, node in values if isinstance(node, nodes.Table)}

    def all_notes(self) -> Iterable[Note]:
        """Every remark, with what it stands in."""
        names = self.names
        for note in names.notes:
            yield self.bind_note(note, "", "", INSPECTION)
        blocks: list[tuple[str, str, tuple[Node, ...], Scope]] = []
        for name, record in names.records.items():
            blocks.append((f"record {name}", name, record.parts, Scope(record=name)))
        for name, domain in names.domains.items():
            blocks.append((f"domain {name}", "", domain.parts, INSPECTION))
        for name, (standard, _) in names.standards.items():
            blocks.append((f"standard {name}", "", standard.parts, Scope(target=name)))
        if names.overall is not None:
            scope = Scope(target="overall")
            blocks.append(("overall", "", names.overall.parts, scope))
        for name, placed in names.questions.items():
            if name in self.bound_questions:
                record_id = self.bound_questions[name].record
                scope = Scope(record=record_id, question_id=name)
                blocks.append((f"question {name}", record_id, placed.node.parts, scope))
        for about, record_name, parts, scope in blocks:
            for part in parts:
                if isinstance(part, nodes.Note):
                    yield self.bind_note(part, about, record_name, scope)

    def report_two_discretions(self, discretions: Iterable[Discretion]) -> None:
        """Report two blocks that allow discretion on the same, once."""
        first: dict[str, Discretion] = {}
        for discretion in discretions:
            before = [first.setdefault(one, discretion) for one in discretion.targets]
            for other in dict.fromkeys(before):
                if other is not discretion:
                    self.report_two(other, discretion)

    def report_two(self, first: Discretion, second: Discretion) -> None:
        """Report what two blocks both allow discretion on."""
        both = [one for one in second.targets if one in first.targets]
        fault = DuplicateId(
            name=", ".join(
                both if len(both) <= MOST_TARGETS else [both[0], "…", both[-1]]
            ),
            kind="discretion",
            relation="covers",
            change="name in each only what the other does not cover",
        )
        self.report(fault.at(second.span, Related(first.span, "the first")))

    def report_circles(self, methodology: Methodology) -> None:
        """Report whatever depends on itself through limits, steps or scores."""
        unread = with_score(self.names.standards, self.names.overall)
        for chain, span in circles(methodology, unread):
            self.report_circle(chain, span)

    def report_circle(self, chain: tuple[str, ...], span: Span) -> None:
        """Report one circle."""
        fault = Circular(name=chain[0], chain=" → ".join((*chain, chain[0])))
        self.report(fault.at(span))
