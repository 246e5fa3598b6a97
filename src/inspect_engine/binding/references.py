"""Names inside expressions: what each stands for in its place."""

from inspect_engine.binding import kinds
from inspect_engine.binding.context import Context
from inspect_engine.binding.faults import ChainTooLong, Circular, NotInScope, WrongKind
from inspect_engine.binding.scopes import INSPECTION, Scope
from inspect_engine.diagnostics.diagnostic import Related
from inspect_engine.diagnostics.fault import Fault
from inspect_engine.model import expressions as model
from inspect_engine.model.expressions import Expression
from inspect_engine.model.kinds import Kind, LevelKind
from inspect_engine.model.methodology import Fact, Value
from inspect_engine.model.scales import RatingScale
from inspect_engine.source import Span
from inspect_engine.syntax import nodes
from inspect_engine.syntax.nodes import Node

Bound = Expression | None


LONGEST_CHAIN = 50


class ReferenceBinder(Context):
    """Finds what a name stands for, binding it first where that is still to do."""

    in_progress: dict[tuple[str, str], Span]
    has_long_chain: bool = False
    failed: set[tuple[str, str]]
    """What has no meaning; that was said when it was first needed."""
    known_scales: dict[str, RatingScale | None]

    # --- what the other parts of the binder give --------------------------------

    def bind_value(self, name: str) -> Value | None:
        """Bind a `let` or table of the inspection."""
        raise NotImplementedError

    def bind_fact(self, record: str, name: str) -> Fact | None:
        """Bind a derived fact of a record type."""
        raise NotImplementedError

    def find_scale(self, target: str) -> RatingScale | None:
        """Work out on which scale a standard, or the whole, is rated."""
        raise NotImplementedError

    def constant(self, name: str, span: Span, kind: Kind | None) -> Bound:
        """A choice or level of a kind."""
        raise NotImplementedError

    def rule_parts(self, target: str) -> tuple[Node, ...]:
        """The statements of a standard, or of the whole."""
        raise NotImplementedError

    # --- names ------------------------------------------------------------------

    def is_value(self, name: str, scope: Scope) -> bool:
        """Whether a bare name is a value in a place, rather than a choice or level."""
        names = self.names
        if scope.record and name in names.facts.get(scope.record, {}):
            return True
        if name in names.inputs or name in names.values or name in names.parameters:
            return True
        return bool(scope.record) and name in names.questions

    def name(self, name: str, span: Span, scope: Scope, needed: Kind | None) -> Bound:
        """What a bare name stands for: a choice or level that is needed, or a value."""
        found = self.constant(name, span, needed)
        if found is not None:
            return found
        if scope.record and name in self.names.facts.get(scope.record, {}):
            fact = self.fact(scope.record, name, span)
            if fact is None:
                return None
            return model.RecordValue(scope.record, name, fact.kind, span=span)
        if scope.record and name in self.names.questions:
            return self.question_value(name, span, scope)
        if name in self.names.inputs:
            given = self.bound_inputs.get(name)
            if given is None:
                return None
            return model.InputValue(name, given.kind, span=span)
        if name in self.names.values:
            value = self.value(name, span)
            return (
                None if value is None else model.NamedValue(name, value.kind, span=span)
            )
        if name in self.names.parameters:
            return self.parameter(name, span, (), scope)
        self.no_name(name, span, scope, needed)
        return None

    def no_name(self, name: str, span: Span, scope: Scope, needed: Kind | None) -> None:
        """Say why a name stands for nothing here."""
        if isinstance(needed, LevelKind):
            self.no_level(name, span, needed.scale)
            return
        explained = self.choice_of_another(name, needed) or self.known_elsewhere(name)
        if explained is not None:
            self.report(explained.at(span))
            return
        self.unknown(self.wanted(needed), name, span, self.visible(scope, needed))

    def choice_of_another(self, name: str, needed: Kind | None) -> Fault | None:
        """Why a choice of one list does not fit what is needed."""
        owner = self.names.choice_owners().get(name)
        if needed is None or owner is None:
            return None
        found = f"a choice of «{owner}»"
        return WrongKind(what=name, found=found, needed=kinds.in_words(needed))

    def known_elsewhere(self, name: str) -> Fault | None:
        """Why a name that means something elsewhere means nothing here."""
        for record, facts in self.names.facts.items():
            if name in facts:
                plural = next(p for p, r in self.names.plurals.items() if r == record)
                return NotInScope(
                    what=name,
                    why=f"it is a fact of each {record}",
                    suggestion=f"count them: count of {plural} where ({name} …)",
                )
        if name in self.names.questions or name in self.names.standards:
            kind = "question" if name in self.names.questions else "standard"
            why = "an id alone is not a value here"
            return NotInScope(what=name, why=why, suggestion=f"write «{kind} {name}»")
        return None

    def wanted(self, needed: Kind | None) -> str:
        """What a name was expected to be, for messages."""
        return kinds.in_words(needed).removeprefix("a ") if needed else "value"

    def visible(self, scope: Scope, needed: Kind | None) -> list[str]:
        """All names that would have meant something."""
        names = self.names
        known = [*names.inputs, *names.values, *names.parameters]
        known += names.facts.get(scope.record, {})
        if scope.record:
            known += names.questions
        choices = getattr(needed, "choices", ())
        return known + [choice.id for choice in choices]

    def reference(self, node: nodes.Reference, scope: Scope) -> Bound:
        """`standard P2.1`, `question 2.1.1`, `prompt a`."""
        name, span = node.id.text, node.id.span
        if node.kind == "standard":
            if name not in self.names.standards:
                self.unknown("standard", name, span, self.names.standards)
                return None
            scale = self.rated_scale(name, span)
            if scale is None:
                return None
            return model.RatingOf(name, LevelKind(scale), span=node.span)
        if node.kind == "prompt" and scope.question_id + name in self.names.questions:
            name = scope.question_id + name
        if name not in self.names.questions:
            kind = "prompt" if node.kind == "prompt" else "question"
            self.unknown(kind, name, span, self.names.questions)
            return None
        return self.question_value(name, node.span, scope)

    def question_value(self, name: str, span: Span, scope: Scope) -> Bound:
        """The answer to a question for a record, or the level judged for it."""
        question = self.bound_questions.get(name)
        if question is None:
            return None
        if question.judged_on is not None:
            kind = LevelKind(question.judged_on)
            return model.Judgement(name, kind, span=span)
        if not scope.record:
            record = question.record or "record"
            why = f"its answers differ from {record} to {record}"
            hint = f"use percent of yes to {name}, or count of yes to {name}"
            self.report(NotInScope(what=name, why=why, suggestion=hint).at(span))
            return None
        if question.record != scope.record:
            why = f"it is asked of each {question.record}, not of each {scope.record}"
            self.report(NotInScope(what=name, why=why).at(span))
            return None
        if question.pools:
            why = "it counts the answers to other questions and has none of its own"
            self.report(NotInScope(what=name, why=why).at(span))
            return None
        return model.RecordValue(scope.record, name, question.answers, span=span)

    def prompts_here(self, span: Span, scope: Scope) -> tuple[Expression, ...]:
        """The answers to the prompts of the question at hand."""
        question = self.bound_questions.get(scope.question_id)
        if question is None or not question.prompts:
            why = "there are no prompts here"
            self.report(NotInScope(what="prompts", why=why).at(span))
            return ()
        return tuple(
            model.RecordValue(scope.record, prompt.id, prompt.answers, span=span)
            for prompt in question.prompts
        )

    # --- values bound when first needed -------------------------------------------

    def value(self, name: str, span: Span) -> Value | None:
        """A value of the inspection; one that is being bound leads back to itself."""
        if name in self.bound_values:
            return self.bound_values[name]
        if ("value", name) in self.failed or self.leads_back(("value", name), span):
            return None
        self.in_progress["value", name] = span
        found = self.bind_value(name)
        del self.in_progress["value", name]
        if found is None:
            self.failed.add(("value", name))
        else:
            self.bound_values[name] = found
        return found

    def fact(self, record: str, name: str, span: Span) -> Fact | None:
        """A fact of a record type."""
        found = self.bound_facts.get((record, name))
        known = found is not None or (record, name) in self.failed
        if known or self.leads_back((record, name), span):
            return found
        self.in_progress[record, name] = span
        found = self.bind_fact(record, name)
        del self.in_progress[record, name]
        if found is None:
            self.failed.add((record, name))
        else:
            self.bound_facts[record, name] = found
        return found

    def leads_back(self, key: tuple[str, str], span: Span) -> bool:
        """Whether something is being bound already, or too much is; it is reported."""
        if key not in self.in_progress:
            return self.is_too_long(key[1], span)
        begun = list(self.in_progress)
        chain = [name for _, name in begun[begun.index(key) :]] + [key[1]]
        self.report(Circular(name=key[1], chain=" → ".join(chain)).at(span))
        return True

    def is_too_long(self, name: str, span: Span) -> bool:
        """Whether a chain of names is longer than is followed; reported once."""
        if len(self.in_progress) < LONGEST_CHAIN:
            return False
        if not self.has_long_chain:
            fault = ChainTooLong(name=name[:60], limit=LONGEST_CHAIN)
            self.report(fault.at(span))
        self.has_long_chain = True
        return True

    def scale_of(self, target: str, span: Span) -> RatingScale | None:
        """The scale on which a standard, or the whole, is rated."""
        if target in self.known_scales:
            return self.known_scales[target]
        if self.leads_back(("rating", target), span):
            return None
        self.in_progress["rating", target] = span
        found = self.find_scale(target)
        del self.in_progress["rating", target]
        self.known_scales[target] = found
        return found

    def rated_scale(self, target: str, span: Span) -> RatingScale | None:
        """The scale of something whose rating is used; without one, that is said."""
        found = self.scale_of(target, span)
        if found is None and not self.is_rated(target):
            what = target if target == "overall" else f"standard {target}"
            fault = NotInScope(what=what, why="it is not rated")
            self.report(fault.at(span, *self.unrated_at(target)))
        return found

    def unrated_at(self, target: str) -> tuple[Related, ...]:
        """Where the block stands that says nothing of a rating."""
        if target == "overall":
            place = self.names.overall.span if self.names.overall else None
        else:
            place = self.names.standards[target][0].id.span
        return (Related(place, "nothing here rates it"),) if place else ()

    def is_rated(self, target: str) -> bool:
        """Whether the rules say how a standard, or the whole, is rated."""
        return any(
            isinstance(part, nodes.RatingRule)
            or (isinstance(part, nodes.Setting) and part.name == "judged on")
            for part in self.rule_parts(target)
        )

    def has_score(self, target: str) -> bool:
        """Whether the rules work out a score for a standard, or the whole."""
        return any(isinstance(part, nodes.Score) for part in self.rule_parts(target))

    def own_score(self, target: str, span: Span) -> Bound:
        """The score that the block at hand works out."""
        if not self.has_score(target):
            why = "this block works out no score"
            hint = "add a score to it, such as «score sum of standards»"
            self.report(NotInScope(what="score", why=why, suggestion=hint).at(span))
            return None
        return model.ScoreOf(target, span=span)

    def parameter(
        self, name: str, span: Span, keys: tuple[Node, ...], scope: Scope
    ) -> Bound:
        """A parameter, with as many keys as it has."""
        if name not in self.names.parameters:
            self.unknown("parameter", name, span, self.names.parameters)
            return None
        found = self.bound_parameters.get(name)
        if found is None:
            return None
        if len(keys) != len(found.keys):
            wanted = ", ".join(found.keys) or "no key"
            fault = WrongKind(
                what=name,
                found=f"a parameter by {wanted}",
                needed="its value",
                suggestion=f"write «{name} for {wanted}»" if found.keys else "",
            )
            self.report(fault.at(span))
            return None
        bound = [self.bind_key(key, scope) for key in keys]
        whole = tuple(key for key in bound if key is not None)
        if len(whole) < len(bound):
            return None
        return model.ParameterValue(name, whole, found.kind, span=span)

    def bind_key(self, node: Node, scope: Scope) -> Bound:
        """A key of a parameter: any value."""
        raise NotImplementedError


def inspection(target: str, scale: RatingScale | None = None) -> Scope:
    """The scope of the rule of a standard, or of the whole."""
    return Scope(target=target, scale=scale) if target else INSPECTION
